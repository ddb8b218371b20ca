import type { ExtensionElement } from "../model.ts";
import { absolute } from "./addresses.ts";
import type { Given } from "./given.ts";

/**
 * Apple's elements for a feed with `podcast`. Google Podcasts ended in 2024: its `googleplay:`
 * elements, which `feed` writes, are left out.
 */
export function podcastElements(options: Given): readonly ExtensionElement[] {
  if (!options.raw("podcast")) return [];
  const [author, category] = [options.part("author"), options.text("category")];
  const [name, email] = [author?.text("name"), author?.text("email")];
  const image = absolute(options.text("image"));
  return [
    ...(name ? [{ name: "itunes:author", content: name }] : []),
    ...(email ? [{ name: "itunes:owner", content: owner(email, name) }] : []),
    ...(category ? [{ name: "itunes:category", attributes: { text: category } }] : []),
    ...(image ? [{ name: "itunes:image", attributes: { href: image } }] : []),
    { name: "itunes:explicit", content: String(options.raw("explicit") === true) },
  ];
}

/** `itunes:duration` of an episode. */
export function episodeElements(audio: string | Given | undefined): readonly ExtensionElement[] {
  const seconds = typeof audio === "object" ? audio.number("duration") : undefined;
  return seconds ? [{ name: "itunes:duration", content: clock(Math.round(seconds)) }] : [];
}

function owner(email: string, name: string | undefined): readonly ExtensionElement[] {
  return [
    ...(name ? [{ name: "itunes:name", content: name }] : []),
    { name: "itunes:email", content: email },
  ];
}

/** `50:00`, `1:02:03`. */
function clock(seconds: number): string {
  const two = (value: number) => String(value % 60).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}
