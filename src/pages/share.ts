import type { ShareName } from "../config/index.ts";

/** A link by which a story is passed on. Nothing is asked of the other site until somebody follows it. */
interface ShareLink {
  readonly name: string;
  readonly href: string;
}

interface Service {
  /** Its own name; none where it is called by a word of the page's language. */
  readonly name?: string;
  /** @param url and `title` are percent-encoded */
  href(url: string, title: string): string;
}

const services: Readonly<Record<ShareName, Service>> = {
  email: { href: (url, title) => `mailto:?subject=${title}&body=${url}` },
  whatsapp: { name: "WhatsApp", href: (url, title) => `https://wa.me/?text=${title}%20${url}` },
  telegram: { name: "Telegram", href: (url, title) => `https://t.me/share/url?url=${url}&text=${title}` },
  facebook: { name: "Facebook", href: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}` },
  bluesky: {
    name: "Bluesky",
    href: (url, title) => `https://bsky.app/intent/compose?text=${title}%20${url}`,
  },
  mastodon: {
    name: "Mastodon",
    href: (url, title) => `https://share.joinmastodon.org/#text=${title}%20${url}`,
  },
  x: { name: "X", href: (url, title) => `https://x.com/intent/post?text=${title}&url=${url}` },
  linkedin: {
    name: "LinkedIn",
    href: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  },
  reddit: { name: "Reddit", href: (url, title) => `https://www.reddit.com/submit?url=${url}&title=${title}` },
};

/** @param email what a mail is called */
export function shareLinks(
  names: readonly ShareName[],
  { url, title }: { readonly url: string; readonly title: string },
  email: string,
): ShareLink[] {
  const [address, words] = [encodeURIComponent(url), encodeURIComponent(title.toWellFormed())];
  return names.map((each) => {
    const { name = email, href } = services[each];
    return { name, href: href(address, words) };
  });
}
