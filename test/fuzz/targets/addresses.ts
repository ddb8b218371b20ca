import assert from "node:assert/strict";
import { parseSrcset, writeSrcset } from "../../../src/render/srcset.ts";
import { absoluteUrl, linkSchemes, mediaSchemes } from "../../../src/render/url.ts";
import { urlFrom } from "../../../src/url.ts";
import type { Target } from "../engine/target.ts";

const base = "https://news.example/2025/02/story/";
/** What a URI may be made of (RFC 3986, section 2), and no scheme but one that was let in. */
const uri = /^(?:https?:\/\/[^/]|mailto:|tel:|sms:)(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/;

/** A reference as an article has it, and the same as a `srcset`: an address that leads where a browser would go comes of it, or none. */
export const addresses: Target = {
  name: "addresses",
  words:
    `http: https: HTTP: mailto: tel: sms: javascript: data: blob: file: // /// / ./ ../ .. \\ ? # : @ & = + , ; % %2e %2F %00 %zz
    [::1] 127.0.0.1 0x7f.1 a.example xn--e1afmkfd é İ 。 ／ user:pass@ :80 :65536 {static} @site/static/ ~ | < > " ' \` ^ 1x 640w 2.5x 1h \u202E \uFEFF \u0000`
      .split(/\s+/)
      .concat(" ", "\n", "\t", "\f", "\u00A0"),
  seeds: () => [
    "https://a.example/b/c.jpg?d=e&f#g",
    "../a b/ü.jpg 1x, /c,d.png 2x,e.gif 640w",
    "//b.example:8080/%7Ex/./y/../z",
    "mailto:ada@news.example?subject=a b",
    "java\nscript:alert(1)",
    "http://user:pass@[::1]:80/\\a?b=c d#e f",
  ],
  attempt(input) {
    const text = input.toString();
    for (const schemes of [linkSchemes, mediaSchemes]) {
      const url = absoluteUrl(text, base, schemes);
      const browsers = urlFrom(text, base);
      assert.equal(url !== undefined, browsers !== undefined && schemes.has(browsers.protocol));
      if (url === undefined || browsers === undefined) continue;
      assert.match(url, uri);
      assert.equal(absoluteUrl(url, base, schemes), url, "it could be made absolute further");
      const { protocol, host, pathname } = new URL(url);
      assert.deepEqual([protocol, host], [browsers.protocol, browsers.host], "it leads elsewhere");
      assert.equal(plain(pathname), plain(browsers.pathname));
    }
    const candidates = parseSrcset(text);
    assert.deepEqual(
      parseSrcset(writeSrcset(candidates)),
      candidates.map(({ url, ...each }) => ({ ...each, url: url.replace(/^,|,$/g, "%2C") })),
    );
  },
};

/** A path without its escapes, as far as it has any. */
function plain(path: string): string {
  return path
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) =>
      Buffer.from(escapes.replaceAll("%", ""), "hex").toString("latin1"),
    )
    .replace(/[^\0-\x7F]/g, (sign) => Buffer.from(sign).toString("latin1"));
}
