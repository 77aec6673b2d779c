import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type DatasetName,
  datasetOf,
  type PresetName,
  presetNames,
} from "../../../src/contracts/index.ts";
import { presets } from "../../../src/intake/presets/index.ts";
import { readCompany } from "../reading.ts";

interface Example {
  /** What the configuration must say beside the file. */
  source?: object;
  /** Every row as the dataset has it; columns that are blank are left out. */
  rows: Record<string, string>[];
  leftOut?: number;
}

const examples: Record<PresetName, Example> = {
  stripe_subscriptions: {
    rows: [
      {
        contract_id: "sub_1",
        account_id: "cus_1",
        starts_on: "2024-01-15",
        amount: "49.00",
        billing: "monthly",
        seats: "5",
        currency: "USD",
        product: "Pro",
      },
      {
        contract_id: "sub_2",
        account_id: "cus_2",
        starts_on: "2023-02-01",
        ends_on: "2024-02-01",
        amount: "490.00",
        billing: "annual",
        seats: "1",
        currency: "EUR",
        cancelled_on: "2024-01-10",
        product: "Pro",
      },
    ],
    leftOut: 1,
  },
  stripe_customers: {
    rows: [
      { account_id: "cus_1", name: "Acme", plan: "Pro", first_contact_on: "2024-01-15" },
      { account_id: "cus_2", name: "(no name)", plan: "Pro", first_contact_on: "2023-02-01" },
    ],
  },
  chartmogul_subscriptions: {
    rows: [
      {
        contract_id: "s-1",
        account_id: "0007",
        starts_on: "2024-01-15",
        mrr: "708.33",
        billing: "annual",
        seats: "5",
        currency: "USD",
        product: "Pro",
      },
      {
        contract_id: "s-2",
        account_id: "0008",
        starts_on: "2023-02-01",
        ends_on: "2024-01-31",
        mrr: "49",
        billing: "monthly",
        seats: "1",
        currency: "USD",
        product: "Team",
      },
    ],
  },
  hubspot_deals: {
    rows: [
      {
        opportunity_id: "1234567890123456789",
        account_id: "9001",
        created_on: "2024-01-02",
        stage: "Closed Won (Sales Pipeline)",
        closed_on: "2024-03-01",
        won: "true",
        amount: "1080.5",
        source: "Organic Search",
      },
      {
        opportunity_id: "22",
        created_on: "2024-02-03",
        stage: "Appointment Scheduled",
        won: "false",
        amount: "500",
      },
    ],
  },
  hubspot_companies: {
    rows: [
      {
        account_id: "9001",
        name: "Acme",
        industry: "COMPUTER_SOFTWARE",
        region: "NA",
        channel: "Offline Sources",
        owner: "Ida",
        stage: "Customer",
        first_contact_on: "2023-05-06",
      },
      {
        account_id: "9002",
        name: "(no name)",
        region: "Germany",
        owner: "Jo",
        stage: "Lead",
        first_contact_on: "2024-02-03",
      },
    ],
  },
  salesforce_opportunities: {
    source: { date_format: "M/D/YYYY" },
    rows: [
      {
        opportunity_id: "0063000000abcDE",
        account_id: "0013000000xyzAB",
        created_on: "2024-01-02",
        stage: "Closed Won",
        closed_on: "2024-03-31",
        won: "true",
        amount: "1080.50",
        source: "Web",
      },
      {
        opportunity_id: "0063000000abcDe",
        account_id: "0013000000xyzAb",
        created_on: "2024-02-29",
        stage: "Prospecting",
        closed_on: "2024-04-01",
        won: "false",
        amount: "500.00",
      },
    ],
    leftOut: 5,
  },
  salesforce_accounts: {
    rows: [
      {
        account_id: "0013000000xyzAB",
        name: "Acme",
        industry: "Energy",
        region: "NA",
        owner: "Ida",
        first_contact_on: "2023-01-02",
      },
      {
        account_id: "0013000000xyzAb",
        name: "Bolt",
        region: "US",
        owner: "Jo",
        first_contact_on: "2023-03-04",
      },
    ],
  },
  zendesk_tickets: {
    rows: [
      {
        ticket_id: "101",
        account_id: "Acme",
        opened_at: "2024-03-01 09:05:00",
        solved_at: "2024-03-01 15:45:00",
        priority: "High",
        type: "Incident",
        channel: "Mail",
        reopened: "true",
      },
      {
        ticket_id: "102",
        account_id: "Bolt",
        opened_at: "2024-03-04 23:59:00",
        channel: "Web Widget",
        reopened: "false",
      },
    ],
  },
  surveymonkey: {
    rows: [
      {
        response_id: "118000000001",
        account_id: "0007",
        answered_on: "2024-03-04",
        score: "10",
        respondent_id: "pat@acme.test",
        comment: "Quick\nsupport",
      },
      { response_id: "118000000002", account_id: "0008", answered_on: "2024-12-31", score: "6" },
      { response_id: "118000000003", account_id: "0008", answered_on: "2024-01-05" },
    ],
    leftOut: 1,
  },
  qualtrics: {
    rows: [
      {
        response_id: "R_1",
        account_id: "0007",
        answered_on: "2024-03-04",
        score: "9",
        respondent_id: "pat@acme.test",
      },
      {
        response_id: "R_3",
        account_id: "0008",
        answered_on: "2024-03-06",
        respondent_id: "sam@bolt.test",
      },
    ],
    // Two rows of headers and a preview.
    leftOut: 3,
  },
  recurly_subscriptions: {
    source: { values: { billing: { "pro-monthly": "monthly" } } },
    rows: [
      {
        contract_id: "5e01",
        account_id: "0007",
        starts_on: "2023-11-24",
        amount: "213",
        billing: "monthly",
        seats: "2",
        currency: "USD",
        product: "Pro Monthly",
      },
      {
        contract_id: "5e02",
        account_id: "0008",
        starts_on: "2023-01-01",
        ends_on: "2024-01-01",
        amount: "990",
        billing: "annual",
        seats: "1",
        currency: "USD",
        cancelled_on: "2023-10-05",
        product: "Pro Annual",
      },
    ],
  },
};

function exampleText(name: PresetName): string {
  return readFileSync(join(import.meta.dirname, `examples/${name}.csv`), "utf8");
}

async function readAs(dataset: DatasetName, text: string, source: object) {
  const file = "export.csv";
  const read = await readCompany({
    files: { [file]: text },
    datasets: { [dataset]: { files: file, ...source } },
  });
  const columns = datasetOf(dataset).columns.map(({ name }) => name);
  const rows = read.rows(dataset).map((row) => {
    const cells = columns.map((column, index) => [column, row[index + 2] ?? ""] as const);
    return Object.fromEntries(cells.filter(([, cell]) => cell !== ""));
  });
  const report = read.files.find((found) => found.file === file);
  return { messages: read.messages, rows, report };
}

describe.each(presetNames)("%s", (name) => {
  const { dataset, title } = presets[name];
  const { source = {}, rows, leftOut = 0 } = examples[name];

  it.each([
    ["is recognised by its header", source],
    ["is read by name", { ...source, preset: name }],
  ])("%s, row by row", async (how, given) => {
    const read = await readAs(dataset, exampleText(name), given);
    expect(read.messages).toEqual([]);
    expect(read.rows).toEqual(rows);
    expect(read.report?.rows).toBe(rows.length + leftOut);
    expect(read.report?.leftOut).toBe(leftOut);
    expect(read.report?.preset).toMatchObject({ title, isRecognised: how.includes("recognised") });
  });

  it("names only columns and values that the contract has", () => {
    const { columns, fields } = datasetOf(dataset);
    const known = columns.map((column) => column.name);
    const preset = presets[name];
    expect(known).toEqual(expect.arrayContaining(Object.keys(preset.columns)));
    expect(Object.keys(preset.columns)).toEqual(
      expect.arrayContaining(Object.keys(preset.scale ?? {})),
    );
    const required = columns.filter((column) => column.isRequired).map((column) => column.name);
    expect(Object.keys(preset.columns)).toEqual(expect.arrayContaining(required));
    for (const [column, words] of Object.entries(preset.values ?? {})) {
      const ours = Object.values(words).filter((value) => value !== "");
      expect(ours.filter((value) => !fields[column]?.safeParse(value).success)).toEqual([]);
    }
  });
});
