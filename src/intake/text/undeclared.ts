import { isAscii, isUtf8 } from "node:buffer";
import { tallyChinese } from "./chinese.ts";
import { decodeWith, type Encoding } from "./decode-with.ts";
import { decodeUtf8, firstBadByte, notUtf8, unfinishedBytes } from "./utf8.ts";
import { unlikelyWord, watchSlavic } from "./western.ts";

/** Bytes that decide, from the first that is not ASCII on; the rest of the file must bear it out. */
const sampleBytes = 64 * 1024;

/** Characters in front of that byte that may belong to its word. */
const longestWord = 64;

/**
 * Text of a file that declares no encoding: UTF-8, or GB18030 or Windows-1252 where it can be
 * nothing else. What comes before the first byte beyond ASCII is the same in all of them.
 * @param onDetected told when it is not UTF-8
 * @throws UnreadableFile where no encoding is sure, or a later byte does not bear out the choice
 */
export async function* decodeUndeclared(
  chunks: AsyncIterable<Uint8Array>,
  offset: number,
  onDetected: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  const iterator = chunks[Symbol.asyncIterator]();
  let read = offset;
  let sample: Uint8Array = new Uint8Array();
  let isWhole = false;
  let before = "";
  while (sample.length < sampleBytes && !isWhole) {
    const next = await iterator.next();
    if (next.done) isWhole = true;
    else if (sample.length > 0) sample = Buffer.concat([sample, next.value]);
    else {
      const start = asciiLength(next.value);
      const plain = Buffer.from(next.value.subarray(0, start)).toString("latin1");
      before = (before + plain.slice(-longestWord)).slice(-longestWord);
      if (start > 0) yield plain;
      read += start;
      sample = next.value.subarray(start);
    }
  }
  if (sample.length === 0) return;
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield sample;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const head = sample.subarray(0, sampleBytes);
  const isCut = !isWhole || head.length < sample.length;
  // A character that the end of the file cuts off is one of UTF-8 all the same.
  if (isUtf8(head.subarray(0, head.length - unfinishedBytes(head)))) {
    yield* decodeUtf8(rest(), read);
    return;
  }
  const notIt = (reason?: string) => notUtf8(read + firstBadByte(head), reason);
  if (isChinese(head)) {
    onDetected("gb18030");
    yield* decodeWith("gb18030", stillChinese(rest(), notIt), "detected");
    return;
  }
  const text = before + new TextDecoder("windows-1252").decode(head);
  const unlikely = unlikelyWord(isCut ? text.slice(0, lastEdge(text)) : text);
  if (unlikely !== undefined) throw notWestern(unlikely, notIt);
  onDetected("windows-1252");
  yield* stillWestern(decodeWith("windows-1252", rest(), "detected"), before, notIt);
}

function asciiLength(bytes: Uint8Array): number {
  if (isAscii(bytes)) return bytes.length;
  return bytes.findIndex((byte) => byte > 0x7f);
}

function isChinese(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return false;
  }
  const tally = tallyChinese();
  tally.add(bytes);
  return tally.isChinese();
}

type NotIt = (reason: string) => Error;

async function* stillChinese(chunks: AsyncIterable<Uint8Array>, notIt: NotIt) {
  const tally = tallyChinese();
  for await (const chunk of chunks) {
    tally.add(chunk);
    if (!tally.isChinese()) throw notIt(", and unlike Chinese in gb18030 farther down");
    yield chunk;
  }
}

/** Words are looked at whole, whichever way the text is cut. */
async function* stillWestern(pieces: AsyncIterable<string>, before: string, notIt: NotIt) {
  const slavic = watchSlavic();
  let held = "";
  let context = before;
  for await (const piece of pieces) {
    slavic.add(piece);
    const text = held + piece;
    const edge = lastEdge(text);
    const unlikely = unlikelyWord(context + text.slice(0, edge));
    if (unlikely !== undefined) throw notWestern(unlikely, notIt);
    if (edge > 0) context = "";
    held = text.slice(edge);
    yield text.slice(0, edge);
  }
  const unlikely = unlikelyWord(context + held) ?? slavic.unlikelyWord();
  if (unlikely !== undefined) throw notWestern(unlikely, notIt);
  if (held !== "") yield held;
}

function notWestern(word: string, notIt: NotIt): Error {
  return notIt(`, and ${JSON.stringify(word.slice(0, 40))} is no likely word of windows-1252`);
}

/** Characters up to the last line break; all of them where a row would be absurdly long. */
function lastEdge(text: string): number {
  const at = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
  return at === 0 && text.length > 1_000_000 ? text.length : at;
}
