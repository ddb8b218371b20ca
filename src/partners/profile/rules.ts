/** The rules that profiles set by their own keys, and which; a profile may name further ones under `rules`. */
export const rules = {
  required: "a field of `require` is missing",
  language: "it is in none of `languages`",
  "title-length": "its title is shorter or longer than `lengths.title` says",
  "summary-length": "its summary is shorter or longer than `lengths.summary` says",
  category: "no category is left, and `categories.otherwise` is `refuse`",
  id: "`id` comes to nothing, or to what another item has",
  "image-missing": "there is no picture, and `images.required` wants one",
  "image-size": "a picture is smaller or larger than `images.minimum` and `maximum` say",
  "image-ratio": "a picture is narrower or wider than `images.ratio` says",
  "image-type": "a picture is of none of `images.types`",
  "image-bytes": "a picture's file is larger than `images.bytes`",
  "html-element": "an element stands in it that `html` refuses",
  "html-depth": "elements stand deeper in each other than `html.depth`, and `html.deeper` is `refuse`",
  "item-count": "the document has fewer items than `items.minimum` (always a warning)",
  "file-size": "it is larger than `size` alone; a document that would be ends early, with a warning",
} as const;

export const ruleNames: readonly string[] = Object.keys(rules);
