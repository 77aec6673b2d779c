import type { Shown, Table } from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { encodeQuery } from "../console/links/query-link.ts";
import type { MadeOf } from "../export/shown.ts";
import { afterwards } from "./afterwards.ts";
import { element } from "./elements.ts";
import { onceSeen } from "./once-seen.ts";
import { tableElement } from "./table.ts";

/** Whose numbers are shown, in words, and how to show everyone's again. */
export interface ScopeLine {
  text: string;
  clear: () => void;
  madeOf?: MadeOf | undefined;
}

/** The buttons that take the figure away, which the page hears itself. */
export function takeElement(): HTMLElement {
  const more = { "data-take": "more", "aria-haspopup": "menu", "aria-expanded": "false" };
  return element(
    "div",
    { class: "take" },
    element("button", { type: "button", "data-take": "copy" }, say.exports.copy),
    element("button", { type: "button", ...more }, say.exports.more),
    element("button", { type: "button", "data-take": "deck" }, say.deck.builder.add),
  );
}

interface ActionsOf {
  table?: Table | undefined;
  queries?: readonly Shown[] | undefined;
  model?: string | undefined;
  /** Everyone's where absent. */
  line?: ScopeLine | undefined;
}

/** Table and SQL, folded, as the page has them; they are filled afterwards. */
export function actionsElement({ table, queries = [], model, line }: ActionsOf): HTMLElement {
  return element(
    "div",
    { class: "actions" },
    takeElement(),
    table && foldedElement(say.site.table, () => [tableElement(table, line?.text)]),
    queries.length > 0 &&
      foldedElement(say.site.sql, () => sqlElements(queries, model, line?.madeOf)),
  );
}

function foldedElement(name: string, content: () => readonly (Node | false)[]): HTMLElement {
  const more = element("details", { class: "more" }, element("summary", {}, name));
  let isFilled = false;
  const fill = () => {
    if (!isFilled) more.append(...content().filter((node) => node !== false));
    isFilled = true;
  };
  afterwards(fill);
  more.addEventListener("toggle", fill, { once: true });
  return more;
}

function sqlElements(
  queries: readonly Shown[],
  note: string | undefined,
  madeOf: MadeOf | undefined,
): readonly (Node | false)[] {
  const own = new Map(queries.map(({ sql, mart }) => [sql, mart]));
  const marts = new Map(queries.map(({ mart, madeBy }) => [mart, madeBy]));
  return [
    ...[madeOf?.text, note].map((text) => (text ? element("p", { class: "note" }, text) : false)),
    ...[...own].flatMap(([sql, mart]) => [
      element("pre", { tabindex: "0", "data-query": "" }, sql),
      consoleLink(() => encodedQuery(sql, mart, madeOf)),
    ]),
    ...[...marts].map(([mart, sql]) =>
      element(
        "details",
        {},
        element("summary", {}, say.site.madeBy(mart)),
        element("pre", { tabindex: "0", "data-mart": mart }, sql),
        consoleLink(async () => `#marts/${mart}`),
      ),
    ),
  ];
}

/** A query for the console, which has the tables of everybody: those made anew are this page's. */
export const encodedQuery = (sql: string, mart: string, madeOf: MadeOf | undefined) =>
  encodeQuery(madeOf ? madeOf.queryOf(sql, mart) : sql);

/** @param hash of the console's address; packing every query of a page takes longer than all its drawings */
export function consoleLink(hash: () => Promise<string>): HTMLElement {
  const base = document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
  const link = element("a", {}, say.site.openInConsole);
  const line = element("p", { class: "to-console" }, link);
  onceSeen(line, async () => {
    link.href = `${base}sql/${location.search}${await hash()}`;
  });
  return line;
}
