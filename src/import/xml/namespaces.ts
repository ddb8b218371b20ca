/** What namespaces are called here; several addresses were in use for some. */
const prefixes: readonly (readonly [pattern: RegExp, prefix: string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/Atom\/?$/i, "atom"],
  [/^http:\/\/purl\.org\/atom\/ns#$/i, "atom"],
  [/^http:\/\/purl\.org\/rss\/1\.0\/?$/i, ""],
  [/^http:\/\/my\.netscape\.com\/rdf\/simple\/0\.9\/$/i, ""],
  [/^http:\/\/(?:backend|blogs)\.userland\.com\/rss2?$/i, ""],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, "content"],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/i, "dc"],
  [/^http:\/\/purl\.org\/dc\/terms\/?$/i, "dcterms"],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/i, "media"],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, "itunes"],
  [/^https:\/\/(?:podcastindex\.org\/namespace\/1\.0|github\.com\/Podcastindex-org\/.*)$/i, "podcast"],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/$/i, "excerpt"],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/$/i, "wp"],
  [/^http:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/i, "feedburner"],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/i, "rdf"],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml$/i, "xhtml"],
  [/^http:\/\/www\.w3\.org\/2007\/app$/i, "app"],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/i, "xml"],
  [/^http:\/\/purl\.org\/syndication\/thread\/1\.0$/i, "thr"],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/slash\/$/i, "slash"],
  [/^http:\/\/wellformedweb\.org\/CommentAPI\/$/i, "wfw"],
];

const known = new Map<string, string | undefined>();

/** The prefix that a namespace is known by, whatever the document calls it; its own where it isn't known. */
export function qualified(uri: string, prefix: string, local: string): string {
  if (!known.has(uri)) known.set(uri, prefixes.find(([pattern]) => pattern.test(uri))?.[1]);
  const name = known.get(uri) ?? prefix;
  return name === "" ? local : `${name}:${local}`;
}
