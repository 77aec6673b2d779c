import { type DatasetName, datasetNames, datasetOf } from "../../datasets/index.ts";
import type { TableQuery } from "./query.ts";

/** The rows behind the first of a key, whichever of the dataset's files they stand in. */
function duplicateKey(dataset: DatasetName): TableQuery[] {
  const { key, columns } = datasetOf(dataset);
  if (key.length === 0) return [];
  const meets = key.map((name) => `${dataset}.${name} = repeated.${name}`);
  const cells = `row(${columns.map(({ name }) => `${dataset}.${name}`).join(", ")})`;
  const sql = `
    with

    repeated as (
        select ${key.join(", ")}
        from ${dataset}
        group by all
        having count(*) > 1
    ),

    ranked as (
        select
            source_file,
            source_row,
            source_line,
            concat_ws(' ', ${key.map((name) => `${dataset}.${name}`).join(", ")}) as value,
            first_value(source_file) over in_order as other_file,
            first_value(source_row) over in_order as other_row,
            ${cells} is not distinct from first_value(${cells}) over in_order as is_same,
            row_number() over in_order as place
        from ${dataset}
        inner join repeated
            on ${meets.join(" and ")}
        window in_order as (
            partition by ${key.map((name) => `${dataset}.${name}`).join(", ")}
            order by source_file, source_row
        )
    ),

    final as (
        select * exclude (place)
        from ranked
        where place > 1
    )

    select * from final order by source_file, source_row`;
  const expected = `one row for each ${key.join(" and ")}`;
  return [
    { id: "duplicate_key", dataset, column: key.join(", "), needs: [dataset], expected, sql },
  ];
}

export const keyQueries: readonly TableQuery[] = datasetNames.flatMap(duplicateKey);
