/** Longer links do not survive mail and chat programs. */
export const limit = 16_000;

/** A query is text: one that unpacks to more than a book is none. */
const longest = 2_000_000;

/** "#q=…": SQL deflated, in base64 as addresses take it. */
export async function encodeQuery(sql: string): Promise<string> {
  const packed = new Blob([sql]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return `#q=${toBase64(bytes)}`;
}

/**
 * @param hash as encodeQuery gives it
 * @throws an Error where it is cut off or no such link
 */
export async function decodeQuery(hash: string): Promise<string> {
  try {
    const bytes = fromBase64(hash.replace(/^#q=/, ""));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const text = await readText(unpacked);
    return text;
  } catch (cause) {
    throw new Error("the link is not whole", { cause });
  }
}

async function readText(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const chunk of chunksOf(stream)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) throw new Error(`more than ${longest} characters`);
  }
  return text + decoder.decode();
}

/** Streams are not iterable in every browser yet. */
async function* chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function toBase64(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
