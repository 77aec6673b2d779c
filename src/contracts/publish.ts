import { z } from "zod";
import type { Column } from "./dataset.ts";
import { type DatasetName, datasetNames, datasets } from "./datasets/index.ts";

function columnsOf(name: DatasetName): readonly Column[] {
  return datasets[name].columns;
}

/** Such as "surveys.comment": what private_columns may name. Names of customers follow `accounts`. */
export const privateColumns: readonly string[] = datasetNames.flatMap((name) =>
  columnsOf(name)
    .filter(({ isPrivate, identifies }) => isPrivate && identifies !== "account_name")
    .map((column) => `${name}.${column.name}`),
);

/** What of the data the site may carry. */
export const publishPolicy = z
  .strictObject({
    accounts: z
      .enum(["pseudonymous", "named", "none"])
      .default("pseudonymous")
      .describe(
        "Customers on the site and in its database: under stable codes, by id and name, or not one by one at all",
      ),
    private_columns: z
      .array(z.enum(privateColumns as [string, ...string[]]))
      .default([])
      .describe(
        "Private columns that are published all the same. Without: managers and respondents get codes, free text is left out",
      ),
    key: z
      .string()
      .min(16)
      .optional()
      .describe(
        "Secret from which the codes are made, never published; without it, who knows an id can find its code",
      ),
  })
  .prefault({});

export type PublishPolicy = z.output<typeof publishPolicy>;

/** Whether a column's values are published as they are. A manager has one name, wherever it stands. */
export function isShown(policy: PublishPolicy, dataset: DatasetName, column: Column): boolean {
  const { identifies } = column;
  if (identifies === "account" || identifies === "account_name" || identifies === "record") {
    return policy.accounts === "named";
  }
  const names = identifies === "manager" ? managerColumns : [`${dataset}.${column.name}`];
  return !column.isPrivate || names.some((name) => policy.private_columns.includes(name));
}

const managerColumns = datasetNames.flatMap((name) =>
  columnsOf(name)
    .filter(({ identifies }) => identifies === "manager")
    .map((column) => `${name}.${column.name}`),
);
