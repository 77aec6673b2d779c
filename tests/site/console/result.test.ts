import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { say } from "../../../src/text/index.ts";
import { readClipboard } from "../export/page.ts";
import { openSample } from "../opened.ts";
import { openConsole, patient, runSql } from "./page.ts";

const { browser, server } = await openSample();
const { page, messages } = await openConsole(browser, `${server.origin}/sql/`);

const grid = () => page.locator("[role=grid]");
const focused = () =>
  page.evaluate(() => {
    const id = document.querySelector("[role=grid]")?.getAttribute("aria-activedescendant");
    const cell = id ? document.getElementById(id) : null;
    return `${cell?.parentElement?.getAttribute("aria-rowindex")}:${cell?.textContent}`;
  });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
  // Drawn with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
};
/** What the reader's own copying gives. */
const copied = async () => {
  await page.evaluate(() => {
    const take = (event: ClipboardEvent) => {
      Object.assign(globalThis, { copied: event.clipboardData?.getData("text/plain") });
    };
    document.addEventListener("copy", take, { once: true });
  });
  await page.keyboard.press("Control+C");
  return page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
};
const taken = async (form: string) => {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`[data-download=${form}]`).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

const million = `
  select i as id, 'customer ' || (i * 7919 % 1000003) as name, cast(i * 1.37 as decimal(18, 2)) as mrr,
    if(i % 5 = 0, null, i % 7) as seats
  from range(1000000) as t(i)`;

describe("a million rows", { timeout: patient }, () => {
  it("are shown from the first to the last, and only those seen have elements", async () => {
    await runSql(page, million);
    expect(await grid().getAttribute("aria-rowcount")).toBe("1000001");
    await grid().focus();
    await press("Control+End");
    expect(await focused()).toBe("1000001:0");
    await press("ArrowLeft", "ArrowLeft", "ArrowLeft");
    expect(await focused()).toBe("1000001:999999");
    expect(await grid().locator("[role=gridcell]").count()).toBeLessThan(400);
  });

  it("scroll with only those in sight drawn, and a turn of the wheel leaps over none", async () => {
    await press("Control+Home");
    const box = await grid().boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150);
    const first = () => grid().locator("[role=rowheader]").first().textContent();
    await page.mouse.wheel(0, 100);
    await page.waitForFunction(
      () => document.querySelector("[role=rowheader]")?.textContent === "4",
    );
    for (let turn = 0; turn < 30; turn++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(16);
    }
    // 100 and 30 times 400 pixels, of 28 a row.
    expect(await first()).toBe("433");
    expect(await grid().locator("[role=rowheader]").count()).toBeLessThan(60);
  });

  it("sort by a click on a title: up, down, as they came", async () => {
    const title = grid().locator("[role=columnheader]", { hasText: "seats" });
    await title.click();
    expect(await title.getAttribute("aria-sort")).toBe("ascending");
    await grid().focus();
    await press("Control+Home", "End");
    expect(await focused()).toBe("2:0");
    await press("Control+End");
    expect(await focused()).toBe("1000001:NULL");
    await title.click();
    await press("Control+Home", "End");
    expect(await focused()).toBe("2:6");
    await title.click();
    await press("Control+Home", "Home");
    expect(await focused()).toBe("2:0");
    expect(await title.getAttribute("aria-sort")).toBe("none");
  });
});

const hostile = `
  select '<img src=x onerror=window.hit=1>' as "<b onclick=window.hit=1>name</b>",
    '=HYPERLINK("http://x.test")' as formula, null::varchar as nothing, '' as empty,
    'two' || chr(10) || 'lines' as lines, 12345678901234567890.12::decimal(30, 2) as exact,
    date '2024-02-29' as day, '</script><script>window.hit=1</script>' as script`;

describe("hostile values", { timeout: patient }, () => {
  it("are shown as text, in cells, in titles and alone", async () => {
    await runSql(page, hostile);
    expect(await grid().locator("img, script, b").count()).toBe(0);
    expect(await grid().textContent()).toContain("<img src=x onerror=window.hit=1>");
    expect(await grid().textContent()).toContain("<b onclick=window.hit=1>name</b>");
    await grid().focus();
    await press("Control+Home", "Enter");
    const dialog = page.locator("dialog");
    expect(await dialog.locator("pre").textContent()).toBe("<img src=x onerror=window.hit=1>");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await page.evaluate(() => "hit" in globalThis)).toBe(false);
  });

  it("tell NULL from the empty text", async () => {
    const cells = grid().locator("[role=gridcell]");
    expect(await cells.nth(2).getAttribute("class")).toContain("null");
    expect(await cells.nth(2).textContent()).toBe("NULL");
    expect(await cells.nth(3).getAttribute("class")).not.toContain("null");
    expect(await cells.nth(3).textContent()).toBe("");
  });

  it("are copied for a spreadsheet by keys, as far as they are selected", async () => {
    await grid().focus();
    await press("Control+Home", "ArrowRight", "Shift+ArrowRight", "Shift+End");
    expect(await copied()).toBe(
      `'=HYPERLINK("http://x.test")\t\t""\t"two\nlines"\t12345678901234567890.12\t2024-02-29\t</script><script>window.hit=1</script>`,
    );
    await press("Control+A");
    expect((await copied()).startsWith("<img")).toBe(true);
  });

  it("leave as files in which nothing runs", async () => {
    const csv = await taken("csv");
    expect(csv.name).toBe("result.csv");
    expect(csv.bytes.toString()).toContain(
      `"'=HYPERLINK(""http://x.test"")",,"","two\nlines",12345678901234567890.12,2024-02-29,`,
    );
    const json = JSON.parse((await taken("json")).bytes.toString());
    expect(json.rows[0]).toMatchObject({
      nothing: null,
      empty: "",
      exact: "12345678901234567890.12",
    });
    const xlsx = await taken("xlsx");
    expect(xlsx.name).toBe("result.xlsx");
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe("PK");
  });
});

it("pins and resizes columns by keys and by the pointer", async () => {
  await runSql(
    page,
    "select i as first, i * 2 as second, 'x' || i as third from range(50) as t(i)",
  );
  await grid().focus();
  await press("Control+Home", "Control+ArrowRight", "ArrowUp", "p");
  const titles = grid().locator("[role=columnheader] .name span:first-child");
  expect(await titles.allTextContents()).toEqual(["third", "first", "second"]);
  const third = grid().locator("[role=columnheader]", { hasText: "third" });
  const widthOf = async () => (await third.boundingBox())?.width ?? 0;
  const before = await widthOf();
  await press("Alt+ArrowRight");
  expect(await widthOf()).toBe(before + 16);
  const grip = await third.locator(".grip").boundingBox();
  await page.mouse.move((grip?.x ?? 0) + 4, (grip?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((grip?.x ?? 0) + 54, (grip?.y ?? 0) + 10);
  await page.mouse.up();
  await press();
  expect(await widthOf()).toBe(before + 66);
});

it("selects cells by dragging, and rows by their counts", async () => {
  const cells = grid().locator("[role=row]:nth-child(2) [role=gridcell]");
  const from = await cells.nth(1).boundingBox();
  await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5);
  await page.mouse.down();
  await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5 + 2 * 28);
  await page.mouse.up();
  expect(await copied()).toBe("1\n2\n3");
  await grid().locator("[role=rowheader]").nth(4).click();
  expect(await copied()).toBe("x4\t4\t8");
});

describe("a chart", { timeout: patient }, () => {
  const chart = () => page.getByRole("tabpanel", { name: "Chart" });
  const chosen = () =>
    chart()
      .locator("select")
      .evaluateAll((fields) =>
        fields.map((field) => (field as HTMLSelectElement).selectedOptions[0]?.textContent),
      );

  it("is fetched when somebody turns to it, and draws lines over time at first", async () => {
    await runSql(
      page,
      `select date '2024-01-01' + to_months(i // 2) as month, ['<b>small</b>', 'large'][1 + i % 2] as tier,
        cast(i * 1.5 as decimal(9, 2)) as mrr
      from range(12) as t(i)`,
    );
    await page.getByRole("tab", { name: "Chart" }).click();
    await chart().locator("svg:visible").waitFor();
    expect(await chosen()).toEqual(["month", "mrr", "tier", "Line"]);
    expect(await chart().locator("svg:visible").textContent()).toContain("<b>small</b>");
    expect(await chart().locator("b").count()).toBe(0);
  });

  it("is drawn anew with what is chosen", async () => {
    await chart().locator("select[name=x]").selectOption({ label: "tier" });
    await chart().locator("svg:visible").waitFor();
    expect(await chosen()).toEqual(["tier", "mrr", "tier", "Bars"]);
    expect(await chart().locator("[role=status]").textContent()).toContain(
      "10 rows have the same tier and series as another",
    );
  });

  it("leaves as a picture of its own, twice as fine in pixels", async () => {
    const take = async (item: string) => {
      await chart().locator("[data-take=more]").click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        chart().locator(`[data-item=${item}]`).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^tidewater-query-2025-09-30\./);
      return readFile(await file.path());
    };
    const svg = (await take("svg")).toString();
    expect(svg).toContain("&lt;b&gt;small&lt;/b&gt;");
    expect(svg).not.toMatch(/var\(|<style/);
    const png = await take("png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(svg)?.[1]));
    // 13 1/3 inches at 192 pixels.
    expect((await take("wide")).readUInt32BE(16)).toBe(2560);
  });

  it("is copied as figures are: picture, table and caption, whose data it is of and by which query", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await chart().locator("[data-take=copy]").click();
    await chart().locator("[role=status]").filter({ hasText: say.exports.copied }).waitFor();
    const { png, html, text } = await readClipboard(page);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(html).toContain("<table>");
    expect(text).toContain("\nSQL: select date '2024-01-01'");
    expect(text).toContain("\nHourglass, Tidewater, data as of Sep 30, 2025, own query\n");
  });

  it("goes into the reader's deck with the way back to its query, as a chart where a slide draws it as it is", async () => {
    const told = chart().locator("[role=status]");
    const add = async (slides: string) => {
      await chart().locator("[data-take=deck]").click();
      await told.filter({ hasText: `your deck has ${slides}` }).waitFor();
    };
    // Ten rows have the same tier as another: a table.
    await add("1 slide.");
    await chart().locator("select[name=x]").selectOption({ label: "month" });
    await chart().locator("select[name=mark]").selectOption({ label: "Line" });
    await add("2 slides.");
    const slides = await page.evaluate(
      () =>
        JSON.parse(Object.values(localStorage).find((kept) => kept.includes('"slides"'))).slides,
    );
    const [table, line] = slides;
    expect(table.figure.native).toBeUndefined();
    expect(table.figure.table.rows).toHaveLength(12);
    expect(line.figure.native).toMatchObject({
      kind: "line",
      categories: ["Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024", "May 2024", "Jun 2024"],
      series: [
        { name: "<b>small</b>", values: [0, 3, 6, 9, 12, 15] },
        { name: "large", values: [1.5, 4.5, 7.5, 10.5, 13.5, 16.5] },
      ],
    });
    expect(line.address).toMatch(/^sql\/#q=/);
    await page.evaluate(() => {
      for (const [name, kept] of Object.entries(localStorage)) {
        if (kept.includes('"slides"')) localStorage.removeItem(name);
      }
    });
  });
});

it("complains of nothing", () => {
  expect(messages).toEqual([]);
});
