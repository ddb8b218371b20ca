import type { Person } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { isSettled, urlFrom } from "../url.ts";
import type { Given } from "./given.ts";

const scripts = /^(?:javascript|vbscript|data|file):$/;

/** An absolute URL as it stands in a feed (percent-encoded, host in punycode), or undefined. */
export function absolute(address: string | undefined): string | undefined {
  if (address && isSettled(address)) return address;
  const url = address ? urlFrom(address) : undefined;
  return url && !scripts.test(url.protocol) ? url.href : undefined;
}

/** As `absolute`; an address that was given and can't be used is reported. */
export function checked(what: string, address: string | undefined, report: Report): string | undefined {
  const url = absolute(address);
  if (address && !url) report(problem("feed-address", { what, address }));
  return url;
}

/** People with a name of some kind; `feed` asks for none. */
export function people(authors: readonly Given[], report: Report): readonly Person[] {
  return authors.flatMap((author) => {
    const email = author.text("email");
    const link = author.text("link");
    const name = author.text("name") ?? email ?? link;
    if (!name) return [];
    const url = checked(`the author ${name}`, link, report);
    return [{ name, email, url, avatar: checked(`${name}'s picture`, author.text("avatar"), report) }];
  });
}
