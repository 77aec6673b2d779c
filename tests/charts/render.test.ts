import * as Plot from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { requireRows } from "../../src/charts/chart.ts";
import { overlay } from "../../src/charts/overlay.ts";
import { renderChart } from "../../src/charts/render.ts";
import { frame } from "./gallery.ts";

const options = frame(300, 'half of "them" <left> & went');

describe("the renderer", () => {
  test("throws what Plot only warns of, and leaves the console as it was", () => {
    const { console: log } = globalThis;
    const { warn } = log;
    const drawing = {
      width: 300,
      height: 100,
      marks: [Plot.dot([{ x: "2025-01-01", y: 1 }], { x: "x", y: "y" })],
    };
    expect(() => renderChart(drawing, options)).toThrow(/^plot warns: .*strings/);
    expect(log.warn).toBe(warn);
  });

  test("throws at a place that is no number", () => {
    const drawing = {
      width: 300,
      height: 100,
      marks: [overlay((pen) => pen.text(Number.NaN, 5, "lost"))],
    };
    expect(() => renderChart(drawing, options)).toThrow('x="NaN" of a text is no place');
  });

  test("rounds places to two decimals and writes no negative zero", () => {
    const drawing = {
      width: 300,
      height: 100,
      marks: [overlay((pen) => pen.shape("path", { d: "M-0.001,1.23456L1e2,-7.005" }))],
    };
    expect(renderChart(drawing, options).svg).toContain('d="M0,1.23L1e2,-7"');
  });

  test("escapes the finding in its name", () => {
    const { svg } = renderChart({ width: 300, height: 100, marks: [] }, options);
    expect(svg).toContain('aria-label="half of &quot;them&quot;');
    expect(svg).not.toContain("<left>");
  });
});

test("a chart without rows says where it should have been left out", () => {
  expect(() => requireRows([], "churnCurves", "survival_curve")).toThrow(
    "churnCurves got no rows; draw it only where survival_curve has some",
  );
});
