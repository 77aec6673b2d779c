import {
  type Guide,
  nearestReading,
  parseReadings,
  type Reading,
  stepReading,
} from "../shared/readings.ts";

/** Lets a pointer, a finger or the arrow keys read the values of every chart of the page. */
function readCharts(): void {
  const { readingHint = "" } = document.querySelector<HTMLElement>("main")?.dataset ?? {};
  const announcer = document.createElement("p");
  announcer.className = "announced";
  announcer.setAttribute("role", "status");
  document.body.append(announcer);
  for (const drawing of document.querySelectorAll<HTMLElement>(".drawing")) {
    const readings = parseReadings(drawing.querySelector("template")?.content.textContent ?? "");
    if (readings.length > 0) openChart(drawing, readings, announcer, readingHint);
  }
}

function openChart(
  drawing: HTMLElement,
  readings: readonly Reading[],
  announcer: HTMLElement,
  hint: string,
): void {
  const guide = drawing.dataset.guide as Guide;
  const svg = drawing.querySelector("svg");
  if (!svg) return;
  const line = document.createElement("div");
  line.className = `guide ${guide}`;
  const box = document.createElement("div");
  box.className = "reading";
  let current = -1;

  const scale = () => svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || 1);

  const show = (index: number) => {
    const reading = readings[index];
    if (!reading) return;
    if (index !== current || !box.isConnected) {
      box.replaceChildren(...reading.lines.map(lineOf));
      drawing.append(line, box);
    }
    current = index;
    place(reading);
  };

  const place = ({ x, y }: Reading) => {
    const ratio = scale();
    line.style.left = `${guide === "row" ? 0 : x * ratio}px`;
    line.style.top = `${guide === "column" ? 0 : y * ratio}px`;
    const { width, height } = drawing.getBoundingClientRect();
    const beside = x * ratio + 12;
    const isRight = beside + box.offsetWidth <= width;
    const left = isRight ? beside : x * ratio - 12 - box.offsetWidth;
    box.style.left = `${Math.max(0, Math.min(left, width - box.offsetWidth))}px`;
    const over = y * ratio - box.offsetHeight - 10;
    box.style.top = `${Math.max(0, Math.min(over, height - box.offsetHeight))}px`;
  };

  const hide = () => {
    current = -1;
    line.remove();
    box.remove();
  };

  const point = (event: PointerEvent) => {
    const frame = svg.getBoundingClientRect();
    const at = {
      x: (event.clientX - frame.left) / scale(),
      y: (event.clientY - frame.top) / scale(),
    };
    show(nearestReading(readings, guide, at));
  };

  drawing.tabIndex = 0;
  drawing.setAttribute("role", "group");
  drawing.setAttribute("aria-label", hint);
  drawing.addEventListener("pointermove", point);
  drawing.addEventListener("pointerdown", point);
  drawing.addEventListener("pointerleave", (event) => {
    // A finger that is lifted leaves what it read.
    if (event.pointerType === "mouse") hide();
  });
  drawing.addEventListener("blur", hide);
  drawing.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!keys.has(event.key)) return;
    event.preventDefault();
    show(stepReading(readings, guide, current, event.key));
    announcer.textContent = readings[current]?.lines.join(", ") ?? "";
  });
}

const keys = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

function lineOf(words: string): HTMLElement {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}

readCharts();
