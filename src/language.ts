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
  return code.length === 3 || (code.length === 2 && isLanguageCode(code)) ? tag : undefined;
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

/**
 * ISO 639-1, with the codes that it had before (`iw`, `in`, `ji`, `jw`, `mo`). A table: Intl takes ten
 * milliseconds to load what it knows, and that is another thing on another Node.
 */
const known: ReadonlySet<string> = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
  ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
  in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg
  mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro
  ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty
  ug uk ur uz ve vi vo wa wo xh yi yo za zh zu`.split(/\s+/),
);

/** Whether a code of two letters is a language's. */
export function isLanguageCode(code: string): boolean {
  return known.has(code);
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
    current().flatMap((code) => {
      const own = new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code);
      return [own, nameOf(code)].flatMap((name) => (name ? [[name.toLowerCase(), code] as const] : []));
    }),
  );
  return byName;
}

/** Not those that stand for another: `iw` is `he`. */
function current(): readonly string[] {
  return [...known].filter((code) => canonical(code) === code);
}

/** `ua` is Ukraine, where they write `uk`. */
function languageOfCountry(seen: string): string | undefined {
  const country = /^[a-z]{2}$/i.test(seen) ? seen.toUpperCase() : undefined;
  const countries = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  if (country === undefined || countries.of(country) === undefined) return undefined;
  return new Intl.Locale(`und-${country}`).maximize().language;
}
