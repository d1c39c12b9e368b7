/* SPDX-License-Identifier: EPL-2.0 */
"use strict";
const byId = id => document.getElementById(id);
const body = document.querySelector("tbody");
const headings = [...document.querySelectorAll("th")];
const rows = [...body.rows].map(row => {
  const cells = [...row.cells].map(cell => cell.textContent);
  return { row, cells, text: cells.join("\n").toLowerCase() };
});
const collator = new Intl.Collator("en", { numeric: true });

/* All words must be in the row, those with an exclamation mark must not. */
function filter() {
  const words = byId("filter").value.toLowerCase().split(/\s+/).filter(word => word !== "" && word !== "!");
  const accepts = text => words.every(word => word.startsWith("!") ? !text.includes(word.slice(1)) : text.includes(word));
  let shown = 0;
  for (const one of rows) {
    one.row.hidden = !accepts(one.text);
    shown += one.row.hidden ? 0 : 1;
  }
  byId("count").value = words.length === 0 ? "" : `${shown} of ${rows.length} shown`;
}

/* Empty cells come last in both directions. */
function sort(column) {
  const descending = headings[column].getAttribute("aria-sort") === "ascending";
  headings.forEach(heading => heading.removeAttribute("aria-sort"));
  headings[column].setAttribute("aria-sort", descending ? "descending" : "ascending");
  rows.sort((a, b) => {
    const left = a.cells[column], right = b.cells[column];
    if (left === "" || right === "") {
      return (left === "") - (right === "");
    }
    return descending ? collator.compare(right, left) : collator.compare(left, right);
  });
  body.append(...rows.map(one => one.row));
}

headings.forEach((heading, column) => {
  const button = document.createElement("button");
  button.textContent = heading.textContent;
  button.addEventListener("click", () => sort(column));
  heading.replaceChildren(button);
});
byId("filter").addEventListener("input", filter);
byId("more").addEventListener("change", () => document.documentElement.classList.toggle("all", byId("more").checked));
document.documentElement.classList.add("scripted");
byId("tools").hidden = false;
