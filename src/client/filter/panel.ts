import {
  company,
  type FigureReport,
  openReport,
  type PageName,
  type ShippedReport,
  tellPage,
  type View,
  viewOf,
} from "../../figures/index.ts";
import {
  type Filter,
  type FilterDimension,
  filterDimensions,
  isEmpty,
  parseFilter,
  withFilter,
} from "../../shared/filter.ts";
import { say } from "../../text/index.ts";
import { element } from "./elements.ts";
import { openForm, segmentsOf } from "./form.ts";
import { FilteredPage } from "./page.ts";

/** Nobody chose anything. */
const everyone: Filter = { segments: {}, period: {} };

/** Fetches the rows of the page's segments, and redraws the page by what the form and the address say. */
export async function openFilter(bar: HTMLDetailsElement): Promise<void> {
  const form = bar.querySelector("form");
  const main = document.querySelector("main");
  if (!form || !main) return;
  const { page = "overview", rows = "" } = bar.dataset;
  try {
    const shipped = await fetchRows(rows);
    start(bar, form, main, page as PageName, shipped);
  } catch (error) {
    form.replaceChildren(element("p", { class: "note", role: "status" }, say.filter.failed));
    bar.open = true;
    throw error;
  } finally {
    main.classList.remove("waiting");
  }
}

async function fetchRows(address: string): Promise<ShippedReport> {
  const answer = await fetch(address);
  if (!answer.ok)
    throw new Error(`${address} answered ${answer.status}; the page stays unfiltered`);
  return (await answer.json()) as ShippedReport;
}

function start(
  bar: HTMLDetailsElement,
  form: HTMLFormElement,
  main: HTMLElement,
  pageName: PageName,
  shipped: ShippedReport,
): void {
  const report = openReport(shipped);
  const { format } = viewOf(report);
  const page = new FilteredPage(main);
  const links = filteredLinks();
  let shown = everyone;

  const status = element("p", { class: "note", role: "status" });
  bar.after(status);

  const apply = (filter: Filter) => {
    shown = known(report, filter);
    status.textContent = unknownIn(filter, shown);
    fields.fill(shown);
    const words = wordsOf(shown, format);
    const chosen = bar.querySelector(".chosen");
    const text = [words.segments, words.months].filter(Boolean).join(", ");
    if (chosen) chosen.textContent = text || say.filter.everyone;
    for (const { link, path } of links) link.href = path + withFilter("", shown);
    if (isEmpty(shown)) page.restore();
    else page.show(tellPage(pageName, viewOfFilter(report, shown)), words, clear);
  };
  const choose = (filter: Filter) => {
    performance.mark("filter-chosen");
    const { pathname, search, hash } = location;
    history.pushState(null, "", pathname + withFilter(search, filter) + hash);
    apply(filter);
    performance.measure("filter", "filter-chosen");
  };
  const clear = () => choose(everyone);
  const fields = openForm(form, report, shipped.months, format, clear);
  form.addEventListener("change", () => choose(latestOnly(fields.read(), shown)));
  addEventListener("popstate", () => apply(parseFilter(location.search)));
  apply(parseFilter(location.search));
}

/** One dimension at a time: the one that was chosen last. */
function latestOnly(filter: Filter, before: Filter): Filter {
  const added = filterDimensions.filter(
    (dimension) =>
      filter.segments[dimension] && filter.segments[dimension] !== before.segments[dimension],
  );
  const [newest] = added;
  return newest
    ? { ...filter, segments: { [newest]: filter.segments[newest] } as Filter["segments"] }
    : filter;
}

/** The part of the filter that this company has customers for. */
function known(report: FigureReport, filter: Filter): Filter {
  const segments: { [Dimension in FilterDimension]?: string } = {};
  for (const dimension of filterDimensions) {
    const segment = filter.segments[dimension];
    if (segment !== undefined && segmentsOf(report, dimension).includes(segment)) {
      segments[dimension] = segment;
    }
  }
  return { ...filter, segments };
}

/** Which of the segments asked for this company has no customers of, in words. */
function unknownIn(asked: Filter, { segments }: Filter): string {
  return filterDimensions
    .flatMap((dimension) => {
      const segment = asked.segments[dimension];
      return segment === undefined || segment === segments[dimension]
        ? []
        : [say.filter.unknown(dimension, segment)];
    })
    .join(" ");
}

function viewOfFilter(report: FigureReport, { segments, period }: Filter): View {
  const [dimension] = filterDimensions.filter((name) => segments[name] !== undefined);
  const segment = dimension && segments[dimension];
  return viewOf(report, dimension && segment ? { dimension, segment } : company, period);
}

function wordsOf({ segments, period }: Filter, format: View["format"]) {
  const { filter } = say;
  const chosen = filterDimensions.flatMap((dimension) => {
    const segment = segments[dimension];
    return segment === undefined ? [] : [{ dimension, segment: format.segment(segment) }];
  });
  const { from, to } = period;
  const label = (month: string | undefined) => month && format.monthLabel(month);
  return {
    segments: chosen.length > 0 ? filter.only(chosen) : "",
    months: from || to ? filter.onlyMonths(label(from), label(to)) : "",
  };
}

const filteredPages: ReadonlySet<string> = new Set(["", "retention/", "cash-flow/", "nps/"]);

/** Links to the pages that have a filter too, with their addresses without one. */
function filteredLinks(): { link: HTMLAnchorElement; path: string }[] {
  const base = document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
  return Array.from(document.querySelectorAll<HTMLAnchorElement>("header a[href]"), (link) => ({
    link,
    path: link.pathname,
  })).filter(({ path }) => filteredPages.has(path.slice(base.length)));
}
