import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
} from "@duckdb/node-api";

export type Cell = string | number | boolean | null;

/** The build's engine. A connection runs one statement after the other, and sees what each did. */
export interface Warehouse {
  run(sql: string): Promise<void>;
  /** Rows as plain values: days as YYYY-MM-DD, decimals and whole numbers as numbers. */
  rows<T = Record<string, Cell>>(sql: string): Promise<T[]>;
  /** Batches of rows, every cell as text or null, for a select of any size. */
  stream(sql: string): AsyncIterable<TextBatch>;
  /** Another connection to the same database, whose statements run beside; closing it closes no more. */
  beside(): Promise<Warehouse>;
  close(): void;
}

export interface TextBatch {
  columns: string[];
  rows: (string | null)[][];
}

export interface WarehouseOptions {
  /** Database file, or `:memory:`. A file keeps memory bounded: the engine spills beside it. */
  path: string;
  memoryLimit?: string;
  /** Databases that its views read, as `attachedTo` gave them. */
  attached?: readonly AttachedDatabase[];
}

/** A database beside that of a warehouse, by the name its views call it. */
export interface AttachedDatabase {
  name: string;
  path: string;
}

export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(options.path, {
    memory_limit: options.memoryLimit ?? "256MB",
    threads: "2",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  for (const { name, path } of options.attached ?? []) {
    await connection.run(`attach ${quoteText(path)} as ${quoteName(name)} (read_only)`);
  }
  return warehouseOn(instance, connection, () => {
    connection.closeSync();
    instance.closeSync();
  });
}

function warehouseOn(
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  close: () => void,
): Warehouse {
  return {
    run: async (sql) => void (await explained(sql, connection.run(sql))),
    rows: async <T>(sql: string) => (await selectRows(connection, sql)) as T[],
    stream: (sql) => streamText(connection, sql),
    beside: async () => {
      const other = await instance.connect();
      return warehouseOn(instance, other, () => other.closeSync());
    },
    close,
  };
}

/** The databases that stand beside a warehouse's own, for a later `openWarehouse`. */
export function attachedTo(warehouse: Warehouse): Promise<AttachedDatabase[]> {
  return warehouse.rows<AttachedDatabase>(`
    select database_name as name, path
    from duckdb_databases()
    where not internal
        and path is not null
        and database_name <> current_database()
    order by database_name`);
}

/** The engine's message alone does not say which of many statements failed. */
async function explained<T>(sql: string, outcome: Promise<T>): Promise<T> {
  try {
    return await outcome;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${message}\nin the statement: ${sql.trim().slice(0, 400)}`, { cause });
  }
}

async function selectRows(connection: DuckDBConnection, sql: string) {
  const reader = await explained(sql, connection.runAndReadAll(sql));
  return reader.getRowObjects().map((row) => {
    const plain: Record<string, Cell> = {};
    for (const [name, value] of Object.entries(row)) plain[name] = plainValue(value);
    return plain;
  });
}

function plainValue(value: DuckDBValue): Cell {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return value.toString();
  return String(value);
}

async function* streamText(connection: DuckDBConnection, sql: string): AsyncIterable<TextBatch> {
  const described = await selectRows(connection, `describe ${sql}`);
  const columns = described.map((column) => String(column.column_name));
  const list = columns.map((name) => `cast(${quoteName(name)} as varchar)`).join(", ");
  const result = await explained(sql, connection.stream(`select ${list} from (${sql})`));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield { columns, rows: chunk.getRows() as (string | null)[][] };
  }
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
