/** Runs once the packages are installed, so that no build has to wait for it. */
import { bundleClient } from "./site/client-code.ts";
import { packEngine } from "./site/engine.ts";

await packEngine();
await bundleClient();
