import type { APIRoute } from "astro";
import { loadReport } from "../../../src/report.ts";

/** How each table is made, as text that every browser shows. */
export const getStaticPaths = async () =>
  Object.entries((await loadReport()).sql).map(([mart, sql]) => ({
    params: { mart },
    props: { sql },
  }));

export const GET: APIRoute<{ sql: string }> = ({ props }) => new Response(props.sql);
