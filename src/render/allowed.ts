/** What may stand in a feed's HTML, and what becomes of the rest. */

const list = (names: string): readonly string[] => names.trim().split(/\s+/);
const none: readonly string[] = [];

const plain = list(`
  p h1 h2 h3 h4 h5 h6 figure figcaption picture cite ul dl dt dd caption thead tbody tfoot tr
  pre code kbd samp var em strong b i u s mark small sub sup abbr dfn bdi bdo ruby rt rp br hr wbr
  summary div span section article aside header footer address
`);

/** Element to the attributes that it may carry beside `globalAttributes`. */
export const elements: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ...plain.map((name) => [name, none] as const),
    ["a", list("href hreflang rel type")] as const,
    ["img", list("src srcset sizes alt width height longdesc")] as const,
    ["source", list("src srcset sizes media type width height")] as const,
    ["audio", list("src controls loop muted preload")] as const,
    ["video", list("src controls loop muted preload poster width height")] as const,
    ["track", list("src kind srclang label default")] as const,
    ["blockquote", list("cite")] as const,
    ["q", list("cite")] as const,
    ["ins", list("cite datetime")] as const,
    ["del", list("cite datetime")] as const,
    ["time", list("datetime")] as const,
    ["data", list("value")] as const,
    ["ol", list("start reversed type")] as const,
    ["li", list("value")] as const,
    ["table", none] as const,
    ["colgroup", list("span")] as const,
    ["col", list("span")] as const,
    ["td", list("colspan rowspan headers")] as const,
    ["th", list("colspan rowspan headers scope abbr")] as const,
    ["details", list("open")] as const,
  ].map(([name, attributes]) => [name, new Set(attributes)]),
);

/** Attributes that any element may carry. */
export const globalAttributes: ReadonlySet<string> = new Set(["id", "lang", "dir", "title", "aria-label"]);

/** Written with no value: what they were set to means nothing. */
export const booleanAttributes: ReadonlySet<string> = new Set(
  list("controls loop muted default reversed open"),
);

const whole = /^\d{1,6}$/;

/** What an attribute's value has to look like; any other value drops it. */
export const attributeValues: ReadonlyMap<string, RegExp> = new Map([
  ["width", whole],
  ["height", whole],
  ["span", whole],
  ["colspan", whole],
  ["rowspan", whole],
  ["start", /^-?\d{1,6}$/],
  ["dir", /^(?:ltr|rtl|auto)$/i],
  ["lang", /^[A-Za-z0-9-]{1,35}$/],
  ["srclang", /^[A-Za-z0-9-]{1,35}$/],
  ["scope", /^(?:row|col|rowgroup|colgroup)$/i],
  ["preload", /^(?:none|metadata|auto)$/i],
  ["kind", /^(?:subtitles|captions|descriptions|chapters|metadata)$/i],
]);

/** A code block's language, the only class that says something about content. */
export const codeClass = /^language-[\w+#.-]{1,40}$/;

/** Outdated or page-building elements, and what says the same in an article. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ["main", "div"],
  ["nav", "div"],
  ["center", "div"],
  ["form", "div"],
  ["fieldset", "div"],
  ["dialog", "div"],
  ["hgroup", "div"],
  ["search", "div"],
  ["legend", "p"],
  ["menu", "ul"],
  ["dir", "ul"],
  ["strike", "s"],
  ["tt", "code"],
  ["acronym", "abbr"],
]);

/** Elements whose content is not prose: they go with all that is in them. */
export const dropped: ReadonlySet<string> = new Set(
  list(`
    script style template svg math embed noscript noembed noframes xmp plaintext textarea title
    button select option optgroup datalist input output meter progress head frame frameset canvas
  `),
);

/** Elements without content or end tag. */
export const voidElements: ReadonlySet<string> = new Set(list("br hr wbr img source track col"));
