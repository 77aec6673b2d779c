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

export async function partsOfSheet(sheet: Sheet): Promise<Parts> {
  return {
    "image/png": await pngOf(pictureOf(sheet)),
    "text/html": new Blob([htmlOf(sheet)], { type: "text/html" }),
    "text/plain": new Blob([plainOf(sheet)], { type: "text/plain" }),
  };
}

/** The caption, and the table under it. */
function plainOf({ provenance, table, company }: Sheet): string {
  const lines = table ? [provenance.caption, tsvOf(table, company.locale)] : [provenance.caption];
  return `${lines.join("\n\n")}\n`;
}

/** The figure as a picture in the browser's own fonts, for pixels. */
export function pictureOf(sheet: Sheet, shape?: Shape): Picture {
  const measure = canvasMeasure(siteFonts);
  return composePicture(sheet, {
    measure,
    fonts: siteFonts,
    isTransparent: isTransparent(),
    shape,
  });
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
