import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventsFrom, monthPlace, placeEvents } from "../../src/charts/events.ts";
import {
  arrOverTime,
  makeFormats,
  metricTrend,
  npsShares,
  npsWaves,
  satisfactionBars,
} from "../../src/charts/index.ts";
import { textWidth } from "../../src/charts/measure.ts";
import { monthIndex } from "../../src/charts/months.ts";
import { fontSize } from "../../src/charts/theme.ts";
import { arrRows } from "./fixtures/revenue.ts";
import { wave } from "./fixtures/surveys.ts";

const format = makeFormats("en", "USD");
const event = (day: string, label: string) => ({ day, label, told: `${label} on ${day}` });
const frame = { width: 720, format, label: "a" };
const room = { left: 50, right: 600, width: 720 };
const lines = ({ readings }: { readings: { lines: string[] }[] }) =>
  readings.map((own) => own.lines);

describe("events over a chart", () => {
  it("share a line of labels while they are clear of one another, and climb where they are not", () => {
    const place = monthPlace(monthIndex("2023-01-01"), monthIndex("2025-12-01"));
    const far = placeEvents(
      [event("2023-03-05", "Launch"), event("2025-03-05", "Outage")],
      place,
      room,
    );
    expect(far.marks.map(({ lane }) => lane)).toEqual([0, 0]);
    const near = placeEvents(
      [event("2024-03-05", "Launch"), event("2024-05-31", "Outage")],
      place,
      room,
    );
    expect(near.marks.map(({ lane }) => lane)).toEqual([1, 0]);
  });

  it("stand at their month whatever their day, and not at all outside the months shown", () => {
    const place = monthPlace(monthIndex("2024-01-01"), monthIndex("2024-12-01"));
    const days = ["2024-02-29", "2024-02-01", "2023-12-31", "2025-01-01"];
    const { marks } = placeEvents(
      days.map((day) => event(day, "x")),
      place,
      room,
    );
    expect(marks.map(({ x }) => x)).toEqual([100, 100]);
  });

  it("never cross a label by the rule of another, nor lay one label over another", () => {
    const shares = fc.array(fc.tuple(fc.double({ min: 0, max: 0.7, noNaN: true }), fc.string()), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(shares, fc.constantFrom(328, 720), (given, width) => {
        const events = given.map(([share, label]) => ({ day: String(share), label, told: "" }));
        const { marks } = placeEvents(events, Number, { left: 40, right: width - 10, width });
        const size = fontSize(width);
        return marks.every((own) =>
          marks.every((other) => {
            if (own === other || own.labelX < own.x) return true;
            const end = own.labelX + textWidth(own.label, size);
            const isCrossed = other.x > own.x && other.x < end && other.lane >= own.lane;
            const isCovered =
              own.label && other.label && other.lane === own.lane && other.labelX >= own.labelX
                ? other.labelX < end
                : false;
            return !isCrossed && !isCovered;
          }),
        );
      }),
    );
  });

  it("are rules alone beyond four lines of labels", () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      event(`2024-0${index + 1}-01`, "A long label"),
    );
    const { height, marks } = placeEvents(many, monthPlace(24_288, 24_348), room);
    expect(marks.map(({ label }) => label !== "")).toEqual([false, false, true, true, true, true]);
    expect(height).toBe(60);
  });

  it("are told from the place of a month on, up to the next place that is drawn", () => {
    const told = eventsFrom(
      [event("2024-02-14", "Launch"), event("2024-03-31", "Outage")],
      [monthIndex("2024-01-01"), monthIndex("2024-04-01")],
    );
    expect(told(0)).toEqual(["Launch on 2024-02-14", "Outage on 2024-03-31"]);
    expect(told(1)).toEqual([]);
  });
});

describe("events between the rows of a chart", () => {
  const shares = { promoters: 20, passives: 20, detractors: 20 };
  const text = {
    promoters: "promoters",
    passives: "passives",
    detractors: "detractors",
    nps: "NPS",
    answers: (count: number) => `n ${count}`,
  };
  const events = [event("2024-12-30", "Outage"), event("2019-01-01", "Founded")];
  /** Height at which a label stands. */
  const heightOf = (svg: string, label: string) => {
    const [, y] = new RegExp(`<text[^>]*\\by="([\\d.]+)"[^>]*>${label}<`).exec(svg) ?? [];
    return Number(y);
  };

  it("stand over the half-year in which they fell, oldest first", () => {
    const waves = [
      wave({ year: 2024, half: 1, ...shares }),
      wave({ year: 2024, half: 2, ...shares }),
    ];
    const chart = npsShares(waves, { ...frame, events, text });
    const [before, own] = chart.readings.map(({ y }) => y);
    expect(heightOf(chart.svg, "Outage")).toBeGreaterThan(before ?? Number.NaN);
    expect(heightOf(chart.svg, "Outage")).toBeLessThan(own ?? Number.NaN);
    expect(lines(chart)[1]).toContain("Outage on 2024-12-30");
    expect(lines(chart)[0]).not.toContain("Outage on 2024-12-30");
    // What was before all rows is on none.
    expect(chart.svg).not.toContain("Founded");
    const plain = npsShares(waves, { ...frame, text });
    // A line of 15 pixels, and 2 under it.
    expect(chart.height - plain.height).toBe(17);
  });

  it("stand under it where the newest is the first, of each question", () => {
    const row = { kind: "csat", touchpoint: "ticket", answers: 40, good_share: 0.8, mean_score: 4 };
    const rows = [
      { ...row, wave: "2024-01-01", wave_label: "2024 H1" },
      { ...row, wave: "2024-07-01", wave_label: "2024 H2" },
      { ...row, kind: "ces", wave: "2024-07-01", wave_label: "2024 H2" },
    ];
    const chart = satisfactionBars(rows, {
      ...frame,
      events,
      text: {
        question: (kind) => kind,
        value: (share) => String(share),
        answers: (count) => String(count),
      },
    });
    const [newest, before] = chart.readings.map(({ y }) => y);
    expect(heightOf(chart.svg, "Outage")).toBeGreaterThan(newest ?? Number.NaN);
    expect(heightOf(chart.svg, "Outage")).toBeLessThan(before ?? Number.NaN);
    expect(lines(chart).map((own) => own.includes("Outage on 2024-12-30"))).toEqual([
      true,
      false,
      true,
    ]);
    // In words once; of the other question its rule alone.
    expect(chart.svg.match(/>Outage</g)).toHaveLength(1);
    expect(chart.svg.match(/stroke-dasharray="2 3"/g)).toHaveLength(2);
  });
});

describe("a reading of the month of an event", () => {
  it("says what happened, on the growth of ARR and on a metric's trend", () => {
    const events = [event("2023-02-10", "Outage")];
    const text = { running: (value: string) => value };
    const arr = arrOverTime(arrRows([1_000, 2_000, 3_000]), { ...frame, events, text });
    expect(lines(arr)[1]).toEqual(["Feb 2023", "$2,000", "Outage on 2023-02-10"]);
    expect(lines(arr)[0]).toEqual(["Jan 2023", "$1,000"]);
    const trend = metricTrend(
      [
        { month: "2023-01-01", value: 1 },
        { month: "2023-02-01", value: 2 },
      ],
      { ...frame, events, unit: "number", text: { target: (value) => value } },
    );
    expect(lines(trend)[1]).toEqual(["Feb 2023", "2", "Outage on 2023-02-10"]);
  });

  it("stands at the point of its half-year on the past of a metric, in the newest one too", () => {
    const events = [event("2024-10-14", "New reporting"), event("2025-02-17", "Old reports")];
    const trend = metricTrend(
      [
        { month: "2024-01-01", value: 1 },
        { month: "2024-07-01", value: 3 },
        { month: "2025-01-01", value: 2 },
      ],
      { ...frame, events, unit: "number", text: { target: (value) => value } },
    );
    const rules = [...trend.svg.matchAll(/<line[^>]*>/g)]
      .map(([rule]) => rule)
      .filter((rule) => rule.includes('stroke-dasharray="2 3"'))
      .map((rule) => Number(/x1="([\d.]+)"/.exec(rule)?.[1]));
    const places = trend.readings.map(({ x }) => x);
    expect(rules).toHaveLength(2);
    for (const [index, rule] of rules.entries()) {
      expect(Math.abs(rule - (places[index + 1] ?? 0))).toBeLessThan(1);
    }
    expect(trend.svg).toContain("Old reports");
  });

  it("is that of its half-year on the waves of a score, its rule before the point", () => {
    const waves = [
      wave({ year: 2024, half: 1, promoters: 20, passives: 20, detractors: 20 }),
      wave({ year: 2024, half: 2, promoters: 20, passives: 20, detractors: 20 }),
    ];
    const events = [event("2024-12-30", "Outage")];
    const chart = npsWaves(waves, { ...frame, events, text: { answers: "n" } });
    expect(lines(chart)[0]).not.toContain("Outage on 2024-12-30");
    expect(lines(chart)[1]).toContain("Outage on 2024-12-30");
    const rule = Number(
      /stroke-dasharray="2 3" [^>]*?x1="([\d.]+)"|x1="([\d.]+)"[^>]*stroke-dasharray="2 3"/
        .exec(chart.svg)
        ?.slice(1)
        .find(Boolean),
    );
    const [before, own] = chart.readings.map(({ x }) => x);
    expect(rule).toBeGreaterThan(before ?? 0);
    expect(rule).toBeLessThan(own ?? 0);
  });
});
