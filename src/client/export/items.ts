import { say } from "../../text/index.ts";
import { download } from "../console/result/take/hand-over.ts";
import { htmlOf } from "./data/html.ts";
import { csvOf, tsvOf } from "./data/text.ts";
import { fileName, pictureIn, pictureOf, vectorOf } from "./parts.ts";
import { pngOf } from "./picture/pixels.ts";
import { type ShapeName, shapes } from "./picture/shapes.ts";
import { refusal } from "./refusal.ts";
import { type Sheet, sheetAt } from "./sheet.ts";

/** Whatever the menu has. */
export type Item = keyof typeof say.exports.items;
type CopyItem = keyof typeof say.exports.copiedAs;

/** Points under which a text is told to be small. */
const leastPoints = 8;

/** Does what an item of the menu says, and answers in words what became of it. */
export async function take(item: Item, button: Element): Promise<string> {
  try {
    const sheet = sheetAt(button);
    return await (isCopy(item) ? copyAs(item, sheet) : save(item, await sheet));
  } catch (error) {
    return say.exports.failed(error instanceof Error ? error.message : String(error));
  }
}

const isCopy = (item: Item): item is CopyItem => Object.hasOwn(say.exports.copiedAs, item);

/** The clipboard is asked at once, and given what is made by then. */
async function copyAs(item: CopyItem, sheet: Promise<Sheet>): Promise<string> {
  const { copiedAs } = say.exports;
  const parts = partsFor(item, sheet);
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return item === "cells"
      ? copiedAs.cells((await sheet).table?.rows.length ?? 0)
      : copiedAs[item];
  } catch {
    // What could not be made says so itself.
    const [made] = await Promise.all(Object.values(parts));
    const endings = { picture: "png", cells: "csv", caption: "txt" } as const;
    const name = fileName(await sheet, endings[item]);
    download(item === "cells" ? csvFile(await sheet) : (made ?? new Blob()), name);
    return refusal(name);
  }
}

function partsFor(item: CopyItem, sheet: Promise<Sheet>): Record<string, Promise<Blob>> {
  const part = async (type: string, write: (own: Sheet) => string | Promise<Blob>) => {
    const made = await write(await sheet);
    return typeof made === "string" ? new Blob([made], { type }) : made;
  };
  switch (item) {
    case "picture":
      return { "image/png": part("image/png", (own) => pngOf(pictureOf(own))) };
    case "caption":
      return { "text/plain": part("text/plain", ({ provenance }) => provenance.caption) };
    case "cells":
      return {
        "text/plain": part("text/plain", ({ table, company }) =>
          table ? tsvOf(table, company.locale) : "",
        ),
        "text/html": part("text/html", htmlOf),
      };
  }
}

/** Downloads a file of the figure. */
async function save(item: Exclude<Item, CopyItem>, sheet: Sheet): Promise<string> {
  const words = say.exports;
  if (item === "svg" || item === "csv" || item === "xlsx") {
    const name = fileName(sheet, item);
    download(await fileOf(item, sheet), name);
    return words.saved(name);
  }
  const shape = item === "png" ? undefined : shapes[item satisfies ShapeName];
  const picture = shape ? await pictureIn(sheet, shape) : pictureOf(sheet);
  const name = fileName(sheet, shape ? `${item}.png` : "png");
  download(await pngOf(picture), name);
  return (picture.points < leastPoints ? words.small : words.saved)(name);
}

async function fileOf(item: "svg" | "csv" | "xlsx", sheet: Sheet): Promise<Blob> {
  if (item === "svg") return vectorOf(sheet);
  if (item === "csv") return csvFile(sheet);
  const { workbookOf } = await import("./data/workbook.ts");
  return workbookOf(sheet);
}

const csvFile = ({ table }: Sheet): Blob =>
  new Blob([table ? csvOf(table) : ""], { type: "text/csv" });
