import { describe, expect, it } from "vitest";
import { npsFigures } from "../../src/figures/index.ts";
import { drivers } from "../../src/figures/nps/drivers.ts";
import { renewals } from "../../src/figures/nps/renewals.ts";
import { response } from "../../src/figures/nps/response.ts";
import { comments, themes } from "../../src/figures/nps/themes.ts";
import { type Scope, viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

const wave = { wave: "2025-01-01", wave_label: "2025 H1" };
const everyone = { dimension: "all", segment: "all" };
const whole = { ...everyone, ...wave, answers: 359, nps: 39.8 };

const driver = {
  ...wave,
  ...everyone,
  breakdown: "module",
  group_name: "reporting",
  answers: 40,
  nps: -46,
  rest_answers: 300,
  rest_nps: 40,
  difference: -86,
  difference_lower: -105,
  difference_upper: -60,
  p_value: 0.000001,
  holm_p_value: 0.00003,
  is_small: false,
  is_driver: true,
};

describe("groups against the rest", () => {
  const figure = (rows: readonly Partial<typeof driver>[]) =>
    drivers(
      viewOf(
        reportWith({ npsByWave: [whole], npsDrivers: rows.map((row) => ({ ...driver, ...row })) }),
      ),
    );
  const chance = { is_driver: false, difference: 99, holm_p_value: 0.4, p_value: 0.04 };

  it("names the widest difference beyond chance, and how many more there are", () => {
    expect(figure([chance, {}])?.finding).toBe(
      "Reporting (module): 86 points below the rest, beyond chance",
    );
    const three = [{ difference: 91.26, group_name: "studio" }, {}, { difference: 12 }];
    expect(figure(three)?.finding).toBe(
      "Studio (module): 91.3 points above the rest, beyond chance; so are 2 more",
    );
  });

  it("calls no difference one that is within chance, or of too few answers", () => {
    expect(figure([chance])?.finding).toBe("No group differs from the rest beyond chance");
    const small = figure([{ is_small: true, is_driver: false }]);
    expect(small?.finding).toBe("Fewer than 10 answers on either side: too few to compare");
    expect(small?.drawing).toBeUndefined();
    expect(small?.table?.faint).toEqual(new Set([0]));
    expect(figure([])).toBeUndefined();
  });

  it("draws the 12 least due to chance and says how many it compared", () => {
    const many = figure(Array.from({ length: 15 }, (_, place) => ({ group_name: `m${place}` })));
    expect(many?.caveat).toContain("15 groups compared");
    expect(many?.caveat).toContain("Drawn: the 12 least due to chance");
    expect(many?.table?.rows).toHaveLength(15);
    expect(figure([{}])?.caveat).not.toContain("Drawn");
  });
});

describe("renewals by score", () => {
  const row = (name: string, terms: number, rate: number, difference?: [number, number]) => ({
    ...everyone,
    class: name,
    terms,
    renewed: rate * terms,
    renewal_rate: rate,
    lower: 0,
    upper: 1,
    difference: difference ? -0.1 : null,
    difference_lower: difference?.[0] ?? null,
    difference_upper: difference?.[1] ?? null,
  });
  const finding = (rows: ReturnType<typeof row>[]) =>
    renewals(viewOf(reportWith({ npsRenewals: rows })))?.finding;

  it("are apart only where the interval of the difference leaves out 0", () => {
    const promoters = row("promoter", 20, 0.9);
    expect(finding([row("detractor", 20, 0.6, [-0.5, -0.02]), promoters])).toBe(
      "Detractors renewed 60% of their terms, promoters 90%: a difference beyond chance",
    );
    expect(finding([row("detractor", 20, 0.8, [-0.3, 0.1]), promoters])).toBe(
      "Detractors renewed 80% of their terms, promoters 90%: within chance",
    );
  });

  it("are not compared under 10 terms, nor shown without any", () => {
    const few = [row("detractor", 9, 0, [-0.9, -0.5]), row("promoter", 20, 0.9)];
    expect(finding(few)).toBe(
      "Too few terms of promoters or detractors have ended to compare them",
    );
    expect(finding([])).toBeUndefined();
  });
});

describe("the response rate", () => {
  it("is not known where every row has a score, rather than 100%", () => {
    const rows = [
      { ...everyone, ...wave, asked: null, answered: 12, answered_share: null },
      {
        ...everyone,
        wave: "2024-07-01",
        wave_label: "2024 H2",
        asked: 40,
        answered: 10,
        answered_share: 0.25,
      },
    ];
    const figure = response(viewOf(reportWith({ npsEligibility: rows })));
    expect(figure?.finding).toBe(
      "How many were asked in 2025 H1 is not known: the file has answers only",
    );
    expect(figure?.table?.rows).toEqual([
      ["2025 H1", "not known", "12", "not known"],
      ["2024 H2", "40", "10", "25%"],
    ]);
  });
});

describe("themes of comments", () => {
  const row = (theme: string, count: number, nps: number) => ({
    ...everyone,
    ...wave,
    is_latest: true,
    theme,
    all_comments: 80,
    comments: count,
    share: count / 80,
    promoters: 0,
    passives: 0,
    detractors: 0,
    nps,
    lower: -100,
    upper: 100,
  });
  const finding = (rows: ReturnType<typeof row>[]) =>
    themes(viewOf(reportWith({ npsThemes: rows })))?.finding;

  it("name the one found most and the lowest of those with 10 comments", () => {
    const rows = [row("none", 50, 0), row("price", 15, 20), row("speed", 10, -30)];
    expect(finding([...rows, row("law", 9, -100)])).toBe(
      "Named most: price, in 15 of 80 comments; lowest score of those with 10 or more: speed, -30",
    );
    expect(finding(rows)).toBe("Named most: price, in 15 of 80 comments; lowest score: speed, -30");
    expect(finding([row("price", 15, -26.66), row("speed", 10, 5)])).toBe(
      "Named most: price, in 15 of 80 comments; it also scores lowest, -26.7",
    );
    expect(finding([row("law", 9, -100)])).toBe("Named most: law, in 9 of 80 comments");
    expect(finding([row("none", 80, 0)])).toBe("No comment has a theme");
    expect(finding([])).toBeUndefined();
  });

  it("name all that are found as often, and all that score lowest", () => {
    const small = [row("ease of use", 2, -50), row("price", 2, 0), row("support", 2, 50)];
    expect(finding([...small, row("speed", 1, -100)])).toBe(
      "Named most: ease of use, price and support, in 2 of 80 comments each",
    );
    // 4 detractors of 15 are -26.7; the lowest is one of two named most, so no "it" can stand for it.
    const [price, speed] = [row("price", 15, -26.666), row("speed", 15, 20)];
    expect(finding([price, speed])).toBe(
      "Named most: price and speed, in 15 of 80 comments each; lowest score: price, -26.7",
    );
    expect(finding([speed, row("law", 12, -25), row("ease of use", 12, -25)])).toBe(
      "Named most: speed, in 15 of 80 comments; lowest score: ease of use and law, -25",
    );
    expect(finding([row("price", 15, -20), row("speed", 12, -20)])).toBe(
      "Named most: price, in 15 of 80 comments",
    );
  });

  it("are quoted where comments are published, unless customers are not there one by one", () => {
    const marts = {
      npsThemes: [row("none", 1, 0)],
      npsComments: [
        {
          ...everyone,
          theme: "none",
          place: 1,
          answered_on: "2025-03-05",
          score: 3,
          comment: "<b>No</b>",
        },
      ],
    };
    const report = reportWith(marts);
    const figure = comments(viewOf(report));
    expect(figure?.finding).toBe("1 comment on 1 theme");
    expect(figure?.table?.rows).toEqual([["no theme", "<b>No</b>", "3", "Mar 5, 2025"]]);
    const { definitions } = report;
    const none = { ...definitions.publish, accounts: "none" as const };
    const hidden = reportWith(marts, { definitions: { ...definitions, publish: none } });
    expect(comments(viewOf(hidden))).toBeUndefined();
    expect(comments(viewOf(reportWith({})))).toBeUndefined();
  });
});

describe("the answers of one segment", () => {
  const scope: Scope = { dimension: "tier", segment: "small" };
  const report = reportWith({
    npsByWave: [
      { ...whole, lower: 30, upper: 50 },
      { ...scope, ...wave, wave: "2024-07-01", wave_label: "2024 H2", answers: 12, nps: 25 },
    ],
    npsDistribution: [
      { ...everyone, ...wave, is_latest: true, score: 9, answers: 359, share: 1 },
      { ...scope, wave: "2024-07-01", is_latest: true, score: 9, answers: 12, share: 1 },
    ],
    npsDrivers: [
      driver,
      { ...driver, ...scope },
      { ...driver, ...scope, breakdown: "role", group_name: "user", answers: 7 },
      { ...driver, ...scope, breakdown: "role", group_name: "admin", answers: 5 },
    ],
    npsRenewals: [{ ...everyone, class: "promoter", terms: 99, renewal_rate: 1 }],
  });
  const told = npsFigures(viewOf(report, scope)).filter((figure) => "id" in figure);

  it("are broken down by what splits them, each figure asking for the segment alone", () => {
    expect(told.map(({ id }) => id)).toEqual([
      "waves",
      "distribution",
      "shares",
      "by-role",
      "by-module",
      "drivers",
    ]);
    const roles = told.find(({ id }) => id === "by-role");
    expect(roles?.table?.rows.map(([, group, answers]) => [group, answers])).toEqual([
      ["admin", "5"],
      ["user", "7"],
    ]);
    for (const { queries = [] } of told) {
      for (const { sql } of queries) expect(sql).toContain("segment = 'small'");
    }
  });

  it("are those of its own newest half-year, whatever period is shown of others", () => {
    const later = viewOf(report, scope, { from: "2025-01-01" });
    const figures = npsFigures(later).filter((figure) => "id" in figure);
    const [, distribution] = figures;
    expect(figures.map(({ id }) => id)).not.toContain("shares");
    expect(distribution?.facts ?? "").not.toBe("");
  });
});
