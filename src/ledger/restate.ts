import { basename } from "node:path";
import type { Definitions } from "./definitions/definitions.ts";
import { changedSettings } from "./definitions/settings.ts";
import type { PresentedNumber } from "./numbers.ts";
import type { PresentedDeck, PresentedInput } from "./presented.ts";
import type { RestatedCause, RestatedNumber } from "./restatement.ts";
import type { RowChange, RowChanges } from "./rows/compare.ts";
import { isSame } from "./same.ts";
import { type DefinitionStep, type Part, partsOf, type Step } from "./steps.ts";
import { type Limits, touchingFigure, touchingNumber } from "./touching.ts";
import type { ChangedWords } from "./words.ts";

/** The numbers of a deck, read again as of its day. */
export interface Again {
  numbers: readonly PresentedNumber[];
  definitions: Definitions;
  inputs: readonly PresentedInput[];
  words: ChangedWords[];
}

export interface Restated {
  /** Those that are printed otherwise. */
  changed: RestatedNumber[];
  /** How many differ in digits only that are not printed. */
  slight: number;
  causes: (Omit<RestatedCause, "rows"> & { rows: RowChange[] })[];
  /** What was measured, in its order: definitions first. */
  redefined: readonly DefinitionStep[];
  steps: readonly Step[];
  /** Of today. */
  definitions: Definitions;
  words: ChangedWords[];
}

/** What was measured to tell apart what each change did. */
export interface Apart {
  /** Changes of the definitions, one after the other. */
  redefined: readonly DefinitionStep[];
  /** Changes of rows, after those. */
  steps: readonly Step[];
  /** Numbers after each, the last as they are now where the rows could be told apart. */
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
    isDifferent: different.length > 0,
    isOtherSql: different.some(
      ({ was: { figure } }) => otherTables(deck, again, figure).length > 0,
    ),
    rows: rows.filter((row) => touching.has(row)),
  };
}

/** Which numbers of a deck read otherwise now, and why. */
export function restate(
  deck: PresentedDeck,
  again: Again,
  changes: RowChanges,
  limits: Limits,
  { redefined, steps, after }: Apart,
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
    const parts = partsOf(was.value, after, id);
    const near = touchingNumber(touching, was, limits);
    const defined = after[redefined.length - 1]?.get(id)?.value ?? null;
    const isAllDefined = redefined.length > 0 && now !== undefined && isSame(defined, now.value);
    const likely = isAllDefined ? [] : near;
    const rows = steps.length === 0 ? likely : rowsOf(steps, parts, redefined.length, near);
    const moved = redefined.length === 0 ? undefined : movedBy(redefined, parts);
    const cause = causeOf(deck, again, figure, rows, moved);
    const isDefined = moved !== undefined && moved.length > 0 && rows.length > 0;
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
      byDefinition: isDefined ? defined : null,
      parts,
    };
  });
  const slight = different.length - changed.length;
  const { definitions, words } = again;
  return { changed, slight, causes: [...causes.values()], redefined, steps, definitions, words };
}

/** Rows of the steps that did something to a number: of many rows those that can have done it. */
function rowsOf(
  steps: readonly Step[],
  parts: readonly Part[],
  before: number,
  near: readonly RowChange[],
) {
  const likely = new Set(near);
  return parts.flatMap(({ step }) => {
    const { rows = [] } = steps[step - before] ?? {};
    const within = rows.filter((row) => likely.has(row));
    return within.length > 0 ? within : rows;
  });
}

/** Changes of the definitions that did something to a number. */
const movedBy = (redefined: readonly DefinitionStep[], parts: readonly Part[]): DefinitionStep[] =>
  parts.flatMap(({ step }) => redefined[step] ?? []);

function changedNumbers({ numbers }: PresentedDeck, again: Again) {
  const now = new Map(again.numbers.map((number) => [number.id, number]));
  return numbers.flatMap((was) => {
    const found = now.get(was.id);
    return found && isSame(was.value, found.value) ? [] : [{ was, now: found }];
  });
}

/** Names of a figure's tables whose SQL is not what it was. */
function otherTables(deck: PresentedDeck, again: Again, figure: string): string[] {
  const [was, now] = [deck.definitions, again.definitions];
  const names = new Set([was, now].flatMap(({ figures }) => figures[figure]?.tables ?? []));
  return [...names].filter((name) => was.tables[name]?.hash !== now.tables[name]?.hash).sort();
}

/** @param moved the changes of the definitions that did it; undefined where that was not measured */
function causeOf(
  deck: PresentedDeck,
  again: Again,
  figure: string,
  rows: RowChange[],
  moved: readonly DefinitionStep[] | undefined,
): Restated["causes"][number] {
  const { definitions: was } = deck;
  const { definitions: now } = again;
  const own = new Set([was, now].flatMap(({ figures }) => figures[figure]?.settings ?? []));
  const changed = changedSettings(was.settings, now.settings);
  const by = moved && new Set(moved.flatMap(({ paths }) => paths));
  const settings = changed.filter((path) => by?.has(path) ?? own.has(path));
  const other = otherTables(deck, again, figure);
  const isBySql = moved?.some(({ kind }) => kind === "sql") ?? true;
  const tables = isBySql ? other : [];
  const isExplained = settings.length + tables.length + rows.length > 0;
  const withValues = (path: string) => ({
    path,
    was: was.settings[path] ?? null,
    now: now.settings[path] ?? null,
  });
  return {
    settings: settings.map(withValues),
    idle: {
      settings: changed.filter((path) => own.has(path) && by?.has(path) === false).map(withValues),
      tables: isBySql ? [] : other,
    },
    otherSettings: isExplained ? [] : changed,
    tables,
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
