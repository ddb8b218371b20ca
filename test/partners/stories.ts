import type { Channel, Item, Tombstone } from "../../src/model.ts";
import type { Story } from "../../src/partners/index.ts";
import type { Fields } from "../../src/partners/profile/value.ts";
import { complaintsOn, site } from "../config/support.ts";
import { profileAt } from "./profiles.ts";
import { recipient, written } from "./support.ts";

export const published = Date.UTC(2026, 10, 24, 9, 30);
export const updated = Date.UTC(2026, 10, 24, 11);
export const withdrawnAt = Date.UTC(2026, 10, 25, 8);
export const now = Date.UTC(2026, 10, 25, 12);

/** A publication as partners want one. */
export const publication: Channel = {
  id: "https://news.example/",
  title: "The Example",
  url: "https://news.example/",
  description: "News of the harbour and the city around it",
  language: "en",
  authors: [],
  self: { rss: "https://news.example/partner.xml", atom: "https://news.example/partner.xml" },
  hubs: ["https://hub.example/"],
  image: "https://news.example/logo.png",
  icon: "https://news.example/icon.png",
  copyright: "© 2026 The Example",
  ttl: 15,
};

const body = `<p lang="en">The ferry <em>Aurora</em> left at noon, for the first time since <a href="https://news.example/storm">the storm</a>.</p>
<figure><img src="https://news.example/ferry.jpg" alt="The ferry" width="1600" height="1000"><figcaption>The Aurora on Tuesday</figcaption></figure>
<h2>What comes next</h2><ul><li>Two ships a day</li><li>Four in December</li></ul>
<blockquote><p>“We waited long enough.”</p></blockquote>`;

/** An article as every partner would take it. */
export const article: Item = {
  id: "https://news.example/ferry",
  url: "https://news.example/ferry",
  title: "The harbour's ferries run again & carry cars",
  summary: `${"The harbour's ferries run again after three weeks of repairs, and carry cars. ".repeat(4)}Fares stay.`,
  contentHtml: body,
  published,
  updated,
  authors: [
    {
      name: "Ada Nwosu",
      email: "ada@news.example",
      url: "https://news.example/ada",
      avatar: "https://news.example/ada.jpg",
    },
    { name: "Ben Roe" },
  ],
  credit: { name: "Reuters", url: "https://www.reuters.com/" },
  topic: { term: "harbour", label: "Harbour" },
  tags: [{ term: "ferries" }],
  image: {
    url: "https://news.example/ferry.jpg",
    type: "image/jpeg",
    length: 250_000,
    width: 1600,
    height: 1000,
    alt: "The ferry",
    caption: "The Aurora on Tuesday",
    credit: "Cy Lens/Reuters",
  },
  enclosures: [],
  rights: "© Reuters",
  language: "en",
  wordCount: 120,
  readingMinutes: 1,
};

/** Another one, that was taken back. */
export const gone: Tombstone = {
  id: "https://news.example/gone",
  url: "https://news.example/gone",
  title: "A story that was wrong from the start",
  published,
  when: withdrawnAt,
  reason: "Its source took it back.",
};

export const story = (changes: Partial<Item> = {}, extra: Fields = {}): Story => ({
  item: { ...article, ...changes },
  file: "ferry.md",
  extra,
});

interface Getting {
  readonly stories?: readonly Story[];
  readonly tombstones?: readonly Tombstone[];
  readonly channel?: Partial<Channel>;
  readonly values?: Readonly<Record<string, string>>;
  readonly limit?: number;
}

/** What the partner of a profile's file gets. */
export function got(
  path: string,
  { stories = [story()], tombstones = [], channel = {}, values = {}, limit = 100 }: Getting = {},
) {
  const to = recipient(profileAt(path), { values, limit });
  const { text, document } = written(to, {
    channel: { ...publication, ...channel },
    stories,
    tombstones,
    now,
  });
  const told = document.problems.map(({ code, message, hint }) => ({ code, message, hint: hint ?? "" }));
  return { text, told, refused: document.refused, ids: document.ids };
}

/** The rule that keeps an article from a partner, and where the problem says that it is from. */
export function refusal(path: string, getting: Getting) {
  const { refused, told, ids } = got(path, getting);
  const [{ rule } = { rule: "none" }] = refused;
  const named = told.some(
    ({ code, message }) => code === "partner-rule" && message.includes(`by the rule ${rule}: `),
  );
  return { rule, named, sourced: told.every(({ hint }) => hint.includes("https://")), ids };
}

/** The rules that an article, or the feed itself, is published against. */
export function advice(path: string, getting: Getting): (string | undefined)[] {
  return got(path, getting).told.map(({ code, message }) =>
    ["partner-advice", "partner-feed"].includes(code)
      ? /against the rule ([a-z-]+): /.exec(message)?.[1]
      : code,
  );
}

/** What is wrong with a built-in profile's values, as a configuration has them. */
export async function valueComplaints(
  profile: string,
  values: Readonly<Record<string, string>>,
): Promise<string[]> {
  const found = await complaintsOn(`${site}partners: [${JSON.stringify({ profile, values })}]\n`);
  return found.map((each) => each.replace(/^\S+ /, "").replace(/ \([^(]*\)$/, ""));
}
