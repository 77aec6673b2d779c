import type { Paragraph, Run } from "./slide.ts";

/** Points between two paragraphs, and before an item of a list. */
const gaps = { paragraph: 8, item: 4 } as const;

const itemPattern = /^\s*[-*•]\s+(.*)$/;
const headingPattern = /^#{1,6}\s+(.*)$/;
const emphasis = /\*\*(.+?)\*\*|__(.+?)__|\*([^*\s](?:[^*]*[^*\s])?)\*/g;

/**
 * Paragraphs, lists, headings, bold and italic of Markdown as the text of a slide. Whatever else
 * there is stays as it is written.
 */
export function parseMarkdown(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let isOpen = false;
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const item = itemPattern.exec(line)?.[1];
    const heading = headingPattern.exec(line)?.[1];
    const last = paragraphs.at(-1);
    if (item !== undefined) {
      paragraphs.push({ runs: runsOf(item), isBullet: true, before: gapBefore(last, gaps.item) });
      isOpen = true;
    } else if (heading !== undefined) {
      const runs = runsOf(heading).map((run) => ({ ...run, isBold: true }));
      paragraphs.push({ runs, before: gapBefore(last, gaps.paragraph) });
      isOpen = false;
    } else if (line.trim() === "") {
      isOpen = false;
    } else if (isOpen && last) {
      const more = runsOf(` ${line.trim()}`);
      paragraphs[paragraphs.length - 1] = { ...last, runs: [...last.runs, ...more] };
    } else {
      paragraphs.push({ runs: runsOf(line.trim()), before: gapBefore(last, gaps.paragraph) });
      isOpen = true;
    }
  }
  return paragraphs;
}

const gapBefore = (last: Paragraph | undefined, gap: number): number => (last ? gap : 0);

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(emphasis)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index) });
    const bold = match[1] ?? match[2];
    runs.push(
      bold === undefined ? { text: match[3] ?? "", isItalic: true } : { text: bold, isBold: true },
    );
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
