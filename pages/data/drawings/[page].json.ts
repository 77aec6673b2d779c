import type { APIRoute } from "astro";
import { type PageName, shipWhole, takenPaths } from "../../../src/figures/index.ts";
import { loadReport } from "../../../src/report.ts";

const pages = Object.keys(takenPaths) as PageName[];

export const getStaticPaths = () => pages.map((page) => ({ params: { page }, props: { page } }));

export const GET: APIRoute<{ page: PageName }> = async ({ props }) =>
  new Response(JSON.stringify(shipWhole(await loadReport(), props.page)));
