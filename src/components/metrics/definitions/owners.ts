import type { RulesOfReading } from "../../../report.ts";
import { say } from "../../../text/index.ts";

/** The heading of a column: whose rules they are; the site's own with the presets that agree. */
export function headingOf({ names }: RulesOfReading): string {
  const [first = "own", ...others] = names.map((name) => say.definitions.owners[name]);
  return others.length === 0 ? first : say.definitions.agreeing(first, others);
}

/** Whose rules they are, inside a sentence: a preset's name, where there is one. */
export function ownerOf({ names }: RulesOfReading): string {
  const preset = names.find((name) => name !== "own");
  return preset === undefined ? say.definitions.own : say.definitions.owners[preset];
}
