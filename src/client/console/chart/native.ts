import { monthDay, monthIndex, type NativeChart, type PlainPoint } from "../../../charts/index.ts";
import { type PageFormats, wordsOf } from "../../../figures/index.ts";
import { type Choice, scaleOf } from "./choice.ts";
import { placeCell } from "./sheet.ts";

/** More places than that are no chart that somebody edits. */
const mostPlaces = 400;

/**
 * The chart of a query as plain data; undefined where a slide would draw it wrongly, and has its table
 * instead: dots, places that are not evenly spaced on their axis, and several values at one place.
 */
export function nativeOf(
  points: readonly PlainPoint[],
  { x, y, series, mark }: Choice,
  format: PageFormats,
): NativeChart | undefined {
  const scale = scaleOf(x);
  const places = [...new Set(points.map((point) => point.x))];
  if (typeof places[0] === "number") places.sort((a, b) => Number(a) - Number(b));
  const names = [...new Set(points.map((point) => point.series))];
  const valueAt = new Map(points.map((point) => [`${point.x}\n${point.series}`, point.y]));
  const isTwice = valueAt.size < points.length;
  if (mark === "dot" || isTwice || places.length > mostPlaces) return undefined;
  const days = scale === "time" ? monthsOf(places) : undefined;
  if (scale !== "name" && !days && !isEven(places.map(Number))) return undefined;
  const isTime = scale === "time";
  return {
    kind: kindOf(mark, names.length, scale === "name"),
    unit: "number",
    axis: x.name,
    categories: places.map(
      (place, index) =>
        (days && format.monthLabel(days[index] ?? "")) ??
        wordsOf(placeCell(place, isTime), format) ??
        "",
    ),
    ...(days && { days }),
    series: names.map((name) => ({
      name: series ? name : y.name,
      values: places.map((place) => valueAt.get(`${place}\n${name}`) ?? null),
    })),
  };
}

function kindOf(
  mark: Exclude<Choice["mark"], "dot">,
  series: number,
  isNamed: boolean,
): NativeChart["kind"] {
  if (mark === "bar") return isNamed ? "bar" : "column";
  return mark === "area" && series > 1 ? "stacked" : "line";
}

/** First days of months that follow each other; undefined where they are no such months. */
function monthsOf(places: readonly (number | string)[]): string[] | undefined {
  const days = places.map((place) => new Date(place).toISOString());
  if (!days.every((day) => day.endsWith("-01T00:00:00.000Z"))) return undefined;
  const months = days.map((day) => monthIndex(day.slice(0, 10)));
  return isEven(months) && (months[1] ?? 0) - (months[0] ?? 0) === 1
    ? months.map(monthDay)
    : undefined;
}

/** Whether numbers that climb are as far from each other as the first two. */
function isEven(numbers: readonly number[]): boolean {
  const [first = 0, second = first + 1] = numbers;
  const step = second - first;
  return numbers.every((value, index) => Math.abs(value - (first + index * step)) < step * 1e-6);
}
