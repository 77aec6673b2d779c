import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type Cell, cellBox, renderCells } from "../cells.ts";
import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { textWidth, widest } from "../measure.ts";
import { type CellLevel, cellLevel, fontSize, lineHeight, paint } from "../theme.ts";

type MartRow = RowOf<Catalogue["cohortRetention"]>;

export type RetentionMeasure = "logo_retention" | "revenue_retention" | "gross_retention";

/** What a cell says: its share of the start, its share of an earlier age, or how much it is. */
export type CellValue = "start" | "before" | "amount";

/** What the chart reads of the mart; of the measures only the one it draws. */
export type CohortRetention = Pick<
  MartRow,
  "unit" | "cohort" | "age" | "size" | "reached" | "live" | "start_mrr" | "mrr" | "is_complete"
> &
  Partial<Pick<MartRow, RetentionMeasure>> & {
    /** Live, or paid, at the earlier age that the cells are compared with. */
    live_before?: number | null;
    mrr_before?: number | null;
  };

export interface CohortTriangleOptions extends ChartOptions {
  measure: RetentionMeasure;
  /** "start" when absent. */
  value?: CellValue;
  /** Months from column to column, on a picture as wide as they need; as few as fit its width where absent. */
  step?: number | undefined;
  /** All cohorts together at each age, over complete cells only; set off under the others. */
  pooled?: readonly CohortRetention[];
  /** What a cell opens, where it opens anything; never of the pooled line. */
  opens?: ((cell: { cohort: string; age: number }) => string) | undefined;
  text: {
    /** Name of the pooled line, such as "all". */
    pooled: string;
    /** Over the columns, such as "months since start". */
    age: string;
    /** Over the sizes, such as "won". */
    size: string;
    /** What hatching means, such as "not every customer of the cohort is that old yet". */
    incomplete: string;
  };
}

/** Upper ends of the classes of colour: fixed, so that two builds or two companies compare. */
export const classes = {
  start: { low: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9], around: [0.7, 0.85, 0.97, 1.03, 1.15, 1.3] },
  before: { low: [0.7, 0.8, 0.85, 0.9, 0.95, 0.98], around: [0.8, 0.9, 0.98, 1.02, 1.1, 1.2] },
} as const;

/** Between the cohorts and the line of all of them. */
const pooledGap = 6;

/**
 * Who stayed, cohort by cohort: a row per quarter (or month) of start with its size, a column per age, the share in
 * each cell, or the amount on the colour of its share. Darker is more kept; revenue, which can pass 100%, is coloured from warm to cool around it. Cells that not
 * every member has reached are hatched. Columns thin out to every 6 or 12 months where the text would not fit.
 * @param rows of one unit
 */
export function cohortTriangle(
  rows: readonly CohortRetention[],
  options: CohortTriangleOptions,
): Chart {
  requireRows(rows, "cohortTriangle", "cohort_retention");
  const { chart, most } = drawTriangle(rows, options, 0);
  const { step, pooled = [], id } = options;
  if (step === undefined || chart.width === options.width) return chart;
  const oldest = Math.max(...rows.map(({ age }) => age));
  const parts: string[] = [];
  for (let from = 0; from <= oldest; from += most * step) {
    const within = ({ age }: CohortRetention) => age >= from && age < from + most * step;
    const all = pooled.filter(within).map((row) => ({ ...row, size: pooled[0]?.size ?? 0 }));
    const own = { ...options, pooled: all };
    const part = drawTriangle(
      rows.filter(within),
      { ...own, ...(id !== undefined && { id: `${id}-${from}` }) },
      from,
    );
    parts.push(part.chart.svg);
  }
  return { ...chart, parts };
}

/** @param from age of the first column @returns the picture, and how many columns its width holds */
function drawTriangle(
  rows: readonly CohortRetention[],
  options: CohortTriangleOptions,
  from: number,
): { chart: Chart; most: number } {
  const { width, format, measure, value = "start", text, pooled = [] } = options;
  const size = fontSize(width);
  const name = (row: CohortRetention) => {
    if (pooled.includes(row)) return text.pooled;
    return row.unit === "quarter" ? format.quarterLabel(row.cohort) : format.monthLabel(row.cohort);
  };
  const byCohort = Map.groupBy(
    rows.toSorted((a, b) => a.cohort.localeCompare(b.cohort)),
    (row) => row.cohort,
  );
  const cohorts = Array.from(byCohort.values(), (cells) => cells.toSorted((a, b) => a.age - b.age));
  const pooledLine = cohorts.length;
  if (pooled.length > 0) cohorts.push([...pooled]);
  const heads = cohorts.flatMap((cells) => cells.slice(0, 1));
  const nameWidth = Math.ceil(widest(heads.map(name), size));
  const sizes = heads.map((row) => format.number(row.size));
  const sizeWidth = Math.ceil(widest([...sizes, text.size], size));
  const sizeEnd = nameWidth + 6 + sizeWidth;
  const left = sizeEnd + 6;

  const isLogo = measure === "logo_retention";
  const textOf = (row: CohortRetention, share: number) => {
    if (value !== "amount") return format.wholeShare(share);
    return isLogo ? format.number(row.live) : format.money(row.mrr);
  };
  const written = [...rows, ...pooled].flatMap((row) => {
    const share = shareOf(row, measure, value);
    return share === null ? [] : [textOf(row, share)];
  });
  const narrowest = Math.ceil(widest(written, size)) + 3;
  const lastAge = Math.max(...rows.map((row) => row.age)) - from;
  const most = Math.max(1, Math.floor((width - left) / narrowest));
  const fitting = [3, 6, 12, 24, 48].find((months) => Math.floor(lastAge / months) < most) ?? 96;
  const step = options.step ?? fitting;
  const columns = Math.floor(lastAge / step) + 1;
  const room = Math.min(Math.floor((width - left) / columns), 64);
  const cellWidth = options.step === undefined ? room : Math.max(narrowest, room);
  const cellHeight = 24;
  const marginTop = 2 * lineHeight + 8;
  const topOf = (line: number) =>
    marginTop + line * cellHeight + (line === pooledLine ? pooledGap : 0);

  const cells = cohorts.flatMap((cohort, line) =>
    cohort.flatMap((row): Cell[] => {
      const share = shareOf(row, measure, value);
      if (share === null || row.age % step !== 0) return [];
      const x = left + ((row.age - from) / step) * cellWidth;
      return [
        {
          ...cellBox(x, topOf(line), cellWidth, cellHeight),
          level: levelOf(share, measure, value),
          text: textOf(row, share),
          isHatched: !row.is_complete,
          opens: pooled.includes(row) ? undefined : options.opens?.(row),
          lines: [
            `${name(row)} · ${format.number(row.age)} ${text.age}`,
            format.share(share),
            quotientOf(row, measure, value)
              .map(isLogo ? format.number : format.moneyFull)
              .join(" / "),
            ...(row.is_complete ? [] : [text.incomplete]),
          ],
        },
      ];
    }),
  );
  const muted = paint("muted");
  const chart = renderCells(
    cells,
    {
      heads: (pen) => {
        const ageX = Math.min(left + 2, width - textWidth(text.age, size));
        pen.text(ageX, lineHeight / 2, text.age, { anchor: "start", fill: muted });
        for (let column = 0; column < columns; column++) {
          const x = left + (column + 0.5) * cellWidth;
          pen.text(x, marginTop - 10, format.number(from + column * step), { fill: muted });
        }
      },
      names: {
        width: left,
        draw: (pen) => {
          pen.text(sizeEnd, marginTop - 10, text.size, { anchor: "end", fill: muted });
          for (const [line, head] of heads.entries()) {
            const y = topOf(line) + cellHeight / 2;
            const bold = line === pooledLine;
            pen.text(0, y, name(head), { anchor: "start", bold, fill: paint("ink") });
            pen.text(sizeEnd, y, format.number(head.size), { anchor: "end", fill: muted });
          }
        },
      },
      ...(options.step !== undefined && { right: left + columns * cellWidth }),
      bottom: topOf(cohorts.length - 1) + cellHeight + 10,
      note: cells.some((cell) => cell.isHatched) ? text.incomplete : "",
    },
    options,
  );
  return { chart, most };
}

/** Null where a cell has none, such as before a start. */
export function shareOf(
  row: CohortRetention,
  measure: RetentionMeasure,
  value: CellValue,
): number | null {
  if (value !== "before") return row[measure] ?? null;
  const [now, before] = quotientOf(row, measure, value);
  return before > 0 ? now / before : null;
}

/** What a share is of: customers live or their MRR, over those of the start or of the earlier age. */
function quotientOf(
  row: CohortRetention,
  measure: RetentionMeasure,
  value: CellValue,
): [now: number, then: number] {
  const isBefore = value === "before";
  return measure === "logo_retention"
    ? [row.live, isBefore ? (row.live_before ?? 0) : row.reached]
    : [row.mrr, isBefore ? (row.mrr_before ?? 0) : row.start_mrr];
}

function levelOf(share: number, measure: RetentionMeasure, value: CellValue): CellLevel {
  const scheme = measure === "revenue_retention" ? "around" : "low";
  const ends = classes[value === "before" ? "before" : "start"][scheme];
  return cellLevel(scheme, ends.filter((end) => share >= end).length);
}
