const endless = 2_147_483_647;

/** A day since 1970-01-01 as YYYY-MM-DD, in any year that DuckDB knows; no zone of the machine enters. */
export function dayText(days: number): string {
  if (days === endless) return "infinity";
  if (days === -endless) return "-infinity";
  const { year, month, day } = civilDay(days);
  const era = year > 0 ? "" : " (BC)";
  const named = String(year > 0 ? year : 1 - year).padStart(4, "0");
  return `${named}-${two(month)}-${two(day)}${era}`;
}

/** Source: H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days. */
function civilDay(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Units of a second, and the digits behind the point that they need. */
export interface Precision {
  perSecond: bigint;
  digits: number;
}

/** Seconds, milliseconds, microseconds, nanoseconds, as Arrow numbers them. */
export const precisions: readonly Precision[] = [0, 3, 6, 9].map((digits) => ({
  perSecond: 10n ** BigInt(digits),
  digits,
}));

const longest = 9_223_372_036_854_775_807n;

/** A moment since 1970 as YYYY-MM-DD HH:MM:SS, with as many digits behind it as it has. */
export function momentText(value: bigint, precision: Precision): string {
  if (value === longest) return "infinity";
  if (value === -longest) return "-infinity";
  const perDay = 86_400n * precision.perSecond;
  const rest = ((value % perDay) + perDay) % perDay;
  return `${dayText(Number((value - rest) / perDay))} ${timeText(rest, precision)}`;
}

/** A time of day as HH:MM:SS; an interval's may have more than 24 hours. */
export function timeText(value: bigint, { perSecond, digits }: Precision): string {
  const seconds = value / perSecond;
  const rest = value % perSecond;
  const behind = rest === 0n ? "" : `.${String(rest).padStart(digits, "0").replace(/0+$/, "")}`;
  const hours = String(seconds / 3_600n).padStart(2, "0");
  return `${hours}:${two(Number((seconds / 60n) % 60n))}:${two(Number(seconds % 60n))}${behind}`;
}

const named = (count: number, unit: string) =>
  count === 0 ? [] : [`${count} ${unit}${Math.abs(count) === 1 ? "" : "s"}`];

/** An interval as DuckDB writes it: 1 year 2 months 3 days 00:00:04.5. */
export function intervalText(months: number, days: number, nanoseconds: bigint): string {
  const parts = [
    ...named(Math.trunc(months / 12), "year"),
    ...named(months % 12, "month"),
    ...named(days, "day"),
  ];
  const [, , , precision] = precisions;
  if (precision && (nanoseconds !== 0n || parts.length === 0)) {
    const sign = nanoseconds < 0n ? "-" : "";
    parts.push(sign + timeText(nanoseconds < 0n ? -nanoseconds : nanoseconds, precision));
  }
  return parts.join(" ");
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Milliseconds since 1970 of a day or moment as it is written here; of others nothing. */
export function millisecondsOf(text: string): number | undefined {
  const match = /^(\d{4,6})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?(?:\+00)?$/.exec(
    text,
  );
  if (!match) return undefined;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hours, minutes, seconds);
  return date.getTime() + Number(`0.${match[7] ?? 0}`) * 1000;
}
