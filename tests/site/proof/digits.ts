/** Cells of a page's tables. */
export const cells = /<t(d|h scope="row")[^>]*>[^<]*<\/t[dh]>/g;

/** Headings, paragraphs and items of lists with a number in them. */
export const sentences = /<(h1|h2|p|li)\b[^>]*>[^<]*\d[^<]*<\/\1>/g;

/** Up to 15 places of digits in the parts of a page that match, drawings and SQL left out. */
export function digitsIn(html: string, parts: RegExp): number[] {
  const shown = html.replaceAll(/<(svg|pre)\b[\s\S]*?<\/\1>/g, (hidden) =>
    " ".repeat(hidden.length),
  );
  const places = [...shown.matchAll(parts)].flatMap(({ 0: part, index }) => {
    const text = part.replaceAll(/<[^>]*>|&[^;]*;/g, (tag) => " ".repeat(tag.length));
    return [...text.matchAll(/\d/g)].map((digit) => index + digit.index);
  });
  const step = Math.ceil(places.length / 15);
  return places.filter((_, place) => place % step === 0);
}

/** The page with one digit counted up. */
export const withOtherDigit = (html: string, at: number) =>
  html.slice(0, at) + ((Number(html[at]) + 1) % 10) + html.slice(at + 1);
