import type { APIRoute } from "astro";
import { type PageName, takenPaths, takePage } from "../../../src/figures/index.ts";
import { loadReport } from "../../../src/report.ts";

const pages = Object.keys(takenPaths) as PageName[];

export const getStaticPaths = () => pages.map((page) => ({ params: { page }, props: { page } }));

export const GET: APIRoute<{ page: PageName }> = async ({ props }) =>
  new Response(JSON.stringify(takePage(await loadReport(), props.page)));
