import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shapeHtml } from "../../src/partners/adapt/html.ts";
import { run, story } from "../cli/support.ts";
import { complaintsOn, folder, load, site } from "../config/support.ts";
import { elementsOf, render } from "../render/support.ts";

const player = "https://www.youtube-nocookie.com/embed/x1";
const content = (body: string, embeds = ["www.youtube-nocookie.com"]) =>
  render({}, body, { embeds }).item?.contentHtml ?? "";
const framesIn = (html: string) => elementsOf(html).filter(({ tagName }) => tagName === "iframe");

test("no frame gets into a feed unless the configuration names its host", () => {
  expect(content(`<iframe src="${player}" title="A talk"></iframe>`, [])).toBe(
    `<p><a href="${player}">A talk</a></p>\n`,
  );
});

test("a named host's frame stays, with what keeps it apart and nothing else of its attributes", () => {
  const given = `src="${player}" title="A &quot;talk&quot;" width="560" height="315" name="x" style="a" allow="camera *"
    srcdoc="&lt;script&gt;X()&lt;/script&gt;" onload="X()" sandbox="allow-top-navigation" referrerpolicy="unsafe-url"`;
  expect(content(`<iframe ${given}><b>inside</b></iframe>`)).toBe(
    `<iframe src="${player}" title="A &quot;talk&quot;" width="560" height="315" ` +
      'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation" ' +
      'referrerpolicy="strict-origin-when-cross-origin" loading="lazy" allowfullscreen=""></iframe>\n',
  );
  expect(content(`<iframe src="${player}" width="100%" height="9999999999"></iframe>`)).not.toMatch(
    /width|height/,
  );
});

test.each([
  "http://www.youtube-nocookie.com/embed/x1",
  "https://youtube-nocookie.com/embed/x1",
  "https://a.www.youtube-nocookie.com/embed/x1",
  "https://www.youtube-nocookie.com.evil.example/",
  "https://evil.example/www.youtube-nocookie.com",
  "https://www.youtube-nocookie.com@evil.example/",
  "https://user:word@www.youtube-nocookie.com/",
  "https://www.youtube-nocookie.com:8443/",
  "https://evil.example\\@www.youtube-nocookie.com/",
  "/embed/x1",
  "page.html",
])("a frame of %s becomes a link", (src) => {
  const html = content(`<iframe src="${src}"></iframe>`);
  expect(framesIn(html)).toEqual([]);
  expect(html).toContain("<a href=");
});

test.each([
  "javascript:X()",
  "data:text/html,<script>X()</script>",
  "blob:https://www.youtube-nocookie.com/x",
  "",
])("a frame of `%s` goes", (src) => {
  expect(content(`Text. <iframe src="${src}" srcdoc="x"></iframe>`)).toBe("<p>Text. </p>\n");
});

test.each(["frame", "embed", "object", "portal", "fencedframe"])("`%s` is no way around", (name) => {
  const html = content(`<${name} src="${player}" data="${player}"></${name}> Text.`);
  expect(html).not.toContain(`<${name}`);
});

test("of a form nothing is left that could be sent", () => {
  const html = content(
    '<form action="https://evil.example/"><input name=a value=b><button>Go</button><select><option>x</select><textarea>y</textarea>Text</form>',
  );
  expect(html).toBe("<div>Text</div>\n");
});

test("a partner gets an allowed frame as it takes frames, else a link", () => {
  const html = content(`<iframe src="${player}" title="A talk"></iframe>`);
  expect(shapeHtml(html).html).toBe(html);
  expect(shapeHtml(html, { elements: ["p", "a"] }).html).toBe(`<a href="${player}">A talk</a>\n`);
  expect(shapeHtml(html, { elements: ["p"], frames: ["https://www.youtube-nocookie.com/embed/"] }).html).toBe(
    `<iframe src="${player}" allowfullscreen=""></iframe>\n`,
  );
  expect(shapeHtml(html, { replace: { iframe: "drop" } }).html).toBe("\n");
});

test("hosts are names and nothing else", async () => {
  const config = await load(`${site}embeds: [Player.Example, відео.example]\n`);
  expect(config.embeds).toEqual(["player.example", "xn--b1aed0b0h.example"]);
  for (const host of [
    "https://a.example",
    "a.example/",
    "*.example",
    "*",
    "com",
    "a.example:80",
    "u@a.example",
    "",
  ])
    expect(await complaintsOn(`${site}embeds: ["${host}"]\n`)).toHaveLength(1);
});

test("a story's own page shows frames of those hosts, and no others", async () => {
  const text = `${story("A", "2025-01-01")}<iframe src="${player}"></iframe>\n`;
  const policy = async (more: string) => {
    const cwd = folder({ "feedwright.yaml": `${site}pages: true\n${more}`, "articles/a.md": text });
    expect((await run(["build"], { cwd })).exitCode).toBe(0);
    const page = readFileSync(join(cwd, "dist/a/index.html"), "utf8");
    return [/frame-src [^;"]*/.exec(page)?.[0], page.includes("<iframe")];
  };
  expect(await policy("")).toEqual([undefined, false]);
  expect(await policy("embeds: [www.youtube-nocookie.com]\n")).toEqual([
    "frame-src https://www.youtube-nocookie.com",
    true,
  ]);
});
