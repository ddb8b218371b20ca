import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainYaml } from "../../src/parse/plainYaml.ts";
import { expectNoDeviation, withTypingErrors } from "./twoReaders.ts";

/** Front matter as the users of other generators write it. */

const often = (usual: fc.Arbitrary<string>, odd: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const word = often(
  fc.constantFrom(
    ..."bridge council opens the a of in Kyiv river vote budget C# и міст naïve it's what’s –".split(" "),
  ),
  fc.constantFrom(
    ..."“new” Q&A 100% (again) e-mail Node.js $5 @desk #1 2: vs. 2025 7 標題 true null ~ - ' \"".split(" "),
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((all) => all.join(" "));
const text = words.chain((said) =>
  often(
    fc.constantFrom(said, said, `"${said}"`, `'${said}'`),
    fc.constantFrom(`>-\n  ${said}\n  ${said}`, `|\n  ${said}`),
  ),
);
const day = fc
  .tuple(
    fc.integer({ min: 1998, max: 2031 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, ...rest]) => [year, ...rest.map((part) => String(part).padStart(2, "0"))].join("-"));
const date = fc
  .tuple(
    day,
    fc.constantFrom(
      "",
      "T18:30:00Z",
      "T18:30:00+02:00",
      "T18:30:00.000Z",
      " 18:30:00 +0200",
      " 18:30",
      " 9:05:00",
    ),
  )
  .chain(([on, at]) => fc.constantFrom(on + at, on + at, `"${on}${at}"`, `'${on}'`));
const slug = fc
  .array(fc.constantFrom("bridge", "opens", "2025", "a", "uk"), { minLength: 1 })
  .map((all) => all.join("-"));
const path = fc
  .tuple(fc.constantFrom("", "/", "./", "../", "https://news.example/", "//cdn.example/"), slug)
  .chain(([start, end]) =>
    fc.constantFrom(`${start}${end}`, `${start}${end}/`, `${start}${end}.jpg`, `"${start}${end}"`),
  );
const flag = fc.constantFrom("true", "false", "True", "yes", "no", "'true'", "0", "");
const number = fc.constantFrom("1", "10", "-5", "1.5", "007", "1e3", "0x1F", "1_000", "12:30", ".5");
const mail = fc.constantFrom("ana@news.example", "Ana <ana@news.example>", "'Ana, Jon'", "Ana Duarte & Jon");

const line = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((said) => ` ${said}`);
const block = (each: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom("", "  ", "    "), fc.array(each, { minLength: 1, maxLength: 4 }))
    .map(([margin, all]) => all.map((said) => `\n${margin}- ${said}`).join(""));
const flow = (each: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(", ", ",", " , "), fc.array(each, { maxLength: 4 }))
    .map(([comma, all]) => ` [${all.join(comma)}]`);
const list = fc.oneof(
  block(words),
  flow(words),
  flow(words.map((said) => `"${said}"`)),
  line(words),
  block(slug),
);
const map = (members: Readonly<Record<string, fc.Arbitrary<string>>>) =>
  fc.record(members, { requiredKeys: [] }).map((said) =>
    Object.entries(said)
      .map(([key, value]) => `\n  ${key}: ${value}`)
      .join(""),
  );
const maps = (members: Readonly<Record<string, fc.Arbitrary<string>>>) =>
  fc
    .array(map(members), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((each) => each.replaceAll("\n", "\n  ").replace("\n    ", "\n  - ")).join(""));

const titled = { title: line(text), date: line(date), tags: list };
/** Keys and what stands behind their colons, generator by generator. */
const generators: readonly Readonly<Record<string, fc.Arbitrary<string>>>[] = [
  // Hugo
  {
    ...titled,
    lastmod: line(date),
    draft: line(flag),
    weight: line(number),
    categories: list,
    aliases: block(path),
    params: map({ author: words, comments: flag }),
    cover: map({ image: path, alt: text, relative: flag }),
    menu: fc.constant("\n  main:\n    weight: 10"),
  },
  // Jekyll
  {
    layout: line(fc.constantFrom("post", "default")),
    ...titled,
    categories: list,
    permalink: fc.constantFrom(" /:year/:title/", " /a/b.html", ' "/a"'),
    published: line(flag),
    header: map({ image: path, overlay_filter: number, caption: text }),
    excerpt: line(text),
    last_modified_at: line(date),
  },
  // Astro, Next.js
  {
    title: line(text),
    description: line(text),
    pubDate: fc.oneof(line(date), fc.constantFrom(" Jul 08 2022", " 'Jul 08 2022'", ' "2022-07-08"')),
    heroImage: line(path),
    author: map({ name: words, picture: path }),
    ogImage: map({ url: path }),
    draft: line(flag),
    tags: list,
  },
  // Docusaurus
  {
    slug: line(path),
    title: line(text),
    authors: fc.oneof(flow(slug), maps({ name: words, title: text, url: path, image_url: path })),
    tags: list,
    hide_table_of_contents: line(flag),
    last_update: map({ date, author: words }),
  },
  // Eleventy, Ghost, dev.to
  {
    ...titled,
    eleventyExcludeFromCollections: line(flag),
    eleventyNavigation: map({ key: words, order: number }),
    series: line(words),
    cover_image: line(path),
    canonical_url: line(path),
    published: line(flag),
    feature_image: line(path),
  },
  // newsrooms
  {
    ...titled,
    updated: line(date),
    authors: fc.oneof(line(mail), block(mail), maps({ name: words, email: mail, url: path })),
    summary: line(text),
    image: map({ src: path, alt: text, credit: words, width: number, height: number }),
    corrections: maps({ date, note: text }),
    credit: map({ name: words, url: path }),
  },
];

const between = often(fc.constant("\n"), fc.constantFrom("\n\n", "  \n", "\n# a comment\n", " # why\n"));
const entries = fc
  .constantFrom(...generators)
  .chain((keys) =>
    fc.record(
      Object.fromEntries(
        Object.entries(keys).map(([key, value]) => [
          key,
          fc.tuple(value, between).map(([said, end]) => `${key}:${said}${end}`),
        ]),
      ),
      { requiredKeys: [] },
    ),
  );
const head = entries.map((said) => Object.values(said).join(""));

test("of front matter as other generators have it, it gives what the library gives or nothing", () => {
  let read = 0;
  const heads = fc.property(head, (source) => {
    expectNoDeviation(source);
    if (readPlainYaml(source) !== undefined) read++;
  });
  fc.assert(heads, { numRuns: 5000 });
  // Else it would say nothing of what is given.
  expect(read).toBeGreaterThan(500);
});

test("of the same with typing errors, it gives what the library gives or nothing", () => {
  fc.assert(fc.property(withTypingErrors(head, 3), expectNoDeviation), { numRuns: 15_000 });
});
