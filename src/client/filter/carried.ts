import { formatsOf } from "../../figures/index.ts";
import { type Filter, isEmpty, parseFilter, withFilter } from "../../shared/filter.ts";
import { say } from "../../text/index.ts";
import { element } from "./elements.ts";
import { carryFilter } from "./links.ts";
import { wordsOf } from "./words.ts";

const everyone: Filter = { segments: {}, period: {} };

/** On a page that is of everyone: says which filter it carries on to others, and lets its links carry it. */
export function openCarried(bar: HTMLElement): void {
  const { locale = "en", currency = "USD" } = bar.dataset;
  const format = formatsOf({ company: { name: "", locale, currency } });
  const note = element("p", { class: "note", role: "status" });
  bar.after(note);
  const clear = element("button", { type: "button", class: "control" }, say.filter.clear);
  const apply = () => {
    const filter = parseFilter(location.search);
    const { segments, months } = wordsOf(filter, format);
    const words = [segments, months].filter(Boolean).join(". ");
    note.replaceChildren(...(isEmpty(filter) ? [] : [say.filter.carried(words), " ", clear]));
    carryFilter(filter);
  };
  clear.addEventListener("click", () => {
    const { pathname, search, hash } = location;
    history.pushState(null, "", pathname + withFilter(search, everyone) + hash);
    apply();
  });
  addEventListener("popstate", apply);
  apply();
}
