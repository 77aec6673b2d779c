import { describe, expect, it } from "vitest";
import { mapFiles } from "./company.ts";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

describe("what a database console writes", () => {
  it("SQL Server: lines of dashes, NULL, and the count of rows at the end are no data", async () => {
    const mapped = await mapFiles({
      "accounts.csv": lines(
        "account_id,name,tier",
        "----------,----,----",
        "A1,Acme,NULL",
        "A2,Bolt,small",
        "",
        "(2 rows affected)",
      ),
      "contracts.csv": lines(
        "contract_id,account_id,starts_on,ends_on,mrr",
        "-----------,----------,---------,-------,---",
        "1,A1,2024-01-01 00:00:00.000,NULL,100.0000",
        "2,A2,2024-01-01 00:00:00.000,2024-12-31 00:00:00.000,50.0000",
        "",
        "(2 rows affected)",
        "Completion time: 2026-11-22T10:00:00.0000000+00:00",
      ),
    });
    expect(mapped.found).toEqual({ "accounts.csv": "accounts", "contracts.csv": "contracts" });
    const { accounts, contracts } = mapped.configuration.dashboard.datasets;
    expect(accounts).toMatchObject({ values: { tier: { NULL: "" } }, footer: "rows affected" });
    expect(contracts).toMatchObject({
      values: { ends_on: { NULL: "" } },
      columns: { ends_on: "ends_on" },
    });
    expect(await mapped.check()).toEqual([
      expect.stringContaining("accounts.csv row 2: a line drawn with dashes"),
      expect.stringContaining("contracts.csv row 2: a line drawn with dashes"),
    ]);
  });
});

describe("a report grouped by customer", () => {
  it("is told with what to declare; rows are given to no customer unasked", async () => {
    const mapped = await mapFiles({
      "customers.csv": lines("customer_id,customer_name", "cus_1,Acme", "cus_2,Bolt"),
      "contracts.csv": lines(
        "Customer ID,Contract ID,Start date,MRR",
        "cus_1,C1,2024-01-01,100",
        ",C2,2024-02-01,50",
        "cus_2,C3,2024-01-01,70",
        ",C4,2024-02-01,5",
      ),
    });
    expect(mapped.text).toContain(
      '// ? 2 of 4 rows name no customer; where they mean the one above: fill_down: ["Customer ID"]',
    );
    const blank =
      ": is blank; expected text of at most 10000 characters; fill it in the source, or give it by values, constants or fill_down";
    expect(await mapped.check()).toEqual([
      `contracts.csv row 3, account_id${blank}`,
      `contracts.csv row 5, account_id${blank}`,
    ]);
  });
});

describe("a report that names the account of each row", () => {
  const accounts = lines(
    '"Account ID","Account Name","Type","Billing Country","Account Owner","Created Date"',
    '"0015g00000AbCdE","Acme","Customer","US","Ann Lee","1/15/2023"',
    '"0015g00000AbCdF","Bolt","Customer","DE","Ann Lee","2/20/2023"',
  );

  it("Salesforce's deals are opportunities, not accounts", async () => {
    const mapped = await mapFiles({
      "deals.csv": lines(
        '"Opportunity ID","Opportunity Name","Account ID","Account Name","Stage","Amount","Close Date","Created Date","Type"',
        '"0065g00000Z1","Acme - New","0015g00000AbCdE","Acme","Closed Won","12,000.00","1/20/2024","10/13/2023","New"',
        '"0065g00000Z2","Bolt - New","0015g00000AbCdF","Bolt","Proposal","8,000.00","2/28/2024","11/1/2023","New"',
      ),
      "report.csv": accounts,
    });
    expect(mapped.found).toEqual({ "deals.csv": "opportunities", "report.csv": "accounts" });
  });

  it("Salesforce's contracts, with an account more than once, are not its accounts", async () => {
    const rows = ["E", "E", "F"].map(
      (id, index) => `"0${index}","0015g00000AbCd${id}","Name","Ann Lee","2024-01-0${index + 1}"`,
    );
    const mapped = await mapFiles({
      "contracts.csv": lines(
        '"Contract Number","Account ID","Account Name","Account Owner","Contract Start Date"',
        ...rows,
      ),
      "report.csv": accounts,
    });
    expect(mapped.found["report.csv"]).toBe("accounts");
    expect(mapped.found["contracts.csv"]).not.toBe("accounts");
  });
});

describe("a last row of totals", () => {
  it("is left out by the cell that says so, wherever it stands", async () => {
    const mapped = await mapFiles({
      "kunden.csv": lines("Kundennummer;Kundenname", "K1;Acme", "K2;Bolt"),
      "vertraege.csv": lines(
        "Vertragsnummer;Kundennummer;Vertragsbeginn;Vertragsende;Monatsbetrag",
        "V1;K1;01.01.2024;;1.200,00",
        "V2;K2;13.02.2024;12.02.2025;99,90",
        ";;;Summe;1.299,90",
      ),
    });
    expect(mapped.configuration.dashboard.datasets.contracts).toMatchObject({
      columns: { ends_on: "Vertragsende" },
      leave_out: { Vertragsende: ["Summe"] },
    });
    expect(await mapped.check()).toEqual([]);
  });
});
