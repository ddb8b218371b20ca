import { z } from "zod";
import { address, key } from "../key.ts";
import { isPagePath } from "../values.ts";

/** Push delivery. */
export const websub = z.strictObject({
  hubs: key(
    z.array(address).default([]),
    "a list of http or https addresses",
    "WebSub hubs that the feeds name, and that are told of changes",
  ),
});

const serverNames = ["netlify", "cloudflare", "nginx", "caddy", "apache"] as const;
const encodings = ["gzip", "br"] as const;

/** How the feeds are found and sent. */
export const delivery = z.strictObject({
  page: key(
    z.union([z.boolean(), z.string().refine(isPagePath)]).optional(),
    "true for `index.html` (with `pages`, `feeds/index.html`), or a path below `output` that ends in `.html`",
    "A page for people, with every feed's address and the newest headlines",
  ),
  opml: key(
    z.boolean().optional(),
    "true or false",
    "A list of all feeds for readers to import, `feeds.opml`; without this key, where there are several feeds",
  ),
  head: key(
    z.boolean().default(false),
    "true or false",
    "The feeds' links for the head of the site's pages, `delivery/head.html`",
  ),
  servers: key(
    z
      .array(z.enum(serverNames).meta({ expects: "`netlify`, `cloudflare`, `nginx`, `caddy` or `apache`" }))
      .default([])
      .refine((names) => !(names.includes("netlify") && names.includes("cloudflare")), {
        params: {
          expected: "only one of `netlify` and `cloudflare`: both read `_headers`, each in its way",
        },
      })
      .transform((names) => serverNames.filter((name) => names.includes(name))),
    "a list of `nginx`, `caddy`, `apache`, and `netlify` or `cloudflare`",
    "Servers and hosts that are told how to send the feeds",
  ),
  compress: key(
    z
      .array(z.enum(encodings).meta({ expects: "`gzip` or `br`" }))
      .default([])
      .transform((names) => encodings.filter((name) => names.includes(name))),
    "a list of `gzip` and `br`",
    "Encodings that the feeds are written in besides, for servers that send such files",
  ),
});
