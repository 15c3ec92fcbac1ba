// How a request is written in one line, here and there.
import {h, setText, setAttribute} from "./dom.js";
import {httpClass, wallTime} from "./format.js";

export const badges = entry => [
  entry.fault ? `fault ${entry.fault}` : "", entry.unread_parameters.length ? `unread: ${entry.unread_parameters.join(", ")}` : "",
].filter(Boolean).join("; ");

export function showStatus(cell, entry) {
  if (!cell.firstElementChild) cell.append(h("span"));
  setAttribute(cell.firstElementChild, "class", `code ${httpClass(entry.status)}`);
  setText(cell.firstElementChild, entry.status || "dropped");
}

export const requestColumns = [
  {title: "Time", text: entry => wallTime(entry.at)},
  {title: "Status", update: showStatus},
  {title: "Request", make: (cell, entry) => cell.append(h("a", {href: `#request/${entry.id}`}, `${entry.method} ${entry.target}`))},
  {title: "Operation", text: entry => entry.operation ?? "–"},
  {title: "User", text: entry => entry.username ?? "–"},
  {title: "Remarks", text: badges},
];
