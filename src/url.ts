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

const settled = /^https?:\/\/(?!.*xn--)(?:[a-z\d-]+\.)+[a-z]{2,}\/(?:[\w~/-]|(?<=\w)\.(?=\w))*$/;

/** Whether an address is, at a glance, as the URL standard writes it: most are, and parsing takes longer. */
export function isSettled(address: string): boolean {
  return settled.test(address);
}

/** A reference as people write it, where it was percent-encoded. */
export function decoded(reference: string): string {
  try {
    return decodeURI(reference);
  } catch {
    return reference;
  }
}
