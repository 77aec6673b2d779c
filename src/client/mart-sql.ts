/** Shows how a table is made within its figure, once a reader opens that; without this script it is a link. */
async function fill(details: HTMLDetailsElement, mart: string): Promise<void> {
  const link = details.querySelector<HTMLAnchorElement>("a.sql-file");
  if (!link) return;
  const answer = await fetch(link.href).catch(() => undefined);
  // The link stays.
  if (!answer?.ok || !link.isConnected) return;
  const shown = document.createElement("pre");
  shown.tabIndex = 0;
  shown.dataset.mart = mart;
  shown.textContent = await answer.text();
  link.replaceWith(shown);
}

addEventListener(
  "toggle",
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const { madeOf } = target.dataset;
    if (madeOf !== undefined) void fill(target, madeOf);
  },
  // It does not rise from its element.
  { capture: true },
);
