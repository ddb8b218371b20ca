import assert from "node:assert/strict";
import { elementsOf } from "./support.ts";

// Written out here on purpose: a slip in the allow-list itself must not go unseen.
const harmless = new Set(
  `a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del
  details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p
  picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th
  thead time tr track u ul var video wbr`.split(/\s+/),
);
const addresses = new Set(["href", "src", "poster", "cite", "longdesc"]);
const harmlessAttributes = new Set(
  `href src srcset sizes poster cite longdesc alt title lang dir id class width height controls loop muted preload
  default reversed open aria-label colspan rowspan span start headers scope abbr datetime value type kind label srclang
  media hreflang rel`.split(/\s+/),
);
const harmlessScheme = /^(?:https?:\/\/[^/]|mailto:|tel:|sms:)/;

/** Every element and attribute that a browser finds in HTML is one that can't run, load or send anything but media. */
export function expectHarmless(html: string): void {
  for (const { tagName, attrs, namespaceURI } of elementsOf(html)) {
    assert.ok(harmless.has(tagName), `an element that may not be: <${tagName}>`);
    assert.equal(namespaceURI, "http://www.w3.org/1999/xhtml");
    for (const { name, value } of attrs) {
      assert.ok(harmlessAttributes.has(name), `an attribute that may not be: ${name}`);
      if (addresses.has(name)) assert.match(value, harmlessScheme);
      if (name === "srcset") for (const part of value.split(", ")) assert.match(part, /^https?:\/\/[^/]/);
    }
  }
}
