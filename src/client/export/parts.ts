import { textWidth } from "../../charts/index.ts";
import { htmlOf } from "./data/html.ts";
import { tsvOf } from "./data/text.ts";
import { composePicture, type Picture } from "./picture/compose.ts";
import { pngOf } from "./picture/pixels.ts";
import type { Shape } from "./picture/shapes.ts";
import { canvasMeasure, namedFonts, siteFonts } from "./picture/words.ts";
import type { Sheet } from "./sheet.ts";
import { isTransparent } from "./transparent.ts";

/** What one item of the clipboard holds. */
export type Parts = Readonly<Record<"image/png" | "text/html" | "text/plain", Blob>>;

/** A figure that is a table has no picture in its HTML: the table itself stands there. */
export async function partsOfSheet(sheet: Sheet): Promise<Parts> {
  const { width, height, ...picture } = pictureOf(sheet);
  const png = await pngOf({ width, height, ...picture });
  const shown = sheet.drawn && { address: await addressOf(png), width, height };
  return {
    "image/png": png,
    "text/html": new Blob([htmlOf(sheet, shown)], { type: "text/html" }),
    "text/plain": new Blob([plainOf(sheet)], { type: "text/plain" }),
  };
}

/** A file as an address of its own data. */
function addressOf(file: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((done, fail) => {
    reader.addEventListener("load", () => done(String(reader.result)));
    reader.addEventListener("error", () => fail(reader.error));
    reader.readAsDataURL(file);
  });
}

/** The caption, and the table under it. */
function plainOf({ provenance, table, company }: Sheet): string {
  const lines = table ? [provenance.caption, tsvOf(table, company.locale)] : [provenance.caption];
  return `${lines.join("\n\n")}\n`;
}

const onScreen = () => ({
  measure: canvasMeasure(siteFonts),
  fonts: siteFonts,
  isTransparent: isTransparent(),
});

/** The figure as a picture in the browser's own fonts, for pixels. */
export const pictureOf = (sheet: Sheet): Picture => composePicture(sheet, onScreen());

/** The same for a page of another shape, its chart drawn for that. */
export async function pictureIn(sheet: Sheet, shape: Shape): Promise<Picture> {
  return composePicture(sheet, { ...onScreen(), shape, drawing: await sheet.redraw?.() });
}

/** The same for programs that draw it again: in fonts that they know, with room for the widest of them. */
export function vectorOf(sheet: Sheet): Blob {
  const { svg } = composePicture(sheet, {
    measure: (text, { size, weight }) => textWidth(text, size, weight === 600),
    fonts: namedFonts,
    isTransparent: isTransparent(),
  });
  return new Blob([svg], { type: "image/svg+xml" });
}

/** Of company, figure, day of the data and filter: "sample-co-arr-2025-09-30-only-tier-small.csv". */
export function fileName({ id, company, day, whose }: Sheet, ending: string): string {
  const words = [company.name, id, day, whose ?? ""].map((text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "")
      .slice(0, mostSigns),
  );
  return `${words.filter(Boolean).join("-")}.${ending}`;
}

/** Of each part of a file's name; file systems hold 255 bytes. */
const mostSigns = 40;
