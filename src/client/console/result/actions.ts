import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import type { Chosen } from "./grid/control.ts";
import { type CopyForm, copyText } from "./take/copy.ts";
import {
  csvPieces,
  type FileForm,
  fileName,
  fileOf,
  jsonPieces,
  type Taken,
} from "./take/files.ts";
import { download, toClipboard } from "./take/hand-over.ts";

/** A clipboard of more becomes slow to paste, and some programs give up. */
const mostCells = 2_000_000;

interface Sources {
  whole: () => Taken;
  chosen: () => Chosen | undefined;
}

const copyForms: readonly CopyForm[] = ["tsv", "markdown", "json"];
const fileForms: readonly FileForm[] = ["csv", "json", "xlsx"];

/** Buttons that take a result out, and a line that says what became of it. */
export function openActions({ whole, chosen }: Sources) {
  const words = say.console.result.take;
  const told = element("p", { class: "told", role: "status" });
  const selected = element("p", { class: "chosen" });
  const tell = (text: string) => {
    told.textContent = text;
  };

  /** Cells as text, and that they are copied; nothing where they are too many. */
  const textOf = (cells: Chosen, form: CopyForm, hasTitles: boolean): string | undefined => {
    const { rowCount, columns } = cells;
    const count = rowCount * columns.length;
    tell(
      count > mostCells ? words.tooMany(count, mostCells) : words.copied(rowCount, columns.length),
    );
    return count > mostCells ? undefined : copyText(cells, form, hasTitles);
  };

  const copyButtons = copyForms.map((form) => {
    const attributes = { type: "button", title: words.titles[form], "data-copy": form };
    const button = element("button", attributes, words.forms[form]);
    button.addEventListener("click", async () => {
      const cells = chosen();
      const isSome = cells && cells.rowCount * cells.columns.length > 1;
      const text = textOf(isSome ? cells : whole(), form, true);
      if (text !== undefined) {
        await toClipboard(text).catch((error: unknown) => tell(words.notCopied(messageOf(error))));
      }
    });
    return button;
  });
  const fileButtons = fileForms.map((form) => {
    const attributes = { type: "button", "data-download": form };
    const button = element("button", attributes, words.forms[form]);
    button.addEventListener("click", async () => {
      button.disabled = true;
      const taken = whole();
      const name = fileName(form, taken);
      tell(words.writing(name));
      try {
        const file = await written(form, taken);
        download(file, name);
        tell(words.written(name, (file.size / 1e6).toFixed(file.size < 1e6 ? 2 : 1)));
      } catch (error) {
        tell(words.notWritten(name, messageOf(error)));
      } finally {
        button.disabled = false;
      }
    });
    return button;
  });

  return {
    buttons: element(
      "div",
      { class: "take" },
      element(
        "div",
        { role: "group", "aria-label": words.copy },
        element("span", {}, words.copy),
        ...copyButtons,
      ),
      element(
        "div",
        { role: "group", "aria-label": words.download },
        element("span", {}, words.download),
        ...fileButtons,
      ),
    ),
    status: element("div", { class: "foot" }, selected, told),
    copied: (cells: Chosen) => textOf(cells, "tsv", false),
    tellChosen: (cells: Chosen | undefined) => {
      const { chosen: describe } = say.console.result;
      selected.textContent = cells ? describe(cells.rowCount, cells.columns.length) : "";
    },
  };
}

async function written(form: FileForm, taken: Taken): Promise<Blob> {
  if (form === "csv") return fileOf(csvPieces(taken), "text/csv");
  if (form === "json") return fileOf(jsonPieces(taken), "application/json");
  const { resultWorkbook } = await import("./take/workbook.ts");
  return resultWorkbook(taken);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
