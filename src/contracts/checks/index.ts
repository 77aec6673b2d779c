export {
  type CheckSettings,
  checkCatalogue,
  refuseSetting,
  refusesFile,
  settingOf,
} from "./catalogue.ts";
export type { Check, CheckSetting } from "./check.ts";
export { type TableCheck, tableChecks } from "./tables/index.ts";
