/**
 * The trap's script, which runs in each document before anything else. Vectors call `X`, or what defaced pages
 * call; whatever calls one of them ran.
 */
export const pageScript = String.raw`
const top = window.top;
const caught = (window.caught = { ran: [], could: [] });
const tell = (what) => () => { try { top.caught.ran.push(what); } catch { caught.ran.push(what); } };
const could = (what) => top.caught.could.push(what.slice(0, 300));
for (const name of ["X", "alert", "confirm", "prompt", "print", "open", "fetch", "postMessage"]) window[name] = tell(name + "()");
addEventListener("message", tell("a message"));
addEventListener("submit", (event) => { event.preventDefault(); tell("a form was sent")(); }, true);
// What leads elsewhere is not gone to; what runs, does.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a,area");
  if (link && (harmless.test(link.protocol) || !link.hasAttribute("href"))) event.preventDefault();
}, true);

const harmless = /^(?:https?|mailto|tel|sms):$/;
const forbidden = "script,style,iframe,frame,frameset,object,embed,applet,form,button,input,select,textarea,meta,base,link,svg,math,template,noscript,portal,fencedframe,dialog,[is],[style],[srcdoc],[name],[target],[ping],[action],[formaction],[background],[popover],[contenteditable],[autofocus]";
const addresses = ["href", "src", "poster", "cite", "longdesc", "data", "action", "formaction", "xlink:href", "background"];

/** What could run, or be fetched by another scheme, if somebody looked at it. */
function examine(root) {
  const bad = root.querySelector(forbidden);
  if (bad) could("it has " + bad.outerHTML);
  for (const element of root.querySelectorAll("*")) {
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") could("another namespace: " + element.nodeName);
    if (element.localName.includes("-")) could("an element of somebody's own: " + element.localName);
    for (const { name, value } of element.attributes) examineAttribute(name, value);
  }
}

function examineAttribute(name, value) {
  if (name.startsWith("on")) could("a handler: " + name);
  const found = addresses.includes(name) ? [value] : name === "srcset" ? candidates(value) : [];
  for (const each of found) {
    const url = URL.canParse(each, location.href) ? new URL(each, location.href) : undefined;
    if (!harmless.test(url?.protocol)) could("an address: " + each);
  }
}

/** Addresses of a srcset: they end at white space, or at a comma before it; within one a comma is its own. */
const candidates = (value) => [...value.matchAll(/[\s,]*(\S*[^\s,])(?:,|\s[^,]*|$)/g)].map(([, url]) => url);

/** Does what people do. */
function use(document, root) {
  for (const link of root.querySelectorAll("a[href],area[href]")) if (!harmless.test(link.protocol)) link.click();
  for (const element of root.querySelectorAll("summary,button,input,label,[onclick]")) element.click();
  for (const form of root.querySelectorAll("form")) form.requestSubmit();
  for (const element of root.querySelectorAll("[tabindex],[autofocus]")) element.focus({ preventScroll: true });
  for (const element of root.querySelectorAll("[onmouseover],[onpointerenter]")) for (const type of ["mouseover", "pointerenter"]) element.dispatchEvent(new Event(type));
  // Names may stand in the place of what a page's own script asks for.
  for (const name of ["cookie", "forms", "location", "defaultView", "getElementById", "createElement", "write", "title"])
    if (document[name] instanceof document.defaultView.Element) could("the document's own name was taken: " + name);
}

/** Pictures fail, and scripts of addresses run, a little later. */
const aLittle = () => new Promise((resolve) => setTimeout(resolve, 20));

window.spring = async (texts) => {
  window.caught = { ran: [], could: [] };
  const main = document.querySelector("main");
  const parser = new DOMParser();
  const template = document.createElement("template");
  for (const text of texts) {
    template.innerHTML = text;
    examine(template.content);
    examine(parser.parseFromString(text, "text/html").body);
    // As it was written, and as the browser would write it.
    const again = template.innerHTML;
    for (const written of again === text ? [text] : [text, again]) {
      const live = document.createElement("article");
      live.innerHTML = written;
      main.append(live);
    }
  }
  use(document, main);
  // As a page's own HTML, for what runs only there.
  const frame = document.createElement("iframe");
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  frame.srcdoc = texts.join("\n");
  main.append(frame);
  await loaded;
  await aLittle();
  main.replaceChildren();
  return window.caught;
};

window.visit = async (urls) => {
  window.caught = { ran: [], could: [] };
  const main = document.querySelector("main");
  const opened = urls.map((url) => {
    const frame = document.createElement("iframe");
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    frame.src = url;
    main.append(frame);
    return loaded.then(() => frame);
  });
  for (const { contentDocument: page } of await Promise.all(opened)) {
    if (page === null) { could("a page went away"); continue; }
    for (const body of page.querySelectorAll(".body,.correction")) examine(body);
    use(page, page.querySelector("main"));
  }
  await aLittle();
  main.replaceChildren();
  return window.caught;
};
`;
