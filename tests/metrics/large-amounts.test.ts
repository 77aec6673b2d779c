import { expect, it } from "vitest";
import { readMarts } from "../../src/metrics/index.ts";
import { type Cells, measure, withFiles } from "./harness.ts";

const largest = 999_999_999_999;

/** Every account pays the largest amount a line can have, in dong or in dollars of 25,000 dong. */
const accounts: Cells[] = Array.from({ length: 500 }, (_, place) => ({
  account_id: place,
  name: `N${place}`,
}));
const contracts: Cells[] = accounts.map(({ account_id }, place) => ({
  contract_id: place,
  account_id: account_id ?? "",
  starts_on: place % 2 === 0 ? "2023-01-01" : "2024-01-01",
  ends_on: place % 5 === 0 ? "2024-06-30" : "2030-12-31",
  mrr: largest,
  currency: place % 3 === 0 ? "USD" : "VND",
  billing: "monthly",
  signed_on: "2022-12-01",
}));
const fx: Cells[] = [{ month: "2023-01-01", currency: "USD", rate: 25_000 }];
const costs: Cells[] = ["marketing", "service"].flatMap((category) =>
  ["2023-01-01", "2024-01-01", "2024-12-01"].map((month) => ({
    month,
    category,
    amount: largest,
  })),
);

it("every mart can be built for a company whose every line has the largest amount", async () => {
  const marts = await withFiles({ accounts, contracts, fx, costs }, async (files) => {
    const warehouse = await measure(files, { asOf: "2024-12-31", currency: "VND" });
    try {
      return await readMarts(warehouse);
    } finally {
      warehouse.close();
    }
  });
  const last = marts.recurringRevenue.findLast((row) => row.dimension === "all");
  const lines = contracts.filter((_, place) => place % 5 !== 0);
  const worth = lines.reduce((sum, row) => sum + (row.currency === "USD" ? 25_000 : 1), 0);
  expect(last?.customers).toBe(400);
  expect((last?.arr ?? 0) / (12 * largest * worth)).toBeCloseTo(1, 12);
});
