import { type DateReader, dateReader, readIsoDate, readSerial, unixMoment } from "./dates.ts";

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?$/;
const zone = / ?(?:Z|UTC|GMT|([+-]\d{2}):?(\d{2})?)$/;
const timeTokens = /[ T,]*\b(?:HH?|hh?):mm(?::ss(?:\.SSS)?)?(?: ?[Aa])?.*$/;

/**
 * A reader of a day with its time, as YYYY-MM-DD HH:MM:SS with Z or an offset where the cell names
 * one. A day alone is midnight only where a format without a time was declared.
 *
 * @param format As for days; words of time may follow those of the day. Absent: ISO.
 */
export function timestampReader(format: string | undefined): DateReader | undefined {
  const counted = format === "excel" ? readSerialMoment : format === "unix" ? readUnix : undefined;
  const isDayAlone = format !== undefined && !counted && !timeTokens.test(format);
  const readDay =
    format === undefined ? readIsoDate : dateReader(format.replace(timeTokens, "").trim());
  if (!readDay) return undefined;
  return (text) => {
    const counting = counted?.(text);
    if (counting !== undefined) return counting;
    const { date, time } = parted(text);
    const day = readDay(date);
    if (day?.length !== 10) return undefined;
    if (time === "") return isDayAlone ? `${day} 00:00:00` : undefined;
    const moment = parseTime(time);
    return moment === undefined ? undefined : `${day} ${moment}`;
  };
}

/** The time begins at the first sign that ends in HH:MM; what stands before it is the day. */
function parted(text: string): { date: string; time: string } {
  const at = text.search(/\d{1,2}:\d{2}/);
  if (at === -1) return { date: text, time: "" };
  const date = text.slice(0, at).replace(/[ T,]+$/, "");
  return { date, time: text.slice(at) };
}

function parseTime(text: string): string | undefined {
  const named = zone.exec(text);
  const found = clock.exec(named ? text.slice(0, named.index) : text);
  if (!found) return undefined;
  const [, hourText = "", minutes = "", seconds = "00", fraction = "", half] = found;
  const hour = hourOf(Number(hourText), half?.toLowerCase());
  if (hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = named?.[1] === undefined ? "Z" : `${named[1]}:${named[2] ?? "00"}`;
  const parts = fraction === "" ? "" : `.${fraction.slice(0, 6)}`;
  return `${String(hour).padStart(2, "0")}:${minutes}:${seconds}${parts}${named ? offset : ""}`;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

/** A serial's fraction is the share of the day, to the second. */
function readSerialMoment(text: string): string | undefined {
  const day = readSerial(text);
  if (day === undefined) return undefined;
  const seconds = Math.round((Number(text) % 1) * 86_400);
  const moment = new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000).toISOString();
  return `${moment.slice(0, 10)} ${moment.slice(11, 19)}`;
}

function readUnix(text: string): string | undefined {
  const moment = unixMoment(text);
  return moment === undefined ? undefined : `${moment.slice(0, 10)} ${moment.slice(11, 19)}Z`;
}
