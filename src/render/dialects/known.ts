import { escapeAttribute } from "../escape.ts";
import { type Call, given } from "./call.ts";
import { type Page, pageValue } from "./page.ts";
import { picture, recording } from "./pictures.ts";

/** What a call shows, as Markdown or HTML; undefined where nothing can be shown. */
type Showing = (call: Call, page: Page) => string | undefined;

const id = (call: Call, ...names: string[]) => given(call, ...names, "id", "key") ?? call.values[0];

const video =
  (address: string): Showing =>
  (call) =>
    linkTo(call, address, id(call, "youtubeid", "videoid", "video", "url", "src"));

const showings: ReadonlyMap<string, Showing> = new Map<string, Showing>([
  ...each("figure img image imgproc picture responsiveimage nextimage", picture),
  ...each("video videoplayer html5video mp4", recording),
  ...each(
    "youtube youtubeembed youtubevideo youtubelite liteyoutube youtubeliteplayer",
    video("https://www.youtube.com/watch?v="),
  ),
  ...each("vimeo vimeoembed litevimeo", video("https://vimeo.com/")),
  ...each("tweet twitter xsimple twittersimple tweetembed", (call) => post(call, "https://twitter.com/")),
  ...each("x", (call) => post(call, "https://x.com/")),
  ...each("gist", gist),
  ...each("slideshare", (call) => linkTo(call, "https://www.slideshare.net/slideshow/embed_code/", id(call))),
  ...each("speakerdeck", (call) => linkTo(call, "https://speakerdeck.com/player/", id(call))),
  ...each("asciinema", (call) => linkTo(call, "https://asciinema.org/a/", id(call))),
  ...each("instagram", (call) => linkTo(call, "https://www.instagram.com/p/", id(call))),
  ...each("ref relref posturl link", (call, page) => permalink(call, page)),
  ...each("geturl", (call, page) => permalink(call, page)),
  ...each("param meta", (call, page) => call.values[0] && pageValue(call.values[0], page)),
  ...each("include include_relative includecached", included),
]);

function each(names: string, showing: Showing): (readonly [string, Showing])[] {
  return names.split(" ").map((name) => [simple(name), showing] as const);
}

/** `lite-youtube`, `youtubeEmbed` and `embeds/youtube.html` are spellings of a few names. */
function simple(name: string): string {
  const base = name.replace(/^.*\//, "").replace(/\.(?:html?|njk|liquid|webc|md)$/, "");
  return base.replace(/[._-]/g, "").toLowerCase();
}

/** What there is to show for a call. */
export function show(call: Call, page: Page): string | undefined {
  return showings.get(simple(call.name))?.(call, page) ?? addressed(call);
}

/** Whether there would be something to show for a call, had it said enough. */
export function isKnown({ name }: Call): boolean {
  return showings.has(simple(name));
}

/** An embedded page that isn't known by name may still say its address. */
function addressed(call: Call): string | undefined {
  if (!/embed|link|video|slides|player|card|bookmark/i.test(call.name)) return undefined;
  return linkTo(call, "", given(call, "url", "src", "href") ?? call.values.find(isAddress));
}

function included(call: Call, page: Page): string | undefined {
  const [file = "", ...values] = call.values;
  const showing = showings.get(simple(file));
  return showing === included ? undefined : showing?.({ ...call, name: file, values }, page);
}

function linkTo(call: Call, start: string, target: string | undefined): string | undefined {
  const address = target && (isAddress(target) ? target : start && start + encodeURIComponent(target));
  if (!address) return undefined;
  const title = given(call, "title", "label", "alt") ?? call.values.find((each) => / /.test(each));
  return title ? `[${title.replace(/[[\]]/g, "\\$&")}](<${escapeAttribute(address)}>)` : `<${address}>`;
}

function post(call: Call, site: string): string | undefined {
  const user = given(call, "user", "username");
  return linkTo(call, `${site}${user ? encodeURIComponent(user) : "i"}/status/`, id(call, "tweetid", "url"));
}

function gist(call: Call): string | undefined {
  const path = [...call.values.slice(0, 2), given(call, "id") ?? ""].filter(Boolean).join("/");
  if (!/^[\w-]+(?:\/\w+)?$/.test(path)) return linkTo(call, "", path);
  return `<https://gist.github.com/${path}>`;
}

function permalink(call: Call, page: Page): string | undefined {
  const target = given(call, "path") ?? call.values[0];
  return target && page.permalinkOf(target);
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/i.test(text);
}
