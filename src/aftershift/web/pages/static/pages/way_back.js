// After a quick exit, "back" must not show what was read before: those pages lead away as well.
// Whoever comes by an address or a link is welcome again. Runs before anything is painted.

(() => {
  const to = sessionStorage.getItem("to");
  if (!to) return;
  const [arrival] = performance.getEntriesByType("navigation");
  if (arrival?.type === "back_forward") {
    document.documentElement.classList.add("left");
    location.replace(to);
  } else {
    sessionStorage.removeItem("to");
  }
})();
