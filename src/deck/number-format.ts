import type { Unit } from "../charts/index.ts";

/** How the company writes money; a number format has the signs of US English, and programs put the reader's in. */
export interface Money {
  locale: string;
  currency: string;
}

/**
 * The number format of Office for values of a unit, such as `"$"#,##0.0,,"M"`: what is edited in a
 * chart or a sheet stays written like the rest.
 *
 * @param values they decide between thousands and millions, and whether plain numbers need digits
 */
export function numberFormat(unit: Unit, values: readonly number[], money: Money): string {
  switch (unit) {
    case "money":
      return moneyFormat(largestOf(values), money);
    case "share":
      return "0.0%";
    case "ratio":
      return '0.0"×"';
    case "points":
      return "+0.0;-0.0;0.0";
    case "months":
      return "0";
    case "number":
      // A format of digits that need not be there leaves a point behind every whole number.
      return values.every(Number.isInteger) ? "#,##0" : "#,##0.00";
  }
}

/** The same for axes, whose ticks are round. */
export function tickFormat(unit: Unit, step: number, largest: number, money: Money): string {
  if (unit === "share") return step < 0.01 ? "0.0%" : "0%";
  if (unit === "points") return "+0;-0;0";
  if (unit === "money") return moneyFormat(largest, money, step);
  if (unit === "number") {
    const digits = [0, 1].find((places) => isWhole(step * 10 ** places)) ?? 2;
    return ["#,##0", "#,##0.0", "#,##0.00"][digits] ?? "#,##0";
  }
  return numberFormat(unit, [largest], money);
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

export const largestOf = (values: readonly number[]): number =>
  Math.max(0, ...values.map((value) => Math.abs(value)));

const scales = [
  { from: 1e9, commas: ",,,", sample: 1e9 },
  { from: 1e6, commas: ",,", sample: 1e6 },
  { from: 1e4, commas: ",", sample: 1e3 },
] as const;

/** @param step between two ticks; of values, whose digits are all wanted, absent */
function moneyFormat(largest: number, money: Money, step?: number): string {
  const scale = scales.find((one) => largest >= one.from && isCounted(money, one.sample));
  const digits = digitsOf(scale?.sample ?? 1, largest, step);
  const number = `#,##0${digits}${scale?.commas ?? ""}`;
  const code = partsOf(money, scale?.sample)
    .map(({ type, value }) => {
      if (type === "integer") return number;
      return type === "fraction" || type === "decimal" ? "" : quoted(value);
    })
    .join("");
  // Of ticks, zero needs no thousands: $0, not $0M.
  return step === undefined ? code : `${code};-${code};0`;
}

/** An amount as the locale writes it, short where a scale is given. */
const partsOf = ({ locale, currency }: Money, sample?: number): Intl.NumberFormatPart[] =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    notation: sample === undefined ? "standard" : "compact",
    maximumFractionDigits: 0,
  }).formatToParts(sample ?? 1);

/** Whether the locale has a word for it: German has none for thousands, Japanese counts in ten thousands. */
function isCounted(money: Money, sample: number): boolean {
  const parts = partsOf(money, sample);
  const value = (type: string) => parts.find((part) => part.type === type)?.value;
  return value("compact") !== undefined && value("integer")?.length === 1;
}

/** Three digits in all, as the pages write money; of ticks only those that tell one from the next. */
function digitsOf(scale: number, largest: number, step: number | undefined): string {
  const inScale = largest / scale;
  const wanted =
    step === undefined
      ? Math.max(0, 2 - Math.floor(Math.log10(Math.max(1, inScale))))
      : Math.min(2, Math.max(0, Math.ceil(-Math.log10(step / scale) - 1e-9)));
  const places = scale === 1 ? 0 : wanted;
  return places === 0 ? "" : `.${"0".repeat(places)}`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', "")}"`;
