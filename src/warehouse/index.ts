export { loadDataset, loadRaw, loadSetAside, ownRows } from "./load.ts";
export { type PlainFile, packPlain, packRows, valuesOf } from "./pack.ts";
export {
  type PublishedTable,
  type PublishedView,
  storageVersion,
  writeDatabase,
} from "./publish.ts";
export {
  type AttachedDatabase,
  attachedTo,
  type Cell,
  openWarehouse,
  quoteName,
  quoteText,
  type Warehouse,
} from "./warehouse.ts";
