import type { AccountReadOtherwise, RulesOfReading } from "../../../report.ts";
import { say } from "../../../text/index.ts";
import { ownerOf } from "./owners.ts";

type Sets = readonly [left: RulesOfReading, right: RulesOfReading];
type Readings = Pick<AccountReadOtherwise, "left" | "right">;
type Reading = AccountReadOtherwise["left"];
type Column = keyof Reading;

const differs = ({ left, right }: Readings, ...columns: Column[]) =>
  columns.some((column) => left[column] !== right[column]);

/** The headline numbers that an account makes read otherwise. */
export function touchedBy(readings: Readings): string[] {
  const { short } = say.definitions;
  return [
    ...(differs(readings, "mrr") ? [short.mrr] : []),
    ...(differs(readings, "at_risk", "lost") ? [short.logo_churn] : []),
    ...(differs(readings, "lost_mrr") ? [short.gross_mrr_churn] : []),
    ...(differs(readings, "year_mrr", "kept_mrr", "capped_mrr") ? [short.retention] : []),
    ...(differs(readings, "won_mrr", "gone_mrr") ? [short.quick_ratio] : []),
  ];
}

/** Why an account counts otherwise by two sets of rules, in a clause each. */
export function reasonsOf(readings: Readings, sets: Sets): string[] {
  const { why } = say.definitions;
  const [one, other] = [ownerOf(sets[0]), ownerOf(sets[1])];
  const { left, right } = readings;
  /** The clause with the side named first for which `isLeft` holds. */
  const tell = (clause: (first: string, second: string) => string, isLeft: boolean) =>
    isLeft ? clause(one, other) : clause(other, one);
  const rulesDiffer = <Rule>(of: (set: RulesOfReading) => Rule) => of(sets[0]) !== of(sets[1]);
  const reasons: string[] = [];
  const isNoticeRule = rulesDiffer(({ churn }) => churn.dated);

  if (differs(readings, "is_awaiting")) reasons.push(tell(why.awaiting, left.is_awaiting));
  else if (rulesDiffer(({ churn }) => churn.same_month) && isBrief(readings, sets))
    reasons.push(tell(why.brief, sets[0].churn.same_month === "counts"));
  else if (rulesDiffer(({ churn }) => churn.same_month) && isNewAgain(readings, sets))
    reasons.push(tell(why.again, sets[0].churn.same_month === "counts"));
  else if (isBridged(readings, sets)) reasons.push(tell(why.gap, left.stays < right.stays));
  else if (isNoticeRule && differs(readings, "mrr", "year_mrr", "kept_mrr", "gone_mrr"))
    reasons.push(tell(why.notice, sets[0].churn.dated === "term_end"));

  if (rulesDiffer(({ churn }) => churn.denominator) && came(readings))
    reasons.push(tell(why.newcomer, sets[0].churn.denominator === "opening_and_new"));
  if (rulesDiffer(({ churn }) => churn.contraction) && left.contraction_mrr > 0)
    reasons.push(tell(why.contraction, sets[0].churn.contraction === "counts"));
  if (rulesDiffer((set) => set.quick_ratio.reactivation) && left.returned_customers > 0)
    reasons.push(tell(why.returned, sets[0].quick_ratio.reactivation === "counts"));
  if (rulesDiffer((set) => set.retention.reactivation) && isLostOnReturn(readings, sets))
    reasons.push(tell(why.away, sets[0].retention.reactivation === "kept"));
  return reasons.length > 0 ? reasons : [why.other];
}

/** Whether more days of grace make fewer stays of it; a notice can take a stay away too. */
function isBridged({ left, right }: Readings, sets: Sets): boolean {
  const byGrace = sets[0].churn.grace_days - sets[1].churn.grace_days;
  return (right.stays - left.stays) * byGrace > 0;
}

/** The reading by which sign-up and churn in one month count, and the one that ignores them. */
function byBriefRule(
  { left, right }: Readings,
  sets: Sets,
): [counting: Reading, ignoring: Reading] {
  return sets[0].churn.same_month === "counts" ? [left, right] : [right, left];
}

function isBrief(readings: Readings, sets: Sets): boolean {
  const [counting, ignoring] = byBriefRule(readings, sets);
  return entries(counting) > entries(ignoring);
}

function isNewAgain(readings: Readings, sets: Sets): boolean {
  const [counting, ignoring] = byBriefRule(readings, sets);
  return entries(counting) === entries(ignoring) && counting.new_customers < ignoring.new_customers;
}

function entries({ new_customers, returned_customers }: Reading): number {
  return new_customers + returned_customers;
}

function came({ left, right }: Readings): boolean {
  return [left, right].some((reading) => entries(reading) > 0);
}

function isLostOnReturn({ left, right }: Readings, sets: Sets): boolean {
  const [kept, lost] = sets[0].retention.reactivation === "kept" ? [left, right] : [right, left];
  return lost.stays > 1 && lost.mrr > 0 && lost.kept_mrr < kept.kept_mrr;
}
