import { type NativeChart, type NativeSeries, textWidth } from "../../../charts/index.ts";
import { largestOf, numberFormat, tickFormat } from "../../number-format.ts";
import { type Scale, scaleOf } from "../../scale.ts";
import { line, noLine, type Role } from "../theme.ts";
import { bandOf, intervalOf } from "./intervals.ts";
import { chartText, dot, type Label, labelsXml, noMarker, pointXml } from "./marks.ts";
import { type Drawing, type Drawn, knownOf, type Plot } from "./plot.ts";
import { levelLine, ruleAt, rulesOf, withRoomFor } from "./rules.ts";
import { lineSeries } from "./series.ts";
import { makeSheet } from "./sheet.ts";

interface LineLook {
  colour: Role;
  dash: string;
}

const looks: readonly LineLook[] = [
  { colour: "accent", dash: "solid" },
  { colour: "second", dash: "solid" },
  { colour: "third", dash: "solid" },
  { colour: "fourth", dash: "dash" },
  { colour: "ink", dash: "sysDash" },
  { colour: "grey", dash: "lgDash" },
];

/** The one that stands out has the accent, whatever its place; the others share the rest. */
function looksOf(series: readonly NativeSeries[]): LineLook[] {
  const [main, ...rest] = looks as [LineLook, ...LineLook[]];
  if (!series.some(({ tone }) => tone === "accent")) {
    return series.map((_, index) => looks[index % looks.length] ?? main);
  }
  let next = 0;
  return series.map(({ tone }) =>
    tone === "accent" ? main : (rest[next++ % rest.length] ?? main),
  );
}

/** Ends of lines nearer to each other than this share of the axis cannot each carry a name. */
const nearest = 0.07;
/** Points that a name may take on the right of its line. */
const mostRight = 170;
/** More points than that are a curve over time or age. */
const mostSteps = 12;

/** Lines, each named at its end where there is room, and bands; what is known with its interval only, as points. */
export function plotCurves({ chart, money, width }: Drawing): Plot {
  const { kind, unit, series, level, categories } = chart;
  const sheet = makeSheet(chart);
  const all = [
    ...series.flatMap(({ values, low, high }) => knownOf(values, low, high)),
    ...(level ? [level.value] : []),
  ];
  const rules = rulesOf(chart, width);
  const plain = scaleOf(all, { canCut: unit !== "points" });
  const scale = withRoomFor(rules, plain, Math.max(...all));
  const format = numberFormat(unit, all, money);
  const hasPoints = kind !== "band" && series.some(({ low }) => low !== undefined);
  const endNames = series.map(({ name }) => (series.length > 1 ? `${name} $10.5M` : "$10.5M"));
  const widest = Math.max(...endNames.map((name) => textWidth(name, chartText, true)));
  const isNamed = !hasPoints && widest <= mostRight && canNameEnds(series, scale);
  const readable = readableMarks(chart, scale);
  const lines = series.map((own, index): Drawn => {
    const { colour, dash } = looksOf(series)[index] ?? { colour: "ink", dash: "solid" };
    const column = sheet.add(own.name, own.values, format);
    const single = new Map<number, Label>();
    const last = own.values.findLastIndex((value) => value !== null);
    if (isNamed && last !== -1) {
      const hasName = series.length > 1;
      single.set(last, { position: "r", colour, format, hasName, isBold: true });
    }
    for (const { place, name, position } of readable.filter((mark) => mark.series === index)) {
      single.set(place, { position, colour, format, text: name });
    }
    const everywhere: Label | undefined = hasPoints
      ? { position: "r", colour: "ink", format, isOnGround: true }
      : undefined;
    return {
      layer: "line",
      isNamed: true,
      series: lineSeries(sheet, column, {
        look: kind === "bar" ? noLine : line(colour, 2.25, dash),
        marker: hasPoints ? dot(colour, 9) : noMarker,
        points:
          kind === "bar"
            ? (own.faint ?? []).map((place) => pointXml(place, noLine, { marker: dot("grey", 9) }))
            : pointsOf(own, { colour, dash }, hasPoints),
        labels: labelsXml(single, everywhere),
        intervals: hasPoints ? intervalOf(sheet, own, format) : "",
      }),
    };
  });
  const drawn = [
    ...(kind === "band" ? series.flatMap((own) => bandOf(sheet, own, format)) : []),
    ...lines,
    ...(level ? [levelLine(sheet, level, format)] : []),
    ...rules.map((rule) => ruleAt(sheet, rule, scale, format)),
  ];
  const hasLegend = level !== undefined || (!isNamed && series.length > 1);
  return {
    sheet,
    drawn,
    isStacked: false,
    isLying: false,
    isCurve: kind === "band" || (kind === "line" && categories.length > mostSteps),
    scale,
    ticks: { format: tickFormat(unit, scale.step, largestOf(all), money), isShown: true },
    hasLegend,
    right: isNamed ? widest + 8 : 24,
    top: topOf(chart, hasLegend),
  };
}

/** Room over the plot: for names of what happened, which programs break into two lines, under a legend too. */
function topOf({ marks = [] }: NativeChart, hasLegend: boolean): number {
  if (marks.every((mark) => mark.series !== undefined)) return 8;
  return hasLegend ? 36 : 22;
}

/** Points that look unlike their line: dashes lead to what is not complete, and a dot is what no line goes through. */
function pointsOf(
  { values, faint = [] }: NativeSeries,
  { colour, dash }: LineLook,
  hasPoints: boolean,
): string[] {
  const at = (place: number) => values[place] ?? null;
  const isLone = (place: number) =>
    !hasPoints && at(place) !== null && at(place - 1) === null && at(place + 1) === null;
  return values.flatMap((_, place) => {
    const isFaint = faint.includes(place);
    if (!isFaint && !isLone(place)) return [];
    const marker = isLone(place) ? { marker: dot(colour) } : {};
    return [pointXml(place, line(colour, 2.25, isFaint ? "sysDash" : dash), marker)];
  });
}

/** Whether the ends of all lines lie far enough from each other. */
function canNameEnds(series: readonly NativeSeries[], { low, high }: Scale): boolean {
  const ends = series.flatMap(({ values }) => knownOf(values).slice(-1)).sort((a, b) => a - b);
  const nextTo = (place: number) => (ends[place] ?? 0) - (ends[place - 1] ?? 0);
  return ends.every((_, place) => place === 0 || nextTo(place) >= nearest * (high - low));
}

/** Marks on lines, of the one that stands out and the lowest points first, without those that would lie on one before. */
function readableMarks({ series, marks = [], categories }: NativeChart, { low, high }: Scale) {
  const span = high - low;
  const rankOf = ({ series: of = 0 }: { series?: number }) =>
    series[of]?.tone === "accent" ? 0 : 1;
  const placed = marks
    .flatMap((mark) => {
      const value = mark.series === undefined ? null : series[mark.series]?.values[mark.place];
      return value == null ? [] : [{ ...mark, value }];
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || a.value - b.value)
    .map((mark) => ({
      ...mark,
      // Over the axis there is no room under a point.
      position: mark.value - low < nearest * span ? ("t" as const) : ("b" as const),
    }));
  return placed.filter((mark, index) =>
    placed
      .slice(0, index)
      .every(
        (other) =>
          Math.abs(mark.value - other.value) >= nearest * span ||
          Math.abs(mark.place - other.place) >= categories.length / 4,
      ),
  );
}
