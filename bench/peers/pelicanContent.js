/**
 * The corpus as Pelican takes it: it knows no YAML, but a line for each thing.
 *
 *     node bench/peers/pelicanContent.js ARTICLES CONTENT
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import matter from "gray-matter";

const [articles, target] = process.argv.slice(2);

for (const path of readdirSync(articles, { recursive: true }).filter((name) => name.endsWith(".md"))) {
  const { data, content } = matter(readFileSync(join(articles, path), "utf8"));
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${head(data)}\n\n${content}`);
}

function head({ title, date, updated, topic, tags, authors, summary, draft }) {
  const lines = [
    `Title: ${title}`,
    `Date: ${date.toISOString()}`,
    ...(updated ? [`Modified: ${updated.toISOString()}`] : []),
    `Category: ${topic}`,
    `Tags: ${tags.join(", ")}`,
    `Authors: ${authors.map((author) => author.name ?? author).join("; ")}`,
    `Summary: ${summary}`,
    ...(draft ? ["Status: draft"] : []),
  ];
  return lines.join("\n");
}
