// Shifts carried from day to day: with a mouse, with a thumb that waits a moment, or with keys.
// What a drop means only the server knows: it fills in the form that stands there anyway.

const HOLD_MS = 250; // a thumb that rests means the shift, one that moves on means the page
const SLACK_PX = 6;
const EDGE_PX = 80; // this near to an edge of the screen, the page moves along
const ARROWS = { ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: (row) => -row, ArrowDown: (row) => row };

let pressed; // a pointer that went down on a chip: { chip, x, y, timer }
let held; // what is carried: { chip, over, x, y, scroll, keys }
let landed; // the id of the chip on whose day something was dropped
let swallow = false; // the click that follows a drop

const voice = document.createElement("p"); // outlives whatever is swapped into the page
voice.className = "hush";
voice.setAttribute("aria-live", "polite");
document.body.append(voice);

const chipAt = (node) => node.closest?.("button.chip");
const cellOf = (node) => node?.closest("[data-day]");
const listOf = (node) => node.closest("ol");

function say(key, cell) {
  const said = document.getElementById("strips").dataset[key];
  voice.textContent = said.replace("{day}", cell.querySelector(".chip").title);
}

function aim(cell) {
  held.over.classList.remove("over");
  held.over = cell;
  cell.classList.add("over");
}

function lift(chip, { x = 0, y = 0, keys = false } = {}) {
  held = { chip, over: cellOf(chip), x, y, scroll: scrollY, keys };
  chip.classList.add("lifted");
  chip.classList.toggle("carried", !keys);
  aim(held.over);
  if (keys) say("lifted", held.over);
}

function letGo() {
  const { chip, over } = held;
  over.classList.remove("over");
  chip.classList.remove("lifted", "carried");
  // htmx copies the attribute, and the page's policy refuses even an empty one; asked for
  // first, because Chromium only then writes it down, and so can remove it.
  if (chip.hasAttribute("style")) chip.removeAttribute("style");
  held = undefined;
}

function putBack() {
  if (!held) return;
  if (held.keys) say("back", cellOf(held.chip));
  letGo();
}

function drop() {
  const { chip, over } = held;
  if (over === cellOf(chip)) return putBack();
  letGo();
  const form = document.getElementById("swap");
  form.elements.shift.value = chip.value;
  form.elements.other.value = over.dataset.day;
  form.elements.instead.value = "";
  landed = over.querySelector(".chip").id;
  form.requestSubmit();
}

function carry({ clientX, clientY }) {
  if (clientY < EDGE_PX) scrollBy(0, -12);
  if (clientY > innerHeight - EDGE_PX) scrollBy(0, 12);
  const y = clientY - held.y + scrollY - held.scroll;
  held.chip.style.transform = `translate(${clientX - held.x}px, ${y}px)`;
  const cell = cellOf(document.elementFromPoint(clientX, clientY));
  aim(cell && listOf(cell) === listOf(held.chip) ? cell : cellOf(held.chip));
}

function forget() {
  clearTimeout(pressed?.timer);
  pressed = undefined;
}

document.addEventListener("pointerdown", (event) => {
  const chip = chipAt(event.target);
  swallow = false;
  if (!chip || !event.isPrimary || event.button !== 0) return;
  putBack();
  const at = { x: event.clientX, y: event.clientY };
  const rest = () => { lift(chip, at); navigator.vibrate?.(10); };
  pressed = { chip, ...at, timer: event.pointerType === "mouse" ? 0 : setTimeout(rest, HOLD_MS) };
});

document.addEventListener("pointermove", (event) => {
  if (!pressed || !event.isPrimary) return;
  const far = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > SLACK_PX;
  if (!held && far && pressed.timer) return forget();
  if (!held && far) {
    lift(pressed.chip, pressed);
    pressed.chip.setPointerCapture(event.pointerId);
  }
  if (held) carry(event);
});

document.addEventListener("pointerup", () => {
  forget();
  if (!held || held.keys) return;
  swallow = true;
  drop();
});

document.addEventListener("pointercancel", () => { forget(); putBack(); });
document.addEventListener("touchmove", (event) => { if (held) event.preventDefault(); }, { passive: false });
document.addEventListener("contextmenu", (event) => { if (held) event.preventDefault(); });

// A tap, a click, or a screen reader's press: choose the day in the form, and ask what instead.
document.addEventListener("click", (event) => {
  const chip = chipAt(event.target);
  if (!chip) return;
  event.preventDefault();
  if (held) return drop();
  if (swallow) return;
  const { shift, instead } = document.getElementById("swap").elements;
  shift.value = chip.value;
  instead.focus();
});

document.addEventListener("keydown", (event) => {
  if (held && event.key === "Escape") return putBack();
  const chip = chipAt(event.target);
  if (!chip || event.key === "Tab") return;
  if (event.key === "Enter") {
    event.preventDefault();
    if (!event.repeat) held ? drop() : lift(chip, { keys: true });
    return;
  }
  if (!held || !ARROWS[event.key]) return;
  event.preventDefault();
  const list = listOf(chip);
  const row = getComputedStyle(list).gridTemplateColumns.split(" ").length;
  const cells = [...list.children];
  aim(cells[cells.indexOf(held.over) + ARROWS[event.key](row)] ?? held.over);
  held.over.scrollIntoView({ block: "nearest" });
  say("over", held.over);
});

document.addEventListener("focusout", () => { if (held?.keys) putBack(); });

document.addEventListener("htmx:afterSettle", () => {
  if (!landed) return;
  document.getElementById(landed)?.focus({ preventScroll: true });
  landed = undefined;
  voice.textContent = document.querySelector("#price [role]")?.innerText ?? "";
});
