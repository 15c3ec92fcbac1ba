// Which view is shown, by what stands behind # in the address.
import {byId, h, setText, setAttribute} from "./dom.js";
import {control} from "./api.js";
import {follow, on} from "./live.js";
import {act} from "./messages.js";
import * as clock from "./clock.js";
import * as machines from "./machines.js";
import * as machine from "./machine.js";
import * as hosts from "./hosts.js";
import * as networks from "./networks.js";
import * as requests from "./requests.js";
import * as request from "./request.js";
import * as panel from "./control.js";
import * as sandboxes from "./sandboxes.js";

const views = {machines, machine, hosts, networks, requests, request, control: panel};
const tabs = [["machines", "Machines"], ["hosts", "VM hosts"], ["networks", "Networks"], ["requests", "Requests"], ["control", "Control"]];
const parents = {machine: "machines", request: "requests"};
let shown = null;

function route() {
  const [name, id] = location.hash.slice(1).split("/");
  if (name === "main") { byId("main").focus(); return; }
  const view = views[name] ? name : "machines";
  const before = shown;
  if (shown && shown.view !== view) views[shown.view].left?.();
  shown = {view, id: id === undefined ? undefined : decodeURIComponent(id)};
  for (const key of Object.keys(views)) byId(key).hidden = key !== view;
  for (const [key] of tabs) setAttribute(byId(`tab-${key}`), "aria-current", (parents[view] ?? view) === key ? "page" : null);
  document.title = `${tabs.find(([key]) => key === (parents[view] ?? view))[1]} – MAAS emulator`;
  // From one machine back to the list: the focus returns to the row that it came from.
  const from = before && parents[before.view] === view ? before.id : undefined;
  views[view].shown?.(shown.id ?? from);
  if (before && shown.id === undefined) scrollTo(0, 0);
}

byId("tabs").append(...tabs.map(([name, title]) => h("li", {}, h("a", {href: `#${name}`, id: `tab-${name}`}, title))));
clock.start();
sandboxes.start();
for (const view of Object.values(views)) view.start();
addEventListener("hashchange", route);
on("ready", () => act(async () => {
  const health = await control("GET", "health");
  setText(byId("version"), `${health.version}, as MAAS ${health.maas_version}`);
  await sandboxes.load();
}));
route();
follow();
