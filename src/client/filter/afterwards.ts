/** Milliseconds of work between two frames, so that the page goes on answering. */
const slice = 8;

let waiting: (() => void)[] = [];
let isComing = false;

/** Does something once what is seen has been painted, in turn with the rest; at once where the page is printed. */
export function afterwards(task: () => void): void {
  waiting.push(task);
  tell();
  if (isComing) return;
  isComing = true;
  requestAnimationFrame(() => setTimeout(go));
}

/** Forgets what waits: of several choices the newest counts. */
export function forgetWaiting(): void {
  waiting = [];
  tell();
}

function go(): void {
  const until = performance.now() + slice;
  while (waiting.length > 0 && performance.now() < until) waiting.shift()?.();
  tell();
  isComing = waiting.length > 0;
  if (isComing) setTimeout(go);
}

/** Whether something waits, for screen readers and whoever looks at the whole page. */
function tell(): void {
  document.querySelector("main")?.toggleAttribute("aria-busy", waiting.length > 0);
}

addEventListener("beforeprint", () => {
  for (const task of waiting) task();
  forgetWaiting();
});
