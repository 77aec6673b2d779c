import { figuresOfCosts, figuresOverTime, type ToldPage } from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { figureElement, type ScopeLine, type Size, scopeElement, untoldElement } from "./figure.ts";
import { overviewElements } from "./overview.ts";

/** What is filtered, in words. */
export interface Told {
  /** Where the tables were made anew: for which accounts. */
  madeOf?: string | undefined;
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
      if (id === "changes") continue;
      const isOverTime = figuresOverTime.has(id);
      if (!isOfSegment && !isOverTime) {
        this.#put(original, noted(original, { text: say.filter.allMonths, clear }));
        continue;
      }
      const months = words.months === "" ? "" : isOverTime ? words.months : say.filter.allMonths;
      const line = { text: [words.segments, months].filter(Boolean).join(". "), clear, madeOf };
      const model = told.figures.find((figure) => figure.id === id);
      this.#put(original, model ? figureElement(model, line, size) : this.#without(original, line));
    }
    if (!isOfSegment) return;
    this.#setTitle(told.finding);
    this.#main.querySelector("h1")?.after(scopeElement({ text: words.segments, clear }));
    const months = words.months === "" ? "" : say.filter.allMonths;
    const line = { text: [words.segments, months].filter(Boolean).join(". "), clear, madeOf };
    for (const [original, now] of overviewElements(this.#main, told, line, size)) {
      this.#put(original, now);
    }
  }

  #without(original: HTMLElement, line: ScopeLine): HTMLElement {
    const { filter } = say;
    const { id } = original;
    if (line.madeOf && figuresOfCosts.has(id)) {
      return untoldElement(original, `${filter.costsOfCombination}.`, line);
    }
    if (id === "what-if") return noted(original, { ...line, text: filter.whatIf });
    const why = id.startsWith("by-") ? filter.breakdown : (filter.untold[id] ?? filter.untoldAny);
    return untoldElement(original, why, line);
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

const isNarrow = () => {
  const probe = document.querySelector(".drawing.narrow");
  return probe ? getComputedStyle(probe).display !== "none" : innerWidth < 700;
};

/** The page's own figure with a line over it; the line goes when the filter does. */
function noted(original: HTMLElement, line: ScopeLine): HTMLElement {
  original.querySelector(".scope")?.remove();
  original.querySelector(".head")?.append(scopeElement(line));
  return original;
}
