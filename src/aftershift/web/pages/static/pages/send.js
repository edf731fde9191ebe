// Words go out by the phone's own ways: the messages by a plain link, other programs by its share
// sheet, anything else by a copy. Whom they go to is chosen there, and no name is kept here.

function wordsBeside(button) {
  return button.closest(".sending").querySelector("blockquote").textContent.trim();
}

function show() {
  const ways = [["[data-share]", "share" in navigator], ["[data-copy]", "clipboard" in navigator]];
  for (const [which, there] of ways) {
    if (there) for (const one of document.querySelectorAll(which)) one.hidden = false;
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(wordsBeside(button));
  button.textContent = button.dataset.copy;
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-share], [data-copy]");
  if (!button) return;
  const done = "share" in button.dataset ? navigator.share({ text: wordsBeside(button) }) : copy(button);
  done.catch(() => undefined); // somebody closed the sheet, or the browser said no
});

show();
