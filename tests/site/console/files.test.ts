import { gzipSync } from "node:zlib";
import { beforeAll, expect, it } from "vitest";
import { openSample } from "../opened.ts";
import { openConsole, runSql } from "./page.ts";

const { browser, server } = await openSample();
const { page, messages } = await openConsole(browser, `${server.origin}/sql/`);
let requests: string[];

beforeAll(async () => {
  await openPane();
  requests = [];
  page.on("request", (request) => requests.push(request.url()));
});

const openPane = () => page.locator("details.pane > summary", { hasText: "Your files" }).click();
const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});
const choose = (...files: ReturnType<typeof file>[]) =>
  page.locator("#own-files").setInputFiles(files);
const loaded = (table: string) =>
  page.locator(".files .own > li").filter({ has: page.getByText(table, { exact: true }) });
const problem = (text: string) => page.locator(".files .problems li", { hasText: text });

/** Codes of the sample's first accounts, HMAC-SHA-256 of A0001 and A0002 in Python. */
const targets = `Account ID,Target,Since,Zip
6JMTEF,1000.50,2025-01-01,01234
NOBODY,2,2025-02-01,99999
`;

it("a chosen file is a table to be joined with the published ones, typed with care and told", async () => {
  await choose(file("Targets 2025.csv", targets));
  const item = loaded("targets_2025");
  await item.waitFor();
  expect(await item.textContent()).toContain("2 rows");
  expect(await item.locator("ul li").allTextContents()).toEqual([
    "account_id: varchar (Account ID)",
    "target: decimal(17, 2) (Target)",
    "since: date (Since)",
    "zip: varchar (Zip)",
  ]);
  await page.locator(".schema").getByText("targets_2025", { exact: true }).waitFor();
  expect(
    await runSql(
      page,
      "select tier, target, zip from targets_2025 join accounts using (account_id)",
    ),
  ).toMatch(/^1 row/);
});

it("one that is dropped on the page, packed and with tabs, is too", async () => {
  const packed = [...gzipSync("Konto\tWert\nA\t1\n")];
  const transfer = await page.evaluateHandle((bytes) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([new Uint8Array(bytes)], "dropped.tsv.gz"));
    return dropped;
  }, packed);
  await page.dispatchEvent("h1", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("h1", "drop", { dataTransfer: transfer });
  await loaded("dropped").waitFor();
  expect(await loaded("dropped").textContent()).toContain("1 row");
});

it("one of more columns than are counted at once is too, each with its own type", async () => {
  const places = Array.from({ length: 300 }, (_, place) => place);
  const cells = places.map((place) => (place % 2 ? `x${place}` : place));
  await choose(file("wide.csv", `${places.map((place) => `c${place}`)}\n${cells}\n`));
  await loaded("wide").waitFor();
  const types = await loaded("wide").locator("ul li").allTextContents();
  expect([types.length, types[0], types[299]]).toEqual([300, "c0: bigint", "c299: varchar"]);
  await page.getByRole("button", { name: "Remove wide" }).click();
});

it("one of another kind is refused in words, and leaves the others as they are", async () => {
  await choose(
    file("accounts.csv", "a,b\n1,2\n"),
    file("targets 2025.csv", targets),
    file("latin.csv", Buffer.from("a,b\n1,M\xfcller\n", "latin1")),
    file("<img src=x onerror=globalThis.hacked=1>.csv", "1,2\n3,4\n"),
    file("fine.csv", '"<b>name</b>",n\n<script>globalThis.hacked=1</script>,2\n'),
  );
  await loaded("fine").waitFor();
  for (const complaint of [
    "accounts.csv: there is a table accounts already",
    "targets 2025.csv: there is a table targets_2025 already",
    "latin.csv: line 2 has bytes that are no UTF-8",
    "<img src=x onerror=globalThis.hacked=1>.csv: its first line must name the columns",
  ]) {
    expect(await problem(complaint).count(), complaint).toBe(1);
  }
  expect(await page.locator(".files .own > li").count()).toBe(3);
  expect(await page.locator(".files :is(img, b, script)").count()).toBe(0);
  expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
});

it("what is removed, or dropped in SQL, is a table no more", async () => {
  await page.getByRole("button", { name: "Remove fine" }).click();
  await loaded("fine").waitFor({ state: "detached" });
  await runSql(page, "drop table dropped");
  await loaded("dropped").waitFor({ state: "detached" });
  expect(await page.locator(".files [role=status]").textContent()).toContain("dropped is gone");
});

it("nothing of a file leaves the browser, and a reload forgets it", async () => {
  const elsewhere = requests.filter((url) => !url.startsWith("blob:"));
  expect(elsewhere.filter((url) => !url.startsWith(server.origin))).toEqual([]);
  expect(elsewhere.filter((url) => !/\/(_astro|data|engine)\//.test(url))).toEqual([]);
  expect(await page.locator(".files").textContent()).toContain("They stay in this browser");
  expect(messages).toEqual([]);
  await page.reload();
  await page.locator(".console[data-engine=ready]").waitFor();
  await page.locator(".schema details.table").first().waitFor();
  expect(await page.locator(".schema").getByText("targets_2025").count()).toBe(0);
  await runSql(page, "select * from targets_2025");
  expect(await page.locator("[data-pane=failure]").textContent()).toContain("does not exist");
});
