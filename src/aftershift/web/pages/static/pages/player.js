// One player for whatever has steps and seconds. It goes by the clock and not by ticks: a screen
// that locks and a page that is loaded again find it where it would be by now. What it remembers
// (which list, which step, since when) lies in this entry of the history, and nowhere else.

const TICK = 250; // ms between two looks at the clock
const SHORT = 180; // seconds; so long the screen is kept from going dark between two steps
const main = document.getElementById("main");
const frame = document.getElementById("player");
let playing;

// A run: { list, step, since, held }. `since`: when its step began, in ms; `held`: how far into it
// somebody paused. A step without seconds waits for a tap.
function settled(run, seconds, now) {
  if (run.held !== undefined) return run;
  let { step, since } = run;
  while (step < seconds.length && seconds[step] && now - since >= seconds[step] * 1000) {
    since += seconds[step] * 1000;
    step += 1;
  }
  return { ...run, step, since };
}

function moved(run, by, now) {
  return { list: run.list, step: Math.max(0, run.step + by), since: now };
}

function toggled(run, now) {
  return run.held === undefined
    ? { ...run, held: now - run.since }
    : { list: run.list, step: run.step, since: now - run.held };
}

function run() {
  return history.state?.play;
}

function keep(next) {
  history.replaceState({ ...history.state, play: next }, "");
}

function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// A browser that cannot, or will not, lets the screen go dark: the steps go on all the same.
async function stayAwake(now) {
  const lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
  if (playing === now) now.lock = lock;
  else lock?.release();
}

// A voice of this device in the language of the page: one from elsewhere would be sent the words.
function voice() {
  const language = document.documentElement.lang.slice(0, 2).toLowerCase();
  const all = globalThis.speechSynthesis?.getVoices() ?? [];
  return all.find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
}

function readAloud() {
  speechSynthesis.cancel();
  const said = playing.part("stage").cloneNode(true);
  said.querySelectorAll("button, .button").forEach((one) => one.remove());
  const words = new SpeechSynthesisUtterance(said.textContent.trim());
  words.voice = voice();
  if (!words.voice) return;
  words.lang = words.voice.lang;
  speechSynthesis.speak(words);
}

function offerVoice() {
  if (playing) playing.root.querySelector('[data-key="aloud"]').hidden = !voice();
}

function open(list) {
  const root = frame.content.firstElementChild.cloneNode(true);
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const items = [...list.children];
  const seconds = items.map((one) => Number(one.dataset.seconds ?? 0));
  root.querySelector("#player-name").textContent = list.dataset.play;
  root.classList.toggle("down", "down" in list.dataset);
  main.append(root);
  main.classList.add("playing");
  playing = { id: list.id, root, part, items, seconds, drawn: undefined };
  playing.ticking = setInterval(draw, TICK);
  const whole = seconds.reduce((sum, one) => sum + one, 0);
  if (whole <= SHORT) stayAwake(playing);
  offerVoice();
  draw();
  scrollTo(0, 0);
  part("stage").focus({ preventScroll: true });
}

function close() {
  const { id, root, ticking, lock, aloud } = playing;
  clearInterval(ticking);
  if (aloud) speechSynthesis.cancel();
  lock?.release();
  root.remove();
  main.classList.remove("playing");
  playing = undefined;
  document.querySelector(`[data-start="${id}"]`)?.focus();
}

function paint(step) {
  const { part, items, root } = playing;
  const over = step >= items.length;
  const shown = (over ? part("over").content : items[step]).cloneNode(true);
  shown.querySelectorAll("[data-length]").forEach((one) => one.remove());
  part("stage").replaceChildren(...shown.childNodes);
  part("where").textContent = over ? "" : `${step + 1} / ${items.length}`;
  root.querySelector('[data-key="back"]').disabled = step === 0;
  for (const name of ["pause", "next"]) root.querySelector(`[data-key="${name}"]`).hidden = over;
  playing.drawn = step;
  if (playing.aloud) readAloud();
}

function draw() {
  const { part, seconds, root } = playing;
  const now = Date.now();
  const found = settled(run(), seconds, now);
  if (found.step !== run().step) keep(found);
  if (found.step !== playing.drawn) paint(found.step);
  const whole = seconds[found.step] ?? 0;
  const gone = (found.held ?? now - found.since) / 1000;
  const pause = root.querySelector('[data-key="pause"]');
  part("time").hidden = pause.disabled = !whole;
  part("left").textContent = clock(whole - gone);
  part("bar").value = whole ? Math.min(1, gone / whole) : 0;
  pause.textContent = found.held === undefined ? pause.dataset.pause : pause.dataset.goOn;
}

function follow() {
  const list = document.getElementById(run()?.list ?? "");
  if (playing) close();
  if (list?.dataset.play) open(list);
}

const KEYS = {
  back: (now) => keep(moved(settled(run(), playing.seconds, now), -1, now)),
  next: (now) => keep(moved(settled(run(), playing.seconds, now), 1, now)),
  pause: (now) => {
    keep(toggled(settled(run(), playing.seconds, now), now));
    if (!playing.aloud) return;
    if (run().held === undefined) readAloud();
    else speechSynthesis.cancel();
  },
  stop: () => history.back(),
  aloud: () => {
    playing.aloud = !playing.aloud;
    playing.root.querySelector('[data-key="aloud"]').setAttribute("aria-pressed", playing.aloud);
    if (playing.aloud) readAloud();
    else speechSynthesis.cancel();
  },
};

if (frame) {
  for (const one of document.querySelectorAll("[data-start]")) one.hidden = false;
  document.addEventListener("click", ({ target }) => {
    const start = target.closest("[data-start]");
    const key = target.closest("[data-key]");
    if (start) {
      const play = { list: start.dataset.start, step: 0, since: Date.now() };
      history.pushState({ ...history.state, play }, "");
      follow();
    } else if (key && playing) {
      KEYS[key.dataset.key](Date.now());
      draw();
    }
  });
  addEventListener("popstate", follow);
  addEventListener("pagehide", () => playing?.aloud && speechSynthesis.cancel());
  globalThis.speechSynthesis?.addEventListener("voiceschanged", offerVoice);
  document.addEventListener("visibilitychange", () => playing && draw());
  follow();
}
