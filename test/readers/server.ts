import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const types: Readonly<Record<string, string>> = {
  "/rss.xml": "application/rss+xml; charset=utf-8",
  "/atom.xml": "application/atom+xml; charset=utf-8",
  "/feed.json": "application/feed+json; charset=utf-8",
};

/** Serves a folder's three feeds on loopback, as a static host would. */
export async function serve(folder: string): Promise<{ url: string; close(): void }> {
  const server = createServer(({ url = "" }, response) => {
    const type = types[url];
    if (type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": type }).end(readFileSync(join(folder, url)));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
