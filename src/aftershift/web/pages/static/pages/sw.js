// Help and the pocket without a network. Only the addresses listed here are ever kept, and only as somebody
// sees them who is not signed in: they are fetched without cookies. Nothing else is touched.

const SHELF = "aftershift-shell";
const OFFLINE = "/offline";
const LANGUAGES = ["en", "es", "de", "fr", "nl"];
const HELP = ["/help/", "/help/reset", "/help/plan", "/help/which/", "/help/sheet/", "/help/leaving/"].concat(
  ...LANGUAGES.map((one) => [
    `/help/${one}`,
    `/help/${one}/reset`,
    `/help/${one}/plan`,
    `/help/${one}/which/`,
    `/help/${one}/sheet/`,
    `/help/${one}/leaving/`,
  ]),
);
const POCKET = ["", "break", "moments", "tools", "practise", "minute", "door", "season", "cards", "talk"].map(
  (one) => `/pocket/${one}`,
);
const PAGES = [OFFLINE, ...HELP, ...POCKET, "/measures"];
const FILES = [
  "/static/help/order.js",
  "/static/pages/aftershift.css",
  "/static/pages/aftershift.js",
  "/static/pages/way_back.js",
  "/static/pages/hours.js",
  "/static/pages/player.js",
  "/static/pages/send.js",
  "/static/pocket/fit.js",
  "/static/pages/neutral.css",
  "/static/pages/icon.svg",
  "/static/pages/manifest.webmanifest",
  "/static/pages/notes.webmanifest",
  "/static/pages/notes.svg",
];
const KEPT = new Set([...PAGES, ...FILES]);

function asNobody(address) {
  return new Request(address, { credentials: "omit", cache: "no-cache" });
}

async function stock() {
  const shelf = await caches.open(SHELF);
  await shelf.addAll([...KEPT].map(asNobody));
}

async function renew(address) {
  const answer = await fetch(asNobody(address)).catch(() => undefined);
  if (answer?.ok) await (await caches.open(SHELF)).put(address, answer);
}

async function clear() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromShelf(address) {
  return (await caches.open(SHELF)).match(address);
}

// A choice that is made without a network leads back to the card, and its own script keeps it; what
// a form asks of a kept page is answered by that page, which has all answers on it; any other form is
// answered by the page that leads to people.
function standIn({ pathname, searchParams }) {
  const meant =
    pathname === "/help/choose" ? `/help/${searchParams.get("language") ?? ""}` : pathname;
  return KEPT.has(meant) ? meant : OFFLINE;
}

// The network first; the shelf is for when there is none.
async function answer(request, address) {
  try {
    return await fetch(request);
  } catch {
    return (await fromShelf(standIn(address))) ?? Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(stock().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(clear()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const { origin, pathname } = address;
  const sends = request.method === "POST" && request.mode === "navigate";
  const ours = (request.method === "GET" || sends) && origin === self.location.origin;
  if (!ours || !(request.mode === "navigate" || KEPT.has(pathname))) return;
  event.respondWith(answer(request, address));
  if (KEPT.has(pathname)) event.waitUntil(renew(pathname));
});
