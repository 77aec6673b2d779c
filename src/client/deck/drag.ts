/** Points from the edge of the window within which a drag scrolls the page, and by how much a frame. */
const edge = { within: 64, by: 14 } as const;

/**
 * Lets an item of a list be dragged by its grip, with a mouse, a pen or a finger. Escape leaves it where
 * it was.
 *
 * @param drop told by how many places it moved, once it is let go elsewhere
 */
export function letDrag(grip: HTMLElement, item: HTMLElement, drop: (by: number) => void): void {
  grip.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || !item.parentElement) return;
    down.preventDefault();
    const items = [...item.parentElement.children] as HTMLElement[];
    const from = items.indexOf(item);
    const start = down.clientY + scrollY;
    const over = new AbortController();
    let at = down.clientY;
    let to = from;
    grip.setPointerCapture(down.pointerId);
    item.classList.add("dragged");

    const show = () => {
      item.style.transform = `translateY(${at + scrollY - start}px)`;
      const others = items.filter((other) => other !== item);
      to = others.filter((other) => middleOf(other) < at).length;
      for (const [place, other] of others.entries()) {
        other.classList.toggle("before", place === to && to !== from);
        other.classList.toggle("after", to === others.length && place === to - 1 && to !== from);
      }
    };
    const scroll = () => {
      if (over.signal.aborted) return;
      if (at < edge.within) scrollBy(0, -edge.by);
      else if (at > innerHeight - edge.within) scrollBy(0, edge.by);
      show();
      requestAnimationFrame(scroll);
    };
    const end = (isKept: boolean) => {
      over.abort();
      item.classList.remove("dragged");
      item.style.transform = "";
      for (const other of items) other.classList.remove("before", "after");
      if (isKept && to !== from) drop(to - from);
    };
    const on = { signal: over.signal };
    const follow = (move: PointerEvent) => {
      at = move.clientY;
    };
    grip.addEventListener("pointermove", follow, on);
    grip.addEventListener(
      "pointerup",
      (up) => {
        follow(up);
        show();
        end(true);
      },
      on,
    );
    grip.addEventListener("pointercancel", () => end(false), on);
    addEventListener("keydown", (press) => press.key === "Escape" && end(false), on);
    scroll();
  });
}

function middleOf(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
