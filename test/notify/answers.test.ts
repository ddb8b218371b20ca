import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { run } from "../cli/support.ts";
import { serve, urlOf } from "./server.ts";
import { builtSite, notified, notifiedAt, pace, scriptedHub } from "./support.ts";

const bothTold = ["rss.xml told", "feed.json told"];
const bothOwed = ["rss.xml owed", "feed.json owed"];
const later = "run feedwright notify again later; only what is still owed is told";
const check = "check the hub's address, and what it asks of publishers";

/** A hub that speaks no HTTP. */
async function rawHub(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return urlOf(server);
}

it("is told of each feed by a form of its own, which every known hub reads", async () => {
  const { url, asked } = await scriptedHub({ status: 204 });
  const root = await builtSite([url]);
  expect(await notified(root)).toMatchObject({ exitCode: 0, states: bothTold, messages: [] });
  const form = (topic: string) => ({ "hub.mode": "publish", "hub.url": topic, "hub.topic": topic });
  expect(asked.map((each) => each.form)).toEqual([
    form("https://daily.example/rss.xml"),
    form("https://daily.example/feed.json"),
  ]);
});

describe("a hub that takes it at last", () => {
  it.each([200, 202, 204, 299])("%i is yes", async (status) => {
    const { url } = await scriptedHub({ status });
    expect(await notified(await builtSite([url]))).toMatchObject({ exitCode: 0, states: bothTold });
  });

  it.each([500, 502, 503, 408, 429])("after %i is asked again", async (status) => {
    const { url, asked } = await scriptedHub({ status }, { status: 202 });
    expect(await notified(await builtSite([url]))).toMatchObject({ exitCode: 0, states: bothTold });
    expect(asked).toHaveLength(3);
  });

  it("is given the time that it asks for", async () => {
    const { url, asked } = await scriptedHub(
      { status: 429, headers: { "retry-after": "1" } },
      { status: 202 },
    );
    expect(await notified(await builtSite([url]))).toMatchObject({ exitCode: 0, states: bothTold });
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it.each([307, 308])("is followed to where it moved by %i, with the same form", async (status) => {
    const elsewhere = await scriptedHub({ status: 202 });
    const { url } = await scriptedHub({ status, headers: { location: `${elsewhere.url}push?a=1` } });
    expect(await notified(await builtSite([url]))).toMatchObject({ exitCode: 0, states: bothTold });
    expect(elsewhere.asked.map(({ path }) => path)).toEqual(["/push?a=1", "/push?a=1"]);
    expect(elsewhere.asked[0]?.form["hub.mode"]).toBe("publish");
  });

  it("may say yes at endless length: nobody listens", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200);
      const talk = setInterval(() => response.write("x".repeat(1000)), 1);
      response.on("close", () => clearInterval(talk));
    });
    expect(await notified(await builtSite([url]))).toMatchObject({ exitCode: 0, states: bothTold });
  });
});

describe("a hub that doesn't take it", () => {
  it.each([400, 401, 404, 410])("%i is no, and isn't asked the same again", async (status) => {
    const { url, asked } = await scriptedHub({ status });
    const { messages, hints, ...rest } = await notified(await builtSite([url]));
    expect(rest).toMatchObject({ exitCode: 1, states: bothOwed });
    expect(messages).toEqual([`hub-owed: ${url} was not told of 2 feeds: it answered ${status}`]);
    expect([hints, asked.length]).toEqual([[check], 2]);
  });

  it("may refuse one feed and take the next", async () => {
    const refusal = {
      status: 403,
      headers: { "content-type": "text/plain" },
      body: "topic not yours\nat line 1",
    };
    const { url } = await scriptedHub(refusal, { status: 202 });
    const { messages, ...rest } = await notified(await builtSite([url]));
    expect(rest).toMatchObject({ exitCode: 1, states: ["feed.json told", "rss.xml owed"] });
    expect(messages).toEqual([
      `hub-owed: ${url} was not told of 1 feed: it answered 403 (“topic not yours at line 1”)`,
    ]);
  });

  it("is given up for now after a few tries, and spared the other feeds", async () => {
    const { url, asked } = await scriptedHub({ status: 503 });
    const { messages, hints, ...rest } = await notified(await builtSite([url]));
    expect(rest).toMatchObject({ exitCode: 1, states: bothOwed });
    expect(messages).toEqual([`hub-owed: ${url} was not told of 2 feeds: it answered 503`]);
    expect([hints, asked.length]).toEqual([[later], pace.tries]);
  });

  it("is not waited for longer than there is time", async () => {
    const { url, asked } = await scriptedHub({ status: 429, headers: { "retry-after": "3600" } });
    const { messages, hints } = await notified(await builtSite([url]));
    expect(messages).toEqual([
      `hub-owed: ${url} was not told of 2 feeds: it answered 429, and asks to wait 3600 seconds`,
    ]);
    expect([hints, asked.length]).toEqual([[later], 1]);
  });

  it("is down", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = urlOf(server);
    server.close();
    const { messages, ...rest } = await notified(await builtSite([url]));
    expect(rest).toMatchObject({ exitCode: 1, states: bothOwed });
    expect(messages).toEqual([
      `hub-owed: ${url} was not told of 2 feeds: it can't be reached (ECONNREFUSED)`,
    ]);
  });

  it("is so slow that there is no time left for all", async () => {
    const { url, asked } = await scriptedHub({ status: 202, delay: 60 });
    const root = await builtSite([url]);
    const hurried = { ...pace, total: 20 };
    const { exitCode, err, out } = await run(["notify"], { cwd: root, pace: hurried });
    expect([exitCode, asked.length]).toEqual([1, 1]);
    expect(err).toContain(
      `${url} was not told of 1 feed: there was no time left for it after 0.02 seconds [hub-owed]`,
    );
    expect(out).toBe(`  ${url}  told of 1 feed, 1 owed\n`);
  });

  it("says nothing", async () => {
    const url = await rawHub(() => {});
    const began = performance.now();
    const { messages, ...rest } = await notifiedAt({ ...pace, answer: 200 }, await builtSite([url]));
    expect(rest).toMatchObject({ exitCode: 1, states: bothOwed });
    expect(messages).toEqual([`hub-owed: ${url} was not told of 2 feeds: it gave no answer in 0.2 seconds`]);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it.each([
    ["garbage", "\x1b]0;title\x07\x9b31mno HTTP at all\r\n\r\n"],
    ["half a head", "HTTP/1.1 202 Acc"],
    ["nothing", ""],
  ])("answers %s", async (_, text) => {
    const url = await rawHub((socket) => socket.end(text));
    const { messages, out, ...rest } = await notified(await builtSite([url]));
    expect(rest).toMatchObject({ exitCode: 1, states: bothOwed });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/was not told of 2 feeds: it can't be reached \(.+\)$/);
    expect(out).not.toMatch(/[\x1b\x07\x9b]/);
  });

  it("talks without end while it refuses", async () => {
    let sent = 0;
    const url = await serve((_, response) => {
      response.writeHead(400, { "content-type": "text/plain" });
      const talk = setInterval(() => {
        sent += 1000;
        response.write("no ".repeat(333));
      }, 1);
      response.on("close", () => clearInterval(talk));
    });
    const { messages } = await notified(await builtSite([url]));
    expect(messages[0]).toMatch(/it answered 400 \(“no no [no ]{100,120}”\)$/);
    expect(sent).toBeLessThan(1_000_000);
  });

  it.each([301, 302, 303])(
    "%i leads nowhere: a form sent on by it would be none any more",
    async (status) => {
      const elsewhere = await scriptedHub({ status: 200 });
      const { url } = await scriptedHub({ status, headers: { location: elsewhere.url } });
      const { messages, hints } = await notified(await builtSite([url]));
      expect(messages).toEqual([
        `hub-owed: ${url} was not told of 2 feeds: it answered ${status}, and points to ${elsewhere.url}`,
      ]);
      expect([hints, elsewhere.asked]).toEqual([[check], []]);
    },
  );

  it.each([
    ["file:///etc/passwd", "nothing that can be followed"],
    ["javascript:alert(1)", "nothing that can be followed"],
    ["http://[", "nothing that can be followed"],
  ])("leads astray, to %s", async (location, where) => {
    const { url } = await scriptedHub({ status: 307, headers: { location } });
    const { messages } = await notified(await builtSite([url]));
    expect(messages).toEqual([
      `hub-owed: ${url} was not told of 2 feeds: it answered 307, and points to ${where}`,
    ]);
  });

  it("leads in a circle", async () => {
    const { url, asked } = await scriptedHub({ status: 308, headers: { location: "/again" } });
    const { messages } = await notified(await builtSite([url]));
    expect(messages).toEqual([
      `hub-owed: ${url} was not told of 2 feeds: it answered 308, and points to ${url}again`,
    ]);
    expect(asked).toHaveLength(12);
  });

  it("writes on nobody's terminal", async () => {
    const body = "\x1b[2J\x9b31m\u202ered\u2028 \x07 \x1b]8;;http://evil.example\x07link";
    const headers = { "content-type": "text/plain; charset=utf-8" };
    const { url } = await scriptedHub({ status: 400, headers, body });
    const root = await builtSite([url]);
    const { err, out } = await run(["notify"], { cwd: root, pace });
    expect(err).toContain("it answered 400 (“[2J 31m red ]8;;http://evil.example link”)");
    const all = err + out + (await notified(root)).out;
    expect(all.replace(/\n/g, "")).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u202e]/);
  });
});
