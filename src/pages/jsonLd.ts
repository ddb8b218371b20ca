import type { Site } from "../config/index.ts";
import type { Instant, Item, Person } from "../model.ts";

/**
 * A story as search engines read it: a `NewsArticle` of schema.org, as JSON that can stand in a `script` element.
 * Left out is what isn't known: nothing is said empty.
 */
export function newsArticle(item: Item, site: Site): string {
  const { title, url, summary, published, updated, authors, image, credit, topic, tags, corrections } = item;
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: url,
    headline: title,
    description: summary,
    image: image && [picture(image)],
    datePublished: published === undefined ? undefined : time(published),
    dateModified: time(updated),
    author: authors.map((each) => author(each, item, site)),
    publisher: organisation({ name: site.title, url: site.url, logo: site.image }),
    sourceOrganization: credit && organisation(credit),
    isBasedOn: item.externalUrl ?? item.origin?.url,
    articleSection: topic?.term,
    keywords: tags.length > 0 ? tags.map(({ term, label = term }) => label) : undefined,
    inLanguage: item.language,
    wordCount: item.wordCount,
    timeRequired: item.readingMinutes && `PT${item.readingMinutes}M`,
    copyrightNotice: item.rights ?? site.copyright,
    correction: corrections?.length
      ? corrections.map(({ date, note }) => ({
          "@type": "CorrectionComment",
          text: note,
          datePublished: date === undefined ? undefined : time(date),
        }))
      : undefined,
    isAccessibleForFree: true,
  });
}

/** An agency, and a site that signs itself, are no persons. */
function author({ name, url }: Person, { credit }: Item, site: Site) {
  const isPerson = name !== credit?.name && name !== site.title;
  return { "@type": isPerson ? "Person" : "Organization", name, url };
}

function organisation({
  name,
  url,
  logo,
}: {
  name: string;
  url?: string | undefined;
  logo?: string | undefined;
}) {
  return { "@type": "Organization", name, url, logo: logo && { "@type": "ImageObject", url: logo } };
}

function picture({ url, width, height, caption, credit }: NonNullable<Item["image"]>) {
  return { "@type": "ImageObject", url, width, height, caption, creditText: credit };
}

function time(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

/** No `<` can end the element or open a comment in it; the rest of these ends a line in old scripts. */
function scriptJson(value: object): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
