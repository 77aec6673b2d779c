/** Name of the database that goes with a site, in its folder data/. */
export const databaseName = "hourglass.duckdb";
