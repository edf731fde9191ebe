// Passkeys: ask the server what is wanted, let the browser do it, hand the answer back.

const browser = globalThis.PublicKeyCredential;

const ways = {
  create: async (options) =>
    navigator.credentials.create({ publicKey: browser.parseCreationOptionsFromJSON(options.publicKey) }),
  get: async (options) =>
    navigator.credentials.get({ publicKey: browser.parseRequestOptionsFromJSON(options.publicKey) }),
};

// What the server says when it refuses is for the person; anything else is not.
class Refused extends Error {}

async function post(address, body) {
  const response = await fetch(address, { method: "POST", body });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.said);
  return answer;
}

async function use(form) {
  const question = await post(form.dataset.ask, new FormData(form));
  const credential = await ways[form.dataset.passkey](question);
  const body = new FormData(form);
  body.delete("password");
  body.set("answer", JSON.stringify(credential.toJSON()));
  const { go } = await post(form.action, body);
  location.assign(go);
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !browser?.parseCreationOptionsFromJSON;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector("[role=alert]");
    problem.hidden = true;
    try {
      await use(form);
    } catch (error) {
      problem.textContent = error instanceof Refused ? error.message : form.dataset.failed;
      problem.hidden = false;
    }
  });
}
