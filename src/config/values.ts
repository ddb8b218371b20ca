/** What a permalink pattern may hold. */
export const placeholders = ["path", "topic", "section", "slug", "filename", "title", "year", "month", "day"];

/** The words behind `:` in a pattern that mean nothing. */
export function unknownPlaceholders(pattern: string): readonly string[] {
  const names = [...pattern.matchAll(/:([a-z_]+)/gi)].map(([, name = ""]) => name);
  return names.filter((name) => !placeholders.includes(name));
}

/** Whether text is a language tag (BCP 47). */
export function isLanguage(tag: string): boolean {
  return doesNotThrow(() => Intl.getCanonicalLocales(tag));
}

/** Whether text names a zone that this machine's time zone data knows. */
export function isTimezone(name: string): boolean {
  return doesNotThrow(() => new Intl.DateTimeFormat("en", { timeZone: name }));
}

function doesNotThrow(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
