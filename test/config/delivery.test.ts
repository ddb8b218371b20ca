import { describe, expect, it } from "vitest";
import { complaintsOn, load, site } from "./support.ts";

const deliveryOf = async (yaml: string) => (await load(`${site}${yaml}\n`)).delivery;

describe("delivery", () => {
  it("writes nothing unasked but the list of several feeds", async () => {
    expect(await deliveryOf("")).toEqual({ head: false, servers: [], compress: [] });
  });

  it.each([
    ["true", "index.html"],
    ["false", undefined],
    ["feeds/index.html", "feeds/index.html"],
  ])("page: %s", async (value, path) => {
    expect((await deliveryOf(`delivery: { page: ${value} }`)).page).toBe(path);
  });

  it.each(["../index.html", "/index.html", "feeds", "feeds/", ".hidden.html", "a\\b.html"])(
    "no page at %s",
    async (path) => {
      expect(await complaintsOn(`${site}delivery: { page: '${path}' }\n`)).toEqual([
        expect.stringContaining("config-value"),
      ]);
    },
  );

  it("has servers and encodings once, whatever their order", async () => {
    expect(
      await deliveryOf("delivery: { servers: [caddy, nginx, caddy], compress: [br, gzip, br] }"),
    ).toMatchObject({
      servers: ["nginx", "caddy"],
      compress: ["gzip", "br"],
    });
  });

  it("can't write one _headers for two hosts", async () => {
    expect(await complaintsOn(`${site}delivery: { servers: [netlify, cloudflare] }\n`)).toEqual([
      "feedwright.yaml:4:22 config-value: `delivery.servers` is a list; expected only one of `netlify` and `cloudflare`: both read `_headers`, each in its way",
    ]);
  });
});
