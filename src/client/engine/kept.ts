import { unpackZstd } from "./unpack.ts";

/** Told how many bytes have come so far, and of how many where the host says it. */
export type OnBytes = (bytes: number, all: number | undefined) => void;

const storeName = "hourglass";

/**
 * A packed file of the site, unpacked. The browser keeps it unpacked for the next visit, until another
 * version comes; hosts whose files are fetched anew at each visit are common.
 *
 * @param version what the file is a version of; part of the address that is asked for
 * @throws an Error that names the address and what the host answered
 */
export async function fetchUnpacked(
  address: string,
  version: string,
  type: string,
  onBytes: OnBytes,
): Promise<Response> {
  const versioned = `${address}?${version}`;
  const store = await openStore();
  const kept = await store?.match(versioned);
  if (kept) return kept;
  const answer = await fetch(versioned).catch((cause: unknown) => {
    throw new Error(`${address} did not come`, { cause });
  });
  if (!answer.ok || !answer.body) throw new Error(`${address} answered ${answer.status}`);
  const headers = { "content-type": type };
  const unpacked = answer.body
    .pipeThrough(countBytes(sizeOf(answer), onBytes))
    .pipeThrough(unpackZstd());
  const response = new Response(unpacked, { headers });
  if (store) void keep(store, address, versioned, response.clone());
  return response;
}

/** Absent where the page is not served securely, or the browser keeps nothing. */
async function openStore(): Promise<Cache | undefined> {
  try {
    return await caches.open(storeName);
  } catch {
    return undefined;
  }
}

/** Without room there is nothing to keep, and the next visit fetches again. */
async function keep(store: Cache, address: string, versioned: string, response: Response) {
  try {
    for (const { url } of await store.keys()) {
      if (url.startsWith(`${address}?`)) await store.delete(url);
    }
    await store.put(versioned, response);
  } catch {
    // Already in the keeper's hands where it broke on its way.
    await response.body?.cancel().catch(() => undefined);
  }
}

function sizeOf(answer: Response): number | undefined {
  // Of a body packed once more for the way the length says nothing.
  if (answer.headers.has("content-encoding")) return undefined;
  return Number(answer.headers.get("content-length")) || undefined;
}

type Bytes = Uint8Array<ArrayBuffer>;

function countBytes(all: number | undefined, onBytes: OnBytes): TransformStream<Bytes, Bytes> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes(bytes, all);
      controller.enqueue(chunk);
    },
  });
}
