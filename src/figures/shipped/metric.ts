import type { Report } from "../../report.ts";
import { type Row, selectRows } from "../../shared/query/index.ts";
import { isOfCost } from "../timeline/metric-cost.ts";
import { type MetricPage, type MetricQuestion, martNamed } from "../timeline/metric-page.ts";
import { filtered } from "./asked.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { formOf, type ShippedReport, shortened } from "./shipped.ts";

/** A report's rows for the page of a metric. */
export interface ShippedMetric extends ShippedReport {
  page: MetricPage;
}

/** What a browser needs to tell a metric of one segment, and in which words of several together. */
export function shipMetric(report: Report, page: MetricPage): ShippedMetric {
  // Where two are of one mart, the newest value is a row of the past.
  const asked = [page.pastBySegment, page.past, page.bySegment, page.now];
  const questions = new Map<string, MetricQuestion>();
  for (const question of asked) {
    if (question && !questions.has(question.mart)) questions.set(question.mart, question);
  }
  const { marts, sql, ...form } = formOf(report);
  const tables = { ...marts };
  for (const [mart, question] of questions) {
    const name = martNamed(mart);
    // The sizes of segments, which every page has, come in the same order.
    tables[name] = { ...tables[name], ...rowsFor(report, question) };
  }
  if (isOfCost(page.id)) {
    const costs = { mart: "unit_economics", columns: ["is_cac_own"], where: {} };
    tables.unitEconomics = { ...tables.unitEconomics, ...rowsFor(report, costs) };
  }
  const own = [...questions.keys()].map((mart) => [mart, report.sql[mart] ?? ""]);
  return { ...form, marts: tables, sql: { ...sql, ...Object.fromEntries(own) }, page };
}

function rowsFor(report: Report, { mart, columns, where: of }: MetricQuestion): Columns {
  const all = report.marts[martNamed(mart)] as readonly unknown[] as readonly Row[];
  const { dimension: _everybody, ...where } = of;
  const own = "dimension" in (all[0] ?? {}) ? ["dimension", "segment"] : [];
  const names = [...new Set([...own, ...Object.keys(where), ...columns])];
  const rows = selectRows<Row, string>(all, { columns: names, where });
  return columnsOf(
    own.length > 0 ? rows.filter(({ dimension }) => filtered.has(dimension ?? null)) : rows,
    names,
    shortened,
  );
}
