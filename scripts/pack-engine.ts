/** Runs once the packages are installed, so that no build has to wait for it. */
import { packEngine } from "./site/engine.ts";

await packEngine();
