import { describe, expect, it } from "vitest";
import { mapFiles } from "./company.ts";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

/** Headers as a public set of tables of an invented SaaS company has them; the rows are ours. */
const files = {
  "accounts.csv": lines(
    "account_id,account_name,industry,country,signup_date,referral_source,plan_tier,seats,is_trial,churn_flag",
    "A-1,Acme,EdTech,US,2023-10-16,partner,Basic,9,False,False",
    "A-2,Bolt,FinTech,IN,2023-08-17,other,Basic,18,False,True",
  ),
  "subscriptions.csv": lines(
    "subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,arr_amount,is_trial,billing_frequency",
    "S-1,A-1,2023-12-23,2024-04-12,Enterprise,14,2786,33432,False,monthly",
    "S-2,A-2,2024-06-11,,Pro,17,833,9996,False,annual",
  ),
  "support_tickets.csv": lines(
    "ticket_id,account_id,submitted_at,closed_at,priority,first_response_time_minutes,satisfaction_score",
    "T-1,A-1,2024-01-01 10:00:00,2024-01-02 10:00:00,high,51,4.0",
    "T-2,A-2,2024-07-01 10:00:00,2024-07-01 12:00:00,urgent,142,",
  ),
};

describe("headers that say more than one word", () => {
  it("mrr_amount is the month's, also where a line is billed by the year: as an amount it would count a twelfth", async () => {
    const mapped = await mapFiles(files);
    const { contracts } = mapped.configuration.dashboard.datasets;
    expect(contracts).toMatchObject({
      columns: { mrr: "mrr_amount", billing: "billing_frequency" },
    });
    expect(contracts).not.toHaveProperty("columns.amount");
    expect(mapped.text).toContain('mrr: "mrr_amount", // ? 70% sure');
    expect(await mapped.check()).toEqual([]);
  });

  it("minutes until the first response are no id of an answer: tickets with a satisfaction are tickets", async () => {
    expect((await mapFiles(files)).found).toMatchObject({ "support_tickets.csv": "tickets" });
  });
});

describe("rows without a customer", () => {
  it("are not told to repeat the one above where customers stand on rows side by side", async () => {
    const mapped = await mapFiles({
      ...files,
      "subscriptions.csv": lines(
        "subscription_id,account_id,start_date,mrr_amount",
        "S-1,A-1,2024-01-01,5",
        "S-2,A-1,2024-01-01,5",
        "S-3,,2024-01-01,5",
      ),
    });
    expect(mapped.text).not.toContain("fill_down");
  });
});
