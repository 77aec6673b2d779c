import { say } from "../text/index.ts";
import type { FigureModel } from "./figure.ts";

/** What a figure says in words, wherever it is shown. */
export type Telling = Pick<
  FigureModel,
  "id" | "measure" | "finding" | "facts" | "caveat" | "restated"
>;

/** A metric that a figure shows, as the catalogue defines it. */
export interface Definition {
  name: string;
  text: string;
}

/** Where a figure's numbers come from. */
export interface SourceOf {
  company: string;
  /** The newest day of the data, as the page prints it. */
  day: string;
  /** The filter in words, such as "Only tier small"; everyone where absent. */
  whose?: string | undefined;
  /** Name of the scenario that the numbers are of; absent where they are measured, or of today. */
  scenario?: string | undefined;
}

/** All that travels with a figure when it leaves its page. */
export interface Provenance {
  /** The finding; of a scenario it says so. */
  title: string;
  /** What is measured, with its unit. */
  measure: string;
  /** n and whatever else must be known beside the numbers. */
  facts: string;
  caveat: string | undefined;
  /** Company, day of the data, whose numbers they are, and the scenario. */
  source: string;
  definitions: readonly Definition[];
  /** All of it as plain text, for a document or the notes of a slide. */
  caption: string;
}

export function provenanceOf(
  { measure, finding, facts: told, caveat, restated = [] }: Telling,
  { company, day, whose, scenario }: SourceOf,
  definitions: readonly Definition[],
): Provenance {
  const words = say.exports;
  const facts = [told, ...restated.map(({ text }) => text)].join(" ");
  const title = scenario === undefined ? finding : words.scenario(scenario, finding);
  const source = words.source(company, day, whose || words.everyone, scenario);
  const caption = [
    title,
    measure,
    facts,
    ...(caveat ? [caveat] : []),
    ...definitions.map(({ name, text }) => words.definition(name, text)),
    source,
  ].join("\n");
  return { title, measure, facts, caveat, source, definitions, caption };
}
