const filteredPages: ReadonlySet<string> = new Set(["", "retention/", "cash-flow/", "nps/"]);

/** Links to the pages that have a filter too, with their addresses without one. */
export function filteredLinks(): { link: HTMLAnchorElement; path: string }[] {
  const base = document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
  return Array.from(document.querySelectorAll<HTMLAnchorElement>("header a[href]"), (link) => ({
    link,
    path: link.pathname,
  })).filter(({ path }) => filteredPages.has(path.slice(base.length)));
}
