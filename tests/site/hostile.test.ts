import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { launchBrowser } from "./browser.ts";
import { runScript } from "./build.ts";
import { smallCompany } from "./company.ts";
import { serveSite } from "./server.ts";

/** Each shows in a page as a tag, an attribute or a script of its own, if a page lets it. */
const payloads = [
  "<script>globalThis.hacked=1</script>",
  "<img src=x onerror=globalThis.hacked=1>",
  "</td></table></main><svg/onload=globalThis.hacked=1>",
  "\" onmouseover='globalThis.hacked=1' x=\"",
  "<!--<style>*{display:none}</style>",
  "{{7*7}}{7*7}<% 7*7 %>",
  "]]></title><h1>hacked</h1>",
];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const of = (index: number) => quoted(payloads[index % payloads.length] ?? "");

const accounts = payloads.map((name, index) => {
  const day = `2023-0${index + 1}-01`;
  return `A${index},${quoted(name)},small,${of(index + 1)},${of(index + 2)},${of(index + 3)},${day}`;
});
const contracts = payloads.map((_, index) => {
  const end = index % 2 === 0 ? "2023-11-30" : "";
  return `C${index},A${index},2023-01-01,${end},${1000 + index},monthly`;
});
const surveys = payloads.flatMap((comment, index) =>
  [9, 3].map(
    (score) =>
      `R${index}-${score},A${index},2023-0${index + 1}-15,nps,${score},P${index},${of(index)},${of(index + 1)},${of(index + 2)},${quoted(comment)},relationship`,
  ),
);

it("markup and script in every text of the data stay text on every page", async () => {
  const folder = smallCompany({
    "accounts.csv": `account_id,name,tier,industry,region,channel,first_contact_on,"<script>globalThis.hacked=1</script>"\n${accounts.join(",\n")},\n`,
    "contracts.csv": `contract_id,account_id,starts_on,ends_on,mrr,billing\n${contracts.join("\n")}\nC9,A1,${of(1)},,5,monthly\nC8,${of(0)},2023-01-01,,5,${of(2)}\n`,
    "surveys.csv": `response_id,account_id,answered_on,kind,score,respondent_id,role,module,service,comment,touchpoint\n${surveys.join("\n")}\n`,
    "dashboard.config.ts": `import { defineDashboard } from "hourglass";
export default defineDashboard({
  company: { name: ${JSON.stringify(payloads[0])}, currency: "EUR" },
  as_of: "2023-12-31", on_error: "quarantine", max_bad_share: 0.5,
  segments: { main: "industry" },
  datasets: { accounts: "accounts.csv", contracts: "contracts.csv", surveys: "surveys.csv" },
});
`,
  });
  const out = join(folder, "site");
  const { code, output } = runScript("build", [
    "--config",
    join(folder, "dashboard.config.ts"),
    "--out",
    out,
  ]);
  expect(code, output).toBe(0);
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("index.html"),
  );
  expect(pages.length).toBeGreaterThanOrEqual(6);
  let told = 0;
  for (const page of pages) {
    const html = readFileSync(join(out, page), "utf8");
    for (const payload of payloads) expect(html, page).not.toContain(payload);
    expect(html, page).not.toMatch(/<[^>"]*("[^"]*"[^>"]*)*\son(error|load|mouseover)=/);
    if (html.includes("&lt;script&gt;globalThis.hacked=1")) told += 1;
  }
  // The company's name is on every page.
  expect(told).toBe(pages.length);

  const browser = await launchBrowser();
  const server = await serveSite(out);
  try {
    const tab = await browser.newPage();
    const dialogs: string[] = [];
    tab.on("pageerror", (error) => dialogs.push(error.message));
    tab.on("console", (message) => dialogs.push(message.text()));
    for (const page of pages) {
      await tab.goto(`${server.origin}/${page.replace(/index\.html$/, "")}`);
      const state = await tab.evaluate(() => ({
        hacked: (globalThis as { hacked?: number }).hacked,
        strange: document.querySelectorAll(
          'body script:not([src^="/_astro/"]), [onerror], [onload], [onmouseover], img',
        ).length,
        // Of the one script in the page the policy knows the hash.
        scripts: document.querySelectorAll("script:not([src])").length,
        headings: [...document.querySelectorAll("h1")].filter(
          (heading) => heading.textContent === "hacked",
        ).length,
      }));
      expect(state, page).toEqual({ hacked: undefined, strange: 0, scripts: 1, headings: 0 });
    }
    expect(dialogs).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});
