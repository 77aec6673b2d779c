import { basename } from "node:path";
import type { Definitions } from "./definitions.ts";
import type { PresentedNumber } from "./numbers.ts";
import type { PresentedDeck, PresentedInput } from "./presented.ts";
import type { RestatedCause, RestatedNumber } from "./restatement.ts";
import type { RowChange, RowChanges } from "./rows/compare.ts";
import { isSame } from "./same.ts";
import { type Part, partsOf, type Step } from "./steps.ts";
import { type Limits, touchingFigure, touchingNumber } from "./touching.ts";
import type { ChangedTitle } from "./words.ts";

/** The numbers of a deck, read again as of its day. */
export interface Again {
  numbers: readonly PresentedNumber[];
  definitions: Definitions;
  inputs: readonly PresentedInput[];
  titles: ChangedTitle[];
}

export interface Restated {
  /** Those that are printed otherwise. */
  changed: RestatedNumber[];
  /** How many differ in digits only that are not printed. */
  slight: number;
  causes: (Omit<RestatedCause, "rows"> & { rows: RowChange[] })[];
  steps: readonly Step[];
  /** Of today. */
  definitions: Definitions;
  titles: ChangedTitle[];
}

/** What was measured to tell apart what each change did. */
export interface Apart {
  /** Numbers from the presented rows by today's definitions, by their ids; absent where no definition changed. */
  byDefinition?: ReadonlyMap<string, PresentedNumber> | undefined;
  steps: readonly Step[];
  /** Numbers after each step, the last as they are now. */
  after: readonly ReadonlyMap<string, PresentedNumber>[];
}

/** What may have changed a deck's numbers: definitions, and the rows that can touch one of those that differ. */
export function suspectsOf(
  deck: PresentedDeck,
  again: Again,
  { rows }: RowChanges,
  limits: Limits,
) {
  const both = [again.definitions, deck.definitions];
  const different = changedNumbers(deck, again);
  const touching = new Set<RowChange>();
  for (const [figure, numbers] of Map.groupBy(different, ({ was }) => was.figure)) {
    const ofFigure = touchingFigure(rows, figure, both);
    for (const { was } of numbers) {
      for (const row of touchingNumber(ofFigure, was, limits)) touching.add(row);
    }
  }
  return {
    isRedefined: different.some(({ was: { figure } }) => isRedefined(deck, again, figure)),
    rows: rows.filter((row) => touching.has(row)),
  };
}

/** Which numbers of a deck read otherwise now, and why. */
export function restate(
  deck: PresentedDeck,
  again: Again,
  changes: RowChanges,
  limits: Limits,
  { byDefinition, steps, after }: Apart,
): Restated {
  const causes = new Map<string, Restated["causes"][number]>();
  const places = new Map(changes.rows.map((row, place) => [row, place]));
  const both = [again.definitions, deck.definitions];
  const ofFigure = new Map<string, RowChange[]>();
  const different = changedNumbers(deck, again);
  const printed = different.filter(({ was, now }) => was.printed !== now?.printed);
  const changed = printed.map(({ was, now }): RestatedNumber => {
    const { id, figure, row, rowPrinted, column, unit } = was;
    const touching = ofFigure.get(figure) ?? touchingFigure(changes.rows, figure, both);
    ofFigure.set(figure, touching);
    const isNew = isRedefined(deck, again, figure);
    const defined = isNew ? (byDefinition?.get(id)?.value ?? null) : null;
    const parts = partsOf(isNew ? defined : was.value, after, id);
    const near = touchingNumber(touching, was, limits);
    const rows = steps.length === 0 ? near : rowsOf(steps, parts, near);
    const cause = causeOf(deck, again, figure, rows);
    const key = JSON.stringify({ ...cause, rows: rows.map((change) => places.get(change)) });
    if (!causes.has(key)) causes.set(key, cause);
    const own = deck.definitions.figures[figure];
    return {
      figure,
      measure: own?.measure ?? figure,
      page: own?.page ?? "",
      row,
      rowPrinted,
      column,
      unit,
      was: { value: was.value, printed: was.printed },
      now: now ? { value: now.value, printed: now.printed } : null,
      cause: [...causes.keys()].indexOf(key),
      byDefinition: rows.length > 0 ? defined : null,
      parts,
    };
  });
  const slight = different.length - changed.length;
  const { definitions, titles } = again;
  return { changed, slight, causes: [...causes.values()], steps, definitions, titles };
}

/** Rows of the steps that did something to a number: of many rows those that can have done it. */
function rowsOf(steps: readonly Step[], parts: readonly Part[], near: readonly RowChange[]) {
  const likely = new Set(near);
  return parts.flatMap(({ step }) => {
    const { rows = [] } = steps[step] ?? {};
    const within = rows.filter((row) => likely.has(row));
    return within.length > 0 ? within : rows;
  });
}

function changedNumbers({ numbers }: PresentedDeck, again: Again) {
  const now = new Map(again.numbers.map((number) => [number.id, number]));
  return numbers.flatMap((was) => {
    const found = now.get(was.id);
    return found && isSame(was.value, found.value) ? [] : [{ was, now: found }];
  });
}

function isRedefined(deck: PresentedDeck, again: Again, figure: string): boolean {
  const hashes = [deck, again].map(({ definitions }) => definitions.figures[figure]?.hash);
  return hashes[0] !== hashes[1];
}

function causeOf(
  deck: PresentedDeck,
  again: Again,
  figure: string,
  rows: RowChange[],
): Restated["causes"][number] {
  const { definitions: was } = deck;
  const { definitions: now } = again;
  const of = (name: "settings" | "tables") =>
    new Set([was, now].flatMap(({ figures }) => figures[figure]?.[name] ?? []));
  const settings = [...of("settings")]
    .map((path) => ({ path, was: was.settings[path] ?? null, now: now.settings[path] ?? null }))
    .filter((setting) => setting.was !== setting.now);
  const tables = [...of("tables")].filter(
    (name) => was.tables[name]?.hash !== now.tables[name]?.hash,
  );
  const isExplained = settings.length + tables.length + rows.length > 0;
  const paths = new Set([...Object.keys(was.settings), ...Object.keys(now.settings)]);
  return {
    settings,
    otherSettings: isExplained
      ? []
      : [...paths].filter((path) => was.settings[path] !== now.settings[path]).sort(),
    tables: tables.sort(),
    files: filesOf(rows, deck, again),
    rows,
    hourglass: was.hourglass === now.hourglass ? null : { was: was.hourglass, now: now.hourglass },
  };
}

function filesOf(
  rows: readonly RowChange[],
  deck: PresentedDeck,
  again: Again,
): RestatedCause["files"] {
  const hashes = new Set(deck.inputs.map(({ sha256 }) => sha256));
  const isSame = (file: string) =>
    again.inputs.some((input) => input.file === file && hashes.has(input.sha256));
  const files = new Map<string, RestatedCause["files"][number]>();
  for (const { file, dataset, kind } of rows) {
    const key = `${dataset} ${file}`;
    const counted = files.get(key) ?? {
      file,
      dataset,
      added: 0,
      removed: 0,
      changed: 0,
      isSameFile: isSame(file),
    };
    counted[kind]++;
    files.set(key, counted);
  }
  return [...files.values()];
}

/** A file outside the folder of the configuration is known by its name alone. */
export function publicName(file: string): string {
  return file.startsWith("..") || /^(\/|[a-z]:)/i.test(file) ? basename(file) : file;
}
