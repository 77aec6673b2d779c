import { type Cell, type NumberUnit, numberIn } from "../../../figures/index.ts";

/** Signs of US English, which programs put into the reader's. */
const formats: Readonly<Record<Exclude<NumberUnit, "number" | "numberChange">, string>> = {
  money: "#,##0",
  moneyFull: "#,##0",
  moneyChange: "+#,##0;-#,##0;0",
  cents: "#,##0.00",
  share: "0.0%",
  wholeShare: "0%",
  shareChange: "+0.0%;-0.0%;0.0%",
  pointChange: '+0.0%" points";-0.0%" points";0.0%" points"',
  chance: "0.00%",
  ratio: '0.0"×"',
  months: "0",
  points: "+0.0;-0.0;0.0",
  tenths: "0.0",
  pace: "General",
  compactNumber: "#,##0",
};

/** How a spreadsheet shows a cell; undefined of texts. */
export function numberFormat(cell: Cell): string | undefined {
  if (cell.unit === "day") return "yyyy-mm-dd";
  if (cell.unit === "monthLabel") return "mmm yyyy";
  if (cell.unit === "quarterLabel" && cell.value !== null) return quarterFormat(cell.value);
  const number = numberIn(cell);
  if (!number) return undefined;
  const { unit, value } = number;
  if (unit === "number") return Number.isInteger(value) ? "#,##0" : "#,##0.0";
  return unit === "numberChange" ? "+#,##0.0;-#,##0.0;0" : formats[unit];
}

/** Spreadsheets have no sign for quarters: each of the four has a format that spells its own. */
const quarterFormat = (day: string): string => `yyyy" Q${Math.ceil(Number(day.slice(5, 7)) / 3)}"`;
