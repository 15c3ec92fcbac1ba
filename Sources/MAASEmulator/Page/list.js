// A list of any length, of which only what can be seen is in the document. Rows have one height, which the style sheet
// gives; they are kept by key, and the one with the focus stays even where it is scrolled away.
import {h, setAttribute} from "./dom.js";

// columns: [{title, sort?, class?}]; make(item) answers a row's cells, update(cells, item) fills them.
export class List {
  constructor({label, columns, keyOf, make, update, onSort}) {
    Object.assign(this, {columns, keyOf, make, update, items: [], rows: new Map()});
    this.space = h("div", {class: "space", role: "presentation"});
    this.head = h("div", {role: "row", class: "row head", "aria-rowindex": "1"}, columns.map(column =>
      h("div", {role: "columnheader", class: `cell ${column.class ?? ""}`}, column.sort
        ? h("button", {type: "button", class: "sort", onclick: () => onSort(column.sort)}, column.title) : column.title)));
    this.body = h("div", {role: "rowgroup", class: "rows"}, this.space);
    this.element = h("div", {role: "table", class: "list", "aria-label": label},
      h("div", {role: "rowgroup", class: "headgroup"}, this.head), this.body);
    this.body.addEventListener("scroll", () => this.draw(), {passive: true});
    this.body.addEventListener("keydown", event => this.move(event));
    new ResizeObserver(() => this.draw()).observe(this.body);
  }

  sorted(name, descending) {
    this.columns.forEach((column, index) => {
      if (column.sort) {
        setAttribute(this.head.children[index], "aria-sort",
          column.sort === name ? (descending ? "descending" : "ascending") : "none");
      }
    });
  }

  show(items) {
    this.items = items;
    this.places = new Map(items.map((item, index) => [String(this.keyOf(item)), index]));
    this.draw();
  }

  get height() { return parseFloat(getComputedStyle(this.element).getPropertyValue("--row")) || 36; }

  get focusedKey() { return document.activeElement?.closest?.("[data-key]")?.dataset.key; }

  draw() {
    if (!this.body.clientHeight) return;
    const height = this.height;
    this.space.style.height = `${this.items.length * height}px`;
    setAttribute(this.element, "aria-rowcount", this.items.length + 1);
    const first = Math.max(0, Math.floor(this.body.scrollTop / height) - 4);
    const last = Math.min(this.items.length, Math.ceil((this.body.scrollTop + this.body.clientHeight) / height) + 4);
    const wanted = new Map();
    for (let index = first; index < last; index += 1) wanted.set(String(this.keyOf(this.items[index])), index);
    const kept = this.focusedKey;
    if (kept !== undefined && this.rows.has(kept) && this.places.has(kept)) wanted.set(kept, this.places.get(kept));
    for (const [key, row] of this.rows) if (!wanted.has(key)) { row.remove(); this.rows.delete(key); }
    for (const [key, index] of wanted) {
      let row = this.rows.get(key);
      if (!row) {
        row = h("div", {role: "row", class: "row", "data-key": key}, this.make(this.items[index]));
        this.rows.set(key, row);
        this.space.append(row);
      }
      if (row.index !== index || row.height !== height) {
        row.style.transform = `translateY(${index * height}px)`;
        setAttribute(row, "aria-rowindex", index + 2);
        Object.assign(row, {index, height});
      }
      this.update(row, this.items[index]);
    }
  }

  // Arrows, Page Up and Down, Home and End go from row to row.
  move(event) {
    const row = event.target.closest("[data-key]");
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.body.clientHeight / this.height) - 1);
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity}[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.focus(Math.min(this.items.length - 1, Math.max(0, (this.places.get(row.dataset.key) ?? 0) + step)));
  }

  focus(index) {
    const item = this.items[index];
    if (item === undefined) return;
    const height = this.height;
    if (index * height < this.body.scrollTop) this.body.scrollTop = index * height;
    const below = (index + 1) * height - this.body.clientHeight;
    if (below > this.body.scrollTop) this.body.scrollTop = below;
    this.draw();
    this.rows.get(String(this.keyOf(item)))?.querySelector("a, button, [tabindex]")?.focus({preventScroll: true});
  }

  focusKey(key) { if (this.places?.has(String(key))) this.focus(this.places.get(String(key))); }
}
