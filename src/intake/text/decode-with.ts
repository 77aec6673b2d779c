import type { FileSource } from "../../contracts/index.ts";
import { UnreadableFile } from "../unreadable.ts";

export type Encoding = NonNullable<FileSource["encoding"]>;

/** Bytes that Windows-1252 leaves undefined; the decoder passes them on as control characters. */
const undefinedBytes = /[\u0081\u008d\u008f\u0090\u009d]/;

/** How the encoding is known: by a byte order mark, the configuration, or the bytes alone. */
type How = "marked" | "declared" | "detected";

const reasons: Record<How, string> = {
  marked: "its byte order mark says",
  declared: "declared",
  detected: "its first bytes told",
};

/**
 * Text in an encoding, whichever way the bytes are cut.
 * @throws UnreadableFile at bytes that the encoding does not have
 */
export async function* decodeWith(
  encoding: Encoding,
  chunks: AsyncIterable<Uint8Array>,
  how: How,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let read = 0;
  const decoded = (chunk?: Uint8Array) => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      const odd = encoding === "windows-1252" ? text.search(undefinedBytes) : -1;
      if (odd === -1) return text;
      throw notIn(encoding, `at byte ${read + odd + 1} (${byteName(text.charCodeAt(odd))})`, how);
    } catch (cause) {
      if (cause instanceof UnreadableFile) throw cause;
      const to = read + (chunk?.length ?? 0);
      const place = to > read ? `between byte ${read + 1} and byte ${to}` : "at its end";
      throw notIn(encoding, place, how, { cause });
    }
  };
  for await (const chunk of chunks) {
    const text = decoded(chunk);
    read += chunk.length;
    if (text !== "") yield text;
  }
  const rest = decoded();
  if (rest !== "") yield rest;
}

function byteName(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}

function notIn(
  encoding: Encoding,
  place: string,
  how: How,
  options?: ErrorOptions,
): UnreadableFile {
  const fault = {
    check: "wrong_encoding",
    value: `${encoding} ${place}`,
    expected: `${encoding} throughout, as ${reasons[how]}`,
    remedy: "declare the encoding the file has, or save it as UTF-8 and declare none",
  };
  return new UnreadableFile(fault, options);
}
