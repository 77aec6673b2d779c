import { datasetOf, isShown, type PublishPolicy } from "../contracts/index.ts";
import { differenceOf } from "./definitions/difference.ts";
import type { PresentedDeck } from "./presented.ts";
import type { Restated } from "./restate.ts";
import type { RestatedRow, Restatement } from "./restatement.ts";
import type { RowChange } from "./rows/compare.ts";

/** Rows told of one cause; `reports/` has them all. */
const toldOfCause = 50;
/** Cells told of a row that came or went. */
const toldOfRow = 8;

/**
 * A restatement as pages may carry it: no row where customers are not published one by one, no cell
 * of a column that the policy keeps back, and codes in the place of ids.
 *
 * @param codeOf code of an account's id
 */
export function publishRestatement(
  deck: PresentedDeck,
  { changed, slight, causes, redefined, steps, definitions, words }: Restated,
  policy: Pick<PublishPolicy, "accounts" | "private_columns">,
  codeOf: (account: string) => string,
): Restatement {
  const rows: RestatedRow[] = [];
  const places = new Map<RowChange, number>();
  const placeOf = (change: RowChange): number => {
    const place = places.get(change) ?? rows.push(publishRow(change, policy, codeOf)) - 1;
    places.set(change, place);
    return place;
  };
  return {
    name: deck.name,
    slug: deck.slug,
    asOf: deck.asOf,
    numbers: deck.numbers.length,
    changed,
    slight,
    causes: causes.map((cause) => ({
      ...cause,
      rows: policy.accounts === "none" ? [] : cause.rows.slice(0, toldOfCause).map(placeOf),
    })),
    rows,
    words,
    sql: [...new Set(causes.flatMap(({ tables, idle }) => [...tables, ...idle.tables]))]
      .sort()
      .map((table) => ({
        table,
        lines: differenceOf(
          deck.definitions.tables[table]?.sql ?? "",
          definitions.tables[table]?.sql ?? "",
        ),
      })),
    steps: [
      ...redefined,
      ...steps.map(({ dataset, file, kind, rows: own }) => ({
        dataset,
        file,
        kind,
        count: own.length,
        row: own.length === 1 && policy.accounts !== "none" ? (own[0]?.row ?? null) : null,
      })),
    ],
  };
}

function publishRow(
  { dataset, kind, file, row, account, cells }: RowChange,
  policy: Pick<PublishPolicy, "accounts" | "private_columns">,
  codeOf: (account: string) => string,
): RestatedRow {
  const columns = new Map(datasetOf(dataset).columns.map((column) => [column.name, column]));
  const shown = cells.flatMap(({ column, was, now }) => {
    const known = columns.get(column);
    if (!known || !isShown(policy, dataset, known)) return [];
    return [{ column, was, now }];
  });
  const code = account !== null && policy.accounts !== "named" ? codeOf(account) : account;
  return {
    dataset,
    kind,
    file,
    row,
    account: code,
    cells: kind === "changed" ? shown : shown.slice(0, toldOfRow),
    hidden: kind === "changed" ? cells.length - shown.length : 0,
  };
}
