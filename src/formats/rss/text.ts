import { element, isPlain, legal } from "../xml.ts";

/**
 * An element whose text is plain. `&` and `<` are written as hexadecimal references, which the RSS
 * Advisory Board found to work in the widest range of readers.
 */
export function plainElement(
  margin: string,
  name: string,
  value: string | undefined,
  attributes = "",
): string {
  return value ? element(margin, name, plain(value), attributes) : "";
}

/**
 * Plain text in an element that readers take for HTML. Only what HTML would read as a tag or a
 * reference is escaped for it, so that readers that expect plain text see the same.
 */
export function plainAsHtml(value: string): string {
  return isPlain(value) ? value : plain(value.replace(reference, "&amp;").replace(tag, "&lt;"));
}

const reference = /&(?=#|[A-Za-z]{2})/g;
const tag = /<(?=[A-Za-z/!?])/g;

function plain(value: string): string {
  if (isPlain(value)) return value;
  return legal(value).replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll(">", "&gt;");
}
