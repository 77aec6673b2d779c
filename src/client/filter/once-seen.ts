/** Does something when a place is first laid out: unfolded, or shown at this width. */
export function onceSeen(place: HTMLElement, tell: () => unknown): void {
  const seen = new ResizeObserver(([entry]) => {
    if (!entry || entry.contentRect.width === 0) return;
    seen.disconnect();
    tell();
  });
  seen.observe(place);
}
