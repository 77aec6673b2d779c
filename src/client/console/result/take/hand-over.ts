import { say } from "../../../../text/index.ts";

/** Puts a text on the clipboard, which browsers grant to pages over https or of this machine only. */
export async function toClipboard(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error(say.console.result.take.unsafe);
  await navigator.clipboard.writeText(text);
}

/** Gives a file to the reader. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
