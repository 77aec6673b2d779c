export {
  type CheckSetting,
  checkCatalogue,
  refusesFile,
  settingOf,
  type TableCheck,
  tableChecks,
} from "./checks/index.ts";
export { type Ruleset, rulesets } from "./config/rulesets.ts";
export { noTheme } from "./config/themes.ts";
export {
  configSchema,
  type Dashboard,
  type DashboardInput,
  defineDashboard,
  type FileSource,
  parseDashboard,
  type RawSource,
  underRuleset,
} from "./config.ts";
export type { Column, Dataset, Row } from "./dataset.ts";
export { type DatasetName, datasetNames, datasetOf, datasets } from "./datasets/index.ts";
export { type Deck, type DeckInput, defineDeck, parseDeck } from "./deck.ts";
export type { Field, Identity } from "./fields.ts";
export { type PresetName, presetNames } from "./presets.ts";
export type { Problem } from "./problem.ts";
export { isShown, type PublishPolicy } from "./publish.ts";
export { contractReference, type Reference } from "./reference.ts";
export { nearest, normalised, suggestion } from "./suggestion.ts";
