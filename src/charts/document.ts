/** Where Plot draws: the page's own document in a browser, a small one at build, which browsers never load. */
async function openDocument(): Promise<Document> {
  if (import.meta.env?.SSR === false) return document;
  const { parseHTML } = await import("linkedom");
  return parseHTML("<!doctype html><html><body></body></html>").document;
}

export const chartDocument = await openDocument();
