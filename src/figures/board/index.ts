export { alerts } from "./alerts.ts";
export { arrBridge } from "./arr-bridge.ts";
export { benchmarksOf, comparison } from "./benchmarks.ts";
export { mostSentences, type SummarySentence, summaryOf } from "./summary.ts";
export { targets } from "./targets.ts";
