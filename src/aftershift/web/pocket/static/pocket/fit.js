// What fits, without a network: the rules of engines/pocket/fitting, over what the page holds.
// A choice stays on this page; nothing is asked of the server and nothing stands in the address.

const form = document.getElementById("fit");
const shelf = document.getElementById("guides");
const ENERGIES = ["low", "some", "much"];

function grants(guide, wish) {
  const { places, cost, company, never } = guide.dataset;
  return (
    (!wish.place || places.split(" ").some((one) => one === wish.place || one === "anywhere")) &&
    (!wish.energy || Number(cost) <= ENERGIES.indexOf(wish.energy)) &&
    (!wish.company || company === wish.company) &&
    (!wish.after || !never.split(" ").includes(wish.after))
  );
}

function lengthsOf(guide) {
  return [...guide.querySelectorAll("div[data-minutes]")].map((one) => Number(one.dataset.minutes));
}

function longest(guide, minutes) {
  return Math.max(0, ...lengthsOf(guide).filter((one) => !minutes || one <= minutes));
}

function fit(guides, wish) {
  const minutes = Number(wish.minutes || 0);
  const shown = guides.filter((one) => longest(one, minutes) && grants(one, wish));
  if (minutes) shown.sort((one, other) => longest(other, minutes) - longest(one, minutes));
  for (const one of guides) one.hidden = !shown.includes(one);
  for (const one of shown) {
    for (const part of one.querySelectorAll("[data-minutes]")) {
      part.hidden = Boolean(minutes) && Number(part.dataset.minutes) !== longest(one, minutes);
    }
  }
  shelf.append(...shown);
  document.getElementById("nothing").hidden = shown.length > 0;
}

if (form) {
  const guides = [...shelf.children];
  const wish = () => Object.fromEntries(new FormData(form));
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
  // Narrowed down by the server, the page lacks what does not fit: then it goes on asking it.
  if (!("narrowed" in shelf.dataset)) {
    for (const one of form.querySelectorAll("[data-without-script]")) one.hidden = true;
    form.addEventListener("change", () => fit(guides, wish()));
    form.addEventListener("submit", (event) => event.preventDefault());
    if (asked.size) fit(guides, wish());
  }
}

for (const one of document.querySelectorAll("[data-print]")) {
  one.hidden = false;
  one.addEventListener("click", () => print());
}
