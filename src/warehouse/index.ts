export {
  loadDataset,
  loadRaw,
  loadSetAside,
  ownRows,
  type RowsFile,
} from "./load.ts";
export { type PlainFile, packPlain, packRows, valuesOf } from "./pack.ts";
export { type Cell, openWarehouse, quoteName, quoteText, type Warehouse } from "./warehouse.ts";
