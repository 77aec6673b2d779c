import {
  combinedReport,
  company,
  hasCustomers,
  openReport,
  type ShippedReport,
  type ToldPage,
  viewOf,
} from "../../figures/index.ts";
import {
  type Filter,
  filterDimensions,
  isEmpty,
  parseFilter,
  withFilter,
} from "../../shared/filter.ts";
import { say } from "../../text/index.ts";
import { tellerOf } from "./combined/teller.ts";
import { element } from "./elements.ts";
import { openForm } from "./form.ts";
import { carryFilter } from "./links.ts";
import { FilteredPage, type Told } from "./page.ts";
import { fetchShipped } from "./shipped.ts";
import { known, wordsOf } from "./words.ts";

/** Nobody chose anything. */
const everyone: Filter = { segments: {}, period: {} };

/** What the bar says of its page. */
interface Place {
  /** Of the figures, or that of a metric. */
  page: string;
  /** Address of the site. */
  base: string;
  /** Whether the customers are published one by one, so that any of them can be put together. */
  combines: boolean;
}

/** Fetches the rows of the page's segments, and redraws the page by what the form and the address say. */
export async function openFilter(bar: HTMLDetailsElement): Promise<void> {
  const form = bar.querySelector("form");
  const main = document.querySelector("main");
  if (!form || !main) return;
  const { page = "overview", rows = "", base = "/", combines } = bar.dataset;
  const place = { page, base, combines: combines !== undefined };
  try {
    const shipped = await fetchShipped(rows);
    await start(bar, form, main, place, shipped);
  } catch (error) {
    form.replaceChildren(element("p", { class: "note", role: "status" }, say.filter.failed));
    bar.open = true;
    throw error;
  } finally {
    main.classList.remove("waiting");
  }
}

function start(
  bar: HTMLDetailsElement,
  form: HTMLFormElement,
  main: HTMLElement,
  place: Place,
  shipped: ShippedReport,
): Promise<void> {
  const { wanted, tell: tellOf } = tellerOf(place.page, shipped);
  const report = openReport(shipped);
  const { format } = viewOf(report);
  const page = new FilteredPage(main);
  const status = element("p", { class: "note", role: "status" });
  bar.after(status);
  // Of several answers on their way the newest counts.
  let turn = 0;

  const apply = async (asked: Filter) => {
    turn += 1;
    const own = turn;
    const { filter, unknown } = known(report, asked);
    fields.fill(filter);
    status.textContent = unknown;
    main.classList.remove("waiting");
    const words = wordsOf(filter, format);
    const chosen = bar.querySelector(".chosen");
    const text = [words.segments, words.months].filter(Boolean).join(". ");
    if (chosen) chosen.textContent = text || say.filter.everyone;
    // Combining takes a moment, in which the page may be left.
    carryFilter(filter);
    if (isEmpty(filter)) return restore(filter);
    const dimensions = filterDimensions.filter((dimension) => filter.segments[dimension]);
    if (dimensions.length > 1) return combine(own, filter, words);
    const [dimension] = dimensions;
    const segment = dimension && filter.segments[dimension];
    const scope = dimension && segment ? { dimension, segment } : company;
    const told = tellOf(viewOf(report, scope, filter.period));
    const compare =
      dimension && place.combines ? () => void combine(own, filter, words) : undefined;
    show(filter, told, { ...words, compare });
  };

  const show = (filter: Filter, told: ToldPage, words: Told) => {
    page.show(told, words, clear);
    carryFilter(filter);
  };
  const restore = (filter: Filter) => {
    page.restore();
    carryFilter(filter);
  };

  const combine = async (own: number, filter: Filter, words: Words) => {
    const { segments, period } = filter;
    if (!place.combines) {
      restore(filter);
      status.textContent = say.filter.noCombinations;
      return;
    }
    const isNewest = () => own === turn;
    const tell = (text: string) => {
      if (isNewest()) status.textContent = text;
    };
    main.classList.add("waiting");
    const started = performance.now();
    try {
      const { combinedRows, conditionOf } = await import("./combined/combination.ts");
      const combined = await combinedRows(place.base, wanted, segments, tell, isNewest);
      if (!combined || !isNewest()) return;
      const made = combinedReport(report, combined.rows, {
        dimensions: Object.keys(segments),
        costOf: combined.costOf,
      });
      if (!hasCustomers(made)) {
        restore(filter);
        return tell(say.filter.nobody);
      }
      const view = viewOf(made, company, period);
      const madeOf = {
        text: say.filter.madeOf(conditionOf(segments), wanted.hasCosts),
        queryOf: combined.queryOf,
      };
      show(filter, tellOf(view), { ...words, madeOf });
      const seconds = format.tenths((performance.now() - started) / 1000);
      tell(say.filter.worked(seconds));
    } catch (error) {
      if (!isNewest()) return;
      restore(filter);
      tell(say.filter.notWorked(error instanceof Error ? error.message : String(error)));
    } finally {
      if (isNewest()) main.classList.remove("waiting");
    }
  };

  const choose = (filter: Filter) => {
    const { pathname, search, hash } = location;
    history.pushState(null, "", pathname + withFilter(search, filter) + hash);
    void apply(filter);
  };
  const clear = () => choose(everyone);
  const fields = openForm(form, report, shipped.months, format, clear);
  form.addEventListener("change", () => choose(fields.read()));
  addEventListener("popstate", () => void apply(parseFilter(location.search)));
  return apply(parseFilter(location.search));
}

type Words = ReturnType<typeof wordsOf>;
