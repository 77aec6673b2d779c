import { say } from "../../../text/index.ts";
import { published } from "../../engine/open.ts";
import { element } from "../../filter/elements.ts";
import { type Group, groups, type Host, readOwn, readPublished, type Table } from "./read.ts";
import { tableElement } from "./table.ts";

export interface SchemaPane {
  /** To be told when statements ran: the reader may have made or dropped tables. */
  refresh: () => Promise<void>;
}

const words = say.console.schema;

/** Groups that stand open from the start. */
const opened: ReadonlySet<Group> = new Set(["own", "mart"]);

/** The tables of the published database and the reader's own, to be searched and looked into. */
export function schemaPane(pane: HTMLElement, host: Host): SchemaPane {
  const search = element("input", {
    type: "search",
    "aria-label": words.find,
    placeholder: words.find,
  });
  const status = element("p", { class: "note", role: "status" }, words.loading);
  const lists = new Map(groups.map((group) => [group, groupElement(group)]));
  pane.classList.add("schema");
  pane.replaceChildren(search, status, ...[...lists.values()].map(({ details }) => details));
  const elements = new Map<string, HTMLElement>();
  const keyOf = (table: Table) => JSON.stringify(table);
  let given: readonly Table[] | undefined;
  let tables: readonly Table[] = [];
  const draw = () => {
    const asked = search.value.trim().toLowerCase();
    const shown = tables.filter((table) => asked === "" || isAskedFor(table, asked));
    status.textContent = words.found(shown.length);
    for (const [group, { details, list, summary }] of lists) {
      const own = shown.filter((table) => table.group === group);
      details.hidden = own.length === 0;
      summary.textContent = words.groupOf(words.groups[group], own.length);
      list.replaceChildren(
        ...own.map((table) => element("li", {}, elements.get(keyOf(table)) ?? "")),
      );
    }
  };
  const refresh = async () => {
    let found: Table[];
    try {
      given ??= await readPublished(host.rows);
      found = beside(given, await readOwn(host.rows));
    } catch (error) {
      status.textContent = words.failed(String(error));
      return;
    }
    const keys = found.map(keyOf);
    if (keys.length === tables.length && keys.every((key) => elements.has(key))) return;
    tables = found;
    // Those that did not change stay as they are, opened or not.
    for (const key of elements.keys()) if (!keys.includes(key)) elements.delete(key);
    for (const table of found) {
      if (!elements.has(keyOf(table))) elements.set(keyOf(table), tableElement(table, host));
    }
    draw();
  };
  search.addEventListener("input", () => {
    draw();
    for (const [group, { details }] of lists) {
      details.open = search.value.trim() !== "" || opened.has(group);
    }
  });
  void refresh();
  return { refresh };
}

/** A published table whose name the reader has taken is found with its database's only. */
function beside(given: readonly Table[], own: readonly Table[]): Table[] {
  const taken = new Set(own.map(({ name }) => name));
  return [
    ...own,
    ...given.map((table) =>
      taken.has(table.name) ? { ...table, inSql: `${published}.${table.inSql}` } : table,
    ),
  ];
}

function groupElement(group: Group) {
  const summary = element("summary", {}, words.groups[group]);
  const list = element("ul", { class: "listed" });
  const details = element("details", { class: "group", hidden: "" }, summary, list);
  details.open = opened.has(group);
  return { details, summary, list };
}

function isAskedFor({ name, comment, columns }: Table, asked: string): boolean {
  const texts = [name, comment, ...columns.flatMap((column) => [column.name, column.comment])];
  return texts.some((text) => text.toLowerCase().includes(asked));
}
