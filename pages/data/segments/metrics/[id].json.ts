import type { APIRoute } from "astro";
import { filterMetric } from "../../../../src/components/metrics/take/index.ts";
import { loadReport } from "../../../../src/report.ts";

export async function getStaticPaths() {
  const report = await loadReport();
  return report.metrics.map((metric) => ({ params: { id: metric.id }, props: { metric } }));
}

type Metric = Awaited<ReturnType<typeof loadReport>>["metrics"][number];

export const GET: APIRoute<{ metric: Metric }> = async ({ props }) =>
  new Response(JSON.stringify(filterMetric(await loadReport(), props.metric)));
