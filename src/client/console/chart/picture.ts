import { type Chart, palette } from "../../../charts/index.ts";

/** Words that a picture keeps when it leaves its page. */
export interface Caption {
  title: string;
  notes: readonly string[];
}

const edge = 24;
const line = 18;
const fonts = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** A picture for files: its colours and fonts in it, light, with its title above and its notes below. */
export function standAlone({ svg, width, height }: Chart, { title, notes }: Caption): string {
  const { ink, muted, paper } = palette.light;
  const lines = notes.flatMap((note) => wrapped(note, Math.floor(width / 6)));
  const top = edge + line + 10;
  const whole = {
    width: width + 2 * edge,
    height: top + height + lines.length * line + edge + (lines.length > 0 ? 6 : 0),
  };
  const inside = svg
    .replace("<svg ", `<svg x="${edge}" y="${top}" overflow="visible" `)
    .replaceAll(/var\(--chart-([\w-]+)\)/g, (own, name: string) =>
      name in palette.light ? palette.light[name as keyof typeof palette.light] : own,
    )
    .replaceAll("currentColor", ink);
  const text = (y: number, words: string, look: string) =>
    `<text x="${edge}" y="${y}" ${look}>${escaped(words)}</text>`;
  const below = lines.map((words, index) =>
    text(top + height + 6 + (index + 1) * line, words, `font-size="11" fill="${muted}"`),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" ` +
    `viewBox="0 0 ${whole.width} ${whole.height}" font-family="${fonts}" color="${ink}" fill="${ink}">` +
    `<rect width="100%" height="100%" fill="${paper}"/>` +
    `${text(edge + 12, title, `font-size="15" font-weight="600"`)}${inside}${below.join("")}</svg>\n`
  );
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same as pixels, twice as many each way as it is shown with. */
export async function pixelsOf(picture: string): Promise<Blob> {
  const image = new Image();
  // An address of its own data is all that the page's policy allows pictures.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.naturalWidth;
  canvas.height = 2 * image.naturalHeight;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser draws no canvas; take the SVG instead");
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  return new Promise((done, refuse) => {
    canvas.toBlob(
      (blob) =>
        blob ? done(blob) : refuse(new Error("the picture is too large for a PNG; take the SVG")),
      "image/png",
    );
  });
}
