import type { ResultRow } from "./engine.ts";
import type { Drawing, PrintedFigure } from "./figures.ts";
import type { PrintedNumber } from "./printed.ts";
import type { Allowed, Result } from "./prove.ts";

/** A number that is proved already, with half of the last digit that is printed of it. */
interface Known {
  value: number;
  isPercent: boolean;
  half: number;
}

interface KnownRow {
  /** Whatever a picture may call it. */
  names: string[];
  numbers: Known[];
}

const known = (printed: PrintedNumber): Known => ({
  value: printed.value,
  isPercent: printed.kind === "percent",
  half: halfDigitOf(printed),
});

/** Short forms have three digits, of which zeros at the end are not written. */
function halfDigitOf({ text, kind, value, decimals }: PrintedNumber): number {
  const third = 10 ** (Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 2);
  if (kind === "compact") return 0.5 * third;
  // Where a language has no short form for thousands: 988.000 $.
  if (kind === "money" && value % third === 0) return 0.5 * Math.max(10 ** -decimals, third);
  // A sign marks a score, whose zero at the end is not written; a count is whole.
  if (kind === "plain" && decimals === 0) return /^[-−+]/.test(text) ? 0.05 : 0;
  return 0.5 * 10 ** -decimals;
}

/** Whether a number of a picture is a known one, to the digits that are printed of both. */
const isKnown = (printed: PrintedNumber, numbers: readonly Known[]): boolean =>
  numbers.some(
    ({ value, isPercent, half }) =>
      isPercent === (printed.kind === "percent") &&
      Math.abs(value - printed.value) <= half + halfDigitOf(printed) + 1e-9,
  );

/**
 * Numbers of a figure's pictures that are not in its table, title, notes or the rows of its SQL. What
 * a pointer reads must stand in a row that it names, a label anywhere.
 *
 * @param curves Rows that a model makes and no table holds, named by their column `at`.
 */
export function undrawnNumbers(
  { drawings, tables, prose, headings }: PrintedFigure,
  results: readonly Result[],
  curves: readonly Result[],
  allowed: Allowed,
): string[] {
  const answered = [...results, ...curves].flatMap((rows) =>
    rows.map((row) => rowOf(row, allowed)),
  );
  const names = [
    ...tables.flat().map(([cell = ""]) => cell),
    ...answered.flatMap((row) => row.names),
  ].filter((name) => /\p{L}/u.test(name) && /\d/.test(name));
  const numbersOf = (text: string) => allowed.reader.numbersOf(without(text, names, allowed));
  const rows = [
    ...tables.flat().map((cells) => ({
      names: cells.slice(0, 1),
      numbers: cells.flatMap((cell) => numbersOf(cell).map(known)),
    })),
    ...answered,
  ];
  const stated = [...prose, ...headings].flatMap((text) => numbersOf(text).map(known));
  const everything = [...stated, ...rows.flatMap(({ numbers }) => numbers)];
  const isProved = (text: string) =>
    numbersOf(text).every((printed) => isKnown(printed, everything));
  return drawings.flatMap((drawing) => [
    ...drawing.readings.flatMap((lines) => {
      const named = [...stated, ...rowsNamed(lines, rows, numbersOf)];
      return lines
        .flatMap(numbersOf)
        .filter((printed) => !isKnown(printed, named))
        .map(({ text }) => `"${text}" read at "${lines.join(", ")}"`);
    }),
    ...strayLabels(drawing, isProved).map((text) => `label "${text}"`),
    ...offScale(drawing, numbersOf).map((text) => `axis ${text}`),
  ]);
}

/** A row of the SQL, by its texts and days as they are printed. */
function rowOf({ at, ...row }: ResultRow, { reader, words }: Allowed): KnownRow {
  const texts = Object.values(row).filter((cell) => typeof cell === "string");
  const numbers = Object.values({ at, ...row }).filter((cell) => typeof cell === "number");
  return {
    names: [
      ...(at === undefined ? [] : [String(at)]),
      ...texts.flatMap((text) => {
        if (/^\d{4}-\d\d-\d\d$/.test(text)) return reader.daysOf(text);
        return [words[text] ?? text];
      }),
    ],
    numbers: numbers.flatMap((value) => [
      { value, isPercent: false, half: 0 },
      { value: 100 * value, isPercent: true, half: 0 },
    ]),
  };
}

function without(text: string, names: readonly string[], { phrases }: Allowed): string {
  let rest = text;
  for (const name of names) rest = rest.replaceAll(name, " ");
  for (const phrase of phrases) rest = rest.replaceAll(phrase, " ");
  return rest;
}

/**
 * Numbers of the rows that a reading names; of many with one name, of the first, which the others may
 * be shares of, and of those with the number in the reading's heading.
 */
function rowsNamed(
  lines: readonly string[],
  rows: readonly KnownRow[],
  numbersOf: (text: string) => PrintedNumber[],
): Known[] {
  const text = ` ${lines.join(" \n ")} `;
  const byName = rows.filter(({ names }) => names.some((name) => holds(text, name)));
  const [heading] = numbersOf(lines[0] ?? "");
  const groups = Map.groupBy(byName.length > 0 ? byName : rows, ({ names }) => names.join("\n"));
  return [...groups.values()].flatMap((group) => {
    const meant = group.filter(({ numbers }) => heading && isKnown(heading, numbers));
    const kept = meant.length > 0 ? [...group.slice(0, 1), ...meant] : group;
    return kept.flatMap(({ numbers }) => numbers);
  });
}

/** Whether a text has a name that is no part of a longer number. */
function holds(text: string, name: string): boolean {
  return (
    name !== "" &&
    text.split(name).some((before, index, parts) => {
      const after = parts[index + 1];
      return after !== undefined && !/[\d.,]$/.test(before) && !/^[\d.,]/.test(after);
    })
  );
}

/** Labels with unknown numbers that are no axis: quiet ones in even steps along a line. */
function strayLabels({ labels }: Drawing, isProved: (text: string) => boolean): string[] {
  const isTick = ({ y, isQuiet }: Drawing["labels"][number]) =>
    isQuiet && isEven(labels.filter((label) => label.isQuiet && label.y === y));
  return labels.filter((label) => !isProved(label.text) && !isTick(label)).map(({ text }) => text);
}

function isEven(labels: readonly { x: number; text: string }[]): boolean {
  const points = labels.map(({ x, text }) => ({
    x,
    value: Number(text.replaceAll(/[^\d.-]/g, "")),
  }));
  const [first, second] = points;
  if (!first || !second || points.length < 3) return false;
  const slope = (second.value - first.value) / (second.x - first.x);
  const step = Math.abs(second.value - first.value);
  return points.every(
    ({ x, value }) => Math.abs(first.value + slope * (x - first.x) - value) < step / 10,
  );
}

/** Whether the value axis has room for what is read, no step more, and is not three times as high. */
function offScale(
  { ticks, readings }: Drawing,
  numbersOf: (text: string) => PrintedNumber[],
): string[] {
  const marks = ticks.flatMap((tick) => numbersOf(tick).slice(0, 1));
  const measure = measureOf(marks);
  const values = readings.flatMap(([, ...lines]) =>
    lines
      .filter((line) => !/^n \d/.test(line))
      .flatMap((line) =>
        numbersOf(line)
          .filter((number) => measureOf([number]) === measure)
          .slice(0, 1),
      )
      .map(({ value }) => value),
  );
  if (marks.length < 2 || values.length === 0) return [];
  const scale = marks.map(({ value }) => value).sort((a, b) => a - b);
  const [low = 0, next = 0] = scale;
  const high = scale.at(-1) ?? 0;
  const step = next - low;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const reach = Math.max(Math.abs(least), Math.abs(most));
  const isFit =
    most <= high + step &&
    least >= low - step &&
    reach >= Math.max(Math.abs(low), Math.abs(high)) / 3;
  return isFit ? [] : [`${scale.join(", ")} for values from ${least} to ${most}`];
}

function measureOf(numbers: readonly PrintedNumber[]): "share" | "money" | "number" {
  if (numbers.some(({ kind }) => kind === "percent")) return "share";
  return numbers.some(({ kind }) => kind === "money" || kind === "compact") ? "money" : "number";
}
