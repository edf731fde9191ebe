// What a page cannot do without a script: leave at once, forget at once, open without a network.

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

// A page that the browser kept in memory may be older than the lock.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch(() => undefined);
}
