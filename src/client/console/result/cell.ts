import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import { toClipboard } from "./take/hand-over.ts";
import type { ResultColumn } from "./values/result.ts";

/** Shows all of a cell over the page, as text; the focus goes back where it was. */
export function showCell(column: ResultColumn, row: number): void {
  const words = say.console.result.cell;
  const text = column.text(row);
  const close = element("button", { type: "button" }, words.close);
  const copy = element("button", { type: "button" }, words.copy);
  const dialog = element(
    "dialog",
    { class: "cell-dialog", "aria-labelledby": "cell-title" },
    element("h2", { id: "cell-title" }, words.title(column.name, column.type)),
    text
      ? element("pre", { tabindex: "0" }, indented(text, column))
      : element("p", { class: "note" }, text === null ? words.isNull : words.isEmpty),
    element("div", { class: "buttons" }, text !== null && copy, close),
  );
  close.addEventListener("click", () => dialog.close());
  copy.addEventListener("click", async () => {
    await toClipboard(text ?? "").then(
      () => copy.replaceChildren(words.copied),
      (error: unknown) => copy.replaceChildren(say.console.result.take.notCopied(String(error))),
    );
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Nested values part by part; texts as they are. */
function indented(text: string, { kind }: ResultColumn): string {
  if (kind !== "other" || !/^[[{]/.test(text)) return text;
  // Not parsed: numbers stay the digits they are.
  return text.replace(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]|, /g, breaker());
}

function breaker(): (part: string) => string {
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  return (part) => {
    if (part.startsWith('"')) return part;
    if (part === ", ") return `,${line()}`;
    depth += part === "[" || part === "{" ? 1 : -1;
    return part === "[" || part === "{" ? part + line() : line() + part;
  };
}
