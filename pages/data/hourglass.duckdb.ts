import type { APIRoute } from "astro";
import { loadDatabase } from "../../src/report.ts";

export const GET: APIRoute = async () =>
  new Response(await loadDatabase(), { headers: { "content-type": "application/octet-stream" } });
