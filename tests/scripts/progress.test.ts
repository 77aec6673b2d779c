import { describe, expect, it } from "vitest";
import { openProgress } from "../../scripts/site/progress.ts";

function terminalOf(columns = 120) {
  const written: string[] = [];
  return { isTTY: true, columns, written, write: (text: string) => written.push(text) };
}

const event = { dataset: "usage", file: "usage.csv", rows: 0, bytesRead: 0, bytesTotal: 400 };
const erased = "\r\u001b[2K";

describe("the progress of a reading", () => {
  it("shows share, rows, rows a second and the time that is left, on one line", () => {
    const terminal = terminalOf();
    let time = 0;
    const progress = openProgress(terminal, {}, () => time);
    progress.show({ ...event, bytesRead: 200 });
    expect(terminal.written).toEqual([`${erased}  checking ██████████░░░░░░░░░░ 50%  usage.csv`]);
    progress.show({ ...event, rows: 1 });
    time = 2_000;
    progress.show({ ...event, rows: 50_000, bytesRead: 100 });
    expect(terminal.written.at(-1)).toBe(
      `${erased}  reading  █████░░░░░░░░░░░░░░░ 25%  usage.csv  50,000 rows, 25,000 rows/s, 6.00 s left`,
    );
    progress.clear();
    expect(terminal.written.at(-1)).toBe(erased);
  });

  it("draws each pass at once, then ten times a second at most, and never beyond the width of the terminal", () => {
    const terminal = terminalOf(30);
    let time = 0;
    const progress = openProgress(terminal, {}, () => time);
    for (; time < 1_000; time += 10) progress.show({ ...event, rows: time, bytesRead: 200 });
    expect(terminal.written).toHaveLength(11);
    expect(Math.max(...terminal.written.map((line) => line.length - erased.length))).toBe(29);
  });

  it.each([
    ["the stream is no terminal", { isTTY: false }, {}],
    ["a CI runs it", { isTTY: true }, { CI: "true" }],
  ])("is silent where %s", (_case, stream, environment) => {
    const terminal = { ...terminalOf(), ...stream };
    const progress = openProgress(terminal, environment);
    progress.show(event);
    progress.clear();
    expect(terminal.written).toEqual([]);
  });

  it("erases nothing where nothing was drawn", () => {
    const terminal = terminalOf();
    openProgress(terminal, {}).clear();
    expect(terminal.written).toEqual([]);
  });
});
