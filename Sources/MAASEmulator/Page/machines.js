// The list of machines.
import {byId, h, setText, setAttribute, select, field} from "./dom.js";
import {on} from "./live.js";
import {store, secondsUntil} from "./store.js";
import {List} from "./list.js";
import {kind, marks, span, statusClass} from "./format.js";

const columns = [
  {title: "Machine", sort: "hostname"}, {title: "Status", sort: "status"}, {title: "Power", sort: "power", class: "slim"},
  {title: "Owner", sort: "owner", class: "slim"}, {title: "Zone", sort: "zone", class: "slim"},
  {title: "Pool", sort: "pool", class: "slim"}, {title: "Addresses", sort: "addresses"},
  {title: "VM host", sort: "vm_host"}, {title: "Next", sort: "due"},
];
const order = {by: "hostname", descending: false};
const collator = new Intl.Collator("en", {numeric: true});
let list, search, status, sort, count;

export function statusMark(cell, text, locked) {
  const name = statusClass(text);
  if (!cell.firstElementChild) cell.append(h("span", {"aria-hidden": "true", class: "mark"}), h("span"));
  setAttribute(cell.firstElementChild, "class", `mark ${name}`);
  setText(cell.firstElementChild, marks[name]);
  setText(cell.lastElementChild, text + (locked ? " (locked)" : ""));
}

const dueText = due => due ? `${kind(due.kind)} in ${span(secondsUntil(due.at))}` : "";

function make(machine) {
  const cells = columns.map(column => h("div", {role: "cell", class: `cell ${column.class ?? ""}`, "data-title": column.title}));
  cells[0].append(h("a", {href: `#machine/${encodeURIComponent(machine.system_id)}`}));
  return cells;
}

function update(row, machine) {
  const cells = row.children;
  setText(cells[0].firstElementChild, machine.hostname);
  setAttribute(cells[0], "title", machine.note || null);
  statusMark(cells[1], machine.status, machine.locked);
  setText(cells[2], machine.power);
  setText(cells[3], machine.owner ?? "");
  setText(cells[4], machine.zone);
  setText(cells[5], machine.pool ?? "");
  setText(cells[6], machine.addresses.join(", "));
  setText(cells[7], machine.vm_host ?? "");
  setText(cells[8], dueText(machine.due));
}

const sortValue = {
  addresses: machine => machine.addresses[0] ?? "￿",
  due: machine => machine.due ? machine.due.at : "￿",
};

function fits(machine, words) {
  if (status.value && machine.status !== status.value) return false;
  if (!words.length) return true;
  const text = [machine.hostname, machine.system_id, machine.domain, machine.status, machine.owner, machine.zone, machine.pool,
    machine.vm_host, machine.note, machine.problem, ...machine.addresses].join("\n").toLowerCase();
  return words.every(word => text.includes(word));
}

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const value = sortValue[order.by] ?? (machine => machine[order.by] ?? "");
  const found = [...store.machines.values()].filter(machine => fits(machine, words))
    .sort((a, b) => (order.descending ? -1 : 1) * collator.compare(value(a), value(b)) || collator.compare(a.hostname, b.hostname));
  list.show(found);
  setText(count, found.length === store.machines.size ? `${found.length} machines` : `${found.length} of ${store.machines.size} machines`);
  showStatuses();
}

// The statuses that there are, with how many machines have each.
function showStatuses() {
  const counts = new Map();
  for (const {status: name} of store.machines.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].sort(collator.compare);
  if (status.value && !counts.has(status.value)) names.push(status.value);
  // An option that comes to stand for another status must not take the choice along.
  const chosen = status.value;
  names.forEach((name, index) => {
    const option = status.options[index + 1] ?? status.appendChild(new Option());
    if (option.value !== name) option.value = name;
    setText(option, `${name} (${counts.get(name) ?? 0})`);
  });
  while (status.options.length > names.length + 1) status.lastElementChild.remove();
  if (status.value !== chosen) status.value = chosen;
}

function sortBy(name) {
  order.descending = order.by === name ? !order.descending : false;
  order.by = name;
  sort.value = name;
  list.sorted(order.by, order.descending);
  show();
}

export function start() {
  search = h("input", {type: "search", placeholder: "name, address, owner…", oninput: show});
  status = select([["", "every status"]], {onchange: show});
  sort = select(columns.map(column => [column.sort, column.title]), {onchange: () => {
    order.descending = true;
    order.by = sort.value;
    sortBy(sort.value);
  }});
  count = h("p", {class: "soft count", role: "status"});
  list = new List({label: "Machines", columns, keyOf: machine => machine.system_id, make, update, onSort: sortBy});
  list.element.classList.add("machines");
  list.sorted(order.by, order.descending);
  byId("machines").append(
    h("div", {class: "bar"}, h("h2", {id: "machines-title"}, "Machines"), field("Search", search), field("Status", status),
      field("Sort by", sort), count), list.element);
  on("machines-changed", show);
  on("clock-changed", () => list.draw());
  setInterval(() => { if (!byId("machines").hidden && store.clock?.speed) list.draw(); }, 1000);
}

export const shown = id => { show(); if (id) list.focusKey(id); };
