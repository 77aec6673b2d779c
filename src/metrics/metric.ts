import type { Catalogue } from "./catalogue/index.ts";
import type { MetricSettings } from "./runner.ts";

export type MartName = keyof Catalogue;

type Columns<Mart extends MartName> = Catalogue[Mart]["columns"];

/** Names of a mart's columns of some kinds, those that can be null too. */
type ColumnOf<Mart extends MartName, Kinds extends string> = {
  [Name in keyof Columns<Mart>]: Columns<Mart>[Name] extends Kinds | `${Kinds}?` ? Name : never;
}[keyof Columns<Mart>] &
  string;

/** Where a number stands: a column of a mart, the rows that are meant, and the column of its time. */
export interface ReadFrom<Mart extends MartName> {
  mart: Mart;
  column: ColumnOf<Mart, "count" | "money" | "ratio">;
  /** Beside the whole company, which is meant wherever a mart has dimensions. */
  where?: {
    readonly [Name in ColumnOf<Mart, "text" | "flag" | "count">]?: string | boolean | number;
  };
  /** Absent where the mart knows the metric as of the newest day only. */
  time?: { column: ColumnOf<Mart, "day">; every: Every };
}

/** Length of the periods that a metric is told for, each named by its first day. */
export type Every = "month" | "quarter" | "half";

/** A score is a mean of answers on its scale; points go from -100 to 100. */
export type MetricUnit = "money" | "share" | "count" | "months" | "points" | "ratio" | "score";

/** Which way is good. */
export type Direction = "up" | "down" | "neither";

export const themes = ["revenue", "movements", "retention", "survival", "cash", "surveys"] as const;

export type Theme = (typeof themes)[number];

export type Vendor = "ChartMogul" | "Stripe" | "ProfitWell" | "Baremetrics";

export interface VendorRule {
  vendor: Vendor;
  /** What it does otherwise, in a sentence. */
  rule: string;
}

export interface MetricWords {
  /** As goals, north_star, metrics.json and the address of its page have it. */
  id: string;
  theme: Theme;
  title: string;
  /** Its name where there is little room. */
  short: string;
  /** One sentence. */
  definition: string;
  /** Plain text; names of columns where they help. */
  formula: string;
  unit: MetricUnit;
  direction: Direction;
  /** Sentences. */
  caveats: readonly string[];
  vendors: readonly VendorRule[];
  /** Where the formula comes from, in a sentence. */
  source: string;
  /** Optional datasets without which it is unknown. */
  needs?: readonly string[];
  /** Why it can be unknown though its datasets are there, in a sentence. */
  unknown: string;
  /** What it means where the mart has the row but no value, if that is an answer: "not reached". */
  blank?: string;
}

/** Of any mart, each with its own columns: a column of another mart does not compile. */
export type Reading = { [Mart in MartName]: ReadFrom<Mart> }[MartName];

/** Words that hold under any rules, or that say the rules in force. */
export type Told<Words> = Words | ((rules: MetricSettings) => Words);

type ToldWords = "definition" | "formula" | "unknown" | "caveats";

/** A metric: what it is, and the mart, column and rows that its value is read from. */
export type MetricSpec = Omit<MetricWords, ToldWords> &
  Reading & {
    definition: Told<string>;
    formula: Told<string>;
    unknown: Told<string>;
    /** Those that come to nothing are left out. */
    caveats: readonly Told<string | undefined>[];
    /** Fields of the configuration that change it beyond those that its SQL reads. */
    alsoSettings?: readonly string[];
    /** Fields that the SQL of its mart reads for other columns than its own. */
    notSettings?: readonly string[];
    /** Tables and datasets that its mart stands on for other columns than its own. */
    notInputs?: readonly string[];
    /** Where its past stands, if the mart of its value knows the newest day only. */
    history?: Reading;
    /** Where its values by segment stand, if the mart of its value has the whole company only. */
    bySegment?: Reading;
  };

/** The words of a metric under the rules in force. */
export function wordsUnder(
  rules: MetricSettings,
  metric: MetricSpec,
): Pick<MetricWords, ToldWords> {
  const tell = <Words>(told: Told<Words>) =>
    typeof told === "function" ? (told as (rules: MetricSettings) => Words)(rules) : told;
  return {
    definition: tell(metric.definition),
    formula: tell(metric.formula),
    unknown: tell(metric.unknown),
    caveats: metric.caveats.map(tell).filter((caveat) => caveat !== undefined),
  };
}
