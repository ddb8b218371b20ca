// Writes a WordPress export of a size: `node bench/wxr.js MEGABYTES > export.xml`. Its posts have
// what real ones have: classic and block content, pictures that stand behind them, tags, drafts.
import { once } from "node:events";

const words =
  "The council met on Tuesday and spoke of the bridge, which *everybody* wants and nobody pays for. ";
const megabytes = Number(process.argv[2] ?? 10);
const { stdout } = process;
let written = 0;

await write(`<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Daily Example</title>
<link>https://daily.example</link>
<language>en</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>desk</wp:author_login><wp:author_display_name>City desk</wp:author_display_name></wp:author>
`);
for (let number = 1; written < megabytes * 1_000_000; number++) {
  await write(post(number));
  if (number % 4 === 0) await write(attachment(number));
}
await write("</channel>\n</rss>\n");

async function write(text) {
  written += Buffer.byteLength(text);
  if (!stdout.write(text)) await once(stdout, "drain");
}

function post(number) {
  const at = new Date(Date.UTC(2010, 0, 1) + number * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const featured = number % 4 === 0 ? meta("_thumbnail_id", 1_000_000 + number) : "";
  return `<item>
<title><![CDATA[Story number ${number} & what came of it]]></title>
<link>https://daily.example/${at.slice(0, 4)}/story-${number}/</link>
<dc:creator><![CDATA[desk]]></dc:creator>
<guid isPermaLink="false">https://daily.example/?p=${number}</guid>
<content:encoded><![CDATA[${number % 2 === 0 ? blocks(number) : classic(number)}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>${at}</wp:post_date>
<wp:post_date_gmt>${at}</wp:post_date_gmt>
<wp:post_name>story-${number}</wp:post_name>
<wp:status>${number % 50 === 0 ? "draft" : "publish"}</wp:status>
<wp:post_type>post</wp:post_type>
<category domain="category" nicename="city"><![CDATA[City]]></category>
<category domain="post_tag" nicename="tag-${number % 90}"><![CDATA[Tag ${number % 90}]]></category>
${featured}</item>
`;
}

function meta(key, value) {
  return `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>\n`;
}

function attachment(number) {
  return `<item>
<title>picture-${number}</title>
<wp:post_id>${1_000_000 + number}</wp:post_id>
<wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://daily.example/files/${number}.jpg</wp:attachment_url>
</item>
`;
}

function classic(number) {
  const line = (count) => words.repeat(count).trim();
  return `${line(4)}\n\n<strong>Number ${number}.</strong> ${line(6)}\n\n<a href="/about/">${line(1)}</a>\n\n${line(30)}`;
}

function blocks(number) {
  const paragraph = (count) =>
    `<!-- wp:paragraph -->\n<p>${words.repeat(count).trim()}</p>\n<!-- /wp:paragraph -->\n`;
  const list = "<!-- wp:list -->\n<ul><li>one</li><li>two</li></ul>\n<!-- /wp:list -->\n";
  return `${paragraph(4)}<!-- wp:heading -->\n<h2>Part ${number}</h2>\n<!-- /wp:heading -->\n${paragraph(8)}${list}${paragraph(28)}`;
}
