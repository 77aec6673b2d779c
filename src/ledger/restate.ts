import { basename } from "node:path";
import type { Definitions } from "./definitions.ts";
import type { PresentedNumber } from "./numbers.ts";
import type { PresentedDeck, PresentedInput } from "./presented.ts";
import type { RestatedCause, RestatedNumber } from "./restatement.ts";
import type { RowChange, RowChanges } from "./rows/compare.ts";
import { type Limits, touchingFigure, touchingNumber } from "./touching.ts";

/** The numbers of a deck, read again as of its day. */
export interface Again {
  numbers: readonly PresentedNumber[];
  definitions: Definitions;
  inputs: readonly PresentedInput[];
}

export interface Restated {
  /** Those that are printed otherwise. */
  changed: RestatedNumber[];
  /** How many differ in digits only that are not printed. */
  slight: number;
  causes: (Omit<RestatedCause, "rows"> & { rows: RowChange[] })[];
}

/** Float noise of sums in another order, and of a zero. */
const noise = { relative: 1e-9, absolute: 1e-12 };

/** Whether two values are the same number. */
export function isSame(was: number | null, now: number | null): boolean {
  if (was === null || now === null) return was === now;
  const size = Math.max(Math.abs(was), Math.abs(now));
  return Math.abs(was - now) <= Math.max(noise.relative * size, noise.absolute);
}

/** Whether numbers may have changed by their definition and by their rows at once. */
export function isByBoth(deck: PresentedDeck, again: Again, { rows }: RowChanges): boolean {
  const both = [deck.definitions, again.definitions];
  return changedNumbers(deck, again).some(
    ({ was: { figure } }) =>
      isRedefined(deck, again, figure) && touchingFigure(rows, figure, both).length > 0,
  );
}

/**
 * Which numbers of a deck read otherwise now, and why.
 *
 * @param byDefinition the numbers from the presented rows by today's definitions, where both changed
 */
export function restate(
  deck: PresentedDeck,
  again: Again,
  changes: RowChanges,
  limits: Limits,
  byDefinition: readonly PresentedNumber[] = [],
): Restated {
  const apart = new Map(byDefinition.map((number) => [number.id, number.value]));
  const causes = new Map<string, Restated["causes"][number]>();
  const places = new Map(changes.rows.map((row, place) => [row, place]));
  const both = [again.definitions, deck.definitions];
  const ofFigure = new Map<string, RowChange[]>();
  const different = changedNumbers(deck, again);
  const printed = different.filter(({ was, now }) => was.printed !== now?.printed);
  const changed = printed.map(({ was, now }): RestatedNumber => {
    const { figure, row, rowPrinted, column, unit } = was;
    const touching = ofFigure.get(figure) ?? touchingFigure(changes.rows, figure, both);
    ofFigure.set(figure, touching);
    const rows = touchingNumber(touching, was, limits);
    const cause = causeOf(deck, again, figure, rows);
    const key = JSON.stringify({ ...cause, rows: rows.map((change) => places.get(change)) });
    if (!causes.has(key)) causes.set(key, cause);
    const defined = deck.definitions.figures[figure];
    return {
      figure,
      measure: defined?.measure ?? figure,
      page: defined?.page ?? "",
      row,
      rowPrinted,
      column,
      unit,
      was: { value: was.value, printed: was.printed },
      now: now ? { value: now.value, printed: now.printed } : null,
      cause: [...causes.keys()].indexOf(key),
      byDefinition:
        isRedefined(deck, again, figure) && rows.length > 0 ? (apart.get(was.id) ?? null) : null,
    };
  });
  const slight = different.length - changed.length;
  return { changed, slight, causes: [...causes.values()] };
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
