import type { Dashboard } from "../../contracts/index.ts";
import type { FileReport } from "../../intake/index.ts";
import type { MetricSettings } from "../../metrics/index.ts";
import type { DatasetReport, QuarantineReport } from "../../report.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { countHeadlines } from "./counted-headlines.ts";
import { priceLines } from "./priced-lines.ts";

export { addMissingAccounts } from "./counted-headlines.ts";
export { inSchema } from "./priced-lines.ts";
export { countMoved, settleFiles, writeMoved } from "./set-aside-rows.ts";

export interface QuarantineInputs {
  dashboard: Dashboard;
  settings: MetricSettings;
  /** Newest complete month: the figures of the site compare it. */
  month: string;
  files: readonly FileReport[];
  datasets: readonly DatasetReport[];
}

/** Lines listed one by one on the data page. */
const listedLines = 50;

/**
 * What the rows set aside stand for in money. Needs the metrics built, and every row that was set
 * aside in aside.<dataset>.
 *
 * @returns undefined where no row was set aside: clean data costs no second reading.
 */
export async function measureQuarantine(
  warehouse: Warehouse,
  { dashboard, settings, month, files, datasets }: QuarantineInputs,
): Promise<QuarantineReport | undefined> {
  const rows = datasets.reduce((sum, { setAside }) => sum + setAside, 0);
  if (rows === 0) return undefined;
  const nameOf = (id: number) => files.find((file) => file.id === id)?.file ?? "";
  await priceLines(warehouse, dashboard, settings, month);
  const { rows: counted, headlines } = await countHeadlines(warehouse, dashboard, settings, month);
  const groups = await groupsOf(warehouse, datasets);
  const [total] = await warehouse.rows<
    Omit<QuarantineReport["money"], "lines"> & { lines: number }
  >(`select ${sums} from aside.priced_lines`);
  const lines = await warehouse.rows<{
    file: number;
    row: number;
    checks: string;
    mrr: number | null;
    isLive: boolean | null;
    isCopy: boolean;
  }>(`
    select
        source_file as file,
        source_row as row,
        checks,
        mrr,
        is_live as "isLive",
        is_copy as "isCopy"
    from aside.priced_lines
    order by source_file, source_row
    limit ${listedLines}`);
  return {
    rows,
    counted,
    month,
    money: total ?? { lines: 0, mrr: 0, liveMrr: 0, undatedMrr: 0, unknown: 0, copies: 0 },
    groups: groups.map((group) => ({ ...group, file: nameOf(group.file) })),
    lines: lines.map((line) => ({ ...line, file: nameOf(line.file) })),
    headlines,
  };
}

/** Of contract lines: a copy counts as known and is worth nothing. */
const sums = `
        count(*) as lines,
        cast(coalesce(sum(mrr), 0) as decimal(18, 6)) as mrr,
        cast(coalesce(sum(mrr) filter (where is_live), 0) as decimal(18, 6)) as "liveMrr",
        cast(coalesce(sum(mrr) filter (where is_live is null), 0) as decimal(18, 6)) as "undatedMrr",
        count(*) filter (where mrr is null) as unknown,
        count(*) filter (where is_copy) as copies`;

/** Of a file by its number. */
type Group = Omit<QuarantineReport["groups"][number], "file"> & { file: number };

async function groupsOf(
  warehouse: Warehouse,
  datasets: readonly DatasetReport[],
): Promise<Group[]> {
  const groups: Group[] = [];
  for (const { dataset, setAside } of datasets) {
    if (setAside === 0) continue;
    const isMoney = dataset === "contracts";
    const money = isMoney ? sums : 'null as mrr, null as "liveMrr", null as unknown';
    groups.push(
      ...(await warehouse.rows<Group>(`
    select
        source_file as file,
        '${dataset}' as dataset,
        checks,
        count(*) as rows,
        ${money}
    from aside.${isMoney ? "priced_lines" : dataset}
    group by source_file, checks
    order by source_file, checks`)),
    );
  }
  return groups;
}
