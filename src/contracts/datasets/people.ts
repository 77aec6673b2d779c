import { defineDataset } from "../dataset.ts";
import { count, text } from "../fields.ts";

export const people = defineDataset({
  name: "people",
  grain: "customer-success manager",
  required: false,
  key: ["owner"],
  lights: "no page yet; its rows are checked and counted",
  fields: {
    owner: text("Name of the manager, as in accounts", { isPrivate: true, identifies: "manager" }),
    level: text("Level, as the source names it").optional(),
    capacity_strategic: count("Strategic customers the manager can look after").optional(),
    capacity_enterprise: count("Enterprise customers the manager can look after").optional(),
    capacity_small: count("Small customers the manager can look after").optional(),
  },
});
