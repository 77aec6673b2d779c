import { type Filter, withFilter } from "../../shared/filter.ts";

const filteredPages: ReadonlySet<string> = new Set(["", "retention/", "cash-flow/", "nps/"]);

/** Lets the links to pages that have a filter too, in the header and in sentences, lead there with this one. */
export function carryFilter(filter: Filter): void {
  const base = document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
  const search = withFilter("", filter);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("header a[href], main a[href]")) {
    const { pathname, hash } = link;
    const isOfPage = link.getAttribute("href")?.startsWith("#");
    if (!isOfPage && filteredPages.has(pathname.slice(base.length))) {
      link.href = pathname + search + hash;
    }
  }
}
