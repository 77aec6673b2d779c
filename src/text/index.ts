import { benchmarks } from "./en/benchmarks.ts";
import { board } from "./en/board.ts";
import { cash } from "./en/cash.ts";
import { sqlConsole } from "./en/console/index.ts";
import { data } from "./en/data.ts";
import { deck } from "./en/deck.ts";
import { definitions } from "./en/definitions.ts";
import { events } from "./en/events.ts";
import { exports } from "./en/export.ts";
import { filter } from "./en/filter.ts";
import { ledger } from "./en/ledger.ts";
import { metrics } from "./en/metrics.ts";
import { nps } from "./en/nps.ts";
import { headline, overview } from "./en/overview.ts";
import { retention } from "./en/retention.ts";
import { site } from "./en/site.ts";

export type { Move } from "./en/overview.ts";
export { sentence } from "./en/site.ts";

/** Every sentence a reader sees. */
export const say = {
  site,
  exports,
  events,
  filter,
  overview,
  headline,
  board,
  benchmarks,
  retention,
  cash,
  nps,
  metrics,
  data,
  definitions,
  deck,
  console: sqlConsole,
  ledger,
} as const;
