import type { RenderFunction } from "@observablehq/plot";
import { textWidth } from "./measure.ts";
import { paint } from "./theme.ts";

type Attributes = Record<string, string | number | undefined>;

interface TextLook {
  fill?: string;
  anchor?: "start" | "middle" | "end";
  bold?: boolean;
  /** Colour of a rim around it, for text that may lie over lines. */
  rim?: string;
}

/** Draws in pixels on a finished plot: what needs measured room, such as labels that step aside. */
export interface Pen {
  /** `y` is the middle of the line of text; the root centres what has no anchor. */
  text: (x: number, y: number, text: string, look?: TextLook) => void;
  shape: (name: "line" | "circle" | "rect" | "path", attributes: Attributes) => void;
  /** Pixel of a value on the plot's scales. */
  x: (value: number | string) => number;
  y: (value: number | string) => number;
}

const rimLook = { "paint-order": "stroke", "stroke-width": 3, "stroke-linejoin": "round" };

export function overlay(draw: (pen: Pen) => void): RenderFunction {
  return (_index, scales, _values, _dimensions, context) => {
    const group = context.document.createElementNS("http://www.w3.org/2000/svg", "g");
    const add = (name: string, attributes: Attributes, text?: string) => {
      const node = context.document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) {
        if (value !== undefined) node.setAttribute(key, String(value));
      }
      if (text !== undefined) node.textContent = text;
      group.append(node);
    };
    draw({
      text: (x, y, text, { fill, anchor = "middle", bold, rim } = {}) =>
        add(
          "text",
          {
            x,
            y,
            dy: "0.35em",
            fill,
            "text-anchor": anchor === "middle" ? undefined : anchor,
            "font-weight": bold ? 600 : undefined,
            ...(rim && { ...rimLook, stroke: rim }),
          },
          text,
        ),
      shape: add,
      x: (value) => Number(scales.x?.(value)),
      y: (value) => Number(scales.y?.(value)),
    });
    return group.firstChild === null ? null : group;
  };
}

/** Defines a hatching that `fill: "url(#name)"` uses; the renderer makes the id unique. */
export function hatching(name: string, colour: string): RenderFunction {
  return (_index, _scales, _values, _dimensions, context) => {
    const create = (tag: string, attributes: Attributes) => {
      const node = context.document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
      return node;
    };
    const pattern = create("pattern", {
      id: name,
      width: 6,
      height: 6,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    });
    pattern.append(create("path", { d: "M1,0V6", stroke: colour, "stroke-width": 1.5 }));
    const defs = create("defs", {});
    defs.append(pattern);
    return defs;
  };
}

/** The fill that a hatching of the name makes. */
export const hatched = (name: string): string => `url(#${name})`;

/** Centre of a text so that it stays within left..right when it wants to stand at `x`. */
export function within(x: number, text: string, size: number, left: number, right: number): number {
  const half = textWidth(text, size, true) / 2;
  return Math.max(left + half, Math.min(right - half, x));
}

/** A leader from a label to the point it speaks of. */
export function leader(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.shape("line", { x1, y1, x2, y2, stroke: paint("rule"), "stroke-dasharray": "1 2" });
}
