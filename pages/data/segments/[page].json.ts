import type { APIRoute } from "astro";
import { type PageName, shipReport } from "../../../src/figures/index.ts";
import { loadReport } from "../../../src/report.ts";

const pages: readonly PageName[] = ["overview", "retention", "cash", "nps"];

export const getStaticPaths = () => pages.map((page) => ({ params: { page }, props: { page } }));

export const GET: APIRoute<{ page: PageName }> = async ({ props }) =>
  new Response(JSON.stringify(shipReport(await loadReport(), props.page)));
