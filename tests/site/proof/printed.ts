import { say } from "../../../src/text/index.ts";
import type { Cell } from "./engine.ts";

/** A number as it is printed, taken apart. */
export interface PrintedNumber {
  text: string;
  value: number;
  decimals: number;
  kind: "percent" | "points" | "ratio" | "compact" | "money" | "plain";
}

/** How a locale writes numbers, learnt from Intl and not from the pages' own formats. */
export interface Reader {
  /** A whole percentage as it is printed. */
  share: (part: number) => string;
  /** 0.1% as it is printed. */
  thousandth: string;
  /** A text as numbers are looked for in it. */
  plain: (text: string) => string;
  /** Every number of a text, in order. */
  numbersOf: (text: string) => PrintedNumber[];
  /** A day in each way that the pages print one. */
  daysOf: (day: string) => string[];
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

export function readerOf(locale: string, currency: string, language: string): Reader {
  const part = (number: number, type: string, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, options).formatToParts(number).find((p) => p.type === type)
      ?.value ?? "";
  const own = digits.map((digit) => part(digit, "integer"));
  const percent = part(0.5, "percentSign", { style: "percent" });
  /** With digits of our own, and without the marks that turn a line's direction. */
  const plain = (text: string) =>
    digits
      .reduce((said, digit) => said.replaceAll(own[digit] ?? "", String(digit)), text)
      .replaceAll(percent, "%")
      .replaceAll(/[\u061c\u200e\u200f]/g, "");
  const group = escaped(part(1_234_567, "group"));
  const decimal = escaped(part(1.5, "decimal"));
  const narrow = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const money = escaped(part(1, "currency", narrow));
  // Thousands and millions; in India lakhs and crores too.
  const factors = new Map(
    [1e3, 1e5, 1e6, 1e7, 1e9, 1e12].flatMap((size) => {
      const word = part(size, "compact", { notation: "compact" });
      const printed = Number(plain(part(size, "integer", { notation: "compact" })));
      return word === "" ? [] : [[word, size / printed] as const];
    }),
  );
  const words = [...factors.keys()].map(escaped).join("|") || "(?!)";
  const pattern = new RegExp(
    `(?<sign>[-−+])?(?:(?<before>${money})\\s?)?` +
      `(?<whole>\\d{1,3}(?:${group}\\d{2,3})+|\\d+)(?:${decimal}(?<part>\\d+))?` +
      `(?:\\s?(?<compact>${words})(?!\\p{L}))?(?:\\s?(?<unit>%|×|${money}|points?\\b))?`,
    "gu",
  );
  const numbersOf = (text: string): PrintedNumber[] =>
    [...plain(text).matchAll(pattern)].map(({ 0: whole, groups = {} }) => {
      const integer = (groups.whole ?? "").replaceAll(/\D/g, "");
      const value =
        Number(`${integer}.${groups.part ?? "0"}`) * (factors.get(groups.compact ?? "") ?? 1);
      const isUnit = /^(%|×|points?)$/.test(groups.unit ?? "%");
      const isMoney = groups.before !== undefined || !isUnit;
      const kind =
        groups.unit === "%"
          ? "percent"
          : groups.unit === "×"
            ? "ratio"
            : groups.compact !== undefined
              ? "compact"
              : isMoney
                ? "money"
                : groups.unit?.startsWith("point")
                  ? "points"
                  : "plain";
      const isNegative = groups.sign === "-" || groups.sign === "−";
      return {
        text: whole,
        value: isNegative ? -value : value,
        decimals: groups.part?.length ?? 0,
        kind,
      };
    });
  const region = new Intl.Locale(locale).maximize().region;
  const dates = `${language}-${region}`;
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dates, { timeZone: "UTC", ...options });
  const month = written({ month: "short", year: "numeric" });
  const day = written({ dateStyle: "medium" });
  const daysOf = (text: string) => {
    const date = new Date(`${text}T00:00:00Z`);
    const quarter = `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
    const half = `${date.getUTCFullYear()} H${date.getUTCMonth() < 6 ? 1 : 2}`;
    return [month.format(date), day.format(date), quarter, half];
  };
  const share = (whole: number) =>
    new Intl.NumberFormat(locale, { style: "percent" }).format(whole);
  const thousandth = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 1,
  }).format(0.001);
  return { share, thousandth, plain, numbersOf, daysOf };
}

/** Whether a number rounds to what is printed; the engine's doubles may sit a hair beside a tie. */
function rounds(number: number, printed: number, decimals: number): boolean {
  return (
    Math.abs(number - printed) <= 0.5 * 10 ** -decimals + 1e-12 * Math.max(1, Math.abs(number))
  );
}

function roundsToThreeDigits(number: number, printed: number): boolean {
  if (number === 0) return printed === 0;
  return rounds(number, printed, 2 - Math.floor(Math.log10(Math.abs(number)) + 1e-12));
}

/** Whether a number is written with at most three digits and zeros behind them. */
const hasThreeDigits = (printed: number) => Number(printed.toPrecision(3)) === printed;

/** Whether a value of the SQL is what is printed, to the digits that the pages print of its kind. */
export function isPrintedAs(printed: PrintedNumber, value: number): boolean {
  const { kind, decimals } = printed;
  const share = 100 * value;
  switch (kind) {
    case "percent":
      return rounds(share, printed.value, Math.abs(value) < 0.01 ? 2 : 1);
    case "points":
      return rounds(share, printed.value, 1) || rounds(value, printed.value, 1);
    case "compact":
      return roundsToThreeDigits(value, printed.value);
    case "money":
      if (decimals === 0 && rounds(value, printed.value, 0)) return true;
      return hasThreeDigits(printed.value) && roundsToThreeDigits(value, printed.value);
    case "ratio":
      return rounds(value, printed.value, 1);
    case "plain":
      return rounds(value, printed.value, decimals === 2 ? 2 : 1);
  }
}

/** What a cell says where the SQL has no value. */
const blanks = new Set(["", "not yet", "not reached yet", "not known", "never", "no end", "-"]);

/** Words of the pages for values of the SQL. */
export type Words = Readonly<Record<string, string>>;

/** Whether a cell of a table is a value of the SQL. */
export function isCell(cell: string, value: Cell, reader: Reader, words: Words): boolean {
  if (value === null) return blanks.has(cell);
  const text = cell.replaceAll(/[\u2066-\u2069]/g, "");
  if (typeof value === "number") {
    // A p value too small for its digits.
    if (text === say.site.under(reader.thousandth)) return value >= 0 && value < 0.001;
    const [printed, ...others] = reader.numbersOf(text);
    return printed !== undefined && others.length === 0 && printed.text === reader.plain(text)
      ? isPrintedAs(printed, value)
      : false;
  }
  const said = words[String(value)];
  if (text === String(value) || (said !== undefined && text === said)) return true;
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)
    ? reader.daysOf(value).includes(text)
    : false;
}
