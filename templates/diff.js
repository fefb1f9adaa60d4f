const rows = [...document.querySelectorAll("li")].map((element) => ({
  element,
  level: element.className,
  text: `${element.closest("section").querySelector("h2").textContent} ${element.textContent}`.toLowerCase(),
}));
const sections = [...document.querySelectorAll("section")];
const search = document.getElementById("search");
const boxes = [...document.querySelectorAll("input[type=checkbox]")];

function apply() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  for (const { element, level, text } of rows) {
    const isShown = levels.has(level) && words.every((word) => text.includes(word));
    element.hidden = !isShown;
    if (isShown) shown += 1;
  }
  for (const section of sections) section.hidden = section.querySelector("li:not([hidden])") === null;
  document.getElementById("none").hidden = shown > 0 || rows.length === 0;
  document.getElementById("shown").textContent = rows.length === 0 ? "" : `${shown} of ${rows.length}`;
}

document.getElementById("filter").addEventListener("input", apply);
document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());
apply();
