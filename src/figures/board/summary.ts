import type { Shown } from "../ask.ts";
import { cashFinding } from "../cash/finding.ts";
import { askInputs } from "../cash/model.ts";
import { companyWaves, npsFinding, askWaves as scoredWaves } from "../nps/by-wave.ts";
import { arrOverTimeFigure } from "../overview/arr-over-time.ts";
import { askCurves } from "../retention/curves.ts";
import { askPayback, askSummary, retentionFinding } from "../retention/finding.ts";
import { isEveryone, type View } from "../view.ts";
import { alerts, areJudged } from "./alerts.ts";
import { arrBridge } from "./arr-bridge.ts";
import { targets } from "./targets.ts";

export const mostSentences = 7;

/** A sentence of the summary, and the figure that it stands on. */
export interface SummarySentence {
  text: string;
  /** Path of the figure's page, as the navigation has it. */
  page: string;
  /** Id of the figure in its page. */
  figure: string;
  /** Ids of the metrics that it speaks of. */
  metrics: readonly string[];
  queries: readonly Shown[];
}

/**
 * What an executive must know, at most seven sentences; those whose data is absent are left out. Of a
 * segment those that stand on figures of the overview.
 */
export function summaryOf(view: View): SummarySentence[] {
  const told = isEveryone(view)
    ? [
        growth(view),
        outlook(view),
        bridge(view),
        unusual(view),
        leaving(view),
        economics(view),
        voice(view),
      ]
    : [growth(view), bridge(view)];
  return told.filter((sentence) => sentence !== undefined).slice(0, mostSentences);
}

type Told = SummarySentence | undefined;

/** The title of the page says it already where ARR is the north star. */
function growth(view: View): Told {
  if (view.report.definitions.north_star.metric === "arr") return undefined;
  const { id, finding, queries = [] } = arrOverTimeFigure(view);
  return { text: finding, page: "", figure: id, metrics: ["arr"], queries };
}

function outlook(view: View): Told {
  const figure = targets(view);
  if (!figure || "datasets" in figure) return undefined;
  const { id, finding, queries = [] } = figure;
  const metrics = view.report.marts.goalForecasts.some(isOfArr) ? ["arr"] : [];
  return { text: finding, page: "", figure: id, metrics, queries };
}

/** The target that is told first. */
const isOfArr = ({ metric }: { metric: string }) => metric === "arr";

function bridge(view: View): Told {
  const figure = arrBridge(view);
  if (!figure) return undefined;
  const { id, finding, queries = [] } = figure;
  return { text: finding, page: "", figure: id, metrics: ["arr"], queries };
}

function unusual(view: View): Told {
  const figure = areJudged(view) ? alerts(view) : undefined;
  if (!figure) return undefined;
  const { id, finding, queries = [] } = figure;
  return { text: finding, page: "", figure: id, metrics: [], queries };
}

/** Who leaves before paying back, or within a year where costs are unknown. */
function leaving(view: View): Told {
  const { dimension, segment } = view.scope;
  const [summary] = askSummary(view).rows;
  if (!summary || summary.customers === 0) return undefined;
  const payback = askPayback(view, dimension, [segment]);
  const curves = askCurves(view, dimension, [segment]);
  const isPaidBack = payback.rows[0]?.lost_by_break_even;
  return {
    text: retentionFinding(view),
    page: "retention/",
    figure: "churn",
    metrics: isPaidBack ? ["lost_by_break_even", "break_even_month"] : ["survival_12"],
    queries: isPaidBack ? [payback] : [askSummary(view), curves],
  };
}

function economics(view: View): Told {
  const { economics } = askInputs(view);
  const [row] = economics.rows;
  if (!row || row.cac === null || row.ltv_cac === null) return undefined;
  return {
    text: cashFinding(view),
    page: "cash-flow/",
    figure: "ltv-cac",
    metrics: ["ltv_cac"],
    queries: [economics],
  };
}

function voice(view: View): Told {
  const newest = companyWaves(view).at(-1);
  if (!newest || newest.lower === null || newest.upper === null) return undefined;
  return {
    text: npsFinding(view),
    page: "nps/",
    figure: "waves",
    metrics: ["nps"],
    queries: [scoredWaves(view)],
  };
}
