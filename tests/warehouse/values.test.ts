import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { expect, it, onTestFinished } from "vitest";
import { type PlainFile, valuesOf } from "../../src/warehouse/index.ts";

function fileIn(name: string): PlainFile {
  const directory = mkdtempSync(join(tmpdir(), "values-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const cells = [2, -1, 0];
  const constants = ["", "7", ""];
  const path = join(directory, name);
  return { path, delimiter: ";", lineBreak: "\r\n", skip: 1, width: 3, cells, constants };
}

async function gather(file: PlainFile): Promise<string[]> {
  const values: string[] = [];
  for await (const batch of valuesOf(file)) {
    values.push(...batch.map(({ cell, value }) => `${cell} ${value}`));
  }
  return values.sort();
}

it("each value of each cell that is read comes once, and no other cell's", async () => {
  const file = fileIn("few.csv");
  writeFileSync(file.path, "a;b;c\r\nx;1;y\r\nx;2;\r\n;3;x\r\n");
  expect(await gather(file)).toEqual(["0 ", "0 x", "2 ", "2 x", "2 y"]);
});

it("a line with a cell too few or too many is an error", async () => {
  for (const line of ["x;1", "x;1;y;z", "x"]) {
    const file = fileIn("ragged.csv");
    writeFileSync(file.path, `a;b;c\r\nx;1;y\r\n${line}\r\nx;1;y\r\n`);
    await expect(gather(file)).rejects.toThrow(/^Invalid Input Error/);
  }
});

it("ever new values end in an error of the engine, before they fill the memory", async () => {
  const file = fileIn("many.csv");
  const stream = createWriteStream(file.path);
  stream.write("a;b;c\r\n");
  for (let block = 0; block < 100; block++) {
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const id = `customer-${block * 10_000 + index}-of-many`;
      return `${id};0;${id}`;
    });
    stream.write(`${lines.join("\r\n")}\r\n`);
  }
  stream.end();
  await finished(stream);
  await expect(gather(file)).rejects.toThrow(/^(Out of Memory|INTERNAL) Error/);
});
