import { UnreadableFile } from "../unreadable.ts";
import type { Encoding } from "./decode.ts";

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
      if (encoding !== "windows-1252" || !undefinedBytes.test(text)) return text;
    } catch (cause) {
      throw notIn(encoding, read, read + (chunk?.length ?? 0), how, { cause });
    }
    throw notIn(encoding, read, read + (chunk?.length ?? 0), how);
  };
  for await (const chunk of chunks) {
    const text = decoded(chunk);
    read += chunk.length;
    if (text !== "") yield text;
  }
  const rest = decoded();
  if (rest !== "") yield rest;
}

function notIn(
  encoding: Encoding,
  from: number,
  to: number,
  how: How,
  options?: ErrorOptions,
): UnreadableFile {
  const place = to > from ? `between byte ${from + 1} and byte ${to}` : "at its end";
  const fault = {
    check: "wrong_encoding",
    value: `${encoding} ${place}`,
    expected: `${encoding} throughout, as ${reasons[how]}`,
    remedy: "declare the encoding the file has, or save it as UTF-8 and declare none",
  };
  return new UnreadableFile(fault, options);
}
