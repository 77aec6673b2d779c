import { crc32, inflateSync } from "node:zlib";

/** A PNG as a program of its own reads it: 8 bits a sample, RGB or RGBA, not interlaced. */
export interface Pixels {
  width: number;
  height: number;
  /** Four samples a pixel. */
  rgba: Uint8Array;
  /** Pixels a metre, where the file says so. */
  perMetre?: number;
}

/** Source: PNG (third edition), 5 and 9. @throws where a checksum is wrong, or the file of another kind */
export function decodePng(bytes: Buffer): Pixels {
  const data: Buffer[] = [];
  let perMetre: number | undefined;
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const chunk = bytes.subarray(at + 4, at + 8 + length);
    const type = chunk.subarray(0, 4).toString();
    if (crc32(chunk) !== bytes.readUInt32BE(at + 8 + length)) throw new Error(`crc of ${type}`);
    if (type === "IDAT") data.push(chunk.subarray(4));
    if (type === "pHYs" && chunk[12] === 1) perMetre = chunk.readUInt32BE(4);
    at += length + 12;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const kind = bytes.subarray(24, 29).join();
  const samples = kind === "8,6,0,0,0" ? 4 : kind === "8,2,0,0,0" ? 3 : 0;
  if (samples === 0) throw new Error(`a PNG of another kind: ${kind}`);
  const rows = unfiltered(inflateSync(Buffer.concat(data)), width * samples, height, samples);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let sample = 0; sample < samples; sample++) {
      rgba[4 * pixel + sample] = rows[samples * pixel + sample] ?? 0;
    }
  }
  return { width, height, rgba, ...(perMetre === undefined ? {} : { perMetre }) };
}

function unfiltered(packed: Buffer, stride: number, height: number, samples: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = packed[row * (stride + 1)];
    for (let place = 0; place < stride; place++) {
      const at = row * stride + place;
      const left = place < samples ? 0 : (out[at - samples] ?? 0);
      const above = row === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = row === 0 || place < samples ? 0 : (out[at - stride - samples] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0];
      out[at] = (packed[row * (stride + 1) + 1 + place] ?? 0) + (guess ?? 0);
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((own) => Math.abs(guess - own));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

/** Whether all pixels of a part of the picture are white, or clear. */
export function isBlank(
  { width, height, rgba }: Pixels,
  part: { left?: number; top?: number; right?: number; bottom?: number } = {},
): boolean {
  const { left = 0, top = 0, right = width, bottom = height } = part;
  for (let y = Math.floor(top); y < bottom; y++) {
    for (let x = Math.floor(left); x < right; x++) {
      const at = 4 * (y * width + x);
      const isWhite = [0, 1, 2].every((sample) => (rgba[at + sample] ?? 0) > 250);
      if (!isWhite && (rgba[at + 3] ?? 0) > 5) return false;
    }
  }
  return true;
}

const firstTop = 120;
const lastTop = 340;

/**
 * The share of the pixels of `part` that differ clearly from those of `whole` at the place where they
 * differ least, searched among the rows under a title; and that place.
 */
export function mostAlike(
  part: Pixels,
  whole: Pixels,
  left: number,
): { top: number; differing: number } {
  const differingAt = (top: number, step: number) => {
    let differing = 0;
    let seen = 0;
    for (let y = 0; y < part.height; y += step) {
      for (let x = 0; x < part.width; x += step) {
        const own = 4 * (y * part.width + x);
        const other = 4 * ((y + top) * whole.width + x + left);
        seen++;
        const isOther = [0, 1, 2].some(
          (sample) =>
            Math.abs((part.rgba[own + sample] ?? 0) - (whole.rgba[other + sample] ?? 0)) > 64,
        );
        if (isOther) differing++;
      }
    }
    return differing / seen;
  };
  const last = Math.min(lastTop, whole.height - part.height);
  const tops = Array.from({ length: last + 1 - firstTop }, (_, place) => firstTop + place);
  const best = tops.reduce(
    (least, top) => {
      const differing = differingAt(top, 11);
      return differing < least.differing ? { top, differing } : least;
    },
    { top: 0, differing: 1 },
  );
  return { top: best.top, differing: differingAt(best.top, 1) };
}
