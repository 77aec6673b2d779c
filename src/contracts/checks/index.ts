export { type CheckSettings, checkCatalogue, refusesFile, settingOf } from "./catalogue.ts";
export type { Check, CheckSetting } from "./check.ts";
export { type TableCheck, tableChecks } from "./tables/index.ts";
