import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { article, site } from "../../pages/site.ts";
import { missing } from "../../readers/tools.ts";
import { vectors } from "../../render/vectors.ts";
import { attack } from "./attack.ts";
import { shownBy } from "./shown.ts";
import { openTrap, type Trap } from "./trap.ts";

let trap: Trap;
const nothing = { ran: [], could: [] };

describe.skipIf(missing("chromium", "chromium", ["--version"]))("in Chromium", () => {
  beforeAll(async () => {
    trap = await openTrap();
  }, 60_000);
  afterAll(() => trap.close());

  test.each([
    ["a script of a picture that fails", "<img src=x onerror=X()>", "X()"],
    ["a script of a page that is loaded", "<svg onload=alert(1)>", "alert()"],
    [
      "a page that leads elsewhere",
      "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
      "evil.example",
    ],
    ["a link's script", "<a href='java&Tab;script:X()'>x</a>", "X()"],
    ["a frame's own page", "<iframe srcdoc='<script>top.X()</script>'></iframe>", "X()"],
    ["a frame's address", "<iframe src='javascript:parent.prompt()'></iframe>", "prompt()"],
    ["an element that is opened", "<details ontoggle=X()><summary>x</summary>y</details>", "X()"],
    ["an element that is looked at", "<b onmouseover=X()>x</b>", "X()"],
    ["an element that takes the focus", "<b tabindex=0 onfocus=X()>x</b>", "X()"],
    ["a form", "<form action=https://evil.example/><input></form>", "a form was sent"],
    ["a button that leads to a script", "<form><button formaction=javascript:X()>x</button></form>", "sent"],
    ["an animation", "<svg><animate onbegin=X() attributeName=x dur=1s>", "X()"],
    ["a style", "<link rel=stylesheet href=https://evil.example/x.css onerror=X()>", "X()"],
    ["another page", "<iframe src=https://evil.example/></iframe>", "evil.example"],
    [
      "what only a second parser sees",
      "<form><math><mtext></form><form><mglyph><style></math><img src onerror=X()>",
      "X()",
    ],
  ])("the trap catches %s", async (_, text, expected) => {
    expect((await trap.spring(["<p>x</p>", text])).ran.join("; ")).toContain(expected);
  });

  test.each([
    ["<b onpointercancel=X()>x</b>", "a handler"],
    ["<a href=intent:x>x</a>", "an address"],
    ["<img srcset='x 1x, data:x 2x'>", "an address"],
    ["<img srcset='https://a.example/,b 1x , https://a.example/ 2x,data:x'>", "an address: data:x"],
    ["<x-y>x</x-y>", "somebody's own"],
    ["<svg></svg>", "another namespace"],
    ["<p style=color:red>x</p>", "it has <p style"],
    ["<img id=cookie name=cookie src=x>", "it has <img"],
  ])("it sees what could do harm in %s", async (text, expected) => {
    expect((await trap.spring([text])).could.join("; ")).toContain(expected);
  });

  test("it leaves alone what does none", async () => {
    const pictures = "<img srcset='https://a.example/,javascript:x 1x, b.jpg 2x' src=x alt='javascript:X()'>";
    expect(await trap.spring([`<p>onerror=X()</p>${pictures}<a href=mailto:a@b.example>x</a>`])).toEqual(
      nothing,
    );
  });

  test("nothing of the vectors runs in any feed or page of a build", async () => {
    const stories = vectors.map((vector, at) => {
      const text = JSON.stringify(vector);
      const image = `{ src: "https://news.example/a.jpg", alt: ${text}, caption: ${text}, credit: ${text} }`;
      const head = `slug: s${at}\nsummary: ${text}\nauthors: [{ name: ${text} }]\ntopic: ${text}\ntags: [${text}]
image: ${image}\ncredit: ${text}\nrights: ${text}\ncorrections: [{ date: 2026-02-01, note: ${text} }]`;
      return [`articles/${at}.md`, article(vector, "2026-01-01", head, vector)] as const;
    });
    const built = await site(Object.fromEntries(stories), "pages: true\nfeeds: { limit: 1000 }");

    const [rss = "", atom = "", json = ""] = ["rss.xml", "atom.xml", "feed.json"].map(built.page);
    expect(JSON.parse(json).items).toHaveLength(vectors.length);
    const shown = shownBy({ rss, atom, json });
    // Of many a one the same is left.
    expect(shown.size).toBeGreaterThan(vectors.length / 2);
    expect(await trap.spring([...shown])).toEqual(nothing);

    const pages = readdirSync(built.path("dist"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".html"))
      .map(built.page);
    expect(pages.length).toBeGreaterThan(vectors.length);
    // The policy that a page has is a second wall: the first has to stand alone.
    const open = pages.map((page) => page.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, ""));
    for (let from = 0; from < open.length; from += 50)
      expect(await trap.visit(open.slice(from, from + 50))).toEqual(nothing);
  }, 120_000);

  test("nothing of vectors that were changed, disguised and put elsewhere runs", async () => {
    const { documents, distinct, published, escapes } = await attack({ documents: 2000, seed: 1, vectors });
    expect(escapes).toEqual([]);
    expect(distinct).toBeGreaterThan(documents * 0.95);
    expect(published).toBeGreaterThan(documents * 0.95);
  }, 120_000);
});
