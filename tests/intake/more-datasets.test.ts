import { describe, expect, it } from "vitest";
import { readCompany } from "./reading.ts";

const ticket = "ticket_id,account_id,opened_at";

async function ticketsOf(text: string, source: object = {}) {
  const read = await readCompany({
    files: { "tickets.csv": text },
    datasets: { tickets: { files: "tickets.csv", ...source } },
  });
  return { messages: read.messages, rows: read.rows("tickets").map((row) => row.slice(2)) };
}

async function openedAt(cell: string, source: object = {}): Promise<string> {
  const { messages, rows } = await ticketsOf(`${ticket}\n1,A1,"${cell}"\n`, source);
  return messages[0] ?? rows[0]?.[2] ?? "";
}

describe("a day with its time", () => {
  it.each<[string, string, object?]>([
    ["2024-03-01T09:05", "2024-03-01 09:05:00"],
    ["2024-03-01 09:05:30", "2024-03-01 09:05:30"],
    ["2024-03-01 9:05:30.25", "2024-03-01 09:05:30.25"],
    ["2024-03-01T09:05:30Z", "2024-03-01 09:05:30"],
    ["2024-03-01 09:05 UTC", "2024-03-01 09:05:00"],
    // 00:30 two hours east of Greenwich is 22:30 of the day before, in a leap year.
    ["2024-03-01T00:30:00+02:00", "2024-02-29 22:30:00"],
    ["2024-03-01 22:30:00 -0500", "2024-03-02 03:30:00"],
    ["01/03/2024 09:05", "2024-03-01 09:05:00", { date_format: "DD/MM/YYYY" }],
    ["3/1/2024 12:05 AM", "2024-03-01 00:05:00", { date_format: "M/D/YYYY h:mm A" }],
    ["1. March 2024, 1:05 pm", "2024-03-01 13:05:00", { date_format: "D. MMMM YYYY" }],
    ["01/03/2024", "2024-03-01 00:00:00", { date_format: "DD/MM/YYYY" }],
    // Serial 45352 is 2024-03-01; a quarter of the day is 6 o'clock.
    ["45352.25", "2024-03-01 06:00:00", { date_format: "excel" }],
  ])("%s is %s", async (cell, expected, source) => {
    expect(await openedAt(cell, source)).toBe(expected);
  });

  it.each([
    "2024-02-30 09:05",
    "2024-03-01 24:00",
    "2024-03-01 09:60",
    "1899-12-31 09:05",
    "09:05",
    "2024-03-01 09:05 CET",
    "2024-03-01 09:05+99:00",
  ])("%s is none", async (cell) => {
    expect(await openedAt(cell)).toMatch(
      /^tickets\.csv row 2, opened_at: .* is not a day with a ti/,
    );
  });

  it("is not made up where the file has the day alone", async () => {
    expect(await openedAt("2024-03-01")).toBe(
      'tickets.csv row 2, opened_at: "2024-03-01" is not a day with a time; expected YYYY-MM-DD HH:MM such as 2024-12-31 14:30, taken as written; with Z or an offset such as +02:00, turned to UTC; export the time too, or declare date_format: "YYYY-MM-DD" to take midnight',
    );
    expect(await openedAt("2024-03-01", { date_format: "YYYY-MM-DD" })).toBe("2024-03-01 00:00:00");
  });

  it("is asked for a format where day and month could change places", async () => {
    expect(await openedAt("03/04/2024 09:05")).toContain(
      'declare date_format: "DD/MM/YYYY" or "MM/DD/YYYY"',
    );
  });
});

describe("tickets", () => {
  it("cannot be answered or solved before they were opened", async () => {
    const { messages } = await ticketsOf(
      `${ticket},first_response_at,solved_at\n1,A1,2024-03-01 09:00,2024-03-01 08:59,2024-02-29 10:00\n`,
    );
    expect(messages.map((message) => message.split(";")[0])).toEqual([
      'tickets.csv row 2, first_response_at: "2024-03-01 08:59": ticket answered before opened',
      'tickets.csv row 2, solved_at: "2024-02-29 10:00": ticket solved before opened',
    ]);
  });

  it("were opened again, whether told by yes or no or by how often", async () => {
    const lines = ["yes", "no", "0", "3", ""].map(
      (cell, id) => `${id},A1,2024-03-01 09:00,${cell}`,
    );
    const { messages, rows } = await ticketsOf(`${ticket},reopened\n${lines.join("\n")}\n`);
    expect(messages).toEqual([]);
    expect(rows.map((row) => row.at(-1))).toEqual(["true", "false", "false", "true", ""]);
  });
});

describe("the other datasets", () => {
  it("read what their contract says, each from one row", async () => {
    const read = await readCompany({
      files: {
        "touchpoints.csv":
          "account_id,on,kind,attended,contact_role\nA1,2024-03-01,Review,yes,champion\n",
        "opportunities.csv":
          "opportunity_id,account_id,created_on,stage,closed_on,won,amount,source\nO1,,2024-03-01,Closed Won,2024-04-01,true,1200.50,event\n",
        "projects.csv":
          "account_id,kicked_off_on,due_on,live_on,budget_days,actual_days,acceptance\nA1,2024-03-01,2024-04-01,2024-04-03,10,12.5,signed\n",
        "requests.csv":
          "request_id,account_id,raised_on,title,fit,customer,requester,impact,status\nR1,A1,2024-03-01,Export,25,10,0,NA,open\n",
        "people.csv":
          "owner,level,capacity_strategic,capacity_enterprise,capacity_small\nIda,senior,5,15,0\n",
      },
      datasets: {
        touchpoints: "touchpoints.csv",
        opportunities: "opportunities.csv",
        projects: "projects.csv",
        requests: "requests.csv",
        people: "people.csv",
      },
    });
    expect(read.messages).toEqual([]);
    const row = (dataset: string) => read.rows(dataset)[0]?.slice(2).join("|");
    expect(row("touchpoints")).toBe("A1|2024-03-01|review|true|champion");
    expect(row("opportunities")).toBe("O1||2024-03-01|Closed Won|2024-04-01|true|1200.50|event");
    expect(row("projects")).toBe("A1|2024-03-01|2024-04-01|2024-04-03|10|12.5|signed");
    expect(row("requests")).toBe("R1|A1|2024-03-01|Export|25|10|0||open");
    expect(row("people")).toBe("Ida|senior|5|15|0");
  });

  it("refuse points above 25, and a launch before its kick-off", async () => {
    const read = await readCompany({
      files: {
        "requests.csv": "request_id,account_id,raised_on,impact\nR1,A1,2024-03-01,26\n",
        "projects.csv": "account_id,kicked_off_on,live_on\nA1,2024-03-01,2024-02-01\n",
      },
      datasets: { requests: "requests.csv", projects: "projects.csv" },
    });
    expect(read.problems.map(({ check, column }) => [check, column])).toEqual([
      ["project_live_before_kick_off", "live_on"],
      ["number_not_allowed", "impact"],
    ]);
  });
});
