import type { Paragraph } from "../slide.ts";
import { parseRuns } from "./runs.ts";

/** Points between two paragraphs, and before an item of a list. */
const gaps = { paragraph: 8, item: 4 } as const;
/** Levels of lists that a slide tells apart, the first included. */
const mostLevels = 4;

const itemPattern = /^(\s*)(?:[-*+•]|(\d{1,4})[.)])\s+(.*)$/;
const headingPattern = /^#{1,6}\s+(.*?)\s*#*$/;
const quotePattern = /^\s*>\s?(.*)$/;
const rulePattern = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const fencePattern = /^\s*(`{3,}|~{3,})[^`]*$/;
const taskPattern = /^\[([ xX])\]\s+/;
const breakPattern = /(?: {2,}|\\)$/;

/**
 * Markdown as the text of a slide: paragraphs, headings, quotes, code line by line, lists within lists,
 * numbers and boxes in lists, and what `parseRuns` knows within a line. Of a table each row is a line; whatever else there is
 * stays as it is written.
 */
export function parseMarkdown(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const add = (paragraph: Paragraph, gap: number = gaps.paragraph) => {
    paragraphs.push({ ...paragraph, before: paragraphs.length > 0 ? gap : 0 });
  };
  let isOpen = false;
  let isBroken = false;
  let fence: string | undefined;
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const mark = fencePattern.exec(line)?.[1];
    if (fence === undefined ? mark : mark?.startsWith(fence)) {
      fence = fence === undefined ? mark : undefined;
      isOpen = false;
      continue;
    }
    if (fence !== undefined) {
      add({ runs: [{ text: line }] }, isOpen ? 0 : gaps.paragraph);
      isOpen = true;
      continue;
    }
    const [, indent, number, item] = itemPattern.exec(line) ?? [];
    const heading = headingPattern.exec(line)?.[1];
    const quote = quotePattern.exec(line)?.[1];
    const last = paragraphs.at(-1);
    const words = line.replace(breakPattern, "").trim();
    if (line.includes("|") && tableRule.test(line)) continue;
    if (words === "" || rulePattern.test(line)) {
      isOpen = false;
    } else if (item !== undefined) {
      add(itemOf(indent ?? "", number, item), gaps.item);
      isOpen = true;
    } else if (heading !== undefined) {
      add({ runs: parseRuns(heading, { isBold: true }) });
      isOpen = false;
    } else if (quote !== undefined) {
      add({ runs: parseRuns(quote, { isItalic: true }) }, isOpen ? 0 : gaps.paragraph);
      isOpen = true;
    } else if (words.startsWith("|")) {
      add({ runs: parseRuns(words.replaceAll(/^\||\|$/g, "").trim()) }, isOpen ? 0 : gaps.item);
      isOpen = true;
    } else if (isOpen && last && !isBroken) {
      const runs = [...last.runs, ...parseRuns(` ${words}`)];
      paragraphs[paragraphs.length - 1] = { ...last, runs };
    } else {
      add({ runs: parseRuns(words) }, isOpen ? 0 : gaps.paragraph);
      isOpen = true;
    }
    isBroken = isOpen && breakPattern.test(line);
  }
  return paragraphs;
}

function itemOf(indent: string, number: string | undefined, text: string): Paragraph {
  const level = Math.min(mostLevels - 1, Math.floor(indent.replaceAll("\t", "    ").length / 2));
  return {
    runs: parseRuns(text.replace(taskPattern, (_, done: string) => (done === " " ? "☐ " : "☑ "))),
    isBullet: true,
    ...(level > 0 && { level }),
    ...(number !== undefined && { number: Number(number) }),
  };
}
