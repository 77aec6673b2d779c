import * as charts from "../../src/charts/index.ts";
import { bullets, ranges } from "./fixtures/board.ts";
import { customer, economics, fleet, left, paybacks } from "./fixtures/cash.ts";
import { crowded } from "./fixtures/lineage.ts";
import { plain } from "./fixtures/plain.ts";
import { cohortRows, survival, survivalRows } from "./fixtures/retention.ts";
import { arrRows, day, movements } from "./fixtures/revenue.ts";
import { wave } from "./fixtures/surveys.ts";
import { format, frame, text } from "./gallery.ts";

const long =
  "Grupo Internacional de Servicios <Financieros> & Sociedades Anónimas, división noroeste";
const german = charts.makeFormats("de-CH", "CHF");
const chinese = charts.makeFormats("zh-CN", "CNY");
const flat = (length: number, value: number) => Array.from({ length }, () => value);
const answers = (promoters: number, passives: number, detractors: number, index = 0) =>
  wave({
    year: 2010 + Math.floor(index / 2),
    half: index % 2 ? 2 : 1,
    promoters,
    passives,
    detractors,
  });

/** Data that real companies have and that pictures break on. */
export const edges: Record<string, (width: number) => charts.Chart> = {
  "any query of one row": (width) =>
    charts.plainChart([{ x: 5, y: 5, series: "" }], {
      ...frame(width, "one"),
      ...plain("line", "number"),
    }),
  "any query of a second": (width) =>
    charts.plainChart(
      [0, 1, 2].map((x) => ({ x: Date.UTC(2024, 0, 1) + 400 * x, y: -x, series: "" })),
      {
        ...frame(width, "short"),
        ...plain("bar", "time"),
      },
    ),
  "any query of huge and tiny numbers under long names": (width) =>
    charts.plainChart(
      [1e-300, 1e300, -1e300].map((y, x) => ({ x: x * 1e15, y, series: long + x })),
      {
        ...frame(width, "huge"),
        ...plain("dot", "number", { x: long, y: long }),
      },
    ),
  "any query of many long names in six series": (width) =>
    charts.plainChart(
      Array.from({ length: 60 }, (_, index) => ({
        x: `${long} ${Math.floor(index / 6)}`,
        y: index - 30,
        series: `${long} ${index % 6}`,
      })),
      { ...frame(width, "many"), ...plain("bar", "name", { x: long, y: long }) },
    ),
  "any query of names as a line": (width) =>
    charts.plainChart(
      Array.from({ length: 40 }, (_, index) => ({ x: `${long} ${index}`, y: 1, series: "" })),
      { ...frame(width, "names"), ...plain("line", "name", { x: long, y: long }) },
    ),
  "any query of fifty years": (width) =>
    charts.plainChart(
      [0, 1].map((end) => ({ x: Date.UTC(1974 + 50 * end, 6, 14), y: end, series: "" })),
      { ...frame(width, "years"), ...plain("area", "time") },
    ),
  "a target with a long name and long money, far missed": (width) =>
    charts.targetBullets(
      bullets.map((row) => ({
        ...row,
        name: long,
        note: long,
        verdict: long.slice(0, 14),
        lines: [`${german.money(1.2e12)} / ${german.money(-9e12)}`, long],
        value: -9e12,
        forecast: { value: 1e300, low: -1e300, high: 1e300 },
      })),
      { ...frame(width, "long"), text: text.targets },
    ),
  "a target of nothing and one below it": (width) =>
    charts.targetBullets(
      [0, -5].map((target) => ({ ...(bullets[0] as charts.TargetBullet), target })),
      { ...frame(width, "none"), text: text.targets },
    ),
  "a usual range of one value, and changes far out": (width) =>
    charts.usualRanges(
      ranges.map((row) => ({ ...row, name: long, change: -1e300, usual: { low: 0, high: 0 } })),
      { ...frame(width, "still"), text: text.alerts },
    ),
  "lineage of one table": (width) =>
    charts.lineage([{ id: "a", name: "a", note: "", layer: "Mart", reads: [], isMain: true }], {
      ...frame(width, "one"),
      text: { note: "one row is one" },
    }),
  "lineage of sixty tables with long names": (width) =>
    charts.lineage(crowded, { ...frame(width, "many"), text: { note: "one row is one" } }),
  "arr of one month": (width) =>
    charts.arrOverTime(arrRows([50_000], 0), { ...frame(width, "one"), text: text.arr }),
  "arr of only the running month": (width) =>
    charts.arrOverTime(arrRows([50_000]), { ...frame(width, "one"), text: text.arr }),
  "arr of nothing": (width) =>
    charts.arrOverTime(arrRows(flat(6, 0)), { ...frame(width, "zero"), text: text.arr }),
  "arr of 80 months in billions": (width) =>
    charts.arrOverTime(arrRows(flat(80, 0).map((_, index) => 4e9 + index * 7.7e7)), {
      ...frame(width, "huge"),
      text: text.arr,
    }),
  "arr in Swiss German": (width) =>
    charts.arrOverTime(arrRows([4e5, 5e5, 7e5]), {
      ...frame(width, "Franken"),
      format: german,
      text: { running: (value) => `${value} bisher` },
    }),
  "bridge without movement": (width) =>
    charts.mrrBridge(
      movements({
        new_mrr: 0,
        expansion_mrr: 0,
        contraction_mrr: 0,
        churn_mrr: 0,
        closing_mrr: 98_917,
      }),
      { ...frame(width, "still"), text: text.bridge },
    ),
  "bridge from nothing to nothing": (width) =>
    charts.mrrBridge(
      movements({
        opening_mrr: 0,
        new_mrr: 0,
        expansion_mrr: 0,
        contraction_mrr: 0,
        churn_mrr: 0,
        closing_mrr: 0,
      }),
      { ...frame(width, "zero"), text: text.bridge },
    ),
  "bridge of a first month, long names": (width) =>
    charts.mrrBridge(
      movements({
        opening_mrr: 0,
        new_mrr: 8.123e9,
        reactivation_mrr: 5e8,
        fx_mrr: -1e9,
        closing_mrr: 7.6e9,
      }),
      {
        ...frame(width, "first"),
        text: { ...text.bridge, reactivation: long, fx: "Wechselkursänderungen" },
      },
    ),
  "trend of one month on its target": (width) =>
    charts.metricTrend([{ month: "2025-01-01", value: 1 }], {
      ...frame(width, "one"),
      unit: "share",
      target: 1,
      text: text.trend,
    }),
  "trend with gaps, negative": (width) =>
    charts.metricTrend(
      [12, null, -30, -31, null].map((value, index) => ({ month: day(2025, 1 + index), value })),
      { ...frame(width, "gaps"), unit: "points", target: 20, text: text.trend },
    ),
  "sparkline of one month": (width) =>
    charts.sparkline([{ month: "2025-01-01", value: 3 }], frame(Math.round(width / 6), "one")),
  "sparkline of nothing": (width) =>
    charts.sparkline(
      flat(12, 0).map((value, index) => ({ month: day(2025, 1 + index), value })),
      frame(Math.round(width / 6), "zero"),
    ),
  "triangle of one cohort": (width) =>
    charts.cohortTriangle(cohortRows.slice(-1), {
      ...frame(width, "one"),
      measure: "gross_retention",
      text: text.triangle,
    }),
  "triangle of months to age 72, revenue to 1500%": (width) =>
    charts.cohortTriangle(
      flat(73, 0).flatMap((_, age) => ({
        ...(cohortRows[0] ?? never()),
        unit: "month",
        age,
        size: 12_345,
        revenue_retention: age === 30 ? null : 1 + age / 5,
      })),
      { ...frame(width, "long"), measure: "revenue_retention", text: text.triangle },
    ),
  "curve of one short segment with a long name": (width) =>
    charts.churnCurves(survivalRows(long, [12, 11, 9, 8, 5, 3], [0, 1, 0, 2, 0, 0]), {
      ...frame(width, "short"),
      breakEven: { segment: long, month: 40 },
      text: text.churn,
    }),
  "curves of six segments that hardly churn": (width) =>
    charts.churnCurves(
      ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", long].flatMap((name, index) =>
        survivalRows(
          name,
          flat(73, 900 + index),
          flat(73, 0).map((_, age) => (age === 60 ? index : 0)),
        ),
      ),
      {
        ...frame(width, "six"),
        breakEven: ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", long].map((segment, index) => ({
          segment,
          month: 10 + index,
        })),
        text: text.churn,
      },
    ),
  "curve that nobody leaves": (width) =>
    charts.churnCurves(survivalRows("all", flat(13, 40), flat(13, 0)), {
      ...frame(width, "none"),
      text: text.churn,
    }),
  "cash that never breaks even": (width) =>
    charts.customerCash(
      {
        series: [
          { name: long, kind: "leaves", points: customer.series[1]?.points.slice(0, 10) ?? [] },
          { name: "measured", kind: "measured", points: [{ month: 0, cash: -6000 }] },
        ],
        breakEven: [],
      },
      { ...frame(width, "never"), text: text.customer },
    ),
  "cash paid back in the last month": (width) =>
    charts.customerCash(
      {
        series: customer.series.map((series) => ({
          ...series,
          points: series.points.slice(0, 17),
        })),
        breakEven: customer.breakEven,
      },
      { ...frame(width, "late"), text: text.customer },
    ),
  "fleet of one pace that never breaks even": (width) =>
    charts.fleetCash(
      {
        series: [
          {
            customersPerMonth: 3,
            points: flat(61, 0).map((_, month) => ({ month, cash: -2e6 * month })),
            trough: { month: 60, depth: 1.2e8 },
            breakEven: null,
          },
        ],
      },
      { ...frame(width, "never"), text: text.fleet },
    ),
  "fleet with troughs and break-evens of their own": (width) =>
    charts.fleetCash(
      {
        series: fleet.series.map((series, index) => ({
          ...series,
          trough: { ...series.trough, month: 9 + index },
          breakEven: 22 + index,
        })),
      },
      { ...frame(width, "apart"), text: text.fleet },
    ),
  "payback of one young cohort": (width) =>
    charts.paybackByCohort(paybacks.slice(-1), { ...frame(width, "one"), text: text.payback }),
  "ltv of one long name, far over the threshold": (width) =>
    charts.ltvCacBars([economics(long, 12_345, 1234.5), economics("a", 3, -0.4)], {
      ...frame(width, "far"),
      threshold: 3,
      text: text.ltv,
    }),
  "ltv under the threshold": (width) =>
    charts.ltvCacBars([economics("All", 40, 0)], {
      ...frame(width, "under"),
      threshold: 3,
      text: text.ltv,
    }),
  "nobody left before": (width) =>
    charts.leftBeforeBars([left("all", "all", 20, 0)], {
      ...frame(width, "none"),
      text: text.left,
    }),
  "everybody left before, long names": (width) =>
    charts.leftBeforeBars([left("tier", long, 9000, 9000), left("fit", long, 4, 4)], {
      ...frame(width, "all"),
      text: text.left,
    }),
  "renewals of nobody, and of all": (width) =>
    charts.renewalBars(
      ["promoter", "detractor", long].map((name, index) => ({
        class: name,
        terms: 12_000,
        renewed: 12_000 * (index % 2),
        renewal_rate: index % 2,
        lower: index % 2 === 0 ? 0 : 0.9997,
        upper: index % 2 === 0 ? 0.0003 : 1,
      })),
      { ...frame(width, "all or nobody"), text: text.renewals },
    ),
  "nps of one wave": (width) =>
    charts.npsWaves([answers(1, 0, 0)], { ...frame(width, "one"), text: text.waves }),
  "nps of 24 waves": (width) =>
    charts.npsWaves(
      flat(24, 0).map((_, index) => answers(40 + index, 1200, 90 - index * 3, index)),
      { ...frame(width, "many"), text: text.waves },
    ),
  "scores of nobody": (width) =>
    charts.scoreDistribution([{ score: 3, answers: 0, share: null }], {
      ...frame(width, "none"),
      text: text.groups,
    }),
  "scores of many, long words": (width) =>
    charts.scoreDistribution(
      flat(11, 0).map((_, score) => ({
        wave: "2025-07-01",
        is_latest: true,
        score,
        answers: score * 1234,
        share: 0.1,
      })),
      {
        ...frame(width, "words"),
        text: {
          promoters: "Befürwortende",
          passives: "Unentschiedene",
          detractors: "Kritikerinnen",
        },
      },
    ),
  "shares of one sided waves": (width) =>
    charts.npsShares([answers(0, 0, 9), answers(9, 0, 0, 1), answers(0, 99_999, 1, 2)], {
      ...frame(width, "sided"),
      text: {
        promoters: "Befürwortende",
        passives: "Unentschiedene",
        detractors: "Kritikerinnen",
        nps: "NPS",
        answers: (count) => `${count} Antworten`,
      },
    }),
  "breakdown of one long segment": (width) =>
    charts.npsBreakdown([{ ...answers(9, 3, 1), segment: long }], {
      ...frame(width, "one"),
      company: -100,
      text: text.breakdown,
    }),
  "breakdown in Chinese": (width) =>
    charts.npsBreakdown(
      ["战略客户", "企业客户", "小客户"].map((segment, index) => ({
        ...answers(9 + index, 3, 11 - index),
        segment,
      })),
      {
        ...frame(width, "中文"),
        format: chinese,
        company: 12,
        text: {
          company: (score) => `全公司 ${score}`,
          answers: (count) => `${format.number(count)} 份`,
        },
      },
    ),
  "survival with a gap in the middle": (width) =>
    charts.churnCurves(
      survivalRows(
        "late entries",
        [3, 6, 9, 14, 9, 12, 14, 20, 7, 4],
        [0, 0, 1, 0, 1, 0, 1, 0, 0, 0],
      ),
      { ...frame(width, "gap"), breakEven: { month: 5 }, text: text.churn },
    ),
  "survival of two segments, one too small to draw": (width) =>
    charts.churnCurves(
      [
        ...survival.filter((row) => row.segment === "Small"),
        ...survivalRows("Tiny", [4, 3, 2], [0, 1, 0]),
      ],
      { ...frame(width, "tiny"), breakEven: { segment: "Tiny", month: 2 }, text: text.churn },
    ),
};

function never(): never {
  throw new Error("cohortRows is empty; keep at least one row in it");
}
