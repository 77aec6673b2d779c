import { type NativeSeries, textWidth } from "../../../charts/index.ts";
import { largestOf, numberFormat, tickFormat } from "../../number-format.ts";
import { type Scale, scaleOf } from "../../scale.ts";
import { fill, noLine, type Role } from "../theme.ts";
import { chartText, type Label, labelsXml, pointXml } from "./marks.ts";
import { type Drawing, type Drawn, knownOf, type Plot } from "./plot.ts";
import { above, levelLine, ruleAt, rulesOf } from "./rules.ts";
import { barSeries } from "./series.ts";
import { makeSheet } from "./sheet.ts";

/** More bars than that leave no room for the value of each. */
const mostLabelled = 24;
/** A bar of a stack that is lower than this share of the axis holds no label. */
const lowest = 0.05;

/** Columns, bars and stacks, each with its value where there is room. */
export function plotBars({ chart, money, width }: Drawing): Plot {
  const { kind, unit, series, categories, level } = chart;
  const isStacked = kind === "stacked";
  const sheet = makeSheet(chart);
  const values = series.flatMap((own) => knownOf(own.values));
  const heights = isStacked
    ? categories.map((_, place) => series.reduce((sum, own) => sum + (own.values[place] ?? 0), 0))
    : values;
  const isLabelled = categories.length * (isStacked ? 1 : series.length) <= mostLabelled;
  const rules = rulesOf(chart, width);
  const scale = above(rules, isLabelled && !isStacked ? tight(heights) : scaleOf(heights));
  const format = numberFormat(unit, values, money);
  const drawn = series.map((own, index): Drawn => {
    const colour = colourOf(series, index, isStacked);
    const column = sheet.add(own.name, own.values, format);
    const faint = (own.faint ?? []).filter(() => own.faint?.length !== categories.length);
    const inside: Label = { position: "ctr", colour: inkOn(colour), format };
    const labels = isStacked
      ? labelsXml(
          new Map(
            own.values.flatMap((value, place) =>
              value !== null && Math.abs(value) >= lowest * (scale.high - scale.low)
                ? [[place, inside] as const]
                : [],
            ),
          ),
        )
      : labelsXml(new Map(), { position: "outEnd", colour: "ink", format });
    return {
      layer: "bar",
      isNamed: true,
      series: barSeries(sheet, column, {
        look: fill(colour) + noLine,
        points: faint.map((place) => pointXml(place, fill("grey") + noLine, { isBar: true })),
        labels: isLabelled ? labels : "",
      }),
    };
  });
  const names = rules.map((rule) => ruleAt(sheet, rule, scale, format, true));
  const widest = Math.max(...categories.map((name) => textWidth(name, chartText)));
  return {
    sheet,
    drawn: [...drawn, ...(level ? [levelLine(sheet, level, format)] : []), ...names],
    isStacked,
    // Lines lie across columns only.
    isLying: kind === "bar" && !level && rules.length === 0 && widest * categories.length > width,
    isCurve: false,
    scale,
    ticks: {
      format: tickFormat(unit, scale.step, largestOf(heights), money),
      isShown: !isLabelled || isStacked,
    },
    hasLegend: series.length > 1 || level !== undefined,
    right: 24,
    top: rules.length > 0 ? 22 : 14,
  };
}

/** Ends of an axis that nobody sees: as high as its bars and their labels. */
function tight(values: readonly number[]): Scale {
  const { low, high, step } = scaleOf(values);
  const room = 0.08 * (Math.max(0, ...values) - Math.min(0, ...values));
  const end = (value: number) => Number((value + Math.sign(value) * room).toPrecision(6));
  return {
    low: low < 0 ? end(Math.min(...values)) : low,
    high: Math.max(...values) > 0 ? end(Math.max(...values)) : high,
    step,
  };
}

const stack: readonly Role[] = ["accent", "second", "third", "fourth"];

/** Of columns beside each other the newest stands out; of a stack each has a colour. */
function colourOf(series: readonly NativeSeries[], index: number, isStacked: boolean): Role {
  const own = series[index];
  if (own?.tone) return own.tone;
  if (own?.faint?.length === own?.values.length) return "grey";
  if (isStacked) return stack[index % stack.length] ?? "accent";
  return index === series.length - 1 ? "accent" : "grey";
}

const inkOn = (colour: Role): Role => (colour === "grey" ? "ink" : "paper");
