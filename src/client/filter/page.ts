import {
  figuresOfAll,
  figuresOfNobody,
  figuresOverTime,
  type Size,
  type ToldPage,
} from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import type { MadeOf } from "../export/shown.ts";
import type { ScopeLine } from "./actions.ts";
import { afterwards, forgetWaiting } from "./afterwards.ts";
import { element } from "./elements.ts";
import { figureElement, howElement, scopeElement, untoldElement } from "./figure.ts";
import { overviewElements } from "./overview.ts";
import { restoreWhatIf, startWhatIf } from "./what-if.ts";

/** What is filtered, in words. */
export interface Told {
  madeOf?: MadeOf | undefined;
  /** Of the customers; empty where they are everyone. */
  segments: string;
  /** Of the months; empty where they are all. */
  months: string;
  /** Works out the segments within the customers, where that can be done and is not done yet. */
  compare?: (() => void) | undefined;
}

/** The page as it was built, to be shown again, and with other figures in its places. */
export class FilteredPage {
  readonly #main: HTMLElement;
  readonly #title: string;
  /** The page's own elements, by what stands in their place now. */
  readonly #originals = new Map<Element, HTMLElement>();

  constructor(main: HTMLElement) {
    this.#main = main;
    this.#title = main.querySelector("h1")?.textContent ?? "";
  }

  restore(): void {
    forgetWaiting();
    for (const [now, original] of this.#originals) now.replaceWith(original);
    this.#originals.clear();
    for (const line of this.#main.querySelectorAll(".scope, h1 ~ .reckoned")) line.remove();
    for (const panel of this.#main.querySelectorAll("#what-if")) restoreWhatIf(panel);
    for (const section of this.#main.querySelectorAll(".stale")) section.classList.remove("stale");
    this.#setTitle(this.#title);
  }

  /**
   * Shows what was told in the place of every figure, or why it is not: at once where it is seen, the
   * rest afterwards, faint until then.
   */
  show(told: ToldPage, words: Told, clear: () => void): void {
    const isSeen = seenIn(this.#main);
    const isOfSegment = words.segments !== "";
    if (isOfSegment) forgetWaiting();
    else this.restore();
    const put = (stands: HTMLElement, make: (original: HTMLElement) => HTMLElement) => {
      const replace = () => this.#put(stands, make);
      if (isSeen.has(stands)) return replace();
      stands.classList.add("stale");
      afterwards(replace);
    };
    const { madeOf } = words;
    const size: Size = isNarrow() ? "narrow" : "wide";
    const models = new Map(told.figures.map((figure) => [figure.id, figure]));
    for (const stands of this.#main.querySelectorAll<HTMLElement>("section.figure[id]")) {
      const { id } = stands;
      if (figuresOfAll.has(id)) noted(stands, { text: say.filter.allSegments, clear });
      if (!stands.querySelector(".measure") || figuresOfNobody.has(id) || figuresOfAll.has(id)) {
        continue;
      }
      const isOverTime = figuresOverTime.has(id);
      if (!isOfSegment && !isOverTime) {
        noted(stands, { text: say.filter.allMonths, clear });
        continue;
      }
      const months = words.months === "" ? "" : isOverTime ? words.months : say.filter.allMonths;
      const whose = isOfSegment ? (told.whose?.[id] ?? words.segments) : "";
      const line = { text: joined([whose, months]), clear, madeOf };
      const model = models.get(id);
      put(stands, (original) => {
        if (id === "what-if") return whatIfOf(original, told.whatIf, line);
        const now = model
          ? withCohorts(figureElement(model, line, size), words.compare)
          : without(original, line, {
              why: told.outside?.[id] ?? told.why,
              compare: words.compare,
            });
        return withSource(original, now, line.text);
      });
    }
    if (!isOfSegment) {
      for (const original of this.#main.querySelectorAll<HTMLElement>("#north-star, #scorecard")) {
        noted(original, { text: say.filter.allMonths, clear });
      }
      return;
    }
    this.#setTitle(told.finding);
    const { newest, whose: { title, how: ofHow } = {} } = told;
    this.#putUnderTitle(told, { text: title ?? words.segments, clear });
    const how = this.#main.querySelector<HTMLElement>("#how");
    if (how && newest) {
      const text = ofHow ?? words.segments;
      put(how, (original) => howElement(original, newest, { text, clear, madeOf }));
    }
    const months = words.months === "" ? "" : say.filter.allMonths;
    const line = { text: joined([words.segments, months]), clear, madeOf };
    for (const [id, make] of overviewElements(told, line, size)) {
      const stands = this.#main.querySelector<HTMLElement>(`#${id}`);
      if (stands) put(stands, (original) => withSource(original, make(original), line.text));
    }
  }

  #put(stands: HTMLElement, make: (original: HTMLElement) => HTMLElement): void {
    const original = this.#originals.get(stands) ?? stands;
    const now = make(original);
    stands.classList.remove("stale");
    if (now === stands) return;
    stands.replaceWith(now);
    this.#originals.delete(stands);
    if (now !== original) this.#originals.set(now, original);
  }

  #putUnderTitle({ note }: ToldPage, line: ScopeLine): void {
    for (const before of this.#main.querySelectorAll("h1 + .scope, h1 ~ .reckoned"))
      before.remove();
    this.#main
      .querySelector("h1")
      ?.after(scopeElement(line), ...(note ? [element("p", { class: "reckoned" }, note)] : []));
  }

  #setTitle(text: string): void {
    const title = this.#main.querySelector("h1");
    if (title) title.textContent = text;
  }
}

/** The sections that are on the screen, found before anything moves. */
function seenIn(main: HTMLElement): ReadonlySet<HTMLElement> {
  const sections = [...main.querySelectorAll<HTMLElement>("section[id]")];
  return new Set(
    sections.filter((section) => {
      const { top, bottom } = section.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    }),
  );
}

/** The what-if with its form, from these customers on; from everyone where their costs are not known. */
function whatIfOf(original: HTMLElement, start: ToldPage["whatIf"], line: ScopeLine): HTMLElement {
  if (!start) {
    restoreWhatIf(original);
    return noted(original, { ...line, text: say.filter.whatIf });
  }
  startWhatIf(original, start, line);
  return noted(original, line);
}

/** With a button that works out the curves by cohort, which do not come with the page within one segment. */
function withCohorts(figure: HTMLElement, compare: Told["compare"]): HTMLElement {
  if (!compare || figure.id !== "one-customer") return figure;
  const button = element("button", { type: "button", class: "control" }, say.filter.cohortsWithin);
  button.addEventListener("click", compare);
  figure.querySelector(".notes")?.append(button);
  return figure;
}

/** Why a figure is not told of these customers. */
function without(
  original: HTMLElement,
  line: ScopeLine,
  { why: told, compare }: Pick<ToldPage, "why"> & Pick<Told, "compare">,
): HTMLElement {
  const { filter } = say;
  const { id } = original;
  if (line.madeOf && id === "churn-by-segment") {
    return untoldElement(original, filter.oneSegment, line);
  }
  const why =
    told ?? filter.untold[id] ?? (id.startsWith("by-") ? filter.oneGroup : filter.untoldAny);
  const remedy =
    compare && id === "churn-by-segment"
      ? { label: filter.compareWithin, act: compare }
      : undefined;
  return untoldElement(original, why, line, remedy);
}

/** As the style sheet says it. */
const isNarrow = () => !matchMedia("(min-width: 48rem)").matches;

/** With the line that is printed under a figure, where its numbers come from, told of these customers. */
function withSource(original: Element, now: HTMLElement, whose: string): HTMLElement {
  const source = original.querySelector(".source")?.cloneNode(true);
  if (now === original || !(source instanceof HTMLElement)) return now;
  source.querySelector(".whose")?.replaceChildren(whose);
  (now.querySelector(".notes") ?? now.querySelector(".head") ?? now).append(source);
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

/** Words of a filter one after the other; those that are a sentence end as one already. */
const joined = (words: readonly string[]) => words.filter(Boolean).join(". ").replaceAll("..", ".");
