import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

export interface SiteServer {
  origin: string;
  /** Gzipped bytes served so far, by path. */
  sent: Map<string, number>;
  close: () => Promise<void>;
}

/** A plain static host: files under a base path, gzip, nothing else. */
export async function serveSite(folder: string, base = "/"): Promise<SiteServer> {
  const sent = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : "..";
    const file = path.endsWith("/") ? join(inside, "index.html") : inside;
    const body = inside.startsWith("..")
      ? undefined
      : await readFile(join(folder, file)).catch(() => undefined);
    if (!body) {
      response.writeHead(404).end("not found");
      return;
    }
    const packed = gzipSync(body);
    sent.set(path, packed.length);
    response
      .writeHead(200, {
        "content-type": types[extname(file)] ?? "application/octet-stream",
        "content-encoding": "gzip",
      })
      .end(packed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
