/** Language tags (BCP 47): what is one, and which is meant where something else stands in its place. */

/**
 * A tag in its usual case (`uk-UA`, not `uk-ua`); nothing where it names no language.
 *
 * `english` has a tag's form, but no language's code has more than three letters. Of those with
 * three, Intl has names for a tenth only: so all of them pass.
 */
export function languageTag(text: string): string | undefined {
  const tag = canonical(text);
  const code = tag?.split("-", 1)[0] ?? "";
  return code.length === 3 || (code.length === 2 && isKnown(code)) ? tag : undefined;
}

/** The tag that was meant by a language's name, by a country's code, or by `en_US`; if any. */
export function meantLanguage(seen: string): string | undefined {
  return (
    codesByName().get(seen.trim().toLowerCase()) ??
    languageTag(seen.replaceAll("_", "-")) ??
    languageOfCountry(seen)
  );
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const known = new Map<string, boolean>();

/** Asked for every article, and Intl takes its time. */
function isKnown(code: string): boolean {
  const answer = known.get(code) ?? nameOf(code) !== undefined;
  known.set(code, answer);
  return answer;
}

let english: Intl.DisplayNames | undefined;

function nameOf(code: string): string | undefined {
  english ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return english.of(code);
}

let byName: ReadonlyMap<string, string> | undefined;

/** The codes of two letters, by the language's name in English and in itself. */
function codesByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    twoLetters().flatMap((code) => {
      const own = new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code);
      return [own, nameOf(code)].flatMap((name) => (name ? [[name.toLowerCase(), code] as const] : []));
    }),
  );
  return byName;
}

function twoLetters(): readonly string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  // Not those that stand for another: `iw` is `he`.
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => nameOf(code) !== undefined && canonical(code) === code);
}

/** `ua` is Ukraine, where they write `uk`. */
function languageOfCountry(seen: string): string | undefined {
  const country = /^[a-z]{2}$/i.test(seen) ? seen.toUpperCase() : undefined;
  const countries = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  if (country === undefined || countries.of(country) === undefined) return undefined;
  return new Intl.Locale(`und-${country}`).maximize().language;
}
