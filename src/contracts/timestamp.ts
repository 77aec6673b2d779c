import { z } from "zod";
import { fieldInfo } from "./fields.ts";

const earliestTime = "1970-01-01";
const latestTime = "2199-12-31";
const timestampPattern =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A day with its time, canonically without a zone and with seconds: 2024-12-31 14:30:00. A time
 * that names its offset becomes UTC, so that two offsets in one file are not mixed up.
 */
export function timestamp(description: string) {
  return z
    .string()
    .transform((value, context) => {
      const canonical = canonicalTimestamp(value);
      if (canonical !== undefined) return canonical;
      context.issues.push({ code: "custom", input: value, message: "not a day with a time" });
      return z.NEVER;
    })
    .register(fieldInfo, {
      sql: "timestamp",
      expected:
        "YYYY-MM-DD HH:MM such as 2024-12-31 14:30, taken as written; with Z or an offset such as +02:00, turned to UTC",
      description,
      reads: "timestamp",
    });
}

function canonicalTimestamp(value: string): string | undefined {
  const found = timestampPattern.exec(value);
  if (!found) return undefined;
  const [, day = "", minutes = "", seconds = ":00", fraction = "", offset = "Z"] = found;
  const isOffset = offset === "Z" || /^[+-](0\d|1[0-4]):[0-5]\d$/.test(offset);
  const written = new Date(`${day}T${minutes}${seconds}Z`);
  if (!isOffset || Number.isNaN(written.valueOf())) return undefined;
  if (day < earliestTime || day > latestTime) return undefined;
  if (written.toISOString() !== `${day}T${minutes}${seconds}.000Z`) return undefined;
  const [hours = 0, rest = 0] = offset === "Z" ? [] : offset.slice(1).split(":").map(Number);
  const ahead = (offset.startsWith("-") ? -1 : 1) * (hours * 60 + rest) * 60_000;
  const utc = new Date(written.valueOf() - ahead).toISOString();
  return `${utc.slice(0, 10)} ${utc.slice(11, 19)}${fraction}`;
}
