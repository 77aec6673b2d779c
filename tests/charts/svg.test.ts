import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../src/charts/measure.ts";
import { edges } from "./edges.ts";
import { gallery } from "./gallery.ts";

const drawings = Object.entries({ ...gallery, ...edges }).flatMap(([name, draw]) =>
  [328, 720, 1040].map((width) => ({ name, width, chart: draw(width) })),
);

const parse = (svg: string) => parseHTML(`<html><body>${svg}</body></html>`).document;

/** Where a text starts and ends, by its own place, those of its groups and its estimated width. */
function extent(text: Element): { left: number; right: number; y: number } {
  let x = Number(text.getAttribute("x") ?? 0);
  let y = Number(text.getAttribute("y")?.replace(/em$/, "") ?? 0);
  let anchor: string | null = null;
  let size: string | null = null;
  for (let node: Element | null = text; node; node = node.parentElement) {
    const [, dx, dy] =
      /translate\(([-\d.]+),([-\d.]+)\)/.exec(node.getAttribute("transform") ?? "") ?? [];
    x += Number(dx ?? 0);
    y += Number(dy ?? 0);
    anchor ??= node.getAttribute("text-anchor");
    size ??= node.getAttribute("font-size");
  }
  const wide = textWidth(text.textContent ?? "", Number(size));
  const left = x - (anchor === "end" ? wide : anchor === "middle" ? wide / 2 : 0);
  return { left, right: left + wide, y };
}

describe.each(drawings)("$name at $width", ({ width, chart }) => {
  const document = parse(chart.svg);

  test("is one image with a name, of its own size", () => {
    const root = document.querySelector("svg");
    expect(root?.getAttribute("role")).toBe("img");
    expect(root?.getAttribute("aria-label")).not.toBe("");
    expect(root?.getAttribute("xmlns")).toBe("http://www.w3.org/2000/svg");
    expect(root?.getAttribute("viewBox")).toBe(`0 0 ${chart.width} ${chart.height}`);
    expect(chart.width).toBeLessThanOrEqual(width);
    expect(document.querySelector("figure")).toBeNull();
  });

  test("needs no inline style", () => {
    expect(document.querySelector("style, [style], script")).toBeNull();
    expect(chart.svg).not.toMatch(/\sstyle=|<style/);
  });

  test("is well-formed, to be saved as a file of its own", () => {
    const outside = chart.svg.replace(/<\/?[a-zA-Z]+(?: [a-zA-Z0-9-]+="[^"<]*")*\/?>/g, "");
    expect(outside).not.toMatch(/[<>]/);
    expect(chart.svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#\d+;)/);
  });

  test("takes every colour from the theme", () => {
    expect(chart.svg).not.toMatch(/"#[0-9a-f]{3,8}"|"(?:black|white|steelblue)"/i);
  });

  test("has no place that is no number, and none with more than two decimals", () => {
    for (const node of document.querySelectorAll("svg *")) {
      for (const name of node.getAttributeNames()) {
        expect(node.getAttribute(name)).not.toMatch(/NaN|Infinity|undefined|null/);
        if (name !== "y" && name !== "dy") expect(node.getAttribute(name)).not.toMatch(/\.\d{3}/);
      }
    }
  });

  test("keeps its text inside, and large enough", () => {
    const size = Number(document.querySelector("svg")?.getAttribute("font-size"));
    expect(size).toBeGreaterThanOrEqual(11);
    expect(document.querySelector("text[font-size]")).toBeNull();
    for (const text of document.querySelectorAll("text")) {
      const { left, right, y } = extent(text);
      expect(left, text.textContent ?? "").toBeGreaterThanOrEqual(-1);
      expect(right, text.textContent ?? "").toBeLessThanOrEqual(chart.width + 1);
      expect(y, text.textContent ?? "").toBeGreaterThanOrEqual(size / 2 - 1);
      expect(y, text.textContent ?? "").toBeLessThanOrEqual(chart.height - size / 2 + 3);
    }
  });
});

const ids = (svg: string) => Array.from(svg.matchAll(/ id="([^"]+)"/g), (match) => match[1]);
const uses = (svg: string) => Array.from(svg.matchAll(/url\(#([^)]+)\)/g), (match) => match[1]);

test("all charts stand on one page without sharing an id, and use only their own", () => {
  const all = drawings.flatMap(({ chart }) => ids(chart.svg));
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(all).size).toBe(all.length);
  for (const { chart } of drawings)
    expect(ids(chart.svg)).toEqual(expect.arrayContaining(uses(chart.svg)));
});

test("ids begin with the id of the chart where one is given", () => {
  const [first, second] = [gallery.churnCurve?.(720, "left"), gallery.churnCurve?.(720, "right")];
  expect(ids(first?.svg ?? "")).toEqual(["left-1"]);
  expect(ids(second?.svg ?? "")).toEqual(["right-1"]);
});

test("the same rows make the same bytes, however many charts were drawn before", () => {
  for (const { name, width, chart } of drawings) {
    const again = (gallery[name] ?? edges[name])?.(width);
    expect(again?.svg).toBe(chart.svg);
  }
});

test("the time zone of the machine changes no byte", () => {
  const script = fileURLToPath(new URL("print.ts", import.meta.url));
  const inZone = (zone: string) =>
    execFileSync(process.execPath, [script], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
  const utc = inZone("UTC");
  expect(utc.length).toBeGreaterThan(100_000);
  expect(inZone("Asia/Tokyo")).toBe(utc);
  expect(inZone("America/Los_Angeles")).toBe(utc);
});

test("a name with markup in it is text", () => {
  const { svg } = edges["everybody left before, long names"]?.(720) ?? { svg: "" };
  expect(svg).toContain("&lt;Financieros&gt; &amp; Sociedades");
});
