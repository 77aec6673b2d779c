/** Lets a reader choose between drawings of a figure; those that did not come with the page are made when somebody turns to them. */
for (const section of document.querySelectorAll<HTMLElement>(
  "section:has(> .content > fieldset.choice)",
)) {
  const fieldsets = section.querySelectorAll<HTMLFieldSetElement>("fieldset.choice, .steps");
  const stop = new AbortController();
  const open = async () => {
    stop.abort();
    const { openBuilt } = await import("./choice/built.ts");
    await openBuilt(section);
  };
  for (const fieldset of fieldsets) {
    fieldset.disabled = false;
    for (const event of ["pointerenter", "focusin", "change"]) {
      fieldset.addEventListener(event, () => void open(), { once: true, signal: stop.signal });
    }
  }
}
