import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { fromBufferPromise } from "yauzl";

/** The texts of an archive's files, by name, as another program unpacks them; checksums are held against them. */
export async function unzip(archive: Blob): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await archive.arrayBuffer()));
  const texts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry));
    if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} has another checksum`);
    texts[entry.fileName] = bytes.toString();
  }
  return texts;
}
