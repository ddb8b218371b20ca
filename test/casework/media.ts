/** The parts of Media RSS that both XML formats use. */
export interface MediaContent {
  readonly url?: string;
  readonly type?: string;
  readonly fileSize?: number;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  readonly title?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly credits?: readonly { readonly value?: string }[];
}

export interface Media {
  readonly contents?: readonly MediaContent[];
  readonly thumbnails?: readonly { readonly url?: string }[];
}

/** The lead picture: the one that is its own thumbnail. */
export function leadPicture(media: Media | undefined) {
  const url = media?.thumbnails?.[0]?.url;
  const found = media?.contents?.find((each) => url !== undefined && each.url === url);
  if (found === undefined) return null;
  const { type, fileSize, width, height, title, description, credits } = found;
  return {
    url,
    type: type ?? null,
    length: fileSize ?? null,
    width: width ?? null,
    height: height ?? null,
    alt: title?.value ?? null,
    caption: description?.value ?? null,
    credit: credits?.[0]?.value ?? null,
  };
}

/** What `media:content` adds to an enclosure. */
export function mediaOf(media: Media | undefined, url: string | undefined): MediaContent | undefined {
  return media?.contents?.find((each) => each.url === url);
}

/** All media but the lead picture and one more address. */
export function furtherMedia(media: Media | undefined, besides: string | undefined): MediaContent[] {
  const lead = media?.thumbnails?.[0]?.url;
  return (media?.contents ?? []).filter(({ url }) => url !== besides && url !== lead);
}
