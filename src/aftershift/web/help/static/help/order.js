// Without a network the card comes from the shelf, as a stranger sees it: it knows no choice.
// What this browser remembers is read here, and a choice made just now is kept here.

const COUNTRY = "__Host-order";
const YEAR = 365 * 24 * 60 * 60;

function chosenNow() {
  if (location.pathname !== "/help/choose") return undefined; // the shelf's answer to the form
  const given = new URLSearchParams(location.search);
  const code = given.get("country") ?? "";
  if (!/^([a-z]{2})?$/.test(code)) return undefined;
  document.cookie = `${COUNTRY}=${code}; Path=/; Secure; SameSite=Lax; Max-Age=${code ? YEAR : 0}`;
  return code;
}

function remembered() {
  const kept = document.cookie.split("; ").find((one) => one.startsWith(`${COUNTRY}=`));
  return kept?.slice(COUNTRY.length + 1);
}

function showFirst(code) {
  const place = document.getElementById(`place-${code}`);
  const number = document.querySelector(`[data-countries~="${code}"]`);
  place?.parentElement.prepend(place);
  number?.parentElement.prepend(number);
  if (place) place.open = true;
}

const code = chosenNow() ?? remembered();
if (/^[a-z]{2}$/.test(code ?? "") && !document.querySelector("[data-first]")) showFirst(code);
