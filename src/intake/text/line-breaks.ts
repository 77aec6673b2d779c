/**
 * The same text with LF at the end of every line, whichever way the pieces are cut. Files of old
 * Macs end lines with a lone CR; in all others a lone CR is part of a cell and stays.
 */
export async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield* withoutEndMark(fedLines(pieces));
}

const endMark = "\x1a";

/** DOS ended a text with Ctrl-Z, and some exports still do; elsewhere it is a character. */
async function* withoutEndMark(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const piece of pieces) {
    const text = held + piece;
    const body = text.endsWith("\n") ? text.slice(0, -1) : text;
    let end = body.length;
    while (body[end - 1] === endMark) end -= 1;
    const isMark = end < body.length;
    held = isMark ? text.slice(end) : "";
    const sure = isMark ? text.slice(0, end) : text;
    if (sure !== "") yield sure;
  }
}

async function* fedLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  let breaks: RegExp | undefined;
  for await (const piece of pieces) {
    let text = held + piece;
    held = text.endsWith("\r") ? "\r" : "";
    if (held) text = text.slice(0, -1);
    breaks ??= breaksOf(text);
    if (text !== "") yield text.includes("\r") && breaks ? text.replaceAll(breaks, "\n") : text;
  }
  if (held) yield "\n";
}

function breaksOf(text: string): RegExp | undefined {
  const first = text.search(/[\r\n]/);
  if (first === -1) return undefined;
  return text[first] === "\r" && text[first + 1] !== "\n" ? /\r\n?/g : /\r\n/g;
}
