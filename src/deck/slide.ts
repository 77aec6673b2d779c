import type { NativeChart } from "../charts/index.ts";
import type { Role } from "./powerpoint/theme.ts";
import type { Box } from "./powerpoint/xml.ts";

/** A slide as plain data, in points. */
export interface Slide {
  layout: "cover" | "finding";
  elements: readonly Element[];
  /** What the speaker reads, a paragraph each. */
  notes: readonly string[];
}

export type Element = TextElement | ChartElement | TableElement;

export interface TextElement {
  kind: "text";
  /** In the list of the slide's shapes. */
  name: string;
  box: Box;
  paragraphs: readonly Paragraph[];
  /** Points. */
  size: number;
  colour?: Role;
  isHeading?: boolean;
  isBold?: boolean;
  align?: "l" | "r" | "ctr";
  anchor?: "t" | "ctr" | "b";
  fill?: Role;
  /** The place of the layout that it fills; a box of its own where absent. */
  place?: PlaceName;
}

export type PlaceName = "title" | "subtitle" | "measure" | "commentary" | "source" | "number";

export interface Paragraph {
  runs: readonly Run[];
  isBullet?: boolean;
  /** Of a list: how far it is within others, from 0. */
  level?: number;
  /** Of a list with numbers: the one it has. */
  number?: number;
  /** Points of room above it. */
  before?: number;
}

export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  isStruck?: boolean;
  /** Address of the web or of mail. */
  link?: string;
  colour?: Role;
  /** Points, where it is not the element's. */
  size?: number;
  /** The number of the slide, which the program counts. */
  isNumber?: boolean;
}

export interface ChartElement {
  kind: "chart";
  name: string;
  box: Box;
  /** What a screen reader says. */
  description: string;
  chart: NativeChart;
  /** A value in words, for labels that are words. */
  write: (value: number) => string;
}

export interface TableElement {
  kind: "table";
  name: string;
  box: Box;
  description: string;
  /** Points of each column. */
  widths: readonly number[];
  /** Points of each row. */
  heights: readonly number[];
  rows: readonly (readonly Cell[])[];
  /** Points of its text. */
  size: number;
  /** Points on each side of the words of a cell. */
  beside: number;
  hasHead: boolean;
}

export interface Cell {
  text: string;
  align?: "l" | "r" | "ctr";
  isBold?: boolean;
  isItalic?: boolean;
  /** Of the theme, or a shade of it such as #c3e0e3. */
  fill?: Role | `#${string}`;
  colour?: Role;
}

/** Points beside what stands in the middle of a cell. */
export const centredPadding = 2;

/** Points of a slide by its format. */
export const pageSizes = {
  "16:9": { width: 960, height: 540 },
  "4:3": { width: 720, height: 540 },
} as const;

export interface PageSize {
  width: number;
  height: number;
}

/** A paragraph of plain words. */
export const plain = (text: string): Paragraph => ({ runs: [{ text }] });
