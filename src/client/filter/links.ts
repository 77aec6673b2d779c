import { type Filter, inAddress, withFilter } from "../../shared/filter.ts";

/** Links that have the page's filter; others can have one of their own, such as those to where a slide came from. */
const carrying = new WeakSet<HTMLAnchorElement>();

/** Lets the links to the site's pages, in header, foot and sentences, lead there with this filter. */
export function carryFilter(filter: Filter): void {
  const base = document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    "header a[href], main a[href], footer a[href]",
  )) {
    if (link.origin !== location.origin || link.hasAttribute("download")) continue;
    if (link.getAttribute("href")?.startsWith("#")) continue;
    // Pages end so; files do not.
    if (!link.pathname.startsWith(base) || !link.pathname.endsWith("/")) continue;
    if (inAddress.test(link.search) && !carrying.has(link)) continue;
    link.href = link.pathname + withFilter(link.search, filter) + link.hash;
    carrying.add(link);
  }
}
