import { rounded } from "./words.ts";

/** Tags that hold or are texts, with what is in them. */
const tags = /<(\/?)(svg|g|text|tspan)\b([^>]*?)(\/?)>/g;
const places = /( (?:x|y|dx|dy)=")(-?[\d.]+)em"/g;

/**
 * Places of texts in pixels where they are given by the size of the font, and their shifts taken into
 * them: LibreOffice passes over both.
 *
 * @param svg with sizes of fonts as plain numbers, the outermost at its root
 */
export function placesInPixels(svg: string): string {
  const sizes: number[] = [];
  return svg.replaceAll(
    tags,
    (tag, close: string, name: string, attributes: string, alone: string) => {
      if (close !== "") {
        sizes.pop();
        return tag;
      }
      const own = / font-size="([\d.]+)"/.exec(attributes)?.[1];
      const size = own === undefined ? (sizes.at(-1) ?? 0) : Number(own);
      if (alone === "") sizes.push(size);
      const placed = tag.replaceAll(places, (_, before: string, ems: string) => {
        return `${before}${rounded(Number(ems) * size)}"`;
      });
      return name === "text" ? unshifted(placed) : placed;
    },
  );
}

function unshifted(tag: string): string {
  return ["x", "y"].reduce((own, side) => {
    const shift = new RegExp(` d${side}="(-?[\\d.]+)"`);
    const by = Number(shift.exec(own)?.[1] ?? 0);
    if (by === 0) return own;
    const place = new RegExp(` ${side}="(-?[\\d.]+)"`);
    const at = Number(place.exec(own)?.[1] ?? 0);
    return own.replace(place, "").replace(shift, ` ${side}="${rounded(at + by)}"`);
  }, tag);
}

const haloed = /<text( [^>]*?) ?paint-order="stroke"([^>]*)>(.*?)<\/text>/gs;
const outline = / (?:stroke|stroke-width|stroke-linejoin)="[^"]*"/g;

/**
 * The halo of a text as a text of its own beneath it: where paint-order is not known the halo would cover
 * what it is about. None without a ground, of which it would be the only part.
 */
export function halosBeneath(svg: string, isTransparent: boolean): string {
  return svg.replaceAll(haloed, (_, before: string, after: string, words: string) => {
    const attributes = `${before}${after}`;
    const text = `<text${attributes.replaceAll(outline, "")}>${words}</text>`;
    if (isTransparent) return text;
    return `<text${attributes.replace(/ fill="[^"]*"/, ' fill="none"')}>${words}</text>${text}`;
  });
}
