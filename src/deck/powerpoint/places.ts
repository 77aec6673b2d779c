import type { PageSize, PlaceName } from "../slide.ts";
import type { Box } from "./xml.ts";

/** A placeholder: what a slide fills in, and what another template puts in its own place. */
export interface Place {
  name: string;
  /** As PresentationML has it. */
  type: "title" | "ctrTitle" | "subTitle" | "body" | "sldNum";
  /** Ties the slide's shape to the layout's; none of a title. */
  index?: number;
  box: Box;
  size: number;
  prompt: string;
}

const margin = 48;

/** Where a slide of a finding has its words; the figure stands between measure and source. */
export function findingPlaces({ width }: Pick<PageSize, "width">) {
  const wide = width - 2 * margin;
  const beside = Math.round(width * 0.2625);
  return {
    title: {
      name: "Finding",
      type: "title",
      box: { x: margin, y: 30, width: wide, height: 62 },
      size: 24,
      prompt: "The finding, in a sentence",
    },
    measure: {
      name: "Measure",
      type: "body",
      index: 10,
      box: { x: margin, y: 94, width: wide, height: 18 },
      size: 13,
      prompt: "What is measured, with its unit",
    },
    commentary: {
      name: "Commentary",
      type: "body",
      index: 11,
      box: { ...contentBox({ width }), x: width - margin - beside, width: beside },
      size: 14,
      prompt: "Commentary",
    },
    source: {
      name: "Source",
      type: "body",
      index: 12,
      box: { x: margin, y: 492, width: wide - 48, height: 28 },
      size: 9,
      prompt: "Source, as-of date, filter",
    },
    number: {
      name: "Slide number",
      type: "sldNum",
      index: 13,
      box: { x: width - margin - 40, y: 492, width: 40, height: 14 },
      size: 9,
      prompt: "",
    },
  } as const satisfies Partial<Record<PlaceName, Place>>;
}

export type FindingPlaces = ReturnType<typeof findingPlaces>;

/** Between the measure of a slide and its source. */
export const contentBox = ({ width }: Pick<PageSize, "width">): Box => ({
  x: margin,
  y: 128,
  width: width - 2 * margin,
  height: 350,
});

export function coverPlaces({ width }: Pick<PageSize, "width">) {
  const wide = width - 2 * margin;
  return {
    title: {
      name: "Title",
      type: "ctrTitle",
      box: { x: margin, y: 170, width: wide, height: 90 },
      size: 40,
      prompt: "Title",
    },
    subtitle: {
      name: "Subtitle",
      type: "subTitle",
      index: 1,
      box: { x: margin, y: 274, width: wide, height: 90 },
      size: 18,
      prompt: "Subtitle",
    },
  } as const satisfies Partial<Record<PlaceName, Place>>;
}

export const layoutNames = ["cover", "finding"] as const;

export const layoutsOf = (page: PageSize) =>
  ({
    cover: { name: "Cover", type: "title", places: coverPlaces(page) },
    finding: { name: "Finding", type: undefined, places: findingPlaces(page) },
  }) as const;

/** `<p:ph .../>` of a place. */
export const placeholder = ({ type, index }: Place): string =>
  `<p:ph type="${type}"${type === "body" || type === "sldNum" ? ' sz="quarter"' : ""}${index === undefined ? "" : ` idx="${index}"`}/>`;
