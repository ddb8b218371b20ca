import { autop } from "@wordpress/autop";

/** Shortcodes that are understood, whatever plugins there are. */
const understood = /^(?:caption|embed|audio|video)$/;

/**
 * A post's content as WordPress would show it: lines become paragraphs, unless the block editor wrote
 * it; captions, and addresses that stand for what they lead to, become HTML.
 */
export function postHtml(source: string): string {
  const isBlocks = /<!--\s*wp:/.test(source);
  const html = source
    .replace(/<!--\s*\/?wp:[\s\S]*?-->\n?/g, "")
    .replace(/\[caption\b([^\]]*)\]([\s\S]*?)\[\/caption\]/g, (_, attributes: string, inner: string) =>
      captioned(attributes, inner),
    )
    .replace(/\[embed\b[^\]]*\]\s*(https?:\/\/[^\s[\]<>"]+)\s*\[\/embed\]/g, '<a href="$1">$1</a>')
    .replace(/\[(audio|video)\b([^\]]*)\](?:\s*\[\/\1\])?/g, (whole, kind: string, attributes: string) =>
      recording(whole, kind, attributes),
    );
  return isBlocks ? html : autop(html);
}

/** The words are an attribute in old posts, and stand behind the picture in newer ones. */
function captioned(attributes: string, inner: string): string {
  const [picture = ""] = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/.exec(inner) ?? [];
  const words = inner.slice(picture.length).trim() || attribute(attributes, "caption") || "";
  if (picture === "") return inner;
  return `<figure>${picture.trim()}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

function recording(whole: string, kind: string, attributes: string): string {
  const src = ["src", "mp3", "m4a", "ogg", "wav", "mp4", "webm"]
    .map((name) => attribute(attributes, name))
    .find(Boolean);
  return src === undefined || /["<>]/.test(src) ? whole : `<${kind} controls src="${src}"></${kind}>`;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2];
}

/** The shortcodes that stay as text, by name: what has an attribute or an end, or a name that is well known. */
export function shortcodesIn(source: string): readonly string[] {
  const names = new Set<string>();
  for (const [, name = "", more = ""] of source.matchAll(/\[([a-z][\w-]{1,40})(\s+[\w-]+=[^\]]*)?\/?\]/gi)) {
    const isOne =
      more !== "" || /^(?:gallery|playlist|contact-form)/.test(name) || source.includes(`[/${name}]`);
    if (isOne && !understood.test(name)) names.add(name);
  }
  return [...names];
}
