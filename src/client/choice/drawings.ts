import type { Drawings, Size } from "../../figures/index.ts";
import { type DrawnReadings, encodeReadings } from "../../shared/readings.ts";
import { element } from "../filter/elements.ts";
import { onceSeen } from "../filter/once-seen.ts";
import { openChart } from "../reading/open-chart.ts";

/** Both places of a drawing; one that is not seen stays empty until it is. */
export function drawingElements(
  drawings: Drawings,
  size: Size | undefined,
  option = 1,
): HTMLElement[] {
  const own = { "data-option": String(option) };
  const template = element("template", { class: "readings", ...own });
  const read: { -readonly [Own in Size]?: DrawnReadings[Own] } = {};
  const places = (["narrow", "wide"] as const).map((drawn) => {
    const place = element("div", { class: `drawing ${drawn}`, ...own });
    const fill = () => {
      const { svg, names, parts, guide, readings } = drawings(drawn);
      read[drawn] = readings;
      template.content.replaceChildren(encodeReadings(read));
      place.dataset.guide = guide;
      place.classList.toggle("scrolls", names !== undefined);
      place.append(names === undefined ? pictureOf(svg) : frameOf(svg, names, parts));
      openChart(place, template);
    };
    if (drawn === size) fill();
    else onceSeen(place, fill);
    return place;
  });
  return [...places, template];
}

const pictureOf = (svg: string) =>
  new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;

/**
 * A picture wider than its place, with the names of its rows over it, which stay when it is scrolled aside;
 * on paper, its parts.
 */
function frameOf(svg: string, names: string, parts: readonly string[] = []): HTMLElement {
  const still = element("div", { class: "names", "aria-hidden": "true" }, pictureOf(names));
  const paper = element("div", { class: "parts" }, ...parts.map(pictureOf));
  const whole = element("div", { class: "whole" }, pictureOf(svg));
  return element("div", { class: "frame" }, whole, still, paper);
}
