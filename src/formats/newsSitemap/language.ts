/** ISO 639-2: undetermined. */
const undetermined = "und";

/**
 * The first of some BCP 47 tags that is one, as Google News wants languages: by ISO 639 alone. Of
 * Chinese, which has one code and two scripts, it wants `zh-cn` or `zh-tw`.
 */
export function newsLanguage(tags: readonly (string | undefined)[]): string {
  for (const tag of tags) {
    const [code = "", ...subtags] = tag?.toLowerCase().split("-") ?? [];
    if (code === "zh") return isTraditional(subtags) ? "zh-tw" : "zh-cn";
    if (/^[a-z]{2,3}$/.test(code)) return code;
  }
  return undetermined;
}

/** By the script, or where none is said by the region: Taiwan, Hong Kong and Macao write traditional characters. */
function isTraditional(subtags: readonly string[]): boolean {
  if (subtags.includes("hant")) return true;
  return !subtags.includes("hans") && subtags.some((subtag) => /^(?:tw|hk|mo)$/.test(subtag));
}
