/** The page's `generator`. */
export const generator = "feedwright";

const note = "Written by feedwright";

/** The first line of every other file; `about` says in a few words what it is. */
export function firstLine(about: string): string {
  return `# ${note}: ${about}`;
}

/** The first line of a file that is HTML. */
export function firstComment(about: string): string {
  return `<!-- ${note}: ${about} -->\n`;
}

/**
 * Whether a text that stands in a delivery file's place was written by feedwright. An `index.html` or
 * `_headers` of somebody else's must not be written over.
 */
export function isOwn(text: string): boolean {
  const [first = ""] = text.replace(/^<\?xml[^>]*>\s*/, "").split("\n", 1);
  return (
    first.startsWith(`# ${note}`) ||
    first.startsWith(`<!-- ${note}`) ||
    text.includes(`<meta name="generator" content="${generator}">`)
  );
}
