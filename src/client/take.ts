/**
 * Copy and Export of every figure, and its way into the reader's deck. What makes pictures and files is fetched when somebody turns to a
 * button; the clipboard is asked within the click, as Safari wants it, for what comes later.
 */
const types = ["image/png", "text/html", "text/plain"] as const;

const load = () => import("./export/open.ts");

function buttonAt({ target }: Event): HTMLButtonElement | null {
  return target instanceof Element ? target.closest("button[data-take]") : null;
}

function copy(button: HTMLButtonElement): void {
  const parts = load().then(({ partsOf }) => partsOf(button));
  let written: Promise<void>;
  try {
    const item = types.map((type) => [type, parts.then((made) => made[type])] as const);
    written = navigator.clipboard.write([new ClipboardItem(Object.fromEntries(item))]);
  } catch (error) {
    written = Promise.reject(error);
  }
  // Heard before its reader is there.
  written.catch(() => undefined);
  void load().then(({ tellCopied }) => tellCopied(button, parts, written));
}

for (const event of ["pointerover", "focusin"]) {
  addEventListener(event, (happened) => {
    if (buttonAt(happened)) void load().then(({ getReady }) => getReady());
  });
}

addEventListener("click", (event) => {
  const button = buttonAt(event);
  if (button?.dataset.take === "copy") copy(button);
  else if (button?.dataset.take === "deck") void load().then(({ addToDeck }) => addToDeck(button));
  else if (button) void load().then(({ toggleMenu }) => toggleMenu(button));
});

// Until here nobody would have heard them.
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-take]")) {
  button.disabled = false;
}
