import { buildSite } from "./site/build-site.ts";
import { run } from "./site/run.ts";

await run(async (options) => (await buildSite(options)) !== undefined);
