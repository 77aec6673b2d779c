import { ask } from "../ask.ts";
import type { View } from "../view.ts";

/** Cost, margin and lifetime value of some segments, in the order of the names given. */
export function askEconomics({ report }: View, dimension: string, segments: readonly string[]) {
  return ask(report, "unitEconomics", {
    columns: [
      "dimension",
      "segment",
      "customers",
      "cac",
      "is_cac_own",
      "arpa",
      "margin",
      "expected_months",
      "is_extrapolated",
      "ltv_expected",
      "ltv_paid",
      "ltv_cac",
    ],
    where: { dimension, segment: segments },
    order: [{ by: "segment", as: segments }],
  });
}
