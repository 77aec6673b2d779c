import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { DashboardInput } from "../../../src/contracts/index.ts";
import { readCompany } from "../reading.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\r\n")}\r\n`;
const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");

interface Messy {
  dataset: "accounts" | "contracts" | "opportunities" | "surveys" | "tickets";
  name?: string;
  content: string | Uint8Array;
  /** What the messages say to declare. */
  declared: object;
  /** By hand: rows of the file, those that are read, and those that are left out. */
  counts: [rows: number, read: number, leftOut: number];
}

const exports: Record<string, Messy> = {
  "Stripe subscriptions: BOM, metadata of several lines, thousands, a trial, a blank id": {
    dataset: "contracts",
    content: `\ufeff${lines(
      "id,Customer ID,Quantity,Currency,Interval,Interval Count,Amount,Status,Start Date (UTC),Ended At (UTC),notes (metadata)",
      'sub_1,A1,NA,usd,month,1,100.00,active,2024-01-05 10:00,,"one\r\ntwo, ""three"""',
      'sub_2,A1,2,usd,year,1,"1,200.00",active,2024-01-05 10:00,,',
      "sub_3,A1,1,usd,month,1,10.00,trialing,2024-01-05 10:00,,",
      "sub_4,,1,usd,month,1,10.00,active,2024-01-05 10:00,,",
    )}`,
    declared: { thousands: ",", values: { seats: { NA: "" } } },
    counts: [4, 2, 1],
  },
  "Stripe subscriptions saved by a spreadsheet: sep=, semicolons, decimal commas, day first": {
    dataset: "contracts",
    content: lines(
      "sep=;",
      "id;Customer ID;Quantity;Currency;Interval;Amount;Status;Start Date (UTC);Ended At (UTC)",
      "sub_1;A1;1;usd;month;100,00 €;active;05.01.2024 10:00;",
      "sub_2;A1;1;usd;month;1.200,00 €;active;31.01.2024 10:00;",
    ),
    declared: { date_format: "DD.MM.YYYY", strip: ["€"], decimal: ",", thousands: "." },
    counts: [2, 2, 0],
  },
  "ChartMogul: UTF-16, tabs, NA as a quantity": {
    dataset: "contracts",
    content: wide(
      lines(
        "Customer External IDs\tCustomer Subscription ID\tBilling Cycle\tCurrency\tMRR\tARR\tStart Date\tEnd Date\tQuantity",
        "A1\ts1\t1 month\tUSD\t10000\t120000\t2024-01-01 00:00:00 UTC\t\tNA",
        "\ts2\t1 month\tUSD\t100\t1200\t2024-01-01\t\t1",
      ),
    ),
    declared: { values: { seats: { NA: "" } } },
    counts: [2, 1, 0],
  },
  "HubSpot companies: packed, ids of twenty digits, names of two lines": {
    dataset: "accounts",
    name: "export.csv.gz",
    content: gzipSync(
      lines(
        '"Record ID","Company name","Company owner","Create Date","Country/Region","Win rate"',
        '"00123456789012345678","Acme\nHolding","Ida","2023-01-01 09:00","NA","12%"',
        '"5","","","2023-01-05 09:00","Germany",""',
      ),
    ),
    declared: {},
    counts: [2, 2, 0],
  },
  "Salesforce opportunities: two currencies, day first, totals and a notice under the rows": {
    dataset: "opportunities",
    content: lines(
      '"Opportunity ID","Account ID","Stage","Amount Currency","Amount","Amount (converted) Currency","Amount (converted)","Close Date","Created Date","Won"',
      '"0061","A1","Closed Won","USD","1000.00","EUR","900.00","31/03/2024","01/03/2024","1"',
      '"0062","A1","Prospecting","EUR","500.00","EUR","500.00","05/04/2024","02/03/2024","0"',
      '"Total","","","","","EUR","1400.00","","",""',
      "",
      '"Pipeline report"',
      '"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved."',
      '"Acme"',
    ),
    declared: { date_format: "DD/MM/YYYY", footer: "Total" },
    counts: [6, 2, 4],
  },
  "Zendesk tickets: no organization, day first with and without zeros": {
    dataset: "tickets",
    content: lines(
      "Id,Requester id,Subject,Priority,Via,Ticket type,Created at,Organization,Solved at,Reopens",
      '1,77,"Login\r\nbroken, ""again""",Urgent,Web form,Incident,31.12.2023 10:00,A1,-,0',
      "2,77,Invoice,-,Mail,-,5.1.2024 09:30,A1,6.1.2024 10:00,2",
      "3,77,Invoice,-,Mail,-,5.1.2024 09:30,-,-,0",
    ),
    declared: { date_format: "DD.MM.YYYY" },
    counts: [3, 2, 1],
  },
};

describe("messy exports are read by what their messages say to declare, each row told", () => {
  it.each(Object.entries(exports))(
    "%s",
    async (_, { dataset, name, content, declared, counts }) => {
      const files = name ?? "export.csv";
      const read = (source: object) =>
        readCompany({
          files: { [files]: content },
          datasets: { [dataset]: { files, ...source } } as Partial<DashboardInput["datasets"]>,
        });
      const before = await read({});
      for (const [field, value] of Object.entries(declared)) {
        const written = field === "values" ? '"NA": ""' : `${field}: ${JSON.stringify(value)}`;
        expect(before.messages.join("\n")).toContain(written);
      }
      const after = await read(declared);
      for (const { files: reports } of [before, after]) {
        const report = reports.find((one) => one.dataset === dataset);
        expect(report?.rows).toBe(counts[0]);
        const { accepted = 0, setAside = 0, leftOut = 0 } = report ?? {};
        expect(accepted + setAside + leftOut).toBe(counts[0]);
      }
      const report = after.files.find((one) => one.dataset === dataset);
      expect([report?.accepted, report?.leftOut]).toEqual(counts.slice(1));
    },
  );
});
