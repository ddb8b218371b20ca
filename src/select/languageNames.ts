/**
 * Languages as their speakers call them. Node knows more of them, but another version's word would be
 * another feed.
 */
const names: Readonly<Record<string, string>> = {
  ar: "العربية",
  bg: "Български",
  bn: "বাংলা",
  ca: "Català",
  cs: "Čeština",
  da: "Dansk",
  de: "Deutsch",
  el: "Ελληνικά",
  en: "English",
  es: "Español",
  et: "Eesti",
  fa: "فارسی",
  fi: "Suomi",
  fr: "Français",
  he: "עברית",
  hi: "हिन्दी",
  hr: "Hrvatski",
  hu: "Magyar",
  id: "Bahasa Indonesia",
  it: "Italiano",
  ja: "日本語",
  ka: "ქართული",
  ko: "한국어",
  lt: "Lietuvių",
  lv: "Latviešu",
  nb: "Norsk bokmål",
  nl: "Nederlands",
  pl: "Polski",
  pt: "Português",
  ro: "Română",
  sk: "Slovenčina",
  sl: "Slovenščina",
  sr: "Српски",
  sv: "Svenska",
  th: "ไทย",
  tr: "Türkçe",
  uk: "Українська",
  ur: "اردو",
  vi: "Tiếng Việt",
  zh: "中文",
};

/** A language's own name, with its tag where that says more; else the tag. */
export function languageName(tag: string): string {
  const [language = ""] = tag.split("-", 1);
  const name = names[language.toLowerCase()];
  if (name === undefined) return tag;
  return tag.length > language.length ? `${name} (${tag})` : name;
}
