import { dateReader, likelyFormats, readIsoDate } from "../rows/cells/dates.ts";
import { type NumberFormat, numberReader } from "../rows/cells/numbers.ts";

/** Filled cells of one column of a sample. */
export interface Contents {
  header: string;
  /** Trimmed, blank ones left out. */
  values: readonly string[];
  distinct: ReadonlySet<string>;
  /** Words for a cell without a value, which are not among the values. */
  noValues: readonly string[];
}

/** As databases write it; `NA` may be a country. */
const noValue = /^(?:null|\(null\)|<null>|\\N)$/i;

export function contentsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Contents[] {
  return header.map((name, index) => {
    const filled = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
    const values = filled.filter((cell) => !noValue.test(cell));
    const noValues = [...new Set(filled.filter((cell) => noValue.test(cell)))];
    return { header: name.trim(), values, distinct: new Set(values), noValues };
  });
}

/** Share of the values that hold, from 0 to 1; 1 where there is none. */
export function share(values: readonly string[], holds: (value: string) => boolean): number {
  return values.length === 0 ? 1 : values.filter(holds).length / values.length;
}

export function isDateLike(value: string): boolean {
  return readIsoDate(value) !== undefined || formatsOf(value).length > 0;
}

/** Months are written with points and hyphens too: 01.2024. */
function formatsOf(value: string): string[] {
  const sign = /^\d{1,2}([.-])\d{4}$/.exec(value)?.[1];
  return sign === undefined ? likelyFormats(value) : [`MM${sign}YYYY`];
}

const sign = /\p{Sc}|%|\b[A-Z]{3}\b/gu;
const bare = /^\(?-?\s?[\d.,'’ \u00a0\u202f]*\d[\d.,]*\)?$/u;

export function isNumberLike(value: string): boolean {
  return bare.test(value.replaceAll(sign, "").trim());
}

export interface GuessedDates {
  /** Absent: ISO, which needs no declaration. */
  format?: string;
  /** Others that read the values as well: only the owner knows. */
  rivals: string[];
  /** Share of the values that are read. */
  reads: number;
  /** The first value that is not. */
  unread?: string;
}

/** The format of days under which most values are days. */
export function guessDates(values: readonly string[]): GuessedDates {
  if (share(values, (value) => readIsoDate(value) !== undefined) === 1) {
    return { rivals: [], reads: 1 };
  }
  const odd = values.filter((value) => readIsoDate(value) === undefined);
  const formats = [...new Set(odd.slice(0, 50).flatMap(formatsOf))];
  const rated = formats
    .map((format) => {
      const read = dateReader(format);
      return { format, reads: share(values, (value) => read?.(value) !== undefined) };
    })
    .toSorted((left, right) => right.reads - left.reads);
  const [best] = rated;
  if (!best) return { rivals: [], reads: 0, ...(odd[0] === undefined ? {} : { unread: odd[0] }) };
  const rivals = rated.slice(1).filter((other) => other.reads === best.reads);
  const read = dateReader(best.format);
  const unread = values.find((value) => read?.(value) === undefined);
  return {
    ...best,
    rivals: rivals.map(({ format }) => format),
    ...(unread === undefined ? {} : { unread }),
  };
}

export interface GuessedNumbers extends NumberFormat {
  /** Why the signs may mean something else; absent where they cannot. */
  doubt?: string;
  reads: number;
  /** The first value that is not read. */
  unread?: string;
}

const styles: readonly Pick<NumberFormat, "decimal" | "thousands">[] = [
  { decimal: ".", thousands: undefined },
  { decimal: ".", thousands: "," },
  { decimal: ",", thousands: undefined },
  { decimal: ",", thousands: "." },
  { decimal: ".", thousands: " " },
  { decimal: ",", thousands: " " },
  { decimal: ".", thousands: "'" },
];

/** The signs under which most values are numbers. */
export function guessNumbers(values: readonly string[]): GuessedNumbers {
  const strip = [...new Set(values.flatMap((value) => value.match(sign) ?? []))];
  const isRead = (style: Pick<NumberFormat, "decimal" | "thousands">) => {
    const read = numberReader({ ...style, strip });
    return (value: string) => /^-?(\d+\.?\d*|\.\d+)$/.test(read(value) ?? "");
  };
  let best: GuessedNumbers | undefined;
  for (const style of styles) {
    const reads = share(values, isRead(style));
    if (reads > (best?.reads ?? -1)) best = { ...style, strip, reads };
  }
  const found = best ?? { decimal: ".", strip, reads: 0 };
  const doubt = doubtOf(found, values);
  const isKnown = isRead(found);
  const unread = values.find((value) => !isKnown(value));
  return {
    ...found,
    ...(doubt === undefined ? {} : { doubt }),
    ...(unread === undefined ? {} : { unread }),
  };
}

function doubtOf(found: GuessedNumbers, values: readonly string[]): string | undefined {
  const signed = values.filter((value) => /[.,]/.test(value));
  const isOpen =
    signed.length > 0 && signed.every((value) => /(^|\D)\d{1,3}[.,]\d{3}$/.test(value));
  if (!isOpen || found.decimal === ",") return undefined;
  const [example = ""] = signed;
  return found.thousands === ","
    ? `${example} is read with a comma between thousands; with a decimal comma declare decimal: ","`
    : `${example} may be either: declare decimal: "," and thousands: "." where points stand between thousands, else decimal: "."`;
}
