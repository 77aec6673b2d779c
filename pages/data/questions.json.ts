import type { APIRoute } from "astro";
import { questionsJson } from "../../src/components/console/questions.ts";
import { loadReport } from "../../src/report.ts";

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(questionsJson(await loadReport()), null, 1)}\n`, {
    headers: { "content-type": "application/json" },
  });
