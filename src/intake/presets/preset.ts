import type { DatasetName, FileSource } from "../../contracts/index.ts";
import type { PresetUse } from "../file-report.ts";

/**
 * A header of the export: its name, a pattern of it, or the header beside which another with this
 * ending stands. `unless`: not where the file has that header too.
 */
export type HeaderName =
  | string
  | { matches: RegExp }
  | { besideOneEndingIn: string }
  | { name: string; unless: string };

/** How a known export becomes a dataset. Data only: what it cannot say, a select must. */
export interface Preset {
  /** Such as "Stripe subscriptions". */
  title: string;
  dataset: DatasetName;
  /** Of spellings and meanings together; where they differ, the caveat says so. */
  certainty: PresetUse["certainty"];
  caveat: string;
  /** The export is recognised where the header has one of each. */
  signature: readonly (readonly HeaderName[])[];
  /** Column of ours: headers that may hold it, the first there is wins. */
  columns: Readonly<Record<string, readonly HeaderName[]>>;
  values?: FileSource["values"];
  date_format?: string;
  scale?: FileSource["scale"];
  /** Column of ours that holds a unit of time: header with how many of them make a period. */
  counts?: Readonly<Record<string, string>>;
  leave_out?: FileSource["leave_out"];
  footer?: string;
  extra_header_rows?: number;
}
