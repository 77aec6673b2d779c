import { expect, it } from "vitest";
import { datasetNames, datasetOf } from "../../../src/contracts/index.ts";
import { nameScore } from "../../../src/intake/mapping/names.ts";

it("every column of every dataset is known by its own name", () => {
  const unknown = datasetNames.flatMap((dataset) =>
    datasetOf(dataset)
      .columns.filter(({ name }) => nameScore(name, dataset, name) < 1)
      .map(({ name }) => `${dataset}.${name}`),
  );
  expect(unknown).toEqual([]);
});
