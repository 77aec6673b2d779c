import { whenStarts } from "./what-if/start.ts";

/** Opens the what-if form; its charts are fetched when somebody turns to it, or a link brings a scenario. */
const panel = document.querySelector<HTMLElement>("#what-if");
const form = panel?.querySelector("form");

if (panel && form) {
  const open = async () => {
    if (stop.signal.aborted) return;
    stop.abort();
    const { openPanel } = await import("./what-if/panel.ts");
    openPanel(panel, form);
  };
  const stop = new AbortController();
  whenStarts(() => void open());
  const isTouched = form.matches(":hover, :focus-within");
  if (isTouched || /[?&](draft|kept)=/.test(location.search)) {
    void open();
  } else {
    for (const event of ["focusin", "pointerenter", "input"]) {
      form.addEventListener(event, () => void open(), { once: true, signal: stop.signal });
    }
  }
}
