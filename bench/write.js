/**
 * One run of a writer: 10,000 items of 6 kB in memory, then one format of them, to the last byte.
 *
 *     node bench/write.js feedwright|feed|stream|writer rss|atom|json [ITEMS]
 */
import { Dice, paragraph, phrase, word } from "./prose.js";

const methods = { rss: "rss2", atom: "atom1", json: "json1" };
const [who, format, items = "10000"] = process.argv.slice(2);

const paragraphs = Array.from({ length: 500 }, (_, seed) => htmlParagraph(new Dice(seed)));

const { Feed, formats } = await import(who === "feed" ? "feed" : "../lib/index.js");
const feed = new Feed({
  title: "Bench",
  id: "https://news.example/",
  link: "https://news.example/",
  copyright: "None",
  updated: new Date(Date.UTC(2025, 0, 1)),
});
for (let index = 0; index < Number(items); index++) feed.addItem(item(index));
const model = who === "writer" ? modelOf(feed) : undefined;

const started = performance.now();
const bytes = who === "stream" ? streamed(feed.stream(format)) : model ? streamed(model.pieces()) : whole();
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ seconds, megabytes: bytes / 1e6 }));

/** As `writeFileSync` and `response.end` encode it. It may still be a tree of pieces, which is made flat here too. */
function whole() {
  return Buffer.from(feed[methods[format]]()).length;
}

/** As a file or a response takes it: piece by piece. */
function streamed(pieces) {
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  let written = 0;
  for (const piece of pieces) written += buffer.write(piece);
  return written;
}

/** The same feed as a build has it: checked already, so that the writer alone is timed. */
function modelOf({ options, items }) {
  const channel = {
    ...options,
    url: options.link,
    authors: [],
    self: {},
    updated: options.updated.getTime(),
  };
  const checked = items.map(({ id, title, link, description, content, author, category, date }) => ({
    id,
    url: link,
    title,
    summary: description,
    contentHtml: content,
    updated: date.getTime(),
    authors: author.map(({ name, link: url }) => ({ name, url })),
    tags: category.map(({ name }) => ({ term: name })),
    enclosures: [],
  }));
  return { pieces: () => formats[format].write({ channel, items: checked }) };
}

function item(index) {
  const dice = new Dice(index);
  const link = `https://news.example/${index}/${word(dice)}/`;
  return {
    title: phrase(dice, 7),
    id: link,
    link,
    date: new Date(Date.UTC(2025, 0, 1) - index * 3_600_000),
    description: `${phrase(dice, 14)}.`,
    content: html(dice),
    author: [{ name: "Ana Duarte", link: "https://news.example/desks/ana-duarte" }],
    category: [{ name: word(dice) }, { name: word(dice) }],
  };
}

/** Paragraphs come again in other items: making each anew would take longer than writing it. */
function html(dice) {
  let text = "";
  while (text.length < 6000) text += dice.of(paragraphs);
  // Flat, as text from a file or a renderer's `join` is.
  return Buffer.from(text).toString();
}

function htmlParagraph(dice) {
  const link = () => `<a href="https://news.example/${word(dice)}?a=1&amp;b=2">${word(dice)}</a>`;
  return `<p>${paragraph(dice, 5, link)}</p>\n`;
}
