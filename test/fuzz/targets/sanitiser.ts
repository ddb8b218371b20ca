import assert from "node:assert/strict";
import { sanitise, sanitiseAny } from "../../../src/render/html.ts";
import { TooDeep } from "../../../src/render/nesting.ts";
import { expectHarmless } from "../../render/harmless.ts";
import { addresses, asBrowsersReadIt } from "../../render/support.ts";
import { vectors } from "../../render/vectors.ts";
import type { Target } from "../engine/target.ts";
import { htmlWords } from "../seeds/bodies.ts";

/** HTML alone: what is left is harmless, the same to a browser, and the same if it is cleaned again. */
export const sanitiser: Target = {
  name: "sanitiser",
  words: htmlWords,
  seeds: () => vectors,
  attempt(input) {
    try {
      attempt(input.toString());
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
    }
  },
};

function attempt(source: string): void {
  const { html } = sanitise(source, addresses());
  expectHarmless(html);
  assert.equal(sanitiseAny(source, addresses()).html, html, "the quick way differs");
  assert.equal(asBrowsersReadIt(html), html, "browsers read it otherwise");
  assert.equal(sanitise(html, addresses()).html, html, "it could be cleaned further");
}
