export { loadDataset, loadRaw, loadSetAside } from "./load.ts";
export { type Cell, openWarehouse, quoteName, quoteText, type Warehouse } from "./warehouse.ts";
