import { chromium } from "playwright-core";
import { pageScript } from "./trapPage.ts";

/** What became of HTML in a browser: nothing in either where it is harmless. */
export interface Sprung {
  /** What ran, was sent, opened, or gone to. */
  readonly ran: readonly string[];
  /** What would, if somebody looked, clicked, or had another browser. */
  readonly could: readonly string[];
}

/** A page into which HTML is put in every way that readers do it. */
export interface Trap {
  /** Puts texts into the page, all at once, and clicks whatever isn't a plain link. */
  spring(texts: readonly string[]): Promise<Sprung>;
  /** Opens whole pages, all at once, each in a frame. */
  visit(pages: readonly string[]): Promise<Sprung>;
  close(): Promise<void>;
}

const home = "https://reader.example/";
/** Scripts may run, wherever they come from; what else could be fetched fails at once, unasked. */
const policy =
  "default-src 'none'; script-src * data: blob: 'unsafe-inline' 'unsafe-eval'; frame-src *; style-src 'unsafe-inline'";
const reader = {
  contentType: "text/html",
  headers: { "content-security-policy": policy },
  body: "<!doctype html><title>Reader</title><main style='height:1px;overflow:hidden'></main>",
};

/** Opens the page in Chromium, which sees no network. */
export async function openTrap(): Promise<Trap> {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-dev-shm-usage"],
  });
  const context = await browser.newContext();
  await context.addInitScript(pageScript);
  let pages: ReadonlyMap<string, string> = new Map();
  const asked: string[] = [];
  await context.route(
    () => true,
    (route) => {
      const request = route.request();
      const [url, type] = [request.url(), request.resourceType()];
      if (url === home) return route.fulfill(reader);
      const body = pages.get(url);
      if (body !== undefined) return route.fulfill({ contentType: "text/html", body });
      if (type !== "image" && type !== "media") asked.push(`a ${type} was asked for: ${url}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  await page.goto(home);
  page.on("dialog", (dialog) => {
    asked.push(`a dialog: ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => {
    asked.push("a window was opened");
    void popup.close();
  });
  page.on("framenavigated", (frame) => {
    const url = frame.url();
    const isOurs = pages.has(url) || url === "about:blank" || url === "about:srcdoc";
    if (!isOurs || frame.parentFrame() !== page.mainFrame()) asked.push(`a frame went to ${url}`);
  });
  page.on("crash", () => asked.push("the page crashed"));

  /** Wherever a text led to: it may still be on its way. */
  const comeHome = async () => {
    for (let tries = 0; tries < 50; tries++) {
      const arrived = await page.goto(home).catch(() => null);
      if (arrived !== null) return;
      await page.waitForTimeout(100);
    }
    throw new Error("the page doesn't come back");
  };
  let runs = 0;
  const run = async (script: string): Promise<Sprung> => {
    asked.length = 0;
    // Where the page went away below the call, that is what happened.
    const failed = (error: Error): Sprung => ({ ran: [error.message.split("\n")[0] ?? ""], could: [] });
    const { ran, could } = await page.evaluate<Sprung>(script).catch(failed);
    const all = { ran: [...new Set([...ran, ...asked])], could: [...new Set(could)] };
    // Browsers keep what was said of each page, for its developers.
    if (all.ran.length + all.could.length > 0 || ++runs % 20 === 0) await comeHome();
    return all;
  };
  return {
    spring: (texts) => run(`spring(${JSON.stringify(texts)})`),
    visit(these) {
      pages = new Map(these.map((body, at) => [`${home}${at}`, body]));
      return run(`visit(${JSON.stringify([...pages.keys()])})`);
    },
    close: () => browser.close(),
  };
}
