import type { APIRoute } from "astro";
import { takeDefinitions, takeMetric } from "../../../../src/components/metrics/take/index.ts";
import { loadReport } from "../../../../src/report.ts";

export async function getStaticPaths() {
  const report = await loadReport();
  return [
    { params: { id: "definitions" }, props: { metric: undefined } },
    ...report.metrics.map((metric) => ({ params: { id: metric.id }, props: { metric } })),
  ];
}

type Metric = Awaited<ReturnType<typeof loadReport>>["metrics"][number];

export const GET: APIRoute<{ metric: Metric | undefined }> = async ({ props: { metric } }) => {
  const report = await loadReport();
  const page = metric ? takeMetric(report, metric) : takeDefinitions(report);
  return new Response(JSON.stringify(page));
};
