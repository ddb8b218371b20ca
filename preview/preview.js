const { version } = document.documentElement.dataset;
const live = document.querySelector("[data-live]");
const query = new URLSearchParams({ page: location.pathname + location.search, version });
let source;

function say(text, state) {
  live.hidden = false;
  live.textContent = text;
  live.dataset.live = state;
}

/* The server says when this page is another one, also if it became that while nobody listened. */
function listen() {
  source?.close();
  source = new EventSource(`/_feedwright/events?${query}`);
  source.addEventListener("change", () => location.reload());
  source.onopen = () => say("Live", "on");
  source.onerror = () => say("Waiting for feedwright serve", "off");
}

/* A browser keeps few connections to a host: windows that nobody sees give theirs back. */
document.addEventListener("visibilitychange", () => (document.hidden ? source?.close() : listen()));
window.addEventListener("pageshow", ({ persisted }) => persisted && listen());
listen();

/* Contents are as high as what they hold: nothing runs in them that could say so. */
for (const frame of document.querySelectorAll("iframe[data-fit]")) {
  const grow = () => {
    const body = frame.contentDocument?.body;
    if (body) frame.style.height = `${body.offsetHeight}px`;
  };
  const follow = () => {
    const body = frame.contentDocument?.body;
    if (!body?.querySelector("main")) return;
    grow();
    new ResizeObserver(grow).observe(body);
  };
  frame.addEventListener("load", follow);
  if (frame.contentDocument?.readyState === "complete") follow();
}
