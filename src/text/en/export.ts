import { listed, plural } from "./site.ts";

export const exports = {
  copy: "Copy",
  more: "Export",
  menu: "Copy or download this figure",
  copyGroup: "Copy",
  downloadGroup: "Download",
  items: {
    picture: "Picture alone",
    cells: "Table for a spreadsheet",
    caption: "Caption",
    svg: "SVG",
    png: "PNG as it stands",
    wide: "PNG 16:9, a slide",
    classic: "PNG 4:3, a slide",
    half: "PNG half a slide",
    square: "PNG square",
    csv: "CSV",
    xlsx: "Excel workbook",
  },
  transparent: "Transparent background",
  working: "Making it…",
  copied: "Copied: picture, table and caption.",
  copiedAs: {
    picture: "Copied the picture.",
    cells: (rows: number) => `Copied ${rows} ${plural(rows, "row")} for a spreadsheet.`,
    caption: "Copied the caption.",
  },
  saved: (name: string) => `Downloaded ${name}.`,
  small: (name: string) =>
    `Downloaded ${name}. There is much in it, so its text is small in this shape; the picture as it stands or the workbook reads better.`,
  /** Why nothing is on the clipboard, and what there is instead. */
  insecure: (name: string) =>
    `Downloaded ${name} instead: browsers give their clipboard to pages over https only.`,
  unable: (name: string) =>
    `Downloaded ${name} instead: this browser puts no pictures on the clipboard.`,
  denied: (name: string) =>
    `Downloaded ${name} instead: the browser did not give this page its clipboard.`,
  failed: (why: string) => `That did not work: ${why}`,
  tooLarge: "the picture is too large for a PNG; take the SVG or the workbook",
  noCanvas: "this browser draws no pictures; take the SVG",
  unfetched: "the figure's numbers could not be fetched; try again",
  unknown: "this figure is not among those that were published; reload the page",
  /** The line that tells where a number comes from. */
  source: (company: string, day: string, whose?: string, scenario?: string) =>
    [
      "Hourglass",
      company,
      `data as of ${day}`,
      ...(whose === undefined ? [] : [whose]),
      ...(scenario === undefined ? [] : [`scenario ${scenario}`]),
    ].join(", "),
  everyone: "whole company",
  scenario: (name: string, finding: string) => `Scenario ${name}: ${finding}`,
  assumptions: (name: string, fields: readonly string[]) => `${name}: ${fields.join("; ")}.`,
  assumption: (label: string, value: string) => `${label} ${value}`,
  chosen: (name: string, option: string) => `${name}: ${option}`,
  definition: (name: string, text: string) => `${name}: ${text}`,
  moreDefinitions: (names: readonly string[]) =>
    `Definitions of ${listed(names)} are in the workbook and under Metrics.`,
  about: {
    sheet: "About",
    data: "Data",
    title: "Figure",
    measure: "Measure",
    source: "Source",
    shown: "Shown",
    facts: "Facts",
    caveat: "Caveat",
    definition: (name: string) => `Definition of ${name}`,
    sql: (place: number) => `SQL ${place}`,
    model: "Made of the SQL's rows",
    madeOf: "Asked of",
  },
} as const;
