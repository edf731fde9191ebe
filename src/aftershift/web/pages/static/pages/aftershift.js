// What a page cannot do without a script: leave and forget at once, open and be honest without a
// network.

const exit = document.querySelector("form[data-quick-exit]");
let leaving = false;

// The page goes first; then the server locks and clears; then this entry of the history is
// replaced, and way_back.js keeps the older ones from showing themselves.
async function leave() {
  if (leaving) return;
  leaving = true;
  document.documentElement.classList.add("left");
  document.title = " ";
  const locked = fetch(exit.action, { method: "POST", keepalive: true, redirect: "manual" });
  const patience = new Promise((resume) => setTimeout(resume, 1500));
  await Promise.race([locked, patience]).catch(() => undefined);
  sessionStorage.setItem("to", exit.dataset.quickExit);
  location.replace(exit.dataset.quickExit);
}

if (exit) {
  exit.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });

  let escapes = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    escapes = [...escapes, event.timeStamp].filter((at) => event.timeStamp - at <= 2000);
    if (escapes.length >= 3) leave();
  }, true);
}

// What is sent without leaving the page would fail without a word. Nobody can hear it then, grave or
// not: so the way to people comes first. It goes with the page that answers the next try.
document.addEventListener("htmx:sendError", () => {
  const main = document.querySelector("main");
  const said = document.querySelector("#unsent")?.content.firstElementChild;
  if (!said) return;
  main.querySelector("[data-unsent]")?.remove();
  main.prepend(said.cloneNode(true));
  scrollTo(0, 0);
});

// What had the focus may be gone with what was swapped; then it goes where "Skip to the page" leads.
document.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement !== document.body) return;
  document.querySelector("#main").focus({ preventScroll: true });
});

// A page that the browser kept in memory may be older than the lock.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch(() => undefined);
}
