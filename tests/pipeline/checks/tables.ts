import { accounts, type CheckCase, contracts, dataset, together } from "./case.ts";

const line = "contract_id,account_id,starts_on,mrr";
const dated = "contract_id,account_id,starts_on,ends_on,mrr";
const usage = (day: string, account = "A1") =>
  dataset("usage", `account_id,day,module\n${account},${day},reports\n`);
const answer = (day: string) =>
  dataset("surveys", `response_id,account_id,answered_on,score\nR1,A1,${day},9\n`);
const costs = (...months: string[]) =>
  dataset(
    "costs",
    `month,category,amount\n${months.map((month) => `${month},sales,500\n`).join("")}`,
  );
const fx = dataset("fx", "month,currency,rate\n2024-01,EUR,1.1\n");

export const tableCases: readonly CheckCase[] = [
  {
    check: "duplicate_key",
    trips: contracts(line, "C1,A1,2024-01-01,100", "C1,A1,2024-06-01,150"),
    message:
      'contracts.csv row 3, contract_id: "C1": duplicate key; expected one row for each contract_id (contracts.csv row 2 has it already, with other cells); remove the second row, or give it an id of its own',
    passes: contracts(line, "C1,A1,2024-01-01,100", "C2,A1,2024-06-01,150"),
  },
  {
    check: "account_set_aside",
    trips: accounts("account_id,name,tier\nA1,Acme,tiny\n"),
    message:
      'contracts.csv row 2, account_id: "A1": account set aside; expected an account whose own row was accepted; mend the account\'s row in accounts; this row is then good',
    passes: accounts("account_id,name,tier\nA1,Acme,small\n"),
  },
  {
    check: "unknown_account",
    trips: contracts(line, "C1,A1,2024-01-01,100", "C2,A9,2024-01-01,100"),
    message:
      'contracts.csv row 3, account_id: "A9": unknown account; expected an account_id of accounts; add the customer to accounts, or correct the id',
    passes: contracts(line, "C1,A1,2024-01-01,100"),
  },
  {
    check: "unknown_referrer",
    trips: accounts("account_id,name,referred_by\nA1,Acme,A9\n"),
    message:
      'accounts.csv row 2, referred_by: "A9": unknown referrer; expected an account_id of accounts; add the customer to accounts, or correct the id',
    passes: accounts("account_id,name,referred_by\nA1,Acme,\n"),
  },
  {
    check: "ids_alike",
    trips: together(
      accounts("account_id,name\nA1,Acme\na1,Acme\n"),
      contracts(line, "C1,A1,2024-01-01,100", "C2,a1,2024-01-01,100"),
    ),
    message:
      'accounts.csv row 3, account_id: "a1": ids alike; expected ids that differ by more than capitals or the form of their accents (beside accounts.csv row 2); give them one id if they are one customer; two of Salesforce\'s 15 letters may differ so',
    passes: accounts("account_id,name\nA1,Acme\n"),
  },
  {
    check: "unknown_manager",
    trips: together(
      accounts("account_id,name,owner\nA1,Acme,Zed\n"),
      dataset("people", "owner,level\nSam,senior\n"),
    ),
    message:
      'accounts.csv row 2, owner: "Zed": unknown manager; expected an owner of people; add the manager to people, or correct the name; the load counts without capacity',
    passes: together(
      accounts("account_id,name,owner\nA1,Acme,Sam\n"),
      dataset("people", "owner,level\nSam,senior\n"),
    ),
  },
  {
    check: "account_without_contract",
    trips: accounts("account_id,name\nA1,Acme\nA2,Bolt\n"),
    message:
      'accounts.csv row 3, account_id: "A2": account without contract; expected an account_id that stands in contracts; check the account_id in contracts; a lead needs no remedy',
    passes: accounts("account_id,name\nA1,Acme\n"),
  },
  {
    check: "currency_without_rate",
    trips: together(fx, contracts(`${line},currency`, "C1,A1,2024-01-01,100,CHF")),
    message:
      'contracts.csv row 2, currency: "CHF": currency without rate; expected USD, or a currency with rates in fx; add the currency\'s monthly rates to fx, or write it as fx does',
    passes: together(
      fx,
      contracts(
        `${line},currency`,
        "C1,A1,2024-01-01,100,EUR",
        "C2,A1,2024-01-01,100,USD",
        "C3,A1,2024-01-01,70,",
      ),
    ),
  },
  {
    check: "rate_not_above_zero",
    trips: dataset("fx", "month,currency,rate\n2024-01,EUR,0\n"),
    message:
      'fx.csv row 2, rate: "0.0": rate not above zero; expected a rate above 0; correct the rate: units of the company\'s currency for one of the other',
    passes: fx,
  },
  {
    check: "contract_starts_before_1901",
    trips: contracts(line, "C1,A1,0024-01-01,100"),
    message:
      'contracts.csv row 2, starts_on: "0024-01-01": contract starts before 1901; expected a day from 1901-01-01 on; write the year with four digits, or the day on which the line started',
    passes: contracts(line, "C1,A1,1901-01-01,100"),
  },
  {
    check: "contract_ends_before_it_starts",
    trips: contracts(dated, "C1,A1,2024-05-02,2024-05-01,100"),
    message:
      'contracts.csv row 2, ends_on: "2024-05-01": contract ends before it starts; expected a day on or after starts_on; correct the day in the source and export again',
    passes: contracts(dated, "C1,A1,2024-05-01,2024-05-01,100"),
  },
  {
    check: "contract_lasts_over_ten_years",
    trips: contracts(dated, "C1,A1,2024-01-01,9999-12-31,100"),
    message:
      'contracts.csv row 2, ends_on: "9999-12-31": contract lasts over ten years; expected a day at most 10 years after starts_on; leave ends_on blank where the line runs until it is cancelled',
    passes: contracts(dated, "C1,A1,2024-01-01,2033-12-31,100"),
  },
  {
    check: "identical_lines_overlap",
    trips: contracts(dated, "C1,A1,2024-01-01,2024-12-31,100", "C2,A1,2024-12-31,,100"),
    message:
      'contracts.csv row 3, contract_id: "C2": identical lines overlap; expected no second line with the same account, amount, product and overlapping days (beside contracts.csv row 2); check that it is not the same line exported twice; it counts twice in MRR',
    passes: contracts(dated, "C1,A1,2024-01-01,2024-12-31,100", "C2,A1,2025-01-01,,100"),
  },
  {
    check: "open_contract_with_notice",
    trips: contracts(`${line},cancelled_on`, "C1,A1,2024-01-01,100,2024-06-30"),
    message:
      'contracts.csv row 2, ends_on: "2024-06-30": open contract with notice; expected a last day, since notice was given; give the line its ends_on; without it the customer stays live',
    passes: contracts(`${dated},cancelled_on`, "C1,A1,2024-01-01,2024-12-31,100,2024-06-30"),
  },
  {
    check: "fx_rate_reused",
    trips: together(
      dataset("fx", "month,currency,rate\n2024-01,EUR,1.1\n2024-04,EUR,1.1\n"),
      contracts(`${line},currency`, "C1,A1,2024-01-01,100,EUR"),
      { settings: { as_of: "2024-04-30" } },
    ),
    message:
      'fx.csv, month: "EUR 2024-02 to 2024-03": fx rate reused; expected a rate of every month in which contract lines of the currency run; add the months\' rates to fx; until then an earlier rate is used, or else the first',
    // The line ends in January; February needs no rate.
    passes: together(fx, contracts(`${dated},currency`, "C1,A1,2024-01-01,2024-01-31,100,EUR"), {
      settings: { as_of: "2024-02-15" },
    }),
  },
  {
    check: "mrr_below_zero",
    // 600 a year is 50 a month: 50 - 60 = -10 from the day on which the credit starts.
    trips: contracts(
      "contract_id,account_id,starts_on,ends_on,amount,billing",
      "C1,A1,2024-01-01,2024-12-31,600,annual",
      "C2,A1,2024-03-01,2024-12-31,-60,monthly",
      "C3,A1,2025-01-01,,600,annual",
    ),
    message:
      'contracts.csv row 3, account_id: "A1 from 2024-03-01": mrr below zero; expected recurring lines of an account that come to 0 or more together; end the credit with the line it lowers, or set recurring to false where it is paid once',
    // The renewal starts ten days late, within the grace; the credit runs through.
    passes: contracts(
      dated,
      "C1,A1,2024-01-01,2024-12-31,100",
      "C2,A1,2024-03-01,,-100",
      "C3,A1,2025-01-11,,100",
    ),
  },
  {
    check: "score_below_the_scale",
    trips: together(
      dataset("surveys", "response_id,account_id,answered_on,score\nR1,A1,2024-02-01,0\n"),
      {
        settings: { nps: { scale: "1-10" } },
      },
    ),
    message:
      'surveys.csv row 2, score: "0": score below the scale; expected a score from 1 to 10, as nps.scale says; leave the score blank where nothing was answered, or set nps.scale to "0-10"',
    passes: together(
      dataset("surveys", "response_id,account_id,answered_on,kind,score\nR1,A1,2024-02-01,nps,1\n"),
      {
        settings: { nps: { scale: "1-10" } },
      },
    ),
  },
  {
    check: "day_beyond_the_rest",
    trips: usage("2205-02-01"),
    message:
      'usage.csv row 2, day: "2205-02-01": day beyond the rest; expected a day at most a year after every day of the other datasets; correct the year, or set as_of in the configuration',
    // The contract starts on 2024-01-01; 366 days later is 2025-01-01.
    passes: usage("2025-01-01"),
  },
  {
    check: "usage_before_first_contract",
    trips: usage("2023-12-31"),
    message:
      "usage.csv row 2, day: \"2023-12-31\": usage before first contract; expected a day on or after the account's first contract; check the account_id and the contract's starts_on; trials need no remedy",
    passes: usage("2024-01-01"),
  },
  {
    check: "answer_from_churned_account",
    // 30 days of grace after 2024-06-30, the last day: churned from 2024-07-31 on.
    trips: together(answer("2024-07-31"), contracts(dated, "C1,A1,2024-01-01,2024-06-30,100")),
    message:
      'surveys.csv row 2, answered_on: "2024-07-31": answer from churned account; expected a day on which the account was a customer; none needed: the answer is kept apart from the score',
    passes: together(answer("2024-07-30"), contracts(dated, "C1,A1,2024-01-01,2024-06-30,100")),
  },
  {
    check: "month_without_acquisition_cost",
    trips: costs("2023-12", "2024-02"),
    message:
      "costs.csv, month: \"2024-01\": month without acquisition cost; expected marketing or sales cost in every month that won customers; add the month's cost; without it the month's CAC is not known, or too low",
    passes: costs("2023-12", "2024-01"),
  },
  {
    check: "unknown_metric",
    trips: dataset("goals", "metric,period,target\nnrrr,2025,1.05\n"),
    message:
      'goals.csv row 2, metric: "nrrr": unknown metric; expected one of nrr, grr, arr, churn, nps, cac, ltv, ltv_cac, tcv (did you mean "nrr"?); correct the id; the target is not shown',
    passes: dataset("goals", "metric,period,target\nnrr,2025,1.05\n"),
  },
];
