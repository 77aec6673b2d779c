export const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

const documents = "http://schemas.openxmlformats.org/officeDocument/2006";
export const namespaces = {
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  p: "http://schemas.openxmlformats.org/presentationml/2006/main",
  r: `${documents}/relationships`,
} as const;

/** Declarations for the root of a part. */
export const declared = (...prefixes: readonly (keyof typeof namespaces)[]): string =>
  prefixes.map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join("");

/** Signs that XML 1.0 cannot hold, or that turn the text around them, as names of customers may. */
const unwritable = /(?![\t\n])\p{Cc}|[\ufffe\uffff\u202a-\u202e]/gu;

/** Text as XML holds it, in content as in attributes. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A place on a slide, in points of its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Points as the English metric units that Office counts in. */
export const emu = (points: number): number => Math.round(points * 12_700);

export function transform({ x, y, width, height }: Box, prefix: "a" | "p" = "a"): string {
  const at = `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>`;
  return `<${prefix}:xfrm>${at}</${prefix}:xfrm>`;
}
