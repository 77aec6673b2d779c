import type { Problem } from "../contracts/index.ts";
import { csvLine, spreadsheetLine } from "../shared/spreadsheet.ts";
import type { LineWriter } from "./csv-lines.ts";
import type { FileReport } from "./file-report.ts";
import type { ProblemLog } from "./problem-log.ts";
import { formatFact } from "./problem-report.ts";
import { lineOfTotals } from "./rows/chosen/totals.ts";
import type { ReadableWriter } from "./rows/readable-rows.ts";
import type { RowFault, RowReader } from "./rows/row-reader.ts";
import type { RecordBatch } from "./text/records.ts";

/** Where the rows of one file go. */
export interface RowSink {
  report: FileReport;
  log: ProblemLog;
  /** Canonical rows. */
  kept: LineWriter;
  /** Whether canonical rows begin with the row and the line of the file. */
  hasSource: boolean;
  /** Rows set aside, as they stand in the file. */
  aside: LineWriter;
  /** Of the file; a row that repeats it is none. Absent where there is no file. */
  header?: readonly string[];
  /** What could be read of the rows set aside; absent for raw tables. */
  readable?: ReadableWriter;
}

/** Reads every record of a file: good rows to the canonical file, the others aside, in constant memory. */
export async function takeRows(
  batches: AsyncIterable<RecordBatch>,
  reader: RowReader,
  sink: RowSink,
  onBatch: () => void,
): Promise<void> {
  const { report, kept, aside } = sink;
  for await (const batch of batches) {
    for (let index = 0; index < batch.records.length; index++) {
      const record = batch.records[index] ?? [];
      const broken = batch.malformed?.get(index);
      const row = batch.rows[index] ?? 0;
      const line = batch.lines?.[index];
      const found =
        broken === undefined
          ? (repeatedHeader(record, sink.header) ?? reader.read(record, row, line))
          : [malformedQuote(broken)];
      const faults = found && (totalsIn(record, found, sink) ?? found);
      report.rows += 1;
      if (faults) {
        report.setAside += 1;
        setAside(record, faults, line === undefined ? { row } : { row, line }, sink);
        sink.readable?.add([row, line], faults, reader.values);
      } else {
        report.accepted += 1;
        if (sink.hasSource) kept.add(`${row},${line ?? ""},${csvLine(reader.values)}`);
        else kept.add(csvLine(reader.values));
      }
    }
    await kept.flush();
    await aside.flush();
    await sink.readable?.flush();
    onBatch();
  }
}

function setAside(
  record: readonly string[],
  faults: readonly RowFault[],
  place: Pick<Problem, "row" | "line">,
  { report, log, aside }: RowSink,
): void {
  const { dataset, file } = report;
  for (const fault of faults) {
    log.add({ ...fault, ...place, severity: "error", dataset, file });
  }
  const told = faults.map((fault) => {
    const column = fault.column === undefined ? "" : `${fault.column}: `;
    return `${column}${formatFact(fault)}; expected ${fault.expected}`;
  });
  const where = [file, String(place.row ?? ""), String(place.line ?? "")];
  aside.add(spreadsheetLine([...where, told.join(" | "), ...record]));
}

/** Raw tables and selects have no footer to declare. */
function totalsIn(record: readonly string[], found: readonly RowFault[], sink: RowSink) {
  if (!sink.header || !sink.readable) return undefined;
  return lineOfTotals(record, sink.header, found);
}

function repeatedHeader(
  record: readonly string[],
  header: readonly string[] = [],
): RowFault[] | undefined {
  const [first = ""] = header;
  if (header.length < 2 || (record[0] ?? "").length < first.length) return undefined;
  const isSame = (name: string, index: number) =>
    name.trim().toLowerCase() === (record[index] ?? "").trim().toLowerCase();
  if (!header.every(isSame)) return undefined;
  const name = JSON.stringify(first.trim());
  return [
    {
      check: "repeated_header",
      value: first.trim(),
      expected: "a row of data",
      remedy: `declare leave_out: { ${name}: [${name}] }, or take the line out of the file`,
    },
  ];
}

function malformedQuote(cell: string): RowFault {
  const declared = cell.includes('\\"') ? 'declare escape: "\\\\", or ' : "";
  return {
    check: "malformed_quote",
    value: cell,
    isPrivate: true,
    expected: 'a delimiter behind the closing ", and "" for a quote within the cell',
    remedy: `${declared}double the quotes within the cell in the source and export again`,
  };
}
