import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileSource } from "../../../src/contracts/index.ts";
import { type Mapped, mapFiles } from "./company.ts";

function sourceOf({ configuration }: Mapped, dataset: "accounts" | "contracts" | "surveys") {
  return configuration.dashboard.datasets[dataset] as FileSource;
}

describe("a German company: title lines, semicolons, Windows-1252, decimal commas", () => {
  // 0x80 is the euro sign in Windows-1252.
  const german = {
    "kunden.csv": Buffer.from(
      [
        "Kundenliste",
        "Stand 01.04.2024",
        "",
        "Kundennummer;Firma;Kundenklasse;Branche;Land;Betreuer",
        "0007;Müller AG;Großkunde;Energie;DE;Ida",
        "0008;Bäcker GmbH;Mittelstand;Handel;AT;Jo",
        "0009;Café Süd;Kleinkunde;Gastronomie;DE;Jo",
      ].join("\r\n"),
      "latin1",
    ),
    "verträge.csv": Buffer.from(
      [
        "Vertragsnummer;Kundennummer;Vertragsbeginn;Vertragsende;Betrag;Zahlweise",
        "V1;0007;01.02.2023;31.01.2024;12.000,00 \x80;jährlich",
        "V2;0008;15.03.2023;;99,50 \x80;monatlich",
        "V3;0009;01.04.2023;;1.250,00 \x80;monatlich",
      ].join("\r\n"),
      "latin1",
    ),
  };

  it("becomes accounts and contracts that are read without an error", async () => {
    const mapped = await mapFiles(german);
    expect(mapped.found).toEqual({ "kunden.csv": "accounts", "verträge.csv": "contracts" });
    expect(sourceOf(mapped, "accounts").columns).toEqual({
      account_id: "Kundennummer",
      name: "Firma",
      tier: "Kundenklasse",
      industry: "Branche",
      region: "Land",
      owner: "Betreuer",
    });
    expect(sourceOf(mapped, "contracts")).toMatchObject({
      columns: {
        contract_id: "Vertragsnummer",
        account_id: "Kundennummer",
        starts_on: "Vertragsbeginn",
        ends_on: "Vertragsende",
        amount: "Betrag",
        billing: "Zahlweise",
      },
      values: { billing: { jährlich: "annual", monatlich: "monthly" } },
      date_format: "DD.MM.YYYY",
      decimal: ",",
      thousands: ".",
      strip: ["€"],
    });
    expect(mapped.configuration.dashboard.company.currency).toBe("EUR");
    expect(await mapped.check()).toEqual([]);
  });
});

const clients = [
  "Client ID,Client Name,Segment,Country",
  "C-100,Acme,Key Account,US",
  "C-101,Bolt,Mid-Market,NA",
  "C-102,Core,SMB,US",
].join("\n");

function subscriptions(first: string): string {
  return [
    "Subscription,Client,Start Date,End Date,MRR,Currency,Notice given",
    `S1,C-100,${first},12/31/2024,"1,200.00",USD,`,
    "S2,C-101,03/04/2024,,99.00,USD,",
    "S3,C-102,05/06/2024,,20.00,USD,07/08/2024",
  ].join("\n");
}

describe("a company with files of several tools", () => {
  const files = {
    "clients.csv": clients,
    "subscriptions.csv": subscriptions("01/31/2024"),
    "nps export.csv":
      "Response,Contact,Org,Date,How did we do?,NPS,Verbatim\nr1,p1,C-100,2024-05-01,x,9,fine\nr2,p2,C-102,2024-05-02,y,NA,\n",
    "logins.tsv":
      "tenant\tdate\tfeature\tunique users\tevent count\nC-100\t2024-05-01\tcore\t5\t20\nC-101\t2024-05-01\tcore\t1\t2\n",
    "support.csv":
      "Case Number,Customer,Created,Resolved,Severity,Reopened\n1,C-100,2024-05-01 09:00,2024-05-02 10:00,high,0\n2,C-101,2024-05-03T09:00Z,,low,2\n",
    "spend.csv": 'Month,Department,Spend\n2024-01,Marketing,"$12,000"\n2024-01,Sales,"$8,500.50"\n',
    "logo colours.csv": "hex,pantone\n#fff,White\n#000,Black\n",
  };

  it("finds each dataset by names, contents and ids that match", async () => {
    const mapped = await mapFiles(files);
    expect(mapped.found).toEqual({
      "clients.csv": "accounts",
      "subscriptions.csv": "contracts",
      "nps export.csv": "surveys",
      "logins.tsv": "usage",
      "support.csv": "tickets",
      "spend.csv": "costs",
    });
    expect(sourceOf(mapped, "surveys").columns).toMatchObject({ account_id: "Org", score: "NPS" });
    expect(sourceOf(mapped, "accounts").values).toEqual({
      tier: { "Key Account": "strategic", "Mid-Market": "enterprise", SMB: "small" },
    });
    expect(mapped.text).toContain("// logo colours.csv is not used: no dataset fits its columns.");
  });

  it("makes a configuration under which they are read without an error", async () => {
    const mapped = await mapFiles(files);
    expect((await mapped.check()).map((problem) => problem.split("; ")[0])).toEqual([
      'subscriptions.csv row 4, ends_on: "2024-07-08": open contract with notice',
    ]);
  });

  it("asks where day and month could change places, and declares neither", async () => {
    const mapped = await mapFiles({
      ...files,
      "subscriptions.csv": subscriptions("01/02/2024").replace("12/31/2024", "12/11/2024"),
    });
    expect(sourceOf(mapped, "contracts").date_format).toBeUndefined();
    expect(mapped.text).toContain(
      [
        "      // ? days and months could change places; take one of:",
        '      // date_format: "DD/MM/YYYY",',
        '      // date_format: "MM/DD/YYYY",',
      ].join("\n"),
    );
    expect((await mapped.check())[0]).toContain(
      'declare date_format: "DD/MM/YYYY" or "MM/DD/YYYY"',
    );
  });

  it("leaves a word nobody knows to the owner", async () => {
    const mapped = await mapFiles({ ...files, "clients.csv": clients.replace("SMB", "Zebra") });
    expect(mapped.text).toContain('// ? "Zebra": one of strategic, enterprise, small, or ""');
    expect((await mapped.check())[0]).toContain('tier: "Zebra" is not one of the known values');
  });

  it("takes files of the same header as one dataset", async () => {
    const [header = "", ...lines] = subscriptions("01/31/2024").split("\n");
    const mapped = await mapFiles({
      "clients.csv": clients,
      "a.csv": [header, lines[0]].join("\n"),
      "b.csv": [header, ...lines.slice(1)].join("\n"),
    });
    expect(sourceOf(mapped, "contracts").files).toEqual(["a.csv", "b.csv"]);
  });
});

describe("a company that calls its columns what it likes", () => {
  it("is mapped by parts of names and by ids that match; what is missing is a doubt", async () => {
    const mapped = await mapFiles({
      "cust.csv":
        "Account No.,Account Name,Account Type,Customer Since,CSM\n001,Alpha,Enterprise,2021-03-04,Kim\n002,Beta,SMB,2022-05-06,Lee\n",
      "agreements.csv":
        "agreement_id|partner|commencement|termination|annual_fee|renewal\nA-1|001|2021-04-01|2022-03-31|12000|auto\nA-2|002|2022-06-01|2023-05-31|8000|manual\n",
      "lic.csv":
        "customer,period,licenses purchased,licenses used\n001,2024-01,50,40\n002,2024-01,5,5\n",
      "feedback.csv":
        "timestamp,customer_code,likelihood_to_recommend,reason\n2024-01-02T10:00:00Z,001,9,ok\n",
    });
    expect(mapped.found).toEqual({
      "cust.csv": "accounts",
      "agreements.csv": "contracts",
      "lic.csv": "seats",
      "feedback.csv": "surveys",
    });
    expect(sourceOf(mapped, "contracts").columns).toMatchObject({
      contract_id: "agreement_id",
      account_id: "partner",
      starts_on: "commencement",
      ends_on: "termination",
      amount: "annual_fee",
    });
    expect(mapped.text).toContain("// ? no column of the file seems to be response_id");
    expect((await mapped.check()).map((problem) => problem.split(":")[0])).toEqual([
      "feedback.csv, response_id",
    ]);
  });
});

describe("known exports", () => {
  it("are named as presets, and what the preset cannot know is added", async () => {
    const example = (name: string) =>
      readFileSync(join(import.meta.dirname, `../presets/examples/${name}.csv`));
    const mapped = await mapFiles({
      "companies.csv": example("hubspot_companies"),
      "subs.csv": example("recurly_subscriptions"),
      "opps.csv": example("salesforce_opportunities"),
    });
    const { accounts, contracts, opportunities } = mapped.configuration.dashboard.datasets;
    expect(accounts).toMatchObject({ preset: "hubspot_companies", columns: {} });
    expect(contracts).toMatchObject({ preset: "recurly_subscriptions" });
    expect(opportunities).toMatchObject({
      preset: "salesforce_opportunities",
      date_format: "MM/DD/YYYY",
    });
    expect(mapped.text).toContain('? "pro-monthly": one of monthly, quarterly, annual, upfront');
  });
});

describe("one file of subscriptions alone", () => {
  it("makes an account of each of its customers, by a select", async () => {
    const mapped = await mapFiles({
      "subs.csv":
        'Subscription ID,Customer No,Customer "Name",Start,Monthly Price\n1,K1,Acme,2024-01-01,10\n2,K1,Acme,2024-03-01,5.5\n3,K2,Bolt,2024-02-01,7\n',
    });
    expect(mapped.configuration.dashboard.datasets.accounts).toEqual({
      sql: `select "Customer No" as account_id, max("Customer ""Name""") as name from contract_lines where "Customer No" <> '' group by 1`,
    });
    expect(await mapped.check()).toEqual([]);
  });
});

describe("customers without names", () => {
  it("go by their ids, as a doubt", async () => {
    const mapped = await mapFiles({
      "c.csv": "customerID,Country,Industry\nK1,DE,Retail\nK2,AT,\n",
    });
    expect(sourceOf(mapped, "accounts").columns).toEqual({
      account_id: "customerID",
      region: "Country",
      industry: "Industry",
      name: "customerID",
    });
    expect(mapped.text).toContain('name: "customerID", // ? 40% sure');
  });
});

describe("signs that may mean two things", () => {
  it("are read as the likelier, with the doubt beside them", async () => {
    const mapped = await mapFiles({
      "costs.csv": 'Month,Category,Amount\n2024-01,sales,"1,200"\n2024-02,sales,"2,500"\n',
    });
    expect(mapped.text).toContain(
      '// ? 1,200 is read with a comma between thousands; with a decimal comma declare decimal: ","',
    );
  });

  it("an amount named as a year's is one of a year, with the doubt beside it", async () => {
    const mapped = await mapFiles({
      "contracts.csv": "Contract No,Customer No,Start,End,ARR\n1,K1,2024-01-01,,1200\n",
    });
    expect(sourceOf(mapped, "contracts").constants).toEqual({ billing: "annual" });
    expect(mapped.text).toContain("// ? ARR is taken as the amount of one year");
  });
});

describe("files of which none fits", () => {
  it("give a configuration that loads, names the two datasets to fill, and says so", async () => {
    const mapped = await mapFiles({
      "planets.csv": "planet,moons,radius km\nMars,2,3389.5\nVenus,0,6051.8\n",
      "poem.csv": "the hour glass\nruns and runs\n",
      "empty.csv": "",
    });
    expect(mapped.found).toEqual({});
    expect(mapped.unreadable.map(({ reason }) => reason.split(";")[0])).toEqual([
      "the file is empty",
    ]);
    expect(mapped.text).toContain("// ? No file seems to hold the accounts");
    expect(mapped.text).toContain("// ? No file seems to hold the contracts");
    expect(mapped.text).toContain("// planets.csv is not used: no dataset fits its columns.");
    expect((await mapped.check())[0]).toContain("accounts.csv: the file is not there");
  });
});

describe("headers and cells that are code", () => {
  it("stay text in the draft", async () => {
    const hostile = "*/ throw 1 //";
    const mapped = await mapFiles({
      "`${process.exit(7)}`.csv": `Customer ID,Customer Name,Tier,"note \n throw 2; \u2028throw 3 ${hostile}"\n1,"A",${hostile},x\n2,B,"\n throw 4",y\n`,
    });
    expect(Object.values(mapped.found)).toEqual(["accounts"]);
    expect(mapped.configuration.dashboard.company.name).toBe("Our company");
  });

  it("make no draft that does not load, whatever they are", async () => {
    const cell = fc
      .string({ unit: "binary", maxLength: 12 })
      .map((text) => text.replaceAll("\0", ""));
    const anyCell = fc.oneof(
      cell,
      fc.constantFrom("id", "name", "2024-01-02", "1,5", "*/", "`;throw 1;`"),
    );
    const header = fc.array(anyCell, { minLength: 1, maxLength: 6 });
    const rows = fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(header, rows, async (names, records) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = [["account_id", "name", "tier", ...names], ...records];
        const text = lines.map((line) => line.map(quoted).join(",")).join("\n");
        const { configuration } = await mapFiles({ "any.csv": text });
        expect(configuration.dashboard.company.currency).toMatch(/^[A-Z]{3}$/);
      }),
      { numRuns: 30 },
    );
  });
});

describe("an export with more rows of headers", () => {
  it("is drafted without doubts about their cells", async () => {
    const example = new URL("../presets/examples/qualtrics.csv", import.meta.url);
    const mapped = await mapFiles({ "answers.csv": readFileSync(example) });
    expect(mapped.found).toEqual({ "answers.csv": "surveys" });
    expect(mapped.text).toContain('preset: "qualtrics"');
    expect(mapped.text).not.toContain("do not follow any format");
    expect(mapped.text).not.toContain("of the numbers are not read");
  });
});
