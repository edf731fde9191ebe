// A page from the shelf was fetched as nobody's: it knows no hour and no choice, and must not stay as
// it was when it was kept. What this browser was told to remember decides, if anything; "by the hour"
// then goes by the device's own clock. Runs before anything is painted.

(() => {
  const { dataset } = document.documentElement;
  const [, chosen] = /(?:^|; )__Host-paper=(light|dark|hours)(?:;|$)/.exec(document.cookie) ?? [];
  const hour = new Date().getHours();
  if (chosen === "light" || chosen === "dark") dataset.hours = chosen;
  else if (chosen && !dataset.hours) dataset.hours = hour >= 21 || hour < 7 ? "night" : "day";
})();
