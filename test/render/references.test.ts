import { afterAll, beforeAll, expect, test } from "vitest";
import { createAssets } from "../../src/render/index.ts";
import { usualLimits } from "../limits.ts";
import { makeContentFolder, removeContentFolder, root, site } from "./contentFolder.ts";
import { render } from "./support.ts";

beforeAll(makeContentFolder);
afterAll(removeContentFolder);

const withAssets = () => ({ assets: createAssets(root, site, usualLimits) });

test("local files get their address and pictures their size", () => {
  const body = `![a](<a b.png>) ![b](../lead.png) [paper](../paper.pdf "PDF") [page](../page.html)

<img src="../lead.png" width="600" alt="c" srcset="../lead.png 1x, ../missing.png 2x">
<audio src="../talk.mp3"></audio> <video poster="../lead.png"></video>`;
  const { item, codes } = render({}, body, withAssets());
  expect(
    item?.contentHtml,
  ).toBe(`<p><img src="https://news.example/2025/a%20b.png" alt="a" width="640" height="480"> <img src="https://news.example/lead.png" alt="b" width="1200" height="675"> <a href="https://news.example/paper.pdf" title="PDF">paper</a> <a href="https://news.example/2025/02/page.html">page</a></p>
<img src="https://news.example/lead.png" width="600" alt="c" srcset="https://news.example/lead.png 1x, https://news.example/2025/02/missing.png 2x">
<audio src="https://news.example/talk.mp3" controls=""></audio> <video poster="https://news.example/lead.png" controls=""></video>
`);
  expect(item?.image).toMatchObject({
    url: "https://news.example/2025/a%20b.png",
    width: 640,
    length: 33,
    type: "image/png",
  });
  expect(codes).toEqual(["picture-missing"]);
});

test("the lead picture is measured, and stands first where the body hasn't got it", () => {
  const image = { src: "../lead.png", alt: 'The "lead"', caption: "In *Kyiv*", credit: "AFP" };
  const { item } = render({ image }, "Text.", withAssets());
  expect(item?.contentHtml).toBe(
    `<figure><img src="https://news.example/lead.png" alt="The &quot;lead&quot;" width="1200" height="675"><figcaption>In Kyiv (AFP)</figcaption></figure>\n<p>Text.</p>\n`,
  );
  expect(item?.image).toEqual({
    url: "https://news.example/lead.png",
    type: "image/png",
    length: 33,
    width: 1200,
    height: 675,
    alt: 'The "lead"',
    caption: "In Kyiv",
    credit: "AFP",
  });
});

test("a lead picture that the body has is shown once, there, with its caption and credit", () => {
  const image = { src: "../lead.png", alt: "L", caption: "In *Kyiv*", credit: "AFP" };
  const shown = (body: string, given = image) =>
    render({ image: given }, body, withAssets()).item?.contentHtml;
  const picture = `<img src="https://news.example/lead.png" alt="x" width="1200" height="675">`;
  expect(shown("One.\n\n![x](../lead.png)\n\nTwo.")).toBe(
    `<p>One.</p>\n<figure>${picture}<figcaption>In Kyiv (AFP)</figcaption></figure>\n<p>Two.</p>\n`,
  );
  expect(shown("One ![x](../lead.png) two.")).toBe(`<p>One ${picture} two.</p>\n`);
  expect(shown("![x](../lead.png)", { ...image, caption: "", credit: "" })).toBe(`<p>${picture}</p>\n`);
});

test("a lead picture that is missing is said, and looked for on the site", () => {
  const { item, codes } = render({ image: { src: "gone.png" } }, "Text.", withAssets());
  expect(item?.image?.url).toBe("https://news.example/2025/02/story/gone.png");
  expect(codes).toEqual(["picture-missing"]);
});

test.each([
  [{ url: "../talk.mp3" }, { url: `${site}talk.mp3`, type: "audio/mpeg", length: 1234 }, []],
  [
    { url: "../talk.mp3", length: 9, type: "audio/x-mine", duration: 61 },
    { type: "audio/x-mine", length: 1234, duration: 61 },
    [],
  ],
  [
    { url: "https://a.example/b.m4a", length: 5, title: "B" },
    { url: "https://a.example/b.m4a", type: "audio/x-m4a", length: 5, title: "B" },
    [],
  ],
  [{ url: "https://a.example/b.mp3" }, { length: 0 }, ["enclosure-length-unknown"]],
  [
    { url: "https://a.example/b", length: 5 },
    { type: "application/octet-stream" },
    ["enclosure-type-unknown"],
  ],
  [{ url: "gone.mp3" }, { url: `${site}2025/02/story/gone.mp3`, length: 0 }, ["enclosure-missing"]],
])("the enclosure %j", (reference, expected, problems) => {
  const { item, codes } = render({ enclosures: [reference] }, "Text.", withAssets());
  expect(item?.enclosures).toHaveLength(1);
  expect(item?.enclosures[0]).toMatchObject(expected);
  expect(codes).toEqual(problems);
});

test("an enclosure that is no address is left out", () => {
  const { item, codes } = render({ enclosures: [{ url: "javascript:X()" }] }, "Text.", withAssets());
  expect(item?.enclosures).toEqual([]);
  expect(codes).toEqual(["url-unusable"]);
});
