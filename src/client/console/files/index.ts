import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import { type LoadedFile, loadFile } from "./load.ts";
import { FileProblem } from "./problem.ts";

const words = say.console.files;

/**
 * A reader's own files as tables. They are read here, handed to the engine and nowhere else, and gone
 * with the page.
 *
 * @param onChange told when a table has come or gone
 */
export function filesPane(
  pane: HTMLElement,
  { database }: { database: AsyncDuckDB },
  onChange: () => void,
): void {
  const input = element("input", {
    type: "file",
    id: "own-files",
    multiple: "",
    accept: ".csv,.tsv,.txt,.gz",
  });
  const status = element("p", { class: "note", role: "status" });
  const problems = element("ul", { class: "problems", role: "alert" });
  const list = element("ul", { class: "own" });
  pane.classList.add("files");
  pane.replaceChildren(
    element("p", { class: "note" }, words.lead),
    element("label", { class: "drop", for: "own-files" }, words.choose, input),
    status,
    problems,
    list,
  );
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
      const loaded = await loadFile(database, file, tell);
      tell(words.loaded(loaded.file, loaded.table, loaded.rows));
      list.append(loadedElement(loaded, remove));
      onChange();
    } catch (error) {
      const what = error instanceof FileProblem ? error.message : words.unexpected(String(error));
      problems.append(element("li", {}, words.problem(file.name, what)));
      tell("");
    }
  };
  const remove = async ({ table }: LoadedFile, item: HTMLElement) => {
    const connection = await database.connect();
    await connection.query(`drop table if exists memory.main.${table}`);
    await connection.close();
    item.remove();
    tell(words.removed(table));
    input.focus();
    onChange();
  };
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  takeDropped(pane, take);
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
  loaded: LoadedFile,
  remove: (loaded: LoadedFile, item: HTMLElement) => Promise<void>,
): HTMLElement {
  const { table, rows, short, columns } = loaded;
  const button = element(
    "button",
    { type: "button", "aria-label": words.removeOf(table) },
    words.remove,
  );
  const item = element(
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
  button.addEventListener("click", () => void remove(loaded, item));
  return item;
}
