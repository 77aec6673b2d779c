import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gallery } from "./gallery.ts";

/**
 * The pictures are drawn anew by `GOLDEN=update vitest run tests/charts/golden.test.ts`; look at every one that changed,
 * light and dark, in a page with src/charts/chart.css, before it is kept.
 */
const isUpdate = process.env.GOLDEN === "update";
const folder = new URL("../golden/", import.meta.url);

/** One element a line, so that a change of a picture reads as a change. */
const broken = (svg: string): string => `${svg.replaceAll("><", ">\n<")}\n`;

for (const [name, draw] of Object.entries(gallery)) {
  test.each([328, 720])(`${name} looks as it did at a width of %i`, (width) => {
    const file = new URL(`${name}-${width}.svg`, folder);
    const drawn = broken(draw(width).svg);
    if (isUpdate) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, drawn);
    }
    expect(existsSync(file), `${file.pathname} is missing; draw it with GOLDEN=update`).toBe(true);
    expect(drawn).toBe(readFileSync(file, "utf8"));
  });
}
