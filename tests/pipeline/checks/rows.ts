import { accounts, type CheckCase, contracts, dataset } from "./case.ts";

const line = "contract_id,account_id,starts_on,mrr";
const priced = "contract_id,account_id,starts_on,ends_on,amount,billing,term_months";
const tickets = (...lines: string[]) =>
  dataset(
    "tickets",
    ["ticket_id,account_id,opened_at,first_response_at,solved_at", ...lines, ""].join("\n"),
  );
const answers = "response_id,account_id,answered_on,kind,score\n";

export const rowCases: readonly CheckCase[] = [
  {
    check: "malformed_quote",
    trips: accounts('account_id,name\nA1,Acme\nA2,"Bolt" Inc"\n'),
    message:
      'accounts.csv row 3: text stands behind the closing quote of "Bolt\\" Inc"; expected a delimiter behind the closing ", and "" for a quote within the cell; double the quotes within the cell in the source and export again',
    passes: accounts('account_id,name\nA1,"Bolt"" Inc"\n'),
  },
  {
    check: "repeated_header",
    trips: accounts("account_id,name\nA1,Acme\naccount_id,name\n"),
    message:
      'accounts.csv row 3: the header stands here again, with "account_id"; expected a row of data; declare leave_out: { "account_id": ["account_id"] }, or take the line out of the file',
    passes: accounts("account_id,name\nA1,name\n"),
  },
  {
    check: "line_of_totals",
    trips: accounts("account_id,name\nA1,Acme\nTotal (1),\n"),
    message:
      'accounts.csv row 3: "Total (1)" looks like a line of totals; expected a row of data; declare footer: "Total" where the file ends with it, else leave_out: { "account_id": ["Total (1)"] }',
    passes: accounts("account_id,name\nA1,Total Energies\nTotal (1),\n", { footer: "Total" }),
  },
  {
    check: "too_many_cells",
    trips: accounts("account_id,name\nA1,Acme, Inc\n"),
    message:
      'accounts.csv row 2: the row has more cells than the header; the first too many is " Inc"; expected at most 2 cells; put cells that hold the delimiter in quotes, or check the delimiter',
    passes: accounts('account_id,name\nA1,"Acme, Inc"\n'),
  },
  {
    check: "nul_character",
    trips: accounts("account_id,name\nA1,Ac\0me\n"),
    message:
      'accounts.csv row 2, name: "Ac\\u0000me" holds a NUL character; expected text of at most 10000 characters; export again; the file may be damaged',
    passes: accounts("account_id,name\nA1,Ac0me\n"),
  },
  {
    check: "rounded_id",
    trips: contracts(line, "1.23457E+18,A1,2024-01-01,100"),
    message:
      'contracts.csv row 2, contract_id: "1.23457E+18" is an id that a spreadsheet took for a number and rounded; expected the id with all its digits; export again, and import the column into a spreadsheet as text if at all',
    passes: contracts(line, "1234567890123456789,A1,2024-01-01,100"),
  },
  {
    check: "spreadsheet_error",
    trips: contracts(line, "C1,A1,2024-01-01,#REF!"),
    message:
      'contracts.csv row 2, mrr: "#REF!" is an error of a spreadsheet formula; expected a number such as 1200 or 1200.50; mend the formula and export again',
    passes: contracts(line, "#1,A1,2024-01-01,100"),
  },
  {
    check: "missing_value",
    trips: contracts(line, "C1,A1,,100"),
    message:
      "contracts.csv row 2, starts_on: is blank; expected YYYY-MM-DD such as 2024-12-31; fill it in the source, or give it by values or constants",
    passes: contracts(line, "C1,A1,2024-01-01,100"),
  },
  {
    check: "not_a_date",
    trips: contracts(line, "C1,A1,2024-13-01,100"),
    message:
      'contracts.csv row 2, starts_on: "2024-13-01" is not a date; expected YYYY-MM-DD such as 2024-12-31; correct the cell in the source and export again',
    passes: contracts(line, "C1,A1,2024-02-29,100"),
  },
  {
    check: "not_a_month",
    trips: dataset("fx", "month,currency,rate\n2024-13,EUR,1.1\n"),
    message:
      'fx.csv row 2, month: "2024-13" is not a month; expected YYYY-MM such as 2024-12; correct the cell in the source and export again',
    passes: dataset("fx", "month,currency,rate\n2024-12,EUR,1.1\n"),
  },
  {
    check: "not_a_timestamp",
    trips: tickets("T1,A1,2024-02-01,,"),
    message:
      'tickets.csv row 2, opened_at: "2024-02-01" is not a day with a time; expected YYYY-MM-DD HH:MM such as 2024-12-31 14:30, taken as written; with Z or an offset such as +02:00, turned to UTC; export the time too, or declare date_format: "YYYY-MM-DD" to take midnight',
    passes: tickets("T1,A1,2024-02-01 09:05,,"),
  },
  {
    check: "not_a_number",
    trips: contracts(line, 'C1,A1,2024-01-01,"1,200"'),
    message:
      'contracts.csv row 2, mrr: "1,200" is not a number; expected a number such as 1200 or 1200.50; declare thousands: "," (1,234 = 1234) or decimal: "," (1,234 = 1.234)',
    passes: contracts(line, "C1,A1,2024-01-01,1300", "C2,A1,2024-01-01,-1200.50"),
  },
  {
    check: "number_not_allowed",
    trips: contracts(`${line},seats`, "C1,A1,2024-01-01,100,2.5"),
    message:
      'contracts.csv row 2, seats: "2.5" is not allowed; expected a whole number of 0 or more such as 12; correct the cell in the source and export again',
    passes: contracts(`${line},seats`, "C1,A1,2024-01-01,100,2.0"),
  },
  {
    check: "not_a_choice",
    trips: accounts("account_id,name,tier\nA1,Acme,Enterprize\n"),
    message:
      'accounts.csv row 2, tier: "Enterprize" is not one of the known values; expected one of strategic, enterprise, small; did you mean "enterprise"? map it with values: { tier: { "Enterprize": "enterprise" } }',
    passes: accounts("account_id,name,tier\nA1,Acme,ENTERPRISE\n"),
  },
  {
    check: "not_a_flag",
    trips: contracts(`${line},recurring`, "C1,A1,2024-01-01,100,maybe"),
    message:
      'contracts.csv row 2, recurring: "maybe" is neither true nor false; expected true or false (yes, no, 1, 0 are read too); map it with values: { recurring: { "maybe": "true" or "false" } }',
    passes: contracts(`${line},recurring`, "C1,A1,2024-01-01,100,Yes"),
  },
  {
    check: "bad_text",
    trips: accounts(`account_id,name\nA1,${"x".repeat(10_001)}\n`),
    message: `accounts.csv row 2, name: "${"x".repeat(80)}…" does not fit the column; expected text of at most 10000 characters; correct the cell in the source and export again`,
    passes: accounts(`account_id,name\nA1,${"x".repeat(10_000)}\n`),
  },
  {
    check: "contract_without_amount",
    trips: contracts(line, "C1,A1,2024-01-01,"),
    message:
      "contracts.csv row 2, amount: contract without amount; expected an amount or an mrr; give the line an amount or an mrr; 0 for a trial",
    passes: contracts(line, "C1,A1,2024-01-01,0"),
  },
  {
    check: "open_contract_without_billing",
    trips: contracts(priced, "C1,A1,2024-01-01,,1200,,"),
    message:
      "contracts.csv row 2, billing: open contract without billing; expected billing monthly, quarterly or annual, or a term_months, on an open line without mrr; say how often the amount is paid, or map the monthly price to mrr",
    passes: contracts(priced, "C1,A1,2024-01-01,,1200,annual,"),
  },
  {
    check: "term_of_zero_months",
    trips: contracts(priced, "C1,A1,2024-01-01,2024-12-31,1200,,0"),
    message:
      'contracts.csv row 2, term_months: "0": term of zero months; expected a term of 1 month or more; leave term_months blank to count the months from starts_on to ends_on',
    passes: contracts(priced, "C1,A1,2024-01-01,2024-12-31,1200,,12"),
  },
  {
    check: "unknown_period",
    trips: dataset("goals", "metric,period,target\nnrr,FY25,1.05\n"),
    message:
      'goals.csv row 2, period: "FY25": unknown period; expected a year, half, quarter or month: 2025, 2025-H1, 2025-Q3 or 2025-09; write the calendar period; years that do not start in January cannot be told yet',
    passes: dataset("goals", "metric,period,target\nnrr,2025-Q3,1.05\n"),
  },
  {
    check: "score_off_the_scale",
    trips: dataset("surveys", `${answers}R1,A1,2024-02-01,csat,9\n`),
    message:
      'surveys.csv row 2, score: "9": score off the scale; expected nps 0 to 10, csat 1 to 5, ces 1 to 7; check which scale the question used, and its kind',
    passes: dataset("surveys", `${answers}R1,A1,2024-02-01,nps,9\n`),
  },
  {
    check: "project_live_before_kick_off",
    trips: dataset("projects", "account_id,kicked_off_on,live_on\nA1,2024-02-02,2024-02-01\n"),
    message:
      'projects.csv row 2, live_on: "2024-02-01": project live before kick off; expected a day on or after kicked_off_on; correct the day in the source and export again',
    passes: dataset("projects", "account_id,kicked_off_on,live_on\nA1,2024-02-01,2024-02-01\n"),
  },
  {
    check: "ticket_answered_before_opened",
    trips: tickets("T1,A1,2024-02-01 09:05,2024-02-01 09:04,"),
    message:
      'tickets.csv row 2, first_response_at: "2024-02-01 09:04": ticket answered before opened; expected a time at or after opened_at; correct the time in the source, or leave the cell blank',
    passes: tickets("T1,A1,2024-02-01 09:05,2024-02-01 09:05,"),
  },
  {
    check: "ticket_solved_before_opened",
    trips: tickets("T1,A1,2024-02-01 09:05,,2024-01-31 17:00"),
    message:
      'tickets.csv row 2, solved_at: "2024-01-31 17:00": ticket solved before opened; expected a time at or after opened_at; correct the time in the source, or leave the cell blank',
    passes: tickets("T1,A1,2024-02-01 09:05,,2024-02-01 17:00"),
  },
];
