import {
  type Guide,
  nearestReading,
  parseReadings,
  type Reading,
  stepReading,
} from "../../shared/readings.ts";

/** The shown picture, and how much larger than drawn it is. */
function frameOf(drawing: HTMLElement): { left: number; top: number; ratio: number } {
  const svg = drawing.querySelector("svg");
  const { left = 0, top = 0, width = 0 } = svg?.getBoundingClientRect() ?? {};
  return { left, top, ratio: width / (svg?.viewBox.baseVal.width || 1) };
}

/** What a screen reader speaks; it must be there before it is filled. */
const announcer = document.createElement("p");
announcer.className = "announced";
announcer.setAttribute("role", "status");
document.body.append(announcer);

/** What a reader opens by a click on a value, or by Enter. */
export interface OpenedReading {
  opens: string;
}

export const openedEvent = "reading-opened";

/**
 * Lets a pointer, a finger or the arrow keys read the values of a chart; nothing where it has none.
 *
 * @param template what can be read of the figure's drawings, taken anew each time: a what-if redraws them
 */
export function openChart(drawing: HTMLElement, template: HTMLTemplateElement): void {
  const size = drawing.classList.contains("narrow") ? "narrow" : "wide";
  const readingsNow = () => parseReadings(template.content.textContent ?? "", size);
  if (readingsNow().length === 0) return;
  const { readingHint: hint = "" } = document.querySelector<HTMLElement>("main")?.dataset ?? {};
  const guide = drawing.dataset.guide as Guide;
  const line = document.createElement("div");
  line.className = `guide ${guide}`;
  const box = document.createElement("div");
  box.className = "reading";
  let current = -1;

  const show = (readings: readonly Reading[], index: number) => {
    const reading = readings[index];
    if (!reading) return;
    box.replaceChildren(...reading.lines.map(lineOf));
    if (!box.isConnected) drawing.append(line, box);
    current = index;
    place(reading);
  };

  const place = ({ x, y }: Reading) => {
    const { ratio } = frameOf(drawing);
    line.style.left = `${guide === "row" ? 0 : x * ratio}px`;
    line.style.top = `${guide === "column" ? 0 : y * ratio}px`;
    // Of a picture that is scrolled aside, the part that is seen.
    const { scrollLeft, clientWidth, clientHeight: height } = drawing;
    const end = scrollLeft + clientWidth - box.offsetWidth;
    const beside = x * ratio + 12;
    const left = beside <= end ? beside : x * ratio - 12 - box.offsetWidth;
    box.style.left = `${Math.max(scrollLeft, Math.min(left, end))}px`;
    const over = y * ratio - box.offsetHeight - 10;
    box.style.top = `${Math.max(0, Math.min(over, height - box.offsetHeight))}px`;
  };

  /** Scrolls a value to where it is seen, beside the names of the rows. */
  const reveal = ({ x }: Reading) => {
    const at = x * frameOf(drawing).ratio;
    const names = drawing.querySelector(".names")?.clientWidth ?? 0;
    if (at - aroundValue < drawing.scrollLeft + names)
      drawing.scrollLeft = at - aroundValue - names;
    const over = at + aroundValue - drawing.clientWidth;
    if (over > drawing.scrollLeft) drawing.scrollLeft = over;
  };

  const hide = () => {
    current = -1;
    line.remove();
    box.remove();
  };

  const point = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest(".names")) return hide();
    const { left, top, ratio } = frameOf(drawing);
    const at = { x: (event.clientX - left) / ratio, y: (event.clientY - top) / ratio };
    const readings = readingsNow();
    show(readings, nearestReading(readings, guide, at));
  };

  drawing.tabIndex = 0;
  drawing.setAttribute("role", "group");
  drawing.setAttribute("aria-label", hint);
  drawing.addEventListener("pointermove", point);
  let before = -1;
  drawing.addEventListener("pointerdown", (event) => {
    before = current;
    point(event);
  });
  drawing.addEventListener("pointerleave", (event) => {
    // A finger that is lifted leaves what it read.
    if (event.pointerType === "mouse") hide();
  });
  // What is opened takes the focus and gives it back: the cursor waits where it was.
  let isAway = false;
  drawing.addEventListener("focus", () => {
    isAway = false;
  });
  drawing.addEventListener("blur", () => {
    if (!isAway) hide();
  });
  const open = () => {
    const { opens } = readingsNow()[current] ?? {};
    if (opens === undefined) return;
    isAway = true;
    const detail: OpenedReading = { opens };
    drawing.dispatchEvent(new CustomEvent(openedEvent, { bubbles: true, detail }));
  };
  drawing.classList.toggle(
    "opens",
    readingsNow().some(({ opens }) => opens !== undefined),
  );
  drawing.addEventListener("click", (event) => {
    // The first tap of a finger reads, as a pointer does that only moves.
    const isFirstTap = (event as PointerEvent).pointerType === "touch" && before !== current;
    if (!isFirstTap) open();
  });
  drawing.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") return open();
    if (!keys.has(event.key)) return;
    event.preventDefault();
    const readings = readingsNow();
    const next = stepReading(readings, guide, current, event.key);
    const reading = readings[next];
    if (reading) reveal(reading);
    show(readings, next);
    announcer.textContent = readings[current]?.lines.join(", ") ?? "";
  });
}

/** Pixels that a value takes to each side. */
const aroundValue = 24;

const keys = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

function lineOf(words: string): HTMLElement {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}
