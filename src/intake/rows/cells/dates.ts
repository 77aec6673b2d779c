/** Reads a cell as a calendar day: YYYY-MM-DD (or YYYY-MM where no day stands in it), or undefined. */
export type DateReader = (text: string) => string | undefined;

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
const timeOfDay =
  "[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?(?: ?(?:Z|[A-Z]{3,4}|[+-]\\d{2}(?::?\\d{2})?))?";
const iso = new RegExp(`^(\\d{4})-(\\d{2})(?:-(\\d{2})(?:${timeOfDay})?)?$`);

const tokens: Readonly<Record<string, string>> = {
  dddd: "\\p{L}+\\.?",
  ddd: "\\p{L}+\\.?",
  YYYY: "(?<year>\\d{4})",
  YY: "(?<year>\\d{2})",
  MMMM: "(?<name>\\p{L}+)",
  MMM: "(?<name>\\p{L}+)\\.?",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
  HH: "\\d{1,2}",
  H: "\\d{1,2}",
  hh: "\\d{1,2}",
  h: "\\d{1,2}",
  mm: "\\d{2}",
  ss: "\\d{2}",
  SSS: "\\d+",
  A: "[AaPp][Mm]",
  a: "[AaPp][Mm]",
};
const tokenPattern = /dddd|ddd|YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|a/g;

/** ISO days and date-times, whose date is taken as written, and months. */
export const readIsoDate: DateReader = (text) => {
  const found = iso.exec(text);
  return found ? dateOf(found[1], found[2], found[3]) : undefined;
};

/**
 * A reader for a declared format: YYYY YY M MM D DD MMM, ddd for a weekday and words of time
 * (HH:mm:ss, A), or `excel` for day serials of the 1900 system, or `unix` for the day in UTC of
 * seconds or milliseconds since 1970. ISO dates are read too, unless the format puts the year first.
 * @returns undefined where the format does not name a year and a month once each.
 */
export function dateReader(format: string): DateReader | undefined {
  const read = counted[format] ?? formatReader(format);
  if (!read || format.startsWith("YYYY")) return read;
  return (text) => read(text) ?? readIsoDate(text);
}

const counted: Readonly<Record<string, DateReader>> = {
  excel: readSerial,
  unix: (text) => unixMoment(text)?.slice(0, 10),
};

function formatReader(format: string): DateReader | undefined {
  const found = format.match(tokenPattern) ?? [];
  const years = found.filter((token) => token.startsWith("Y")).length;
  const monthTokens = found.filter((token) => token.startsWith("M")).length;
  const days = found.filter((token) => token.startsWith("D")).length;
  if (years !== 1 || monthTokens !== 1 || days > 1) return undefined;
  const hasTime = found.some((token) => /^[Hh]/.test(token));
  const isPacked = /(?:YY|MM|DD)(?:YY|MM|DD)/.test(format.replace("YYYY", "YY"));
  let source = "";
  let rest = 0;
  for (const match of format.matchAll(tokenPattern)) {
    source += literal(format.slice(rest, match.index)) + tokenSource(match[0], isPacked);
    rest = match.index + match[0].length;
  }
  source += literal(format.slice(rest)) + (hasTime ? "" : `(?:${timeOfDay})?`);
  const pattern = new RegExp(`^${source}$`, "u");
  return (text) => {
    const groups = pattern.exec(text)?.groups;
    return (
      groups && dateOf(fullYear(groups.year), groups.month ?? monthOf(groups.name), groups.day)
    );
  };
}

/** Where signs stand between the numbers, 3/4/2025 is as clear under DD/MM/YYYY as 03/04/2025. */
function tokenSource(token: string, isPacked: boolean): string {
  if (!isPacked && (token === "MM" || token === "DD")) return tokens[token.slice(1)] ?? "";
  return tokens[token] ?? "";
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
}

/** Two digits: 69 to 99 are of the last century, as in POSIX. */
function fullYear(year: string | undefined): string | undefined {
  if (year?.length !== 2) return year;
  return `${Number(year) >= 69 ? 19 : 20}${year}`;
}

function monthOf(name = ""): string | undefined {
  if (name.length < 3) return undefined;
  const index = months.findIndex((month) => month.startsWith(name.toLowerCase()));
  if (index !== -1) return String(index + 1);
  return name.toLowerCase() === "sept" ? "9" : undefined;
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  if (!year || !month) return undefined;
  const yearMonth = `${year}-${month.padStart(2, "0")}`;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return yearMonth;
  const isDay = Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
  return isDay ? `${yearMonth}-${day.padStart(2, "0")}` : undefined;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Serial 60 is 29 February 1900, a day only Lotus and Excel have; those before it count one less. */
export function readSerial(text: string): string | undefined {
  if (!/^\d{1,7}(\.\d+)?$/.test(text)) return undefined;
  const serial = Math.floor(Number(text));
  if (serial < 1 || serial === 60 || serial > 2_958_465) return undefined;
  const epoch = serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(epoch + serial * 86_400_000).toISOString().slice(0, 10);
}

/** Seconds since 1970 of 9 or 10 digits (from 1973 on), or milliseconds of 13, as ISO in UTC. */
export function unixMoment(text: string): string | undefined {
  const digits = /^(\d{9,10}|\d{13})(?:\.\d+)?$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  return new Date(Number(digits) * (digits.length === 13 ? 1 : 1000)).toISOString();
}

const compiled = new Map<string, DateReader | undefined>();

/** A column of a million dates in another format asks for the same few readers each time. */
function compiledReader(format: string): DateReader | undefined {
  if (!compiled.has(format)) compiled.set(format, dateReader(format));
  return compiled.get(format);
}

/** Formats under which a text that is no ISO date would be one; the likelier first. */
export function likelyFormats(text: string): string[] {
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/.exec(text);
  const sign = numbers?.[2] ?? "/";
  const year = numbers?.[4]?.length === 2 ? "YY" : "YYYY";
  const tried = numbers
    ? [`DD${sign}MM${sign}${year}`, `MM${sign}DD${sign}${year}`]
    : [
        "YYYY/MM/DD",
        "YYYY.MM.DD",
        "YYYYMMDD",
        "D MMM YYYY",
        "MMM D, YYYY",
        "ddd, D MMM YYYY",
        "ddd, MMM D, YYYY",
        "D-MMM-YYYY",
        "D-MMM-YY",
        "MM/YYYY",
        "MMM YYYY",
        "MMM-YY",
        "YYYY-M-D",
        "YYYY年M月D日",
      ];
  if (/^[2-6]\d{4}(\.\d+)?$/.test(text)) tried.push("excel");
  if (/^1\d{9}(\d{3})?(\.\d+)?$/.test(text)) tried.push("unix");
  return tried.filter((format) => compiledReader(format)?.(text) !== undefined);
}
