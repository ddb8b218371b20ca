/**
 * How long it takes from a save until the preview shows it: `feedwright serve` on the corpus, an article open in
 * Chromium, its text saved with another sentence, until that sentence is in the page.
 *
 *     npm run compile && node bench/reload.js [10000] [--saves 20]
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { siteOf } from "./corpus.js";
import { changeOne, restore } from "./edits.js";
import { median } from "./statistics.js";

/** Runs in the page: its article's frame runs nothing. */
const tellWhatIsShown = `document.addEventListener("load", ({ target }) => {
  if (target.tagName === "IFRAME") shown(target.contentDocument.body.textContent);
}, true);`;

const [articles = "10000"] = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const flag = process.argv.indexOf("--saves");
const saves = flag < 0 ? 20 : Number(process.argv[flag + 1]);
const count = Number(articles);

execFileSync(process.execPath, [fileURLToPath(new URL("./corpus.js", import.meta.url)), articles], {
  stdio: "inherit",
});
restore(count);
const bin = fileURLToPath(new URL("../lib/cli/bin.js", import.meta.url));
const serve = spawn(process.execPath, [bin, "serve", "--port", "0"], {
  cwd: siteOf(count),
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const address = await said(/http:\S+/);
  await said(/Waiting for changes/);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    report(await measured(await browser.newPage(), address));
  } finally {
    await browser.close();
  }
} finally {
  serve.kill("SIGINT");
  await once(serve, "exit");
  restore(count);
}

/** What the server prints, once it has printed that. */
async function said(words) {
  let text = "";
  for await (const [chunk] of onData()) {
    text += chunk;
    const [found] = words.exec(text) ?? [];
    if (found) return found;
  }
}

async function* onData() {
  while (serve.exitCode === null) yield await once(serve.stdout, "data");
}

/** The milliseconds of each save. The first one is no count: neither side is warm. */
async function measured(page, address) {
  await page.goto(address);
  await page.locator(".feeds a").first().click();
  await page.locator(".items a").first().click();
  await page.frameLocator("iframe").locator("p").first().waitFor();
  await page.getByText("Live").waitFor();
  await setTimeout(3000);
  const times = [];
  let shown = () => {};
  await page.exposeFunction("shown", (text) => shown(text));
  await page.addInitScript(tellWhatIsShown);
  await page.reload();
  await page.getByText("Live").waitFor();
  for (let save = 0; save <= saves; save++) {
    const before = performance.now();
    changeOne(count);
    await new Promise((done) => {
      shown = (text) => text.includes(`An editor has been here: ${save + 1}.`) && done();
    });
    if (save > 0) times.push(performance.now() - before);
    await setTimeout(400);
  }
  return times;
}

function report(times) {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  console.log(`${count} articles, ${sorted.length} saves: from save to reloaded preview`);
  console.log(`median ${Math.round(median(times))} ms, least ${sorted[0]} ms, most ${sorted.at(-1)} ms`);
  console.log(sorted.join(" "));
}
