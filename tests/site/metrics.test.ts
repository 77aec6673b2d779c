import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { metrics, supportingMarts, wordsUnder } from "../../src/metrics/index.ts";
import { buildReport, loadConfiguration } from "../../src/pipeline/index.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";
import { settingsOfTest } from "../metrics/harness.ts";
import { root } from "./build.ts";

interface Listed {
  id: string;
  value: number | null;
  period: string | null;
  period_starts_on: string | null;
  mart: string;
  column: string;
  filter: string;
  period_column: string | null;
  inputs: string[];
}

interface MetricsFile {
  schema: number;
  as_of: { day: string };
  month: string;
  inputs: { file: string; sha256: string }[];
  settings: Record<string, unknown>;
  headline: Record<string, { value: number | null; month: string }>;
  metrics: Listed[];
}

const documentOf = (site: string, page: string) =>
  parseHTML(readFileSync(join(site, page, "index.html"), "utf8")).document;

const pagesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("index.html"))
    .map((file) => file.replace(/index\.html$/, ""));

/** Links of a site that lead to no page or to no place in it. */
function brokenLinks(site: string): string[] {
  const ids = new Map(
    pagesOf(site).map((page) => [
      `/${page}`,
      new Set([...documentOf(site, page).querySelectorAll("[id]")].map((node) => node.id)),
    ]),
  );
  // A place in the console is one of its queries.
  const { questions } = JSON.parse(readFileSync(join(site, "data/questions.json"), "utf8")) as {
    questions: { address: string }[];
  };
  for (const { address } of questions) ids.get("/sql/")?.add(address);
  return pagesOf(site).flatMap((page) =>
    [...documentOf(site, page).querySelectorAll("a[href]")]
      .map((anchor) => new URL(anchor.getAttribute("href") ?? "", `http://site/${page}`))
      .filter(({ pathname, hash }) => {
        const found = ids.get(pathname);
        if (found === undefined) return !/\.\w+$/.test(pathname);
        return hash !== "" && !found.has(hash.slice(1));
      })
      .map(({ pathname, hash }) => `${page} -> ${pathname}${hash}`),
  );
}

describe("metrics.json of the sample company", () => {
  let file: MetricsFile;
  let text: string;
  let warehouse: Warehouse;
  let workDirectory: string;

  beforeAll(async () => {
    text = readFileSync(join(inject("site"), "data/metrics.json"), "utf8");
    file = JSON.parse(text) as MetricsFile;
    workDirectory = mkdtempSync(join(tmpdir(), "hourglass-metrics-"));
    const configuration = await loadConfiguration(join(root, "data/dashboard.config.ts"));
    await buildReport({ configuration, workDirectory, now: () => 0 });
    warehouse = await openWarehouse({ path: join(workDirectory, "warehouse.duckdb") });
  });

  afterAll(() => {
    warehouse?.close();
    rmSync(workDirectory, { recursive: true, force: true });
  });

  it("has every metric of the catalogue, each once", () => {
    expect(file.schema).toBe(1);
    expect(file.metrics.map(({ id }) => id)).toEqual(metrics.map(({ id }) => id));
  });

  it("knows most of them", () => {
    const unknown = file.metrics.filter(({ value }) => value === null).map(({ id }) => id);
    expect(unknown).toEqual(["median_lifetime", "csat", "ces"]);
  });

  it("has the very value that its mart, column, filter and period select", async () => {
    for (const metric of file.metrics) {
      const { id, value, period, period_starts_on, mart, column, filter, period_column } = metric;
      expect(period_starts_on, id).toBe(period === null ? null : firstDayOf(period));
      const conditions = [
        filter || "true",
        ...(period_column === null ? [] : [`${period_column} = '${period_starts_on}'`]),
      ];
      const rows = await warehouse.rows<{ value: number | null }>(
        `select ${column} as value from ${mart} where ${conditions.join(" and ")}`,
      );
      const known = rows.flatMap((row) => (row.value === null ? [] : [row.value]));
      expect(known, id).toEqual(value === null ? [] : [value]);
    }
  });

  it("tells the headline metrics alike in both of its lists", () => {
    const byId = new Map(file.metrics.map((metric) => [metric.id, metric]));
    expect(Object.keys(file.headline)).toHaveLength(9);
    for (const [id, { value, month }] of Object.entries(file.headline)) {
      expect(byId.get(id)?.value, id).toBeCloseTo(value ?? Number.NaN, 6);
      expect(month).toBe(file.month);
    }
  });

  it("names the files by the hashes that the data page shows, and what was chosen", () => {
    const page = documentOf(inject("site"), "data/").body.textContent ?? "";
    expect(file.inputs.map((input) => input.file)).toContain("contracts.csv");
    for (const { sha256 } of file.inputs) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(page).toContain(sha256.slice(0, 12));
    }
    expect(file.settings["churn.grace_days"]).toBe(30);
    expect(Object.keys(file.settings)).toEqual(Object.keys(file.settings).toSorted());
  });

  it("holds no name of a customer", () => {
    const names = readFileSync(join(root, "data/accounts.csv"), "utf8")
      .split("\n")
      .slice(1, 60)
      .map((line) => line.split(",")[1] ?? "")
      .filter((name) => name.length > 6);
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  });
});

describe("the pages of the metrics", () => {
  it("are one per metric, linked from the list, with value, definition, formula and SQL", () => {
    const site = inject("site");
    const list = documentOf(site, "metrics/");
    const hrefs = [...list.querySelectorAll(".metrics .title a")].map((a) =>
      a.getAttribute("href"),
    );
    expect(hrefs).toEqual(metrics.map(({ id }) => `/metrics/${id}/`));
    const rules = settingsOfTest({ asOf: "2025-09-30" });
    for (const metric of metrics) {
      const { id, title, source } = metric;
      const { definition, formula } = wordsUnder(rules, metric);
      const page = documentOf(site, `metrics/${id}/`);
      expect(page.querySelector("h1")?.textContent, id).toContain(title);
      const text = page.querySelector("main")?.textContent ?? "";
      for (const words of [definition, formula, source]) expect(text, id).toContain(words);
      expect(page.querySelector("#history h2")?.textContent, id).toBeTruthy();
      expect(page.querySelector("#sql pre")?.textContent, id).toMatch(/^-- Grain: /);
      expect(text, id).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("tell the past by cohort where the metric is one number, or say that it has none", () => {
    const site = inject("site");
    const history = (id: string) => documentOf(site, `metrics/${id}/`).querySelector("#history");
    const byCohort = [
      ["break_even_month", "Payback age of a cohort, by quarter of start"],
      ["left_before_payback", "Left before paying back, by quarter of start"],
      ["lost_by_break_even", "Left before paying back, by quarter of start"],
      ["unrecovered_cac", "Acquisition cost not recovered, by quarter of start"],
      ["survival_12", "Customers of a cohort kept after 12 months, by quarter of start"],
    ] as const;
    for (const [id, title] of byCohort) {
      expect(history(id)?.querySelector(".measure")?.textContent, id).toContain(title);
      expect(history(id)?.querySelectorAll("tbody tr").length, id).toBeGreaterThan(5);
      expect(history(id)?.querySelector("pre[data-query]"), id).not.toBeNull();
    }
    const parts = [...(history("ltv_cac")?.querySelectorAll("a") ?? [])];
    expect(parts.map((part) => part.getAttribute("href")?.split("/")[2]).toSorted()).toEqual([
      "arpa",
      "cac",
      "churn",
      "gross_margin",
      "survival_12",
    ]);
    expect(history("hazard_12")?.textContent).toContain("no earlier month has one of its own");
  });

  it("name the datasets that the metric's own column is made of, in words as in the drawing", () => {
    const site = inject("site");
    const text = readFileSync(join(site, "data/metrics.json"), "utf8");
    const { metrics: list } = JSON.parse(text) as MetricsFile;
    const listed = new Map(list.map(({ id, inputs }) => [id, inputs]));
    const datasetsOf = (id: string) => {
      const page = documentOf(site, `metrics/${id}/`);
      const drawn = [...page.querySelectorAll("#lineage tbody tr")]
        .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim()))
        .flatMap(([name, layer]) => (layer === "Datasets" ? [name] : []));
      const terms = [...page.querySelectorAll("#how dt")];
      const told = terms.find((term) => term.textContent === "Datasets")?.nextElementSibling;
      expect(drawn.toSorted().join(", "), id).toBe(told?.textContent);
      expect(listed.get(id)?.join(", "), id).toBe(told?.textContent);
      return told?.textContent;
    };
    expect(datasetsOf("ltv_paid")).toBe("accounts, contracts, fx");
    expect(datasetsOf("ltv_cac")).toBe("accounts, contracts, costs, fx");
    expect(datasetsOf("response_rate")).toBe("accounts, surveys");
    expect(datasetsOf("differing_pairs")).toBe("accounts, contracts, fx");
  });

  it("lead from what is told of segments that differ, and of terms that ended, to its metric", () => {
    const site = inject("site");
    const placesOfMetric = (id: string) =>
      [...documentOf(site, `metrics/${id}/`).querySelectorAll("#places a")].map((place) =>
        place.getAttribute("href"),
      );
    expect(placesOfMetric("differing_pairs")).toEqual(["/retention/#churn-by-segment"]);
    expect(placesOfMetric("awaiting_arr")).toEqual(["/#movements"]);
    const tests = documentOf(site, "metrics/differing_dimensions/").querySelector("#tests");
    expect(tests?.querySelectorAll("tbody tr").length).toBeGreaterThan(1);
    const beside = documentOf(site, "metrics/").querySelectorAll("#beside tbody tr");
    expect(beside.length).toBe(supportingMarts.length);
  });

  it("lead to the figures that show them, and every other link to its place", () => {
    const site = inject("site");
    const places = documentOf(site, "metrics/arr/").querySelectorAll("#places a");
    expect([...places].map((place) => place.getAttribute("href"))).toEqual([
      "/#scorecard",
      "/#arr",
      "/#quarters",
      "/#targets",
      "/#arr-bridge",
    ]);
    expect(brokenLinks(site)).toEqual([]);
  });

  it("lead between them to every figure of the pages but the summary, whose sentences lead to them", () => {
    const site = inject("site");
    const linked = new Set(
      pagesOf(site).flatMap((page) =>
        [...documentOf(site, page).querySelectorAll("#places a")].map((a) =>
          a.getAttribute("href"),
        ),
      ),
    );
    const figures = ["", "retention/", "cash-flow/", "nps/"].flatMap((page) =>
      [...documentOf(site, page).querySelectorAll("main section[id]:not(#summary)")].map(
        ({ id }) => `/${page}#${id}`,
      ),
    );
    expect([...linked].toSorted()).toEqual(figures.toSorted());
  });

  it("say in words what two files cannot tell, and lead to no figure that is not drawn", () => {
    const out = inject("smallSite");
    expect(brokenLinks(out)).toEqual([]);
    const text = (page: string) => documentOf(out, page).querySelector("main")?.textContent ?? "";

    expect(text("metrics/nps/")).toContain("This build was not given surveys.csv, which it needs.");
    expect(text("metrics/nps_answers/")).toContain("On no figure of the other pages.");
    expect(text("metrics/cac/")).toContain("Customer acquisition cost, 12 months is not known");
    // 13,200 a year and 48,000 over two years.
    expect(documentOf(out, "metrics/mrr/").querySelector("h1")?.textContent).toMatch(
      /^Monthly recurring revenue: 3100\s€, Jun 2024$/,
    );
  });
});

/** 2025-09, 2025-Q3 or 2025-H2 -> the first day. */
function firstDayOf(period: string): string {
  const [year = "", part = ""] = period.split("-");
  const number = Number(part.replace(/\D/g, ""));
  const month = part.startsWith("Q")
    ? 3 * number - 2
    : part.startsWith("H")
      ? 6 * number - 5
      : number;
  return `${year}-${String(month).padStart(2, "0")}-01`;
}
