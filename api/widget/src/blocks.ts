/** The structured blocks of an answer as nodes. */

import { fill, type Strings } from "./strings";
import { button, freshId, h, svg } from "./dom";
import type { Block, Figure, ItemList, Point, Quote, Table } from "./types";

const SHOWN = 8;

/** Hides what follows the first rows behind a button that names the total. */
export function folded(parent: HTMLElement, rows: HTMLElement[], t: Strings, shown = SHOWN): Node[] {
  if (rows.length <= shown + 2) return [parent];
  const rest = rows.slice(shown);
  const more = button({ class: "more" });
  const toggle = (open: boolean) => {
    for (const row of rest) row.hidden = !open;
    more.setAttribute("aria-expanded", `${open}`);
    more.textContent = open ? t.$less : fill(t.$all, rows.length);
  };
  more.addEventListener("click", () => toggle(!!rest[0]!.hidden));
  toggle(false);
  return [parent, more];
}

function list(block: ItemList, t: Strings): Node {
  const items = block.items.map((item) => h("li", {}, item));
  return h("div", { class: "list" }, block.title && h("p", { class: "head" }, block.title), ...folded(h("ul", {}, ...items), items, t));
}

function table(block: Table, t: Strings): Node {
  // Without a name, the first column names its rows.
  const named = !block.columns[0];
  const rows = block.rows.map((row) =>
    h("tr", {}, ...row.map((cell, index) => (named && !index ? h("th", { scope: "row" }, cell) : h("td", {}, cell)))),
  );
  const caption = freshId();
  const head = h("tr", {}, ...block.columns.map((column) => (column ? h("th", { scope: "col" }, column) : h("td"))));
  const node = h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows));
  if (block.caption) node.prepend(h("caption", { id: caption }, block.caption));
  const name = block.caption ? { "aria-labelledby": caption } : { "aria-label": block.columns.filter(Boolean).join(", ") };
  // Focusable, so that a wide table can be scrolled with the keyboard.
  const scroller = h("div", { class: "scroll", role: "group", tabindex: 0, ...name }, node);
  return h("div", { class: "list" }, ...folded(scroller, rows, t));
}

function bar({ value }: Point, low: number, span: number): Node {
  const x = ((Math.min(value, 0) - low) / span) * 100;
  const rect = svg("rect", { x, width: Math.max((Math.abs(value) / span) * 100, 0.5), height: 8 });
  return svg("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, rect);
}

function figure(block: Figure, t: Strings): Node {
  const values = block.points.map((point) => point.value);
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  const rows = block.points.map((point) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, point.label),
      h("td", {}, h("span", { class: "bar" }, bar(point, low, span), h("span", {}, point.text))),
    ),
  );
  // The unit as people write it, and once.
  const title = block.title + (block.unit && !block.title.includes("€") ? ` (${block.unit.replace("EUR", "€")})` : "");
  const chart = h("table", { class: "chart" }, h("tbody", {}, ...rows));
  return h("figure", {}, h("figcaption", {}, title), ...folded(chart, rows, t, 12));
}

/** Verbatim words, with the number of their note; `open` shows that note. */
function quote(block: Quote, number: number, t: Strings, open: (number: number) => void): Node {
  return h(
    "blockquote",
    {},
    block.heading && h("p", { class: "head" }, block.heading),
    h("p", {}, block.text),
    number > 0 && button({ class: "note", click: () => open(number) }, fill(t.$source, number)),
  );
}

/** One block; a kind this version does not know is left out. `numbers` gives each source id its number. */
export function blockNode(
  block: Block,
  numbers: Map<string, number>,
  t: Strings,
  open: (number: number) => void,
): Node | null {
  switch (block.type) {
    case "paragraph":
      return h("p", {}, block.text);
    case "list":
      return list(block, t);
    case "table":
      return table(block, t);
    case "figure":
      return figure(block, t);
    case "quote":
      return quote(block, numbers.get(block.source) ?? 0, t, open);
    default:
      return null;
  }
}
