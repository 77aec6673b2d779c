import type { Severity } from "../problem.ts";

/** What a configuration may make of a check. */
export type CheckSetting = Severity | "off";

/** What is checked, and what follows from it; the messages, the configuration and the pages read it. */
export interface Check {
  id: string;
  /**
   * What a failure condemns: a field of the configuration, a whole file, a row by itself, or a row
   * beside the other rows.
   */
  scope: "configuration" | "file" | "row" | "table";
  /** Where the configuration says nothing. */
  severity: Severity;
  /** What the configuration may choose; a check of one setting is never turned down. */
  settings: readonly CheckSetting[];
  /** Why it matters, in a line. */
  reason: string;
  remedy: string;
  /**
   * What a message states; `{value}` is the raw value in quotes, `{text}` the value as it stands.
   * Absent: the id, read as words.
   */
  fact?: string;
  /** Whether numbers can be told with the rows that fail it: nothing of them is unknown. */
  isCountable?: boolean;
}

/** Of a check that the configuration may turn up, down or off. */
export const anySetting: readonly CheckSetting[] = ["error", "warning", "off"];

/** A check without a milder setting: `fact` and the rest as in the entry. */
export function firm(
  scope: Check["scope"],
  id: string,
  entry: Pick<Check, "fact" | "reason" | "remedy" | "isCountable">,
): Check {
  return { id, scope, severity: "error", settings: ["error"], ...entry };
}

/** Something odd that was read all the same; it is told, and cannot be turned off. */
export function oddity(
  scope: Check["scope"],
  id: string,
  entry: Pick<Check, "fact" | "reason" | "remedy">,
): Check {
  return { id, scope, severity: "warning", settings: ["warning"], ...entry };
}

/** A check across rows that the configuration may turn up, down or off. */
export function soft(
  id: string,
  severity: Severity,
  entry: Pick<Check, "reason" | "remedy">,
): Check {
  return {
    id,
    scope: "table",
    severity,
    settings: anySetting,
    isCountable: true,
    ...entry,
  };
}
