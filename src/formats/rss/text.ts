import { element, isPlain, legal } from "../xml.ts";

/**
 * An element whose text is plain. `&` and `<` are written as hexadecimal references, which the RSS
 * Advisory Board found to work in the widest range of readers. Many take such text for HTML all the
 * same: what would be a tag there, or become one, is escaped for them; `Q&A` and `a < b` aren't.
 */
export function plainElement(
  margin: string,
  name: string,
  value: string | undefined,
  attributes = "",
): string {
  return value ? element(margin, name, asHtml(value, markup), attributes) : "";
}

/**
 * Plain text in an element that readers take for HTML. Only what HTML would read as a tag or a
 * reference is escaped for it, so that readers that expect plain text see the same.
 */
export function plainAsHtml(value: string): string {
  return asHtml(value, reference);
}

/** Plain text, in another format, where some take text for HTML as well. */
export function guarded(value: string): string {
  return isPlain(value) ? value : inHtml(value, markup);
}

const reference = /&(?=#|[A-Za-z]{2})/g;
/** As `reference`, but not in `Q&As`: headlines are shown as plain text more often. */
const markup = /&(?=#|[A-Za-z][A-Za-z\d]*;|(?:lt|gt|amp|quot))/gi;
const tag = /<(?=[A-Za-z/!?])/g;

function asHtml(value: string, references: RegExp): string {
  if (isPlain(value)) return value;
  const html = inHtml(value, references);
  return html.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll(">", "&gt;");
}

/** What is illegal goes first: between `<` and a name it would hide a tag. */
function inHtml(value: string, references: RegExp): string {
  return legal(value).replace(references, "&amp;").replace(tag, "&lt;");
}
