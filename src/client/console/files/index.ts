import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import type { Row } from "../../../shared/query/index.ts";
import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import { type LoadedFile, loadFile } from "./load.ts";
import { FileProblem } from "./problem.ts";

const words = say.console.files;

/** What the pane asks of the console's session; the engine may be started anew meanwhile. */
export interface FilesHost {
  readonly database: AsyncDuckDB;
  rows: (sql: string) => Promise<readonly Row[]>;
}

export interface FilesPane {
  /** To be told when statements ran: they may have dropped a file's table, or the engine with all of them. */
  refresh: () => Promise<void>;
}

/**
 * A reader's own files as tables. They are read here, handed to the engine and nowhere else, and gone
 * with the page.
 *
 * @param onChange told when a table has come or gone
 */
export function filesPane(pane: HTMLElement, host: FilesHost, onChange: () => void): FilesPane {
  const input = element("input", {
    type: "file",
    id: "own-files",
    multiple: "",
    accept: ".csv,.tsv,.txt,.gz",
  });
  const status = element("p", { class: "note", role: "status" });
  const problems = element("ul", { class: "problems" });
  const list = element("ul", { class: "own" });
  pane.classList.add("files");
  pane.replaceChildren(
    element("p", { class: "note" }, words.lead),
    element("label", { class: "drop", for: "own-files" }, words.choose, input),
    status,
    element("div", { role: "alert" }, problems),
    list,
  );
  const items = new Map<string, HTMLElement>();
  const tell = (text: string) => {
    status.textContent = text;
  };
  // One after the other: each makes a table of the same name in passing.
  let before: Promise<void> = Promise.resolve();
  const take = (files: readonly File[]) => {
    problems.replaceChildren();
    for (const file of files) before = before.then(() => loadOne(file));
  };
  const loadOne = async (file: File) => {
    try {
      const loaded = await loadFile(host.database, file, tell);
      tell(words.loaded(loaded.file, loaded.table, loaded.rows));
      const item = loadedElement(loaded, remove);
      items.set(loaded.table, item);
      list.append(item);
      onChange();
    } catch (error) {
      const what = error instanceof FileProblem ? error.message : words.unexpected(String(error));
      problems.append(element("li", {}, words.problem(file.name, what)));
      tell("");
    }
  };
  const takeAway = (table: string) => {
    items.get(table)?.remove();
    items.delete(table);
  };
  const remove = async (table: string) => {
    await host.rows(`drop table if exists memory.main.${table}`);
    takeAway(table);
    tell(words.removed(table));
    input.focus();
    onChange();
  };
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  takeDropped(pane, take);
  return {
    refresh: async () => {
      if (items.size === 0) return;
      const found = await host.rows(
        "select table_name from duckdb_tables() where database_name = 'memory'",
      );
      const left = new Set(found.map((row) => row.table_name));
      const gone = [...items.keys()].filter((table) => !left.has(table));
      for (const table of gone) takeAway(table);
      if (gone.length > 0) tell(words.gone(gone));
    },
  };
}

/** Files dropped anywhere on the page; without that the browser would leave it for the file. */
function takeDropped(pane: HTMLElement, take: (files: readonly File[]) => void): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const mark = (isOver: boolean) => pane.classList.toggle("over", isOver);
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    pane.closest("details")?.setAttribute("open", "");
    mark(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(false);
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

function loadedElement(
  { table, rows, short, columns }: LoadedFile,
  remove: (table: string) => Promise<void>,
): HTMLElement {
  const button = element(
    "button",
    { type: "button", "aria-label": words.removeOf(table) },
    words.remove,
  );
  button.addEventListener("click", () => void remove(table));
  return element(
    "li",
    {},
    element(
      "div",
      { class: "column" },
      element("span", { class: "name" }, table),
      element("span", { class: "count" }, words.rows(rows)),
      button,
    ),
    short > 0 && element("p", { class: "note" }, words.short(short)),
    element(
      "details",
      {},
      element("summary", {}, words.types),
      element("p", { class: "note" }, words.guess),
      element(
        "ul",
        { class: "note" },
        ...columns.map(({ name, type, header }) =>
          element("li", {}, words.column(name, type, header)),
        ),
      ),
    ),
  );
}
