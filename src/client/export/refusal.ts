import { say } from "../../text/index.ts";

/** Why there is no clipboard, and which file there is instead. */
export function refusal(name: string): string {
  const words = say.exports;
  if (!isSecureContext) return words.insecure(name);
  return "ClipboardItem" in globalThis && "clipboard" in navigator
    ? words.denied(name)
    : words.unable(name);
}
