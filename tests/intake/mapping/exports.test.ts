import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileSource } from "../../../src/contracts/index.ts";
import { type Mapped, mapFiles } from "./company.ts";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const contractsOf = ({ configuration }: Mapped) =>
  configuration.dashboard.datasets.contracts as FileSource;

const customers = lines("customer_id,customer_name,country", "cus_1,Acme,US", "cus_2,Bolt,US");
const subscriptions = lines(
  "subscription_id,customer_id,start_date,end_date,mrr",
  "s1,cus_1,2023-01-01,,100",
  "s2,cus_2,2023-01-01,2023-12-31,50",
);

describe("two files for one dataset", () => {
  const example = (name: string) =>
    readFileSync(join(import.meta.dirname, `../presets/examples/${name}.csv`));

  it("known exports: the one whose ids the contracts have is taken, the other told, and no other dataset made of it", async () => {
    const mapped = await mapFiles({
      "companies.csv": example("hubspot_companies"),
      "customers.csv": example("stripe_customers"),
      "subs.csv": example("stripe_subscriptions"),
    });
    expect(mapped.found).toEqual({ "customers.csv": "accounts", "subs.csv": "contracts" });
    expect(mapped.text).toContain(
      "// companies.csv is not used: it is an export of HubSpot companies for accounts, but customers.csv is surer, and a dataset has one source; name this one there instead, or name both under raw and join them by sql.",
    );
  });

  it("a list of the CRM beside one of the billing tool, whichever comes first", async () => {
    const crm = lines("Company ID;Company;Tier", "HX-1;Acme;SMB", "HX-2;Bolt;SMB");
    for (const files of [
      { "crm.csv": crm, "customers.csv": customers, "subs.csv": subscriptions },
      { "subs.csv": subscriptions, "customers.csv": customers, "crm.csv": crm },
    ]) {
      const mapped = await mapFiles(files);
      expect(mapped.found).toEqual({ "customers.csv": "accounts", "subs.csv": "contracts" });
      expect(mapped.text).toContain("crm.csv is not used: it seems right for accounts, but");
    }
  });
});

describe("how files refer to customers", () => {
  it("by name: then their names are the ids", async () => {
    const mapped = await mapFiles({
      "customers.csv": lines("Customer No;Customer", "1;Acme GmbH", "2;Bolt AG"),
      "contracts.csv": lines(
        "Customer;Contract;Start;End;Monthly fee",
        "Acme GmbH;C1;2023-01-01;;100",
        "Bolt AG;C2;2023-02-01;;50",
      ),
    });
    expect(mapped.text).toContain(
      'account_id: "Customer", // ? 60% sure: the other files refer to customers by name',
    );
    expect(await mapped.check()).toEqual([]);
  });

  it("a list of customers that says since when and for how much is one of contracts too", async () => {
    const mapped = await mapFiles({
      "customers.csv": lines(
        "Customer ID,Company,Segment,MRR,Start Date,Cancelled On",
        "A1,Acme,Key Account,100,2023-01-05,",
        "A2,Bolt,SMB,20,2023-03-05,",
      ),
    });
    expect(mapped.found).toEqual({ "customers.csv": "contracts" });
    expect(mapped.configuration.dashboard.datasets.accounts).toEqual({
      sql: `select "Customer ID" as account_id, max("Company") as name, max(case "Segment" when 'Key Account' then 'strategic' when 'SMB' then 'small' end) as tier from contract_lines where "Customer ID" <> '' group by 1`,
    });
    expect(mapped.text).toContain(
      'contract_id: "Customer ID", // ? 40% sure: no column numbers the lines, and each customer has one',
    );
    expect(mapped.text).toContain("// ? no column says when a line ended, so none ever ends");
    expect(await mapped.check()).toEqual([]);
  });

  it("one row a contract, the customer's columns repeated", async () => {
    const mapped = await mapFiles({
      "customers.csv": lines(
        "Customer ID,Customer,Industry,Contract,Start date,End date,Annual value (EUR)",
        "1001,Acme,Retail,V-1,2022-01-01,2022-12-31,12000",
        "1001,Acme,Retail,V-2,2023-01-01,2023-12-31,13000",
        "1002,Bolt,Energy,V-3,2022-05-01,2023-04-30,6000",
      ),
    });
    expect(contractsOf(mapped).constants).toEqual({ billing: "annual" });
    expect(mapped.configuration.dashboard.company.currency).toBe("EUR");
    expect(mapped.configuration.dashboard.datasets.accounts).toEqual({
      sql: `select "Customer ID" as account_id, max("Customer") as name, max("Industry") as industry from contract_lines where "Customer ID" <> '' group by 1`,
    });
    expect(await mapped.check()).toEqual([]);
  });
});

describe("exports of billing tools", () => {
  it("Chargebee names the object before each column; the term a line is in is not its end", async () => {
    const mapped = await mapFiles({
      "customers.csv": lines(
        "customers.id,customers.first_name,customers.company,customers.created_at",
        "cus_1,Ann,Acme GmbH,03-Jan-2023 10:00",
        "cus_2,Bob,Bolt Inc,12-Feb-2023 09:30",
      ),
      "subscriptions.csv": lines(
        "subscriptions.id,subscriptions.customer_id,subscriptions.plan_quantity,subscriptions.plan_unit_price,subscriptions.billing_period_unit,subscriptions.start_date,subscriptions.current_term_end,subscriptions.cancelled_at,subscriptions.mrr,subscriptions.currency_code",
        "s1,cus_1,5,20.00,month,03-Jan-2023 10:00,03-Apr-2024 10:00,,100.00,EUR",
        "s2,cus_2,1,1200.00,year,12-Feb-2023 09:30,12-Feb-2024 09:30,,100.00,EUR",
      ),
    });
    expect(contractsOf(mapped).columns).toEqual({
      contract_id: "subscriptions.id",
      account_id: "subscriptions.customer_id",
      starts_on: "subscriptions.start_date",
      mrr: "subscriptions.mrr",
      billing: "subscriptions.billing_period_unit",
      seats: "subscriptions.plan_quantity",
      currency: "subscriptions.currency_code",
      cancelled_on: "subscriptions.cancelled_at",
    });
    expect(await mapped.check()).toEqual([]);
  });

  it("Zuora writes the object with a colon; a subscription's name is no customer's", async () => {
    const mapped = await mapFiles({
      "charges.csv": lines(
        '"Subscription: Name","Account: Account Number","Account: Name","Rate Plan Charge: Charge Number","Rate Plan Charge: Effective Start Date","Rate Plan Charge: Effective End Date","Rate Plan Charge: MRR","Account: Currency","Product: Name"',
        'A-S1,A00000011,"Gamma, Inc.",C-101,01/15/2023,01/14/2024,"1,250.00",USD,Platform',
        "A-S2,A00000012,Delta LLC,C-102,03/01/2023,02/29/2024,400.00,USD,Platform",
        "A-S2,A00000012,Delta LLC,C-103,03/01/2023,02/29/2024,80.00,USD,Support",
      ),
    });
    expect(contractsOf(mapped).columns).toEqual({
      contract_id: "Rate Plan Charge: Charge Number",
      account_id: "Account: Account Number",
      starts_on: "Rate Plan Charge: Effective Start Date",
      ends_on: "Rate Plan Charge: Effective End Date",
      mrr: "Rate Plan Charge: MRR",
      currency: "Account: Currency",
      product: "Product: Name",
    });
    expect(mapped.text).toContain('max(\\"Account: Name\\") as name');
    expect(await mapped.check()).toEqual([]);
  });

  it("a price of one seat beside the number of seats is a doubt", async () => {
    const mapped = await mapFiles({
      "subs.csv": lines(
        "subscription_id,account_code,unit_amount,quantity,activated_at,expires_at",
        "51a1,acc-1,49.00,2,2023-02-01 00:00:00 UTC,2024-02-01 00:00:00 UTC",
      ),
    });
    expect(mapped.text).toContain("// ? unit_amount looks like the price of one: where a line has");
  });

  it("an amount of a quarter is billed by the quarter", async () => {
    const mapped = await mapFiles({
      "deals.csv": lines(
        "Deal ID,Client,Sign Date,Start,End,Quarterly Amount,Type",
        "D1,Acme,2023-01-10,2023-02-01,2024-01-31,3000,New Business",
        "D2,Acme,2024-01-15,2024-02-01,2025-01-31,3300,Renewal",
      ),
    });
    expect(contractsOf(mapped).constants).toEqual({ billing: "quarterly" });
    expect(mapped.text).toContain("// ? Quarterly Amount is taken as the amount of one quarter");
    expect(await mapped.check()).toEqual([]);
  });

  it("lines without a number of their own are told what to do about it", async () => {
    const mapped = await mapFiles({
      "contracts.csv": lines(
        "Client,Start,End,Monthly fee",
        "Acme,2023-01-01,,100",
        "Acme,2023-06-01,,20",
      ),
    });
    expect(mapped.text).toContain(
      "// ? no column of the file seems to be contract_id; number the rows in the source (1, 2, 3 ...), in a column of their own",
    );
  });
});

describe("lines at the end of a report", () => {
  const header = '"Account Name","Contract Number","Start Date","End Date","Annual Contract Value"';
  const rows = [
    '"Acme","00000101","1/15/2023","1/14/2024","24000.00"',
    '"Bolt","00000102","3/1/2023","2/28/2024","36000.00"',
  ];

  it("that are notes are left out, from the accounts made of it too", async () => {
    const mapped = await mapFiles({
      "report.csv": lines(
        header,
        ...rows,
        "",
        '"Grand Totals (2 records)"',
        '"Copyright (c) 2000-2024 salesforce.com, inc."',
      ),
    });
    expect(contractsOf(mapped).footer).toBe("Copyright");
    expect((await mapped.check()).map((problem) => problem.split(";")[0])).toEqual([
      "report.csv row 5: fewer cells than the header",
    ]);
  });

  it("that sum the others up are left out", async () => {
    const mapped = await mapFiles({ "report.csv": lines(header, ...rows, "Total,,,,60000.00") });
    expect(contractsOf(mapped).leave_out).toEqual({ "Account Name": ["Total"] });
    expect(mapped.text).toContain("// ? the last row sums the others up");
    expect(await mapped.check()).toEqual([]);
  });
});

describe("what a finance person should look at", () => {
  it("lines on trial and drafts count as customers: the draft says how to leave them out", async () => {
    const mapped = await mapFiles({
      "subs.csv": lines(
        "Subscription ID,Customer ID,Status,Start,MRR",
        "S1,A1,active,2023-01-31,100",
        "S2,A2,in_trial,2023-02-01,50",
        "S3,A3,Draft,2023-03-01,70",
      ),
    });
    expect(mapped.text).toContain(
      '// ? lines that nobody pays count as customers; to leave them out: leave_out: { "Status": ["in_trial","Draft"] }',
    );
  });

  it("numbers and days that do not follow the rest are told by the first of them", async () => {
    const mapped = await mapFiles({
      "c.csv": lines(
        "Contract,Customer ID,Start,Amount,Billing",
        ...["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"].map(
          (id) => `${id},A1,01/31/2023,"EUR 1,200.00",annual`,
        ),
        'C10,A2,soon,"(EUR 200.00)",annual',
      ),
    });
    expect(mapped.text).toContain('// ? 10% of the days do not follow MM/DD/YYYY, such as "soon"');
    expect(mapped.text).toContain('// ? 10% of the numbers are not read, such as "(EUR 200.00)"');
  });

  it("a sheet with a column for every month is no list, whatever else it looks like", async () => {
    const mapped = await mapFiles({
      "mrr.csv": lines("Customer ID,Jan 2023,Feb 2023,Mar 2023", "A1,100,100,120", "A2,,50,50"),
    });
    expect(mapped.found).toEqual({});
    expect(mapped.text).toContain(
      "// mrr.csv is not used: it has a column for every month, and a dataset has a row for every fact; name it under raw and turn it by sql with unpivot, or export it as a list.",
    );
  });

  it("months with points between are months", async () => {
    const mapped = await mapFiles({
      "kosten.csv": lines("Monat;Kostenart;Betrag", "01.2024;Vertrieb;1.000,00"),
    });
    expect(mapped.configuration.dashboard.datasets.costs).toMatchObject({ date_format: "MM.YYYY" });
    expect((await mapped.check()).filter((problem) => problem.startsWith("kosten"))).toEqual([]);
  });
});

describe("the currency of the draft", () => {
  const inCurrencies = (...codes: string[]) =>
    lines(
      "Subscription,Client,Start,MRR,Currency",
      ...codes.map((code, index) => `S${index},C${index},2023-01-01,10,${code}`),
    );

  it("is that of most lines; the others are told to need rates", async () => {
    const mapped = await mapFiles({ "subs.csv": inCurrencies("GBP", "EUR", "EUR", "CHF", "EUR") });
    expect(mapped.text).toContain(
      'currency: "EUR", // ? that of most lines (3); those in GBP (1), CHF (1) need monthly rates: a dataset fx with month, currency, rate',
    );
  });

  it("is that of an amount's header", async () => {
    const mapped = await mapFiles({
      "subs.csv": lines("Subscription,Client,Start,Monthly fee (CHF)", "S1,C1,2023-01-01,10"),
    });
    expect(mapped.configuration.dashboard.company.currency).toBe("CHF");
  });

  it("is a guess where the files have none", async () => {
    const mapped = await mapFiles({ "c.csv": customers, "s.csv": subscriptions });
    expect(mapped.text).toContain('currency: "USD", // ? no currency stands in the files');
  });
});

describe("files that are no text", () => {
  it("are told as what they are", async () => {
    let seed = 7;
    const noise = Uint8Array.from({ length: 3_000 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed >> 16;
    });
    const mapped = await mapFiles({
      "noise.csv": noise,
      "logo.csv": Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"),
      "old.csv": Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", "latin1"),
      "letter.csv": "%PDF-1.7\n",
    });
    const reasons = mapped.unreadable.map(({ reason }) => reason);
    expect(reasons.map((reason) => reason.split(";")[0])).toEqual([
      "this is not a text file",
      "this is a picture, not a CSV",
      "this is an Excel workbook of the old kind, not a CSV",
      "this is a PDF document, not a CSV",
    ]);
    for (const name of ["noise", "logo", "old", "letter"]) {
      expect(mapped.text).toContain(`// ? ${name}.csv cannot be read: this is `);
    }
  });

  it("UTF-16 is text, with a mark and without one", async () => {
    const text = "Customer ID,Customer Name\nK1,Acme\n";
    const mapped = await mapFiles({
      "marked.csv": Buffer.from(`\ufeff${text}`, "utf16le"),
      "plain.csv": Buffer.from(text, "utf16le"),
    });
    expect(mapped.unreadable).toEqual([]);
    expect(mapped.guesses.datasets.map(({ dataset }) => dataset)).toEqual(["accounts"]);
  });
});

describe("invoices beside a list of customers", () => {
  const invoices = [
    "invoice number,customer id,invoice date,period start,period end,total",
    "9001,acme,2024-01-02,2024-01-01,2024-12-31,1200",
    "9002,acme,2025-01-02,2025-01-01,2025-12-31,1500",
    "9003,bolt,2024-06-02,2024-06-01,2024-06-30,90",
  ].join("\n");

  it("are contract lines of the customer id, which is to be looked at where no customer has it", async () => {
    const customers = "id,customer name,segment\n501,Acme,SMB\n502,Bolt,SMB\n";
    const mapped = await mapFiles({ "customers.csv": customers, "invoices.csv": invoices });
    expect(mapped.found).toEqual({ "customers.csv": "accounts", "invoices.csv": "contracts" });
    expect(mapped.text).toContain('account_id: "customer id", // ? 50% sure');
    expect(mapped.text).toContain('contract_id: "invoice number",');
  });

  it("are read without an error where the customers have the ids", async () => {
    const customers = "customer id,company,segment\nacme,Acme,SMB\nbolt,Bolt,SMB\n";
    const mapped = await mapFiles({ "customers.csv": customers, "invoices.csv": invoices });
    expect(await mapped.check()).toEqual([]);
  });
});
