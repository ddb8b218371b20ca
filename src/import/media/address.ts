import { lookup as lookUp } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * Networks that aren't the public internet: RFC 6890's registries, and what leads into them. A list for
 * each family: one of both would take each IPv4 address for its mapped one, which `::/8` holds.
 */
const notPublic = { 4: new BlockList(), 6: new BlockList() };
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  notPublic[4].addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 8],
  ["64:ff9b::", 32],
  ["100::", 8],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  notPublic[6].addSubnet(network, bits, "ipv6");

/** Whether an IP address is one of the public internet. */
export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) return !notPublic[4].check(bare, "ipv4");
  return family === 6 && !notPublic[6].check(bare, "ipv6");
}

/**
 * Looks a host up for a connection, which then goes to the very address that was checked: a name
 * that means another one the next time leads nowhere else.
 */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, "", 0);
    const found = addresses.filter(({ address }) => isPublic(address));
    const [first] = found;
    if (first === undefined || found.length < addresses.length)
      return done(new Error("it is on a private network"), "", 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};
