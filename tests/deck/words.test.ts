import { describe, expect, it } from "vitest";
import { palette } from "../../src/charts/index.ts";
import { dimColours, inkOn, mixed, ownTemplate, templateOf } from "../../src/deck/colours.ts";
import { fitText, linesOf } from "../../src/deck/fit.ts";
import { parseMarkdown } from "../../src/deck/markdown/blocks.ts";
import { numberFormat, tickFormat } from "../../src/deck/number-format.ts";
import { scaleOf } from "../../src/deck/scale.ts";
import { tablePages, transposed } from "../../src/deck/table.ts";

describe("commentary in Markdown", () => {
  it("becomes paragraphs, items of a list, bold and italic", () => {
    expect(parseMarkdown("**Expansion** paid\nfor churn.\n\n- one *strategic*\n- two")).toEqual([
      {
        runs: [{ text: "Expansion", isBold: true }, { text: " paid" }, { text: " for churn." }],
        before: 0,
      },
      {
        runs: [{ text: "one " }, { text: "strategic", isItalic: true }],
        isBullet: true,
        before: 4,
      },
      { runs: [{ text: "two" }], isBullet: true, before: 4 },
    ]);
  });

  it("has numbers in lists, lists within lists, and every sign of a list", () => {
    const items = parseMarkdown("3. three\n4) four\n   - within\n\t* deeper\n+ plus");
    expect(items.map(({ level, number, runs }) => [level, number, runs[0]?.text])).toEqual([
      [undefined, 3, "three"],
      [undefined, 4, "four"],
      [1, undefined, "within"],
      [2, undefined, "deeper"],
      [undefined, undefined, "plus"],
    ]);
  });

  it("knows emphasis within emphasis, code, and what is struck out", () => {
    const [paragraph] = parseMarkdown(
      "***both*** __bold__ _italic_ **b *bi* b** `a*b*c` ~~gone~~ \\*no\\*",
    );
    expect(paragraph?.runs.filter(({ text }) => text !== " ")).toEqual([
      { text: "both", isBold: true, isItalic: true },
      { text: "bold", isBold: true },
      { text: "italic", isItalic: true },
      { text: "b ", isBold: true },
      { text: "bi", isBold: true, isItalic: true },
      { text: " b", isBold: true },
      { text: "a*b*c" },
      { text: "gone", isStruck: true },
      { text: "*" },
      { text: "no" },
      { text: "*" },
    ]);
  });

  it("links to addresses of the web and of mail, and to nothing else", () => {
    const [paragraph] = parseMarkdown(
      "[the **memo**](https://a.example/x_y_z), see http://b.example.",
    );
    expect(paragraph?.runs).toEqual([
      { text: "the ", link: "https://a.example/x_y_z" },
      { text: "memo", isBold: true, link: "https://a.example/x_y_z" },
      { text: ", see " },
      { text: "http://b.example", link: "http://b.example" },
      { text: "." },
    ]);
    for (const text of ["[a](javascript:alert(1))", "[a](file:///etc/passwd)", "[a](b)"]) {
      expect(parseMarkdown(text)[0]?.runs).toEqual([{ text }]);
    }
  });

  it("gives each row of a table, each quote and each broken line a line of its own", () => {
    const text = "first  \nsecond\n\n---\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> said";
    expect(parseMarkdown(text).map(({ runs, before }) => [runs[0], before])).toEqual([
      [{ text: "first" }, 0],
      [{ text: "second" }, 0],
      [{ text: "a | b" }, 4],
      [{ text: "1 | 2" }, 0],
      [{ text: "said", isItalic: true }, 8],
    ]);
  });

  it("keeps the lines of code apart and as they are, and has boxes and words for tasks and pictures", () => {
    const text =
      "So:\n```sql\nselect *\n  from arr\n```\n- [ ] a\n- [x] b\n\n![a chart](c.png) ```d```";
    expect(parseMarkdown(text).map(({ runs }) => runs.map((run) => run.text).join(""))).toEqual([
      "So:",
      "select *",
      "  from arr",
      "☐ a",
      "☑ b",
      "a chart ``d``",
    ]);
  });

  it("leaves what it does not know as it is written", () => {
    const text = "2 * 3 * 4 <b>and</b> arr_at_end and 1.5 * 2";
    expect(parseMarkdown(text)[0]?.runs).toEqual([{ text }]);
  });
});

describe("words that have little room", () => {
  const box = { width: 200, height: 40 };

  it("are written smaller, and cut only where the least size is too large", () => {
    expect(fitText("short", box, { most: 24, least: 12 })).toEqual({ text: "short", size: 24 });
    const long = fitText("a finding of some more words than that", box, { most: 24, least: 12 });
    expect(long.size).toBeLessThan(24);
    expect(long.text).not.toContain("…");
    const endless = fitText("no end of it ".repeat(50), box, { most: 24, least: 12 });
    expect(endless.size).toBe(12);
    expect(endless.text).toMatch(/…$/);
    expect(linesOf(endless.text, box.width, 12) * 12 * 1.2).toBeLessThanOrEqual(box.height);
  });

  it("break a word that is wider than the line", () => {
    expect(linesOf("x".repeat(100), 100, 10)).toBeGreaterThan(4);
  });
});

describe("number formats of Office", () => {
  const dollars = { locale: "en-US", currency: "USD" };

  it.each([
    ["millions with three digits", numberFormat("money", [12_800_000], dollars), '"$"#,##0.0,,"M"'],
    ["thousands", numberFormat("money", [516_000], dollars), '"$"#,##0,"K"'],
    ["little money in full", numberFormat("money", [950], dollars), '"$"#,##0'],
    ["shares", numberFormat("share", [1], dollars), "0.0%"],
    ["scores with their sign", numberFormat("points", [40], dollars), "+0.0;-0.0;0.0"],
    // A format of digits that need not be there would print "512." for 512.
    ["whole numbers without a point", numberFormat("number", [512, 1_040], dollars), "#,##0"],
    ["means with their digits", numberFormat("number", [5, 5.61], dollars), "#,##0.00"],
    ["ticks of quarters of one", tickFormat("number", 0.25, 5, dollars), "#,##0.00"],
    ["ticks of halves", tickFormat("number", 0.5, 5, dollars), "#,##0.0"],
    ["ticks of whole steps", tickFormat("number", 50, 512, dollars), "#,##0"],
    [
      "ticks without digits that all share",
      tickFormat("money", 5e6, 15e6, dollars),
      '"$"#,##0,,"M";-"$"#,##0,,"M";0',
    ],
    [
      "ticks with the digits that tell them apart",
      tickFormat("share", 0.005, 0.02, dollars),
      "0.0%",
    ],
  ])("write %s", (_, format, expected) => {
    expect(format).toBe(expected);
  });

  it("put the currency where the company's locale has it", () => {
    const format = numberFormat("money", [5_000_000], { locale: "de-DE", currency: "EUR" });
    expect(format.replaceAll(/\s/g, " ")).toBe('#,##0.00,," ""Mio."" ""€"');
  });

  it("count in thousands and millions only where the locale has a word for them", () => {
    // German has none for thousands, and Japanese counts in ten thousands.
    const euros = numberFormat("money", [39_600], { locale: "de-DE", currency: "EUR" });
    expect(euros.replaceAll(/\s/g, " ")).toBe('#,##0" ""€"');
    expect(numberFormat("money", [5e6], { locale: "ja-JP", currency: "JPY" })).not.toContain(",,");
  });
});

describe("an axis", () => {
  it("has round ends and steps, and starts at zero", () => {
    expect(scaleOf([3.5, 12.4])).toEqual({ low: 0, high: 12.5, step: 2.5 });
    expect(scaleOf([-4, 9])).toEqual({ low: -5, high: 10, step: 5 });
  });

  it("starts later only where it may, and all values are far from zero", () => {
    expect(scaleOf([0.94, 1.13], { canCut: true })).toEqual({ low: 0.85, high: 1.15, step: 0.05 });
    expect(scaleOf([0.94, 1.13]).low).toBe(0);
    expect(scaleOf([0.1, 1.13], { canCut: true }).low).toBe(0);
  });

  it("has some length where all values are zero", () => {
    expect(scaleOf([0, 0]).high).toBeGreaterThan(0);
  });
});

describe("colours", () => {
  it("lie between two others", () => {
    expect(mixed("#000000", "#ffffff", 0.5)).toBe("#808080");
  });

  it("are read in ink on what is light, in paper on what is dark", () => {
    expect(inkOn("#ffffff", ownTemplate)).toBe("ink");
    expect(inkOn("#0b6170", ownTemplate)).toBe("paper");
  });

  it("are the company's where it has some; its one font is that of headings too", () => {
    const template = templateOf({ colours: { accent: "#123456" }, fonts: { body: "Verdana" } });
    expect(template.colours.accent).toBe("#123456");
    expect(template.colours.ink).toBe(ownTemplate.colours.ink);
    expect(template.fonts).toEqual({ heading: "Verdana", body: "Verdana" });
  });

  it("that can hardly be told from their ground are named with what they lack", () => {
    expect(dimColours(templateOf({}))).toEqual([]);
    // Of #777777 on white 4.48, and of #ffff00 1.07: what WCAG's own examples say.
    const dim = dimColours(templateOf({ colours: { muted: "#777777", accent: "#ffff00" } }));
    expect(dim.map(({ role, has, least }) => [role, has.toFixed(2), least])).toEqual([
      ["muted", "4.48", 4.5],
      ["accent", "1.07", 3],
    ]);
  });

  it("stand back from a company's ground as they do from ours", () => {
    const { colours } = templateOf({ colours: { ink: "#ffffff", paper: "#000000" } });
    expect([colours.muted, colours.grey, colours.soft]).toEqual(["#b3b3b3", "#737373", "#171717"]);
    expect(templateOf({ colours: { paper: "#000000", soft: "#222222" } }).colours.soft).toBe(
      "#222222",
    );
  });

  it("of lines can be told from a dark ground, and are a company's own where it has some", () => {
    const { colours } = templateOf({ colours: { paper: "#101820", lost: "#123456" } });
    const { dark } = palette;
    expect([colours.accent, colours.second]).toEqual([dark.accent, dark["series-2"]]);
    expect(colours.lost).toBe("#123456");
  });
});

describe("a table on slides", () => {
  const box = { x: 0, y: 0, width: 400, height: 100 };

  it("goes on on the next slide with its titles, and says what is left after three", () => {
    const rows = Array.from({ length: 100 }, (_, place) => [`row ${place}`, String(place)]);
    const { pages, left } = tablePages({ columns: [{ label: "a" }, { label: "b" }], rows }, box);
    expect(pages).toHaveLength(3);
    expect(pages.map((page) => page.rows[0]?.[0]?.text)).toEqual(["a", "a", "a"]);
    const told = pages.reduce((sum, page) => sum + page.rows.length - 1, 0);
    expect(told + left).toBe(100);
    for (const page of pages) {
      expect(page.heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(100);
    }
  });

  it("is written smaller where that spares a slide, for a row or two", () => {
    const rows = Array.from({ length: 33 }, (_, place) => [`segment ${place}`, String(place)]);
    const sheet = { columns: [{ label: "Segment" }, { label: "Value" }], rows };
    const { pages, left } = tablePages(sheet, { x: 0, y: 0, width: 864, height: 362 });
    // A row takes 1.2 of its size and 7 points: of 11 points 16 have room under the titles, of 10 there are 18.
    expect(pages.map((page) => page.rows.length - 1)).toEqual([18, 15]);
    expect(left).toBe(0);
    for (const { size } of pages) expect(size).toBeGreaterThanOrEqual(9);
  });

  it("has quarters from left to right, the one that still runs marked", () => {
    const columns = [{ label: "Quarter" }, { label: "ARR" }, { label: "NRR" }];
    const rows = [
      ["Q1", "$1M", "100%"],
      ["Q2", "$2M", ""],
    ];
    expect(transposed({ columns, rows, faint: new Set([1]) })).toMatchObject({
      columns: [{ label: "Quarter" }, { label: "Q1" }, { label: "Q2 *" }],
      rows: [
        ["ARR", "$1M", "$2M"],
        ["NRR", "100%", ""],
      ],
    });
  });
});
