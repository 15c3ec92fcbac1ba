// The requests, as they come in.
import {byId, h, setText, setAttribute, select, field, button} from "./dom.js";
import {control} from "./api.js";
import {on} from "./live.js";
import {act} from "./messages.js";
import {store} from "./store.js";
import {List} from "./list.js";
import {wallTime} from "./format.js";
import {badges, showStatus} from "./requestrow.js";

const columns = [
  {title: "Time"}, {title: "Status"}, {title: "Request"}, {title: "Operation", class: "slim"}, {title: "User", class: "slim"},
  {title: "Took", class: "number"}, {title: "Remarks"},
];
let list, search, status, method, remarks, count, pause, frozen = null;

function make(entry) {
  const cells = columns.map(column => h("div", {role: "cell", class: `cell ${column.class ?? ""}`, "data-title": column.title}));
  setText(cells[0], wallTime(entry.at));
  showStatus(cells[1], entry);
  cells[2].append(h("a", {href: `#request/${entry.id}`}, `${entry.method} ${entry.target}`));
  setText(cells[3], entry.operation ?? "–");
  setText(cells[4], entry.username ?? "–");
  setText(cells[5], `${entry.milliseconds.toFixed(1)} ms`);
  cells[6].append(h("span", {class: badges(entry) && "badge"}, badges(entry)));
  return cells;
}

function fits(entry, words) {
  if (status.value && Math.floor(entry.status / 100) !== Number(status.value)) return false;
  if (method.value && entry.method !== method.value) return false;
  if (remarks.value === "fault" && !entry.fault) return false;
  if (remarks.value === "unread" && !entry.unread_parameters.length) return false;
  const text = `${entry.target}\n${entry.operation}\n${entry.username}\n${entry.status}`.toLowerCase();
  return words.every(word => text.includes(word));
}

function show() {
  if (byId("requests").hidden) return;
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const all = frozen ?? store.requests;
  const found = all.filter(entry => fits(entry, words));
  const held = list.body.scrollTop > 0 && list.items.length ? list.items[0].id : null;
  list.show(found);
  // Who has scrolled down to read goes on reading there.
  if (held !== null) {
    const place = found.findIndex(entry => entry.id === held);
    if (place > 0) list.body.scrollTop += place * list.height;
  }
  const waiting = frozen ? store.requests.filter(entry => entry.id > (frozen[0]?.id ?? 0)).length : 0;
  setText(count, `${found.length} of ${all.length} requests` + (frozen ? `, ${waiting} more since` : ""));
}

function freeze() {
  frozen = frozen ? null : [...store.requests];
  setText(pause, frozen ? "Go on" : "Hold");
  setAttribute(pause, "aria-pressed", frozen ? "true" : "false");
  show();
}

export function start() {
  search = h("input", {type: "search", placeholder: "path, operation, user…", oninput: show});
  status = select([["", "every status"], ["2", "2xx done"], ["3", "3xx"], ["4", "4xx refused"], ["5", "5xx failed"]], {onchange: show});
  method = select([["", "every method"], "GET", "POST", "PUT", "DELETE"], {onchange: show});
  remarks = select([["", "all"], ["fault", "hit by a fault"], ["unread", "with unread parameters"]], {onchange: show});
  count = h("p", {class: "soft count"});
  pause = button("Hold", freeze, {"aria-pressed": "false"});
  list = new List({label: "Requests, newest first", columns, keyOf: entry => entry.id, make, update: () => {}});
  list.element.classList.add("requests");
  byId("requests").append(
    h("div", {class: "bar"}, h("h2", {id: "requests-title"}, "Requests"), field("Filter", search), field("Status", status),
      field("Method", method), field("Which", remarks), pause,
      button("Clear", () => act(async () => {
        await control("DELETE", "journal");
        store.requests = [];
        frozen = frozen && [];
        show();
      }, "The journal is empty.")), count), list.element);
  on("requests-changed", show);
}

export const shown = id => { show(); if (id) list.focusKey(id); };
