import { inAddress } from "../shared/filter.ts";

/** Opens the filter bar: what draws a page anew is fetched when somebody turns to it, or the address has a filter. */
const bar = document.querySelector<HTMLDetailsElement>("#filter");

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
