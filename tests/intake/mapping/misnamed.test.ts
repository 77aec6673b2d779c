import { describe, expect, it } from "vitest";
import { mapFiles } from "./company.ts";

const customers =
  "Customer ID,Customer name,Segment,Country,Owner\nA1,Acme,Enterprise,DE,Ida\nA2,Bolt,Small,AT,Jo\nA3,Core,Small,DE,Jo\n";
const subscriptions =
  "Subscription ID,Customer ID,Start date,End date,MRR\nS1,A1,2023-01-01,,100\nS2,A2,2023-02-01,2024-01-31,50\nS3,A3,2023-02-01,,70\n";
const tables: Record<string, string> = {
  surveys:
    "Response ID,Customer ID,Date,Score,Role,Owner,Comment\nR1,A1,2024-01-05,9,CEO,Ida,good\nR2,A2,2024-01-06,4,User,Jo,slow\nR3,A3,2024-01-07,10,User,Jo,\n",
  tickets:
    "Ticket ID,Customer ID,Created at,Solved at,Priority,Assignee\n1,A1,2024-01-05 10:00,2024-01-05 12:00,high,Ida\n2,A2,2024-01-06 09:30,,low,Jo\n3,A3,2024-01-08 11:00,2024-01-09 08:00,low,Jo\n",
  opportunities:
    "Deal ID,Customer ID,Create date,Stage,Close date,Amount,Owner\nD1,A1,2024-01-05,Won,2024-02-01,5000,Ida\nD2,A2,2024-01-06,Demo,,900,Jo\nD3,A3,2024-01-08,Lost,2024-03-01,700,Jo\n",
  people:
    "Owner,Level,Capacity strategic,Capacity enterprise,Capacity small\nIda,senior,10,25,100\nJo,junior,2,10,250\n",
  costs:
    "Month,Category,Amount\n2024-01,marketing,1000\n2024-01,sales,2000\n2024-02,marketing,1100\n2024-02,sales,2100\n",
  touchpoints:
    "Customer ID,Date,Kind,Attended\nA1,2024-01-05,call,yes\nA2,2024-01-06,review,no\nA3,2024-02-01,visit,yes\n",
};
const names = [
  "people.csv",
  "team.csv",
  "customers.csv",
  "subscriptions.csv",
  "goals.csv",
  "x.csv",
];

describe("a file of another name than what it holds", () => {
  it.each(Object.keys(tables).flatMap((dataset) => names.map((name) => [dataset, name] as const)))(
    "%s named %s",
    async (dataset, name) => {
      const mapped = await mapFiles({
        "a.csv": customers,
        "b.csv": subscriptions,
        [name]: tables[dataset] ?? "",
      });
      expect(mapped.found).toEqual({ "a.csv": "accounts", "b.csv": "contracts", [name]: dataset });
    },
  );

  it.each([
    "Name,Email,Company,Role,Submitted,NPS,Why\nAnn,a@x.de,Acme,CEO,2024-01-05,9,good\nBob,b@x.de,Bolt,User,2024-01-06,4,slow\n",
    "#,How likely are you to recommend us?,What could we do better?,Name,Team,Account manager,Submit Date\n1,9,price,Ann,Ops,Ida,2024-01-05\n2,4,speed,Bob,IT,Jo,2024-01-06\n",
    "Timestamp,Employee,Manager,Score,Comment\n2024-01-05,Ann,Ida,9,good\n2024-01-06,Bob,Jo,4,slow\n",
    "Owner,Customer,Date,NPS Score,Comment\nIda,Acme,2024-01-05,9,good\nJo,Bolt,2024-01-06,4,slow\n",
    "Ticket,Assignee,Subject,Opened,State\n1,Ida,Login,2024-01-05,open\n2,Jo,Invoice,2024-01-06,solved\n",
  ])(
    "answers and tickets that name persons are no people, whatever their file is called",
    async (text) => {
      for (const name of ["people.csv", "team.csv", "staff-2024.csv"]) {
        const mapped = await mapFiles({ "a.csv": customers, "b.csv": subscriptions, [name]: text });
        expect(mapped.found[name]).not.toBe("people");
      }
    },
  );

  it.each([
    "CSM,Level,Accounts\nIda,senior,40\nJo,junior,70\n",
    "Name,Seniority\nIda,senior\nJo,junior\n",
    "Employee,Max strategic,Office,Phone,Birthday\nIda,10,Berlin,1,x\nJo,2,Wien,2,y\n",
  ])("a list of success managers is people, whatever its file is called", async (text) => {
    const mapped = await mapFiles({ "a.csv": customers, "b.csv": subscriptions, "nps.csv": text });
    expect(mapped.found["nps.csv"]).toBe("people");
  });

  it("accounts and contracts, with each other's names", async () => {
    const mapped = await mapFiles({
      "subscriptions.csv": customers,
      "customers.csv": subscriptions,
    });
    expect(mapped.found).toEqual({
      "subscriptions.csv": "accounts",
      "customers.csv": "contracts",
    });
  });
});
