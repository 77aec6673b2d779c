import { describe, expect, it } from "vitest";
import { accounts, dataset, together } from "./checks/case.ts";
import { checkCompany } from "./company.ts";

const customers = accounts('account_id,name\nA1,"Müller, Söhne & Co"\n');
const tickets = (organization: string) =>
  dataset("tickets", `ticket_id,account_id,opened_at\n1,"${organization}",2024-01-05 10:00\n`);

describe("a customer called by name where the id should stand", () => {
  it("is told so, with what to declare", async () => {
    const { messages } = await checkCompany(together(customers, tickets("Müller, Söhne & Co")));
    expect(messages.map(({ message }) => message)).toEqual([
      'tickets.csv row 2, account_id: "Müller, Söhne & Co": unknown account; expected an account_id of accounts; it is a customer\'s name there: give the ids by values: { account_id: { "name in this file": "id in accounts" } }, or join accounts by name in sql',
    ]);
  });

  it("and is read when that is declared", async () => {
    const values = { account_id: { "Müller, Söhne & Co": "A1" } };
    const named = together(customers, tickets("Müller, Söhne & Co"), {
      datasets: { tickets: { files: "tickets.csv", values } },
    });
    expect((await checkCompany(named)).messages).toEqual([]);
  });

  it("whom nobody knows is told as before", async () => {
    const { messages } = await checkCompany(together(customers, tickets("Bolt")));
    expect(messages[0]?.message).toMatch(/; add the customer to accounts, or correct the id$/);
  });
});
