import { say } from "../../../text/index.ts";

/** A picture that stands alone, and its size in pixels of 1/96 inch. */
export interface Vector {
  svg: string;
  width: number;
  height: number;
}

/** Twice as many pixels each way as the picture is shown with. */
const density = 2;
/** Of the canvas of Safari on a phone, the smallest in use. */
const mostPixels = 16_777_216;

/**
 * A picture as PNG that says how large it is: programs set 192 pixels to the inch. On their clipboard
 * Chromium (147) and Firefox write pictures anew and drop it; files keep it.
 */
export async function pngOf({ svg, width, height }: Vector): Promise<Blob> {
  const pixels = { width: Math.round(density * width), height: Math.round(density * height) };
  if (pixels.width * pixels.height > mostPixels) throw new Error(say.exports.tooLarge);
  const image = new Image();
  // An address of its own data is all that the page's policy allows pictures.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), pixels);
  const context = canvas.getContext("2d");
  if (!context) throw new Error(say.exports.noCanvas);
  context.drawImage(image, 0, 0, pixels.width, pixels.height);
  const plain = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!plain) throw new Error(say.exports.tooLarge);
  return sized(plain);
}

/** Bytes of a PNG's signature and its first chunk, IHDR. */
const headLength = 33;

/** The chunk pHYs of 7,559 pixels a metre each way, which are 192 an inch, with its checksum. Source: PNG 3, 11.3.4.3. */
const physicalSize = new Uint8Array([
  ...[0, 0, 0, 9],
  ...[0x70, 0x48, 0x59, 0x73],
  ...[0, 0, 0x1d, 0x87],
  ...[0, 0, 0x1d, 0x87],
  1,
  ...[0x8f, 0xe5, 0xf1, 0x65],
]);

function sized(png: Blob): Blob {
  const parts = [png.slice(0, headLength), physicalSize, png.slice(headLength)];
  return new Blob(parts, { type: "image/png" });
}
