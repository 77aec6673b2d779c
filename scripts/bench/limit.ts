import { rm } from "node:fs/promises";
import { openWarehouse, quoteText } from "../../src/warehouse/index.ts";

/** Seconds in which the engine alone loads the file, typed, into a database of its own. */
export async function measureLimit(path: string): Promise<{ seconds: number }> {
  const database = `${path}.duckdb`;
  const warehouse = await openWarehouse({ path: database });
  const started = performance.now();
  await warehouse.run(`
    create table usage as select * from read_csv(${quoteText(path)}, header = true,
      auto_detect = false, delim = ',', quote = '"', columns = {
        'account_id': 'varchar', 'day': 'date', 'module': 'varchar',
        'active_users': 'bigint', 'events': 'bigint'})`);
  const seconds = (performance.now() - started) / 1000;
  warehouse.close();
  await rm(database, { force: true });
  return { seconds };
}
