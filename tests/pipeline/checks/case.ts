import type { DatasetName } from "../../../src/contracts/index.ts";
import type { Company } from "../company.ts";

/** A company that trips a check, what is then printed of it, and one that does not trip anything. */
export interface CheckCase {
  check: string;
  trips: Company;
  message: string;
  passes: Company;
}

/** A company with an accounts file of its own. */
export function accounts(content: string | Uint8Array, source: object = {}): Company {
  return {
    files: { "accounts.csv": content },
    datasets: { accounts: { files: "accounts.csv", ...source } },
  };
}

/** A company with a contracts file of its own; the cells of each line as named in the header. */
export function contracts(header: string, ...lines: string[]): Company {
  return { files: { "contracts.csv": [header, ...lines, ""].join("\n") } };
}

/** A company with one more dataset. */
export function dataset(name: DatasetName, text: string): Company {
  return { files: { [`${name}.csv`]: text }, datasets: { [name]: `${name}.csv` } };
}

export function together(...companies: Company[]): Company {
  return {
    files: Object.assign({}, ...companies.map(({ files }) => files)),
    datasets: Object.assign({}, ...companies.map(({ datasets }) => datasets)),
    settings: Object.assign({}, ...companies.map(({ settings }) => settings)),
  };
}
