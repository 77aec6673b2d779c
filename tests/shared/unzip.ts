import { text } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** The texts of an archive's files, by name, as another program unpacks them; its checksums are compared. */
export async function unzip(archive: Blob): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await archive.arrayBuffer()));
  const texts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    texts[entry.fileName] = await text(stream);
  }
  return texts;
}
