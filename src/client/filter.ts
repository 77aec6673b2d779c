import { inAddress } from "../shared/filter.ts";

/** Opens the filter bar: what draws a page anew is fetched when somebody turns to it, or the address has a filter. */
const bar = document.querySelector<HTMLDetailsElement>("#filter");

const carried = document.querySelector<HTMLElement>("#carried");

if (carried && inAddress.test(location.search)) {
  void import("./filter/carried.ts").then(({ openCarried }) => openCarried(carried));
}

if (bar) {
  const stop = new AbortController();
  const open = async () => {
    stop.abort();
    const { openFilter } = await import("./filter/panel.ts");
    await openFilter(bar);
  };
  if (inAddress.test(location.search)) {
    document.querySelector("main")?.classList.add("waiting");
    void open();
  } else if (bar.open || bar.matches(":hover, :focus-within")) {
    // Somebody was there before this script.
    void open();
  } else {
    for (const event of ["pointerenter", "focusin", "toggle"]) {
      bar.addEventListener(event, () => void open(), { once: true, signal: stop.signal });
    }
  }
}
