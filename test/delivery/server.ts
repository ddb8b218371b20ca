import { createServer } from "node:http";

/** Serves texts on loopback by their paths; an index for its folder. */
export async function serve(files: ReadonlyMap<string, string>): Promise<{ url: string; close(): void }> {
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(url.slice(1)) + (url.endsWith("/") ? "index.html" : "");
    const text = files.get(path);
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": typeOf(path) }).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

function typeOf(path: string): string {
  if (path.endsWith(".html")) return "text/html; charset=utf-8";
  if (path.endsWith(".svg")) return "image/svg+xml";
  return path.endsWith(".json") ? "application/feed+json" : "application/xml";
}
