import type { APIRoute } from "astro";
import { shipAccounts } from "../../../src/figures/index.ts";
import { loadReport } from "../../../src/report.ts";

/** No file where accounts are not published one by one. */
export const getStaticPaths = async () => {
  const { definitions } = await loadReport();
  return definitions.publish.accounts === "none" ? [] : [{ params: { page: "retention" } }];
};

export const GET: APIRoute = async () => {
  const { company, marts } = await loadReport();
  const shipped = shipAccounts({ company, accounts: marts.cohortAccounts });
  return new Response(JSON.stringify(shipped));
};
