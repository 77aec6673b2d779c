import type { ShippedReport } from "../../figures/index.ts";

let shipped: Promise<ShippedReport> | undefined;

/** The rows that a page's figures are told anew from, fetched once. @param address as the filter bar has it */
export function fetchShipped(address: string): Promise<ShippedReport> {
  shipped ??= fetchOnce(address);
  // A host that failed once may answer the next time.
  shipped.catch(() => {
    shipped = undefined;
  });
  return shipped;
}

async function fetchOnce(address: string): Promise<ShippedReport> {
  const answer = await fetch(address);
  if (!answer.ok)
    throw new Error(`${address} answered ${answer.status}; the page stays as it was built`);
  return (await answer.json()) as ShippedReport;
}
