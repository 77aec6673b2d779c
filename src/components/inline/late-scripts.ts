import { createHash } from "node:crypto";
import { inAddress } from "../../shared/filter.ts";

/**
 * The one script that stands in a page itself. It fetches the others once the page is painted, so that
 * none of them delays that; where the address has a filter, everyone's numbers wait for those of the filter.
 */
export const lateScripts = `{
const root = document.documentElement.classList;
if (${inAddress}.test(location.search)) root.add("waiting");
const fetchAll = (_paints, observer) => {
observer.disconnect();
Promise.all(Array.from(document.querySelectorAll("template[data-script]"), ({ dataset }) => import(dataset.script)))
.finally(() => root.remove("waiting"));
};
addEventListener("DOMContentLoaded", () => new PerformanceObserver(fetchAll).observe({ type: "paint", buffered: true }));
}`;

/** For the content security policy, which lets no other script stand in a page. */
export const lateScriptsHash: `sha256-${string}` = `sha256-${createHash("sha256").update(lateScripts).digest("base64")}`;
