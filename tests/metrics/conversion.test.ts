import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cells, measure, withFiles } from "./harness.ts";

/** Digits of a fixed number of decimals, as a file would have them. */
function written(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Millionths x hundred-millionths, to millionths, half away from 0. */
function converted(micros: bigint, rate: bigint): bigint {
  const half = 50_000_000n;
  const product = micros * rate;
  return product < 0n ? -((-product + half) / 100_000_000n) : (product + half) / 100_000_000n;
}

const month = "2024-01-01";

async function convertedByEngine(amounts: readonly bigint[], rate: bigint): Promise<string[]> {
  const contracts: Cells[] = amounts.flatMap((micros, place) => [
    {
      contract_id: `${place}a`,
      account_id: `${place}`,
      currency: "EUR",
      starts_on: month,
      mrr: written(micros, 6),
    },
  ]);
  const accounts = amounts.map((_, place) => ({ account_id: `${place}` }));
  const fx = [{ month, currency: "EUR", rate: written(rate, 8) }];
  return withFiles({ accounts, contracts, fx }, async (files) => {
    const warehouse = await measure(files, { asOf: "2024-01-31" }, [
      "stg_foreign_months",
      "stg_account_ages",
    ]);
    try {
      const rows = await warehouse.rows<{ mrr: string }>(`
        select cast(months.mrr as varchar) as mrr
        from stg_foreign_months as months
        inner join stg_account_ages as ages using (account_id, mrr)
        where ages.age = 0
        order by cast(account_id as integer)`);
      return rows.map(({ mrr }) => mrr);
    } finally {
      warehouse.close();
    }
  });
}

describe("money of another currency", () => {
  it("is rounded to the millionth, half away from 0, to the last digit of any amount", async () => {
    // A line is worth a month what a double holds: amounts up to 4 billion have all six digits.
    const amount = fc.oneof(
      fc.bigInt({ min: 1n, max: 1_000_000n }),
      fc.bigInt({ min: 1n, max: 999_999_999_999n }),
      fc.bigInt({ min: 1n, max: 4_000_000_000_000_000n }),
      fc.constantFrom(999_999_999_999_999n, 1_000_000_000_000_000n, 1n, 3n),
    );
    const rate = fc.oneof(
      fc.bigInt({ min: 2n, max: 200_000_000n }),
      fc.bigInt({ min: 1n, max: 200_000_000_000n }),
      fc.constantFrom(50_000_000n, 89_999_999_999n, 90_000_000_000n, 150_000_000n),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(amount, { minLength: 1, maxLength: 60 }),
        rate,
        async (amounts, by) => {
          const expected = amounts.map((micros) => written(converted(micros, by), 6));
          expect(await convertedByEngine(amounts, by)).toEqual(expected);
        },
      ),
      { numRuns: 12 },
    );
  });
});
