import type { APIRoute } from "astro";
import { metricsJson } from "../../src/components/metrics/json.ts";
import { loadReport } from "../../src/report.ts";

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(metricsJson(await loadReport()), null, 2)}\n`, {
    headers: { "content-type": "application/json" },
  });
