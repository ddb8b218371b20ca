/** The rules that profiles set by their own keys; a profile may name further ones under `rules`. */
export const ruleNames = [
  "item-count",
  "file-size",
  "language",
  "required",
  "title-length",
  "summary-length",
  "category",
  "id",
  "image-missing",
  "image-size",
  "image-ratio",
  "image-type",
  "image-bytes",
  "html-element",
  "html-depth",
] as const;
