import type { Run } from "../slide.ts";

type Look = Omit<Run, "text">;

/** Signs within a line; a word such as arr_at_end is no emphasis. */
const patterns = [
  String.raw`\\(?<plain>[\\${"`"}*_~[\]()#+.!>|-])`,
  "`(?<code>[^`]+)`",
  String.raw`!\[(?<picture>[^\]]*)\]\([^()]*\)`,
  String.raw`\[(?<label>[^\]]+)\]\((?<link>(?:https?:\/\/|mailto:)[^\s()]+)\)`,
  String.raw`(?<address>https?:\/\/[^\s<>()]*[^\s<>().,;:!?])`,
  String.raw`\*\*\*(?<both>.+?)\*\*\*`,
  String.raw`\*\*(?<bold>.+?)\*\*`,
  String.raw`(?<![\p{L}\p{N}_])__(?<underlined>.+?)__(?![\p{L}\p{N}_])`,
  String.raw`\*(?<italic>[^*\s](?:[^*]*[^*\s])?)\*`,
  String.raw`(?<![\p{L}\p{N}_])_(?<slanted>[^_\s](?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])`,
  "~~(?<struck>.+?)~~",
];
const signs = new RegExp(patterns.join("|"), "gu");

/**
 * A line of Markdown in pieces of one look: bold, italic, struck out, links to web and mail addresses;
 * code is plain text, and a picture the words in its place. Whatever else there is stays as it is written.
 */
export function parseRuns(text: string, look: Look = {}): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { index, 0: whole, groups = {} } of text.matchAll(signs)) {
    if (index > at) runs.push({ text: text.slice(at, index), ...look });
    runs.push(...runsOf(groups, look));
    at = index + whole.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), ...look });
  return runs;
}

function runsOf(found: Readonly<Record<string, string | undefined>>, look: Look): Run[] {
  const { plain, code, label, link, address, both, bold, underlined, italic, slanted } = found;
  const literal = plain ?? code ?? found.picture;
  if (literal !== undefined) return [{ text: literal, ...look }];
  if (label !== undefined) return parseRuns(label, { ...look, link: link ?? "" });
  if (address !== undefined) return [{ text: address, ...look, link: look.link ?? address }];
  if (both !== undefined) return parseRuns(both, { ...look, isBold: true, isItalic: true });
  const strong = bold ?? underlined;
  if (strong !== undefined) return parseRuns(strong, { ...look, isBold: true });
  const leaning = italic ?? slanted;
  if (leaning !== undefined) return parseRuns(leaning, { ...look, isItalic: true });
  return parseRuns(found.struck ?? "", { ...look, isStruck: true });
}
