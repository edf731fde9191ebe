// A voice note: recorded in this browser, heard before it is kept, and sent by its form as a file.
// Nothing is sent while it runs, and nothing listens to it.

const LONGEST_SECONDS = 180;
const LARGEST_BYTES = 1_900_000; // the server takes 2 MB
const BITS_PER_SECOND = 24_000; // speech; three minutes are half a megabyte
const KINDS = [["audio/webm;codecs=opus", "webm"], ["audio/webm", "webm"], ["audio/mp4", "mp4"]];

const part = (form, name) => form.querySelector(`[data-${name}]`);
const kindHere = () => KINDS.find(([kind]) => globalThis.MediaRecorder?.isTypeSupported(kind));
const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

// Record until `stop` is pressed, or as much as may be kept is there.
async function record(form, [kind, ending]) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS_PER_SECOND });
  const pieces = [];
  let seconds = 0;
  const stop = () => recorder.state === "inactive" || recorder.stop();
  const clock = setInterval(() => {
    seconds += 1;
    part(form, "clock").textContent = minutes(seconds);
    if (seconds >= LONGEST_SECONDS) stop();
  }, 1000);
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  recorder.addEventListener("dataavailable", ({ data }) => {
    pieces.push(data);
    if (pieces.reduce((sum, piece) => sum + piece.size, 0) > LARGEST_BYTES) stop();
  });
  part(form, "stop").addEventListener("click", stop, { once: true });
  part(form, "clock").textContent = minutes(seconds);
  recorder.start(1000);
  show(form, { runs: true });
  await ended;
  clearInterval(clock);
  for (const track of stream.getTracks()) track.stop();
  part(form, "stop").removeEventListener("click", stop);
  return new File(pieces, `note.${ending}`, { type: kind.split(";")[0] });
}

function show(form, { runs }) {
  part(form, "record").hidden = runs;
  part(form, "stop").hidden = !runs;
  part(form, "keep").disabled = runs;
  part(form, "heard").hidden = true;
  part(form, "says").textContent = runs ? form.dataset.runs : form.dataset.ends;
  part(form, runs ? "stop" : "record").focus();
}

function hand(form, file) {
  const carrier = new DataTransfer();
  carrier.items.add(file);
  form.elements.audio.files = carrier.files;
  const heard = part(form, "heard");
  URL.revokeObjectURL(heard.src);
  heard.src = URL.createObjectURL(file);
  show(form, { runs: false });
  heard.hidden = false;
}

for (const form of document.querySelectorAll("form[data-voice]")) {
  const kind = navigator.mediaDevices && kindHere();
  if (!kind) continue;
  part(form, "recorder").hidden = false;
  part(form, "file").hidden = true;
  part(form, "keep").disabled = true; // until there is something to keep
  part(form, "record").addEventListener("click", async () => {
    try {
      hand(form, await record(form, kind));
    } catch {
      part(form, "says").textContent = form.dataset.refused;
      part(form, "file").hidden = false;
      part(form, "keep").disabled = false;
    }
  });
}

// Played where it stands; a sound that does not come opens by its link, as without a script.
async function play(link) {
  const answer = await fetch(link.href);
  if (!answer.headers.get("Content-Type")?.startsWith("audio/")) return location.assign(link.href);
  const player = document.createElement("audio");
  player.controls = true;
  player.setAttribute("aria-label", link.textContent);
  player.src = URL.createObjectURL(await answer.blob());
  link.replaceWith(player);
  player.focus();
  return player.play().catch(() => undefined);
}

for (const link of document.querySelectorAll("a[data-listen]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    play(link).catch(() => location.assign(link.href));
  });
}
