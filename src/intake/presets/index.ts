import {
  type Dataset,
  type FileSource,
  normalised,
  type PresetName,
  presetNames,
} from "../../contracts/index.ts";
import type { PresetUse } from "../file-report.ts";
import { chartmogulSubscriptions } from "./chartmogul.ts";
import { hubspotCompanies, hubspotDeals } from "./hubspot.ts";
import type { HeaderName, Preset } from "./preset.ts";
import { recurlySubscriptions } from "./recurly.ts";
import { salesforceAccounts, salesforceOpportunities } from "./salesforce.ts";
import { stripeCustomers, stripeSubscriptions } from "./stripe.ts";
import { qualtrics, surveymonkey } from "./surveys.ts";
import { zendeskTickets } from "./zendesk.ts";

export const presets: Readonly<Record<PresetName, Preset>> = {
  chartmogul_subscriptions: chartmogulSubscriptions,
  hubspot_companies: hubspotCompanies,
  hubspot_deals: hubspotDeals,
  qualtrics,
  recurly_subscriptions: recurlySubscriptions,
  salesforce_accounts: salesforceAccounts,
  salesforce_opportunities: salesforceOpportunities,
  stripe_customers: stripeCustomers,
  stripe_subscriptions: stripeSubscriptions,
  surveymonkey,
  zendesk_tickets: zendeskTickets,
};

/** The export that a header tells of, among those that become this dataset, or any. */
export function recognisePreset(
  header: readonly string[],
  dataset?: Dataset["name"],
): PresetName | undefined {
  return presetNames.find((name) => {
    const preset = presets[name];
    if (dataset !== undefined && preset.dataset !== dataset) return false;
    return preset.signature.every((names) => firstOf(names, header) !== undefined);
  });
}

/**
 * A source with what the preset knows filled in; fields that the source gives win. Columns the
 * dataset needs and the header lacks keep the preset's first name, so that their absence is told.
 */
export function completeSource(
  name: PresetName,
  source: FileSource,
  header: readonly string[],
  dataset: Dataset,
): FileSource {
  const preset = presets[name];
  const columns: Record<string, string> = {};
  for (const { name: column, isRequired } of dataset.columns) {
    const names = preset.columns[column] ?? [];
    const isGiven = column in source.constants || column in source.columns;
    const found = isGiven ? undefined : firstOf(names, header);
    if (found !== undefined) columns[column] = found;
    else if (isRequired && !isGiven) Object.assign(columns, firstName(column, names));
  }
  const values = { ...preset.values };
  for (const [column, words] of Object.entries(source.values)) {
    values[column] = { ...values[column], ...words };
  }
  return {
    ...source,
    columns: { ...columns, ...source.columns },
    values,
    scale: { ...preset.scale, ...source.scale },
    leave_out: { ...presentOnly(preset.leave_out ?? {}, header), ...source.leave_out },
    date_format: source.date_format ?? preset.date_format,
    footer: source.footer ?? preset.footer,
    extra_header_rows: source.extra_header_rows ?? preset.extra_header_rows,
  };
}

/** Columns whose headers mean something else in this file, even where one has our name. */
export function unreadColumns(
  name: PresetName,
  source: FileSource,
  header: readonly string[],
): string[] {
  return Object.entries(presets[name].columns)
    .filter(([column]) => !(column in source.columns))
    .filter(([, names]) => firstOf(names, header) === undefined && names.some(isConditional))
    .map(([column]) => column);
}

/** Cells that say how many units of time a column's period has, where the file has them. */
export function countCells(
  name: PresetName,
  source: FileSource,
  header: readonly string[],
): ReadonlyMap<string, number> {
  const counts = Object.entries(presets[name].counts ?? {})
    .filter(([column]) => !(column in source.columns) && !(column in source.constants))
    .map(([column, wanted]): [string, number] => {
      return [column, header.findIndex((theirs) => normalised(theirs) === normalised(wanted))];
    });
  return new Map(counts.filter(([, cell]) => cell !== -1));
}

/** Columns that the preset alone says are in cents. */
export function columnsInCents(name: PresetName, source: FileSource): string[] {
  const { scale = {} } = presets[name];
  return Object.keys(scale).filter((column) => scale[column] === 0.01 && !(column in source.scale));
}

function isConditional(name: HeaderName): boolean {
  return typeof name !== "string" && "unless" in name;
}

/** An export without the header has nothing to leave out by it. */
function presentOnly(leaveOut: FileSource["leave_out"], header: readonly string[]) {
  const present = Object.entries(leaveOut).filter(([name]) => inHeader(name, header) !== undefined);
  return Object.fromEntries(present);
}

/** What the report says of a file that was read by a preset. */
export function presetUse(name: PresetName, isRecognised: boolean): PresetUse {
  const { title, certainty, caveat } = presets[name];
  return { name, title, isRecognised, certainty, caveat };
}

function firstName(column: string, names: readonly HeaderName[]): Record<string, string> {
  const plain = names.find((name) => typeof name === "string");
  return plain === undefined ? {} : { [column]: plain };
}

function firstOf(names: readonly HeaderName[], header: readonly string[]): string | undefined {
  for (const name of names) {
    const found = inHeader(name, header);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inHeader(name: HeaderName, header: readonly string[]): string | undefined {
  const named = (wanted: string) =>
    header.find((theirs) => normalised(theirs) === normalised(wanted))?.trim();
  if (typeof name === "string") return named(name);
  if ("matches" in name) return header.find((theirs) => name.matches.test(theirs))?.trim();
  if ("name" in name) return named(name.unless) === undefined ? named(name.name) : undefined;
  const ending = header.find((theirs) => theirs.trim().endsWith(name.besideOneEndingIn));
  return ending === undefined
    ? undefined
    : named(ending.trim().slice(0, -name.besideOneEndingIn.length));
}
