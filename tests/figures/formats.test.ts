import { expect, it } from "vitest";
import { formatsOf } from "../../src/figures/formats.ts";

const format = formatsOf({ company: { name: "Test", currency: "USD", locale: "en-US" } });

it("says of a small p value that it is under a thousandth, never that it is 0", () => {
  expect([1, 0.042, 0.00131, 0.001].map(format.chance)).toEqual(["100%", "4.2%", "0.13%", "0.1%"]);
  expect([0.00099, 0.0000127, 0].map(format.chance)).toEqual(Array(3).fill("under 0.1%"));
});

it("says it as the locale writes shares", () => {
  const german = formatsOf({ company: { name: "Test", currency: "EUR", locale: "de-DE" } });
  expect(german.chance(0.0001)).toBe("under 0,1\u00a0%");
});
