/**
 * Text as a URL, or nothing.
 *
 * Not by `URL.canParse`: once Node 20 has optimised a call of it, it says no to hosts with letters
 * such as é, so that the answer would hang on how many articles there are.
 */
export function urlFrom(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
