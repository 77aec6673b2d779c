import { say } from "../../../text/index.ts";

/** Why there is no engine here, in words. */
export function reasonOf(error: unknown): string {
  const { reasons } = say.console.session;
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (typeof WebAssembly === "undefined") return reasons.blocked;
  if (typeof DecompressionStream === "undefined") return reasons.old;
  if (/Refused to compile|disallowed|unsafe-eval|violates/i.test(text)) return reasons.blocked;
  if (/TrustedScriptURL|worker did not start$/.test(text)) return reasons.worker;
  if (/memory|allocation|RangeError/i.test(text)) return reasons.memory;
  return error instanceof Error ? error.message : text;
}
