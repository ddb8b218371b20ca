/** An instant as RFC 3339 in UTC, however a format writes it. */
export function instant(text: string | undefined): string | null {
  if (text === undefined) return null;
  return new Date(text).toISOString().replace(".000Z", "Z");
}

/** The addresses of links with a relation. */
export function linked(
  links: readonly { readonly href?: string; readonly rel?: string }[] | undefined,
  rel: string,
): string[] {
  return (links ?? []).flatMap((each) => (each.rel === rel && each.href !== undefined ? [each.href] : []));
}

/** Whole minutes of an ISO 8601 duration. */
export function minutes(text: string | undefined): number | null {
  return text === undefined ? null : Number(/^PT(\d+)M$/.exec(text)?.[1]);
}
