import { createHash } from "node:crypto";

/** A sheet of styles that stands in every page itself, and its hash for the content security policy. */
export interface OwnStyles {
  css: string;
  hash: `sha256-${string}`;
}

/**
 * Says at the foot of every printed sheet where its numbers come from. The margin of a sheet holds only what
 * a stylesheet says, and only this one knows whose site it is.
 */
export function printedSource(text: string): OwnStyles {
  const css = `:root{--source:"${quoted(text)}"}`;
  return { css, hash: `sha256-${createHash("sha256").update(css).digest("base64")}` };
}

/** Every sign that could end the string, or the element, by its number. */
const quoted = (text: string): string =>
  text.replaceAll(
    /[^\p{L}\p{N} ,.-]/gu,
    (sign) => `\\${sign.codePointAt(0)?.toString(16).padStart(6, "0")}`,
  );
