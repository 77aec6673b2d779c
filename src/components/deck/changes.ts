import { type PageFormats, restatedAnchor, type WordTable } from "../../figures/index.ts";
import type {
  RestatedCause,
  RestatedNumber,
  RestatedRow,
  RestatedStep,
  Restatement,
} from "../../report.ts";
import { say } from "../../text/index.ts";

const words = say.ledger;

/** Numbers of one figure that read otherwise. */
export interface ChangedFigure {
  anchor: string;
  title: string;
  count: number;
  table: WordTable;
}

export function changedFigures(deck: Restatement, format: PageFormats): ChangedFigure[] {
  const figures = new Map<string, RestatedNumber[]>();
  for (const number of deck.changed) {
    figures.set(number.figure, [...(figures.get(number.figure) ?? []), number]);
  }
  return [...figures].map(([figure, numbers]) => {
    const measure = numbers[0]?.measure ?? figure;
    const count = numbers.length;
    return {
      anchor: restatedAnchor(deck.slug, figure),
      title: words.figure(measure, format.number(count), count),
      count,
      table: numbersTable(words.caption(measure), numbers, deck.steps, format),
    };
  });
}

function numbersTable(
  caption: string,
  numbers: readonly RestatedNumber[],
  steps: readonly RestatedStep[],
  format: PageFormats,
): WordTable {
  const { columns } = words;
  return {
    caption,
    isPinned: true,
    columns: [
      { label: columns.row, isWhole: numbers.every(({ rowPrinted }) => rowPrinted.length < 12) },
      { label: columns.number },
      { label: columns.was, isNumber: true },
      { label: columns.now, isNumber: true },
      { label: columns.difference, isNumber: true },
      { label: columns.why },
    ],
    rows: numbers.map((number) => [
      number.rowPrinted,
      number.column,
      number.was.printed || words.unknown,
      number.now === null ? words.gone : number.now.printed || words.unknown,
      seenDifference(number, format),
      whyOf(number, steps, format),
    ]),
  };
}

/** The reason, and what of the difference each setting, row or lot of rows makes. */
function whyOf(
  { cause, byDefinition, parts, now, unit }: RestatedNumber,
  steps: readonly RestatedStep[],
  format: PageFormats,
): string {
  const told = parts.flatMap(({ step, by }) => {
    const own = steps[step];
    return own ? [{ by: by === null ? "" : differenceOf(0, by, unit, format), own }] : [];
  });
  const parted = told.map(({ by, own }) => ({ by, what: stepWords(own, format) }));
  // Rows that are too many to be told apart.
  if (byDefinition !== null && now && told.every(({ own }) => "paths" in own)) {
    parted.push({ by: differenceOf(byDefinition, now.value, unit, format), what: words.someOf });
  }
  if (parted.length === 0) return words.reason(cause + 1);
  const isOne = parted.length === 1;
  const nothing = differenceOf(0, 0, unit, format);
  const [slight, seen] = isOne ? [[], parted] : divide(parted, ({ by }) => by === nothing);
  return words.reasonOf(
    cause + 1,
    seen.map(({ by, what }) => words.part(isOne ? "" : by, what)),
    slight.map(({ what }) => what),
  );
}

function divide<Item>(all: readonly Item[], holds: (item: Item) => boolean): [Item[], Item[]] {
  return [all.filter(holds), all.filter((item) => !holds(item))];
}

function stepWords(step: RestatedStep, format: PageFormats): string {
  if ("paths" in step) return step.kind === "sql" ? words.bySql : words.bySettings(step.paths);
  const { file, dataset, kind, row, count } = step;
  const where = file ?? dataset;
  if (row !== null) return words.row(where, row);
  return words.someRows(where, kind && words.kinds[kind], format.number(count), count);
}

/** What slides said of their figures, and would not say now. */
export function wordsTable({ words: changed }: Restatement): WordTable {
  const { figure, where, was, now } = words.wordColumns;
  return {
    caption: words.wordsCaption,
    columns: [{ label: figure }, { label: where }, { label: was }, { label: now }],
    rows: changed.map((one) => [
      one.measure,
      words.parts[one.part],
      one.was,
      one.now ?? words.gone,
    ]),
  };
}

/** SQL that changed, a line a line, with what came and went of it. */
export function sqlChanges({ sql }: Restatement): { title: string; text: string }[] {
  return sql.map(({ table, lines }) => {
    const count = (sign: string) => lines.filter((line) => line.sign === sign).length;
    return {
      title: words.sqlOf(table, count("+"), count("-")),
      text: lines.map(({ sign, text }) => `${sign} ${text}`).join("\n"),
    };
  });
}

/** What changed of a number; of one that crossed a rounding by less than is printed that it did. */
function seenDifference({ was, now, unit }: RestatedNumber, format: PageFormats): string {
  const difference = differenceOf(was.value, now?.value, unit, format);
  return difference === differenceOf(0, 0, unit, format) ? words.rounded : difference;
}

/** A change with its sign, in the words of its unit; shares move by points. */
export function differenceOf(
  was: number | null,
  now: number | null | undefined,
  unit: string,
  format: PageFormats,
): string {
  if (was === null || now === null || now === undefined) return "";
  const change = now - was;
  if (unit === "share" || unit === "wholeShare" || unit === "chance") {
    return format.pointChange(change);
  }
  const size = sizeOf(Math.abs(change), unit, format);
  return size === sizeOf(0, unit, format) ? size : `${change > 0 ? "+" : "-"}${size}`;
}

function sizeOf(size: number, unit: string, format: PageFormats): string {
  switch (unit) {
    case "money":
    case "moneyFull":
    case "cents":
    case "ratio":
    case "tenths":
      return format[unit](size);
    case "moneyChange":
      return format.money(size);
    default:
      return format.number(size);
  }
}

/** Why numbers read otherwise, a sentence each; then what changed and is no reason. */
export function sentencesOf(cause: RestatedCause, format: PageFormats): string[] {
  const { settings, idle, tables, files, otherSettings, hourglass } = cause;
  const told = [
    ...settings.map(({ path, was, now }) =>
      words.setting(path, settingWords(was), settingWords(now)),
    ),
    ...(tables.length > 0 ? [words.tables(tables)] : []),
    ...files.map((file) => words.file(file.file, partsOf(file, format), file.isSameFile)),
    ...(otherSettings.length > 0 ? [words.others(otherSettings)] : []),
  ];
  if (settings.length + tables.length > 0 && files.length > 0) told.push(words.both);
  if (told.length === 0) {
    told.push(hourglass ? words.version(hourglass.was, hourglass.now) : words.unexplained);
  }
  const idleWords = [
    ...idle.settings.map(({ path, was, now }) =>
      words.idleSetting(path, settingWords(was), settingWords(now)),
    ),
    ...idle.tables.map(words.idleTable),
  ];
  return idleWords.length > 0 ? [...told, words.idle(idleWords)] : told;
}

const settingWords = (json: string | null): string =>
  json === null ? words.notSet : String(JSON.parse(json));

function partsOf(
  { added, removed, changed }: RestatedCause["files"][number],
  format: PageFormats,
): string[] {
  const counts = { added, removed, changed };
  return (["added", "removed", "changed"] as const).flatMap((kind) =>
    counts[kind] > 0 ? [words[kind](format.number(counts[kind]), counts[kind])] : [],
  );
}

/** The rows behind a cause, a line a cell; none where customers are not published. */
export function rowsTable(deck: Restatement, cause: RestatedCause): WordTable | undefined {
  const rows = cause.rows.flatMap((place) => deck.rows[place] ?? []);
  if (rows.length === 0) return undefined;
  const { rowColumns: columns } = words;
  const hasCustomer = rows.some(({ account }) => account !== null);
  return {
    caption: words.rowsCaption,
    columns: [
      { label: columns.file },
      { label: columns.row, isNumber: true },
      ...(hasCustomer ? [{ label: columns.customer }] : []),
      { label: columns.what },
      { label: columns.column },
      { label: columns.was },
      { label: columns.now },
    ],
    rows: rows.flatMap((row) => {
      const start = [row.file, String(row.row), ...(hasCustomer ? [row.account ?? ""] : [])];
      return linesOf(row).map((line) => [...start, words.kinds[row.kind], ...line]);
    }),
  };
}

function linesOf({ kind, cells, hidden }: RestatedRow): string[][] {
  if (kind !== "changed") {
    const text = cells
      .map(({ column, was, now }) => `${column} ${plainNumber(was ?? now ?? "")}`)
      .join(", ");
    return [[words.whole, ...(kind === "added" ? ["", text] : [text, ""])]];
  }
  const shown = cells.map(({ column, was, now }) => [
    column,
    plainNumber(was ?? ""),
    plainNumber(now ?? ""),
  ]);
  return hidden > 0 ? [...shown, [words.hidden, "", ""]] : shown;
}

/** 1007.520000, as the engine writes a decimal, is 1007.52 in every file. */
const plainNumber = (text: string): string =>
  /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, "") : text;

/** How many rows a cause has, beyond those that are told. */
export const countRows = ({ files }: RestatedCause): number =>
  files.reduce((sum, { added, removed, changed }) => sum + added + removed + changed, 0);
