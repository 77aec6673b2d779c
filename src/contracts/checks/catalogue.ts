import { suggestion } from "../suggestion.ts";
import { acrossChecks } from "./across.ts";
import type { Check, CheckSetting } from "./check.ts";
import { configurationChecks } from "./configuration.ts";
import { fileChecks } from "./files.ts";
import { rowChecks } from "./rows.ts";

/** Every check there is, by its id: the configuration first, then files, rows, and rows beside each other. */
export const checkCatalogue: ReadonlyMap<string, Check> = new Map(
  [...configurationChecks, ...fileChecks, ...rowChecks, ...acrossChecks].map((check) => [
    check.id,
    check,
  ]),
);

/** Whether no row of a file is taken where the check fails: what it stands for, or how it is read, is wrong. */
export function refusesFile(id: string): boolean {
  const scope = checkCatalogue.get(id)?.scope;
  return scope === "file" || scope === "configuration";
}

/** Settings of the configuration that differ from the catalogue's, by check id. */
export type CheckSettings = Readonly<Record<string, CheckSetting>>;

/** The severity in force: what the configuration says, else what the catalogue says. */
export function settingOf(check: Check, settings: CheckSettings): CheckSetting {
  return settings[check.id] ?? check.severity;
}

/** Why a check may not be set so, or undefined where it may. */
export function refuseSetting(id: string, setting: string): string | undefined {
  const check = checkCatalogue.get(id);
  if (!check) {
    const soft = [...checkCatalogue.values()].filter(({ settings }) => settings.length > 1);
    const names = soft.map((known) => known.id);
    return `no such check; ${suggestion(id, names)}known: ${names.join(", ")}`;
  }
  if (check.settings.includes(setting as CheckSetting)) return undefined;
  const fact = `${JSON.stringify(setting)} is not allowed; ${id} is always an error`;
  return check.scope === "table"
    ? `${fact}, since ${check.reason}`
    : `${fact}, since what cannot be read has no value to go on with`;
}
