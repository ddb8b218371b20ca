import { attributeValues } from "./allowed.ts";
import type { Attributes } from "./attributes.ts";

/** What a player may do beside showing itself: run its own script as its own origin, and open its site where it is clicked. */
const sandbox =
  "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";

/** Whether an address is on one of these very hosts, and neither read nor changed on its way. */
export function isEmbed(address: string, hosts: readonly string[]): boolean {
  if (hosts.length === 0) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === "https:" && username + password === "" && hosts.includes(host);
}

/**
 * A frame's attributes: its name and size as given, and what keeps the page in it from its surroundings.
 * A referrer is sent, but no path: players refuse to play without one.
 */
export function frameAttributes(url: string, given: Readonly<Record<string, string>>): Attributes {
  const attributes: Attributes = new Map([["src", url]]);
  for (const name of ["title", "width", "height"]) {
    const value = given[name];
    if (value !== undefined && attributeValues.get(name)?.test(value) !== false) attributes.set(name, value);
  }
  return attributes
    .set("sandbox", sandbox)
    .set("referrerpolicy", "strict-origin-when-cross-origin")
    .set("loading", "lazy")
    .set("allowfullscreen", "");
}
