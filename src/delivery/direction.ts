const rightToLeft: ReadonlySet<string> = new Set(
  "ar arc ckb dv fa glk he iw ji ks lrc mzn nqo pnb prs ps sd syr ug ur yi".split(" "),
);
const rightToLeftScripts: ReadonlySet<string> = new Set("adlm arab hebr mand nkoo rohg syrc thaa".split(" "));

/** Which way a language (BCP 47) is written; its script, where the tag has one, decides. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [code = "", ...others] = language.toLowerCase().split("-");
  const script = others.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft = script === undefined ? rightToLeft.has(code) : rightToLeftScripts.has(script);
  return isRightToLeft ? "rtl" : "ltr";
}
