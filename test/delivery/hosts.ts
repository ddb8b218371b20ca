/** How Netlify and Cloudflare Pages read a `_headers` file, by their documentation of 2026. */

interface Rule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Those that it takes away: `! Link`. */
  readonly without: readonly string[];
}

export interface Host {
  /** Whether a path fits a pattern, and what `*` met there. */
  fit(pattern: string, path: string): string | undefined;
  readonly mostRules: number;
  readonly repeatsSplat: boolean;
}

/** `*` is any characters, once in a pattern; `:splat` in a value repeats them. */
export const cloudflare: Host = {
  mostRules: 100,
  repeatsSplat: true,
  fit(pattern, path) {
    const [before = "", after, more] = pattern.split("*");
    if (more !== undefined || /\/:/.test(pattern)) throw new Error(`not for Cloudflare: ${pattern}`);
    if (after === undefined) return pattern === path ? "" : undefined;
    const fits =
      path.length >= before.length + after.length && path.startsWith(before) && path.endsWith(after);
    return fits ? path.slice(before.length, path.length - after.length) : undefined;
  },
};

/** `*` within a segment is any characters; letters' case doesn't matter; values are sent as they are. */
export const netlify: Host = {
  mostRules: Number.POSITIVE_INFINITY,
  repeatsSplat: false,
  fit(pattern, path) {
    if (/\/\*(?:\/|$)|\/:/.test(pattern)) throw new Error(`fits otherwise elsewhere: ${pattern}`);
    return cloudflare.fit(pattern.toLowerCase(), path.toLowerCase());
  },
};

/** @throws where a line is neither a pattern, nor a header, nor a comment */
export function rulesOf(text: string): Rule[] {
  const rules: { pattern: string; headers: [string, string][]; without: string[] }[] = [];
  for (const line of text.split("\n")) {
    if (line.length > 2000) throw new Error(`too long: ${line}`);
    const [, name, value] = /^ {2}([\w-]+): (\S.*)$/.exec(line) ?? [];
    if (/^\/[\w%*./~-]+$/.test(line)) rules.push({ pattern: line, headers: [], without: [] });
    else if (name !== undefined && value !== undefined && rules.length > 0)
      rules.at(-1)?.headers.push([name, value]);
    else if (/^ {2}! [\w-]+$/.test(line)) rules.at(-1)?.without.push(line.slice(4));
    else if (line !== "" && !line.startsWith("#")) throw new Error(`not a line of _headers: ${line}`);
  }
  return rules;
}

/** The headers of a path. A header that two rules give has both values, joined. */
export function headersFor(text: string, path: string, host: Host): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rulesOf(text).slice(0, host.mostRules)) {
    const splat = host.fit(rule.pattern, path);
    if (splat === undefined) continue;
    if (rule.without.length > 0 && !host.repeatsSplat) throw new Error("only Cloudflare takes headers away");
    for (const name of rule.without) delete headers[name];
    for (const [name, raw] of rule.headers) {
      const value = host.repeatsSplat ? raw.replaceAll(":splat", splat) : raw;
      headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
  }
  return headers;
}
