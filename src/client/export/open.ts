import { say } from "../../text/index.ts";
import { download } from "../console/result/take/hand-over.ts";
import { fileName, type Parts, partsOfSheet } from "./parts.ts";
import { refusal } from "./refusal.ts";
import { fetchPage, sheetAt } from "./sheet.ts";
import { tell } from "./told.ts";

export { addToDeck } from "../deck/add.ts";
export { toggleMenu } from "./menu.ts";

/** Fetches what a click will ask for. */
export function getReady(): void {
  fetchPage().catch(() => undefined);
}

/** What goes on the clipboard of the figure of a button, by its type. */
export async function partsOf(button: Element): Promise<Parts> {
  return partsOfSheet(await sheetAt(button));
}

/** Says what became of a copy; where the clipboard is refused, the picture is downloaded. */
export async function tellCopied(
  button: Element,
  parts: Promise<Parts>,
  written: Promise<void>,
): Promise<void> {
  const words = say.exports;
  tell(button, words.working);
  try {
    const made = await parts;
    const isWritten = await written.then(
      () => true,
      () => false,
    );
    if (isWritten) return tell(button, words.copied);
    const name = fileName(await sheetAt(button), "png");
    download(made["image/png"], name);
    tell(button, refusal(name));
  } catch (error) {
    tell(button, words.failed(error instanceof Error ? error.message : String(error)));
  }
}
