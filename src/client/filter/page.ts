import { figuresOfCosts, figuresOverTime, type Size, type ToldPage } from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import type { MadeOf } from "../export/shown.ts";
import { figureElement, type ScopeLine, scopeElement, untoldElement } from "./figure.ts";
import { overviewElements } from "./overview.ts";

/** What is filtered, in words. */
export interface Told {
  madeOf?: MadeOf | undefined;
  /** Of the customers; empty where they are everyone. */
  segments: string;
  /** Of the months; empty where they are all. */
  months: string;
}

/** The page as it was built, to be shown again, and with other figures in its places. */
export class FilteredPage {
  readonly #main: HTMLElement;
  readonly #title: string;
  /** The page's own elements, by what stands in their place now. */
  readonly #originals = new Map<Element, Element>();

  constructor(main: HTMLElement) {
    this.#main = main;
    this.#title = main.querySelector("h1")?.textContent ?? "";
  }

  restore(): void {
    for (const line of this.#main.querySelectorAll(".scope")) line.remove();
    for (const [now, original] of this.#originals) now.replaceWith(original);
    this.#originals.clear();
    this.#setTitle(this.#title);
  }

  /** Shows what was told in the place of every figure, or why it is not. */
  show(told: ToldPage, words: Told, clear: () => void): void {
    this.restore();
    const { madeOf } = words;
    const isOfSegment = words.segments !== "";
    const size: Size = isNarrow() ? "narrow" : "wide";
    for (const original of this.#main.querySelectorAll<HTMLElement>("section.figure[id]")) {
      const { id } = original;
      const isOverTime = figuresOverTime.has(id);
      if (!isOfSegment && !isOverTime) {
        this.#put(original, noted(original, { text: say.filter.allMonths, clear }));
        continue;
      }
      const months = words.months === "" ? "" : isOverTime ? words.months : say.filter.allMonths;
      const line = { text: [words.segments, months].filter(Boolean).join(". "), clear, madeOf };
      const model = told.figures.find((figure) => figure.id === id);
      const now = model ? figureElement(model, line, size) : without(original, line);
      this.#put(original, withSource(original, now, line.text));
    }
    if (!isOfSegment) {
      for (const original of this.#main.querySelectorAll<HTMLElement>("#north-star, #scorecard")) {
        noted(original, { text: say.filter.allMonths, clear });
      }
      return;
    }
    this.#setTitle(told.finding);
    this.#main.querySelector("h1")?.after(scopeElement({ text: words.segments, clear }));
    const months = words.months === "" ? "" : say.filter.allMonths;
    const line = { text: [words.segments, months].filter(Boolean).join(". "), clear, madeOf };
    for (const [original, now] of overviewElements(this.#main, told, line, size)) {
      this.#put(original, withSource(original, now, line.text));
    }
  }

  #put(original: Element, now: Element): void {
    if (now === original) return;
    original.replaceWith(now);
    this.#originals.set(now, original);
  }

  #setTitle(text: string): void {
    const title = this.#main.querySelector("h1");
    if (title) title.textContent = text;
  }
}

/** Why a figure is not told of these customers; one that starts from everyone stays. */
function without(original: HTMLElement, line: ScopeLine): HTMLElement {
  const { filter } = say;
  const { id } = original;
  if (line.madeOf && figuresOfCosts.has(id)) {
    return untoldElement(original, `${filter.costsOfCombination}.`, line);
  }
  if (id === "what-if") return noted(original, { ...line, text: filter.whatIf });
  const why = filter.untold[id] ?? (id.startsWith("by-") ? filter.oneGroup : filter.untoldAny);
  return untoldElement(original, why, line);
}

const isNarrow = () => {
  const probe = document.querySelector(".drawing.narrow");
  return probe ? getComputedStyle(probe).display !== "none" : innerWidth < 700;
};

/** With the line that is printed under a figure, where its numbers come from, told of these customers. */
function withSource(original: Element, now: Element, whose: string): Element {
  const source = original.querySelector(".source")?.cloneNode(true);
  if (now === original || !(source instanceof HTMLElement)) return now;
  source.querySelector(".whose")?.replaceChildren(whose);
  (now.querySelector(".notes, .head") ?? now).append(source);
  return now;
}

/** The page's own figure with a line over it; the line goes when the filter does. */
function noted(original: HTMLElement, line: ScopeLine): HTMLElement {
  original.querySelector(".scope")?.remove();
  const head = original.querySelector(".head");
  if (head) head.append(scopeElement(line));
  else original.querySelector(".facts")?.before(scopeElement(line));
  return original;
}
