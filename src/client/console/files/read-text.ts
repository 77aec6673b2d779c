import { say } from "../../../text/index.ts";
import { FileProblem } from "./problem.ts";

/** Of text; a packed file may unpack to any size. */
const mostBytes = 100_000_000;

const words = say.console.files;

/**
 * A reader's file as text: UTF-8, or UTF-16 with its mark; unpacked where its name ends in .gz.
 *
 * @param onBytes told how many bytes of text have come so far
 * @throws a FileProblem
 */
export async function readText(file: File, onBytes: (bytes: number) => void): Promise<string> {
  const isPacked = /\.gz$/i.test(file.name);
  if (!/\.(csv|tsv|txt)(\.gz)?$/i.test(file.name)) throw new FileProblem(words.notText);
  if (file.size === 0) throw new FileProblem(words.empty);
  if (!isPacked && file.size > mostBytes) throw new FileProblem(words.tooLarge(mostBytes));
  const bytes = file.stream();
  const reader = (
    isPacked ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes
  ).getReader();
  const decode = decoder();
  const parts: string[] = [];
  let read = 0;
  for (;;) {
    const chunk = await reader.read().catch(() => {
      throw new FileProblem(words.notPacked);
    });
    if (chunk.done) break;
    read += chunk.value.byteLength;
    if (read > mostBytes) {
      await reader.cancel();
      throw new FileProblem(words.tooLarge(mostBytes));
    }
    parts.push(decode(chunk.value));
    onBytes(read);
  }
  parts.push(decode());
  const text = parts.join("");
  if (text.includes("\0")) throw new FileProblem(words.binary);
  if (text.trim() === "") throw new FileProblem(words.empty);
  return text;
}

/** Decodes chunk after chunk, the end last; bytes that are no text are a problem at their line. */
function decoder(): (chunk?: Uint8Array) => string {
  let label: string | undefined;
  let text: TextDecoder;
  let lines = 1;
  return (chunk) => {
    if (label === undefined) {
      label = encodingOf(chunk ?? new Uint8Array());
      text = new TextDecoder(label, { fatal: true });
    }
    try {
      const decoded = chunk ? text.decode(chunk, { stream: true }) : text.decode();
      lines += linesIn(decoded);
      return decoded;
    } catch {
      const lenient = new TextDecoder(label).decode(chunk);
      const before = lenient.slice(0, Math.max(0, lenient.indexOf("\uFFFD")));
      throw new FileProblem(words.badBytes(lines + linesIn(before)));
    }
  };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

const linesIn = (text: string) => text.split("\n").length - 1;
