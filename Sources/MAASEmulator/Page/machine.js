// One machine: what it is made of, what happened to it, and what can be done with it.
import {byId, h, setText, setAttribute, keyed, table, field, select, values, button} from "./dom.js";
import {control, maas, read, confirm, Refused} from "./api.js";
import {on} from "./live.js";
import {act, alarm} from "./messages.js";
import {store, secondsUntil} from "./store.js";
import {bytes, clockTime, kind, mebibytes, span} from "./format.js";
import {statusMark} from "./machines.js";
import {requestColumns} from "./requestrow.js";

// MAAS's API names, and the words of MAAS's UI for them.
const words = {
  commission: "Commission…", allocate: "Allocate", deploy: "Deploy…", release: "Release…", erase: "Release and erase…",
  test: "Test", abort: "Abort", mark_broken: "Mark broken", mark_fixed: "Mark fixed", power_on: "Power on",
  power_off: "Power off", override_failed_testing: "Override failed testing", lock: "Lock", unlock: "Unlock",
  rescue_mode: "Enter rescue mode", exit_rescue_mode: "Exit rescue mode",
};
const asked = {
  commission: "It goes through commissioning again.", deploy: "The standard release is installed on it.",
  release: "Its owner loses it, and what is on it.", erase: "Its disks are erased, then it is released.",
};
let id = null;
let timer = null;
let parts;

function call(action) {
  const path = `machines/${id}/`;
  switch (action) {
    case "allocate": return maas("POST", "machines/", "allocate", {system_id: id});
    case "erase": return maas("POST", path, "release", {erase: "true"});
    default: return maas("POST", path, action);
  }
}

async function perform(action) {
  const name = store.machines.get(id)?.hostname ?? id;
  const text = words[action].replace("…", "");
  if (asked[action] && !await confirm(`${text} ${name}?`, asked[action], text)) return;
  await act(() => call(action), `${text}: ${name}`);
  await act(load);
}

async function load() {
  const wanted = id;
  try {
    const [about, machine] = await Promise.all([
      control("GET", `machines/${encodeURIComponent(wanted)}`), read(`machines/${encodeURIComponent(wanted)}/`)]);
    if (wanted === id) show(about, machine);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error;
    setText(parts.title, "This machine is gone");
    alarm(`There is no machine ${wanted} any more.`);
  }
}

function facts(row, machine) {
  const due = row.due ? `${kind(row.due.kind)} in ${span(secondsUntil(row.due.at))}, at ${clockTime(row.due.at)}` : "nothing is due";
  return [
    ["System id", row.system_id], ["Domain", row.domain], ["Power", `${row.power} (${machine.power_type})`], ["Next", due],
    ["Owner", row.owner ?? "nobody"], ["Zone", row.zone], ["Pool", row.pool ?? "–"], ["VM host", row.vm_host ?? "–"],
    ["Architecture", machine.architecture], ["Cores", machine.cpu_count], ["Memory", mebibytes(machine.memory)],
    ["Tags", machine.tag_names.join(", ") || "–"], ["System", [machine.osystem, machine.distro_series].filter(Boolean).join(" ") || "–"],
    ["Note", row.note || "–"], ["Problem", row.problem || "–"],
  ];
}

function show({machine: row, actions, events, requests}, machine) {
  setText(parts.title, row.hostname);
  statusMark(parts.status, row.status, row.locked);
  keyed(parts.facts, facts(row, machine), ([name]) => name, ([name]) => h("div", {}, h("dt", {}, name), h("dd")),
    (line, [, value]) => setText(line.lastElementChild, value));
  // What the status does not allow is there but off, so that the focus has a place to stay.
  keyed(parts.actions, Object.keys(words), name => name, name => button(words[name], () => perform(name)), (made, name) => {
    const allowed = actions.includes(name);
    setAttribute(made, "aria-disabled", allowed ? null : "true");
    made.hidden = !allowed && document.activeElement !== made;
  });
  parts.interfaces.show(machine.interface_set, item => item.id);
  const disks = machine.blockdevice_set.flatMap(disk => [disk, ...disk.partitions ?? []]);
  parts.disks.show(disks, item => `${item.type}${item.id}`);
  parts.events.show(events, item => item.id);
  parts.requests.show(requests, item => item.id);
}

const place = disk => disk.filesystem
  ? `${disk.filesystem.fstype}${disk.filesystem.mount_point ? ` on ${disk.filesystem.mount_point}` : ""}` : disk.used_for;

function failForm() {
  const step = select(["commission", "deploy", "test", "release", "erase", "rescue_mode"].map(name => [name, kind(name)]), {name: "step"});
  return h("form", {class: "bar", onsubmit: event => {
    event.preventDefault();
    const stalls = event.submitter?.value === "stall";
    const {step: name, reason} = values(event.target);
    act(() => control("POST", "failures", {step: name, machine: id, stalls, ...(reason ? {reason} : {})}),
      stalls ? `The next ${kind(name)} will never end.` : `The next ${kind(name)} will fail.`);
  }}, field("Next step of this kind", step), field("Reason", h("input", {name: "reason", placeholder: "simulated failure"})),
  h("button", {value: "fail"}, "Let it fail"), h("button", {value: "stall"}, "Let it stall"));
}

export function start() {
  parts = {
    title: h("h2", {id: "machine-title", tabindex: "-1"}, "Machine"),
    status: h("p", {class: "status", role: "status"}),
    facts: h("dl", {class: "facts"}),
    actions: h("div", {class: "buttons", role: "group", "aria-label": "Actions"}),
    interfaces: table("Interfaces", [
      {title: "Name", text: item => item.name}, {title: "Type", text: item => item.type},
      {title: "MAC address", text: item => item.mac_address ?? "–"},
      {title: "Fabric and VLAN", text: item => item.vlan ? `${item.vlan.fabric} / ${item.vlan.name}` : "disconnected"},
      {title: "Links", text: item => item.links.map(link => [link.mode, link.subnet?.cidr, link.ip_address].filter(Boolean).join(" ")).join("; ") || "none"},
    ], "It has no interfaces."),
    disks: table("Disks", [
      {title: "Name", text: item => item.type === "partition" ? `└ ${item.path.split("/").pop()}` : item.name},
      {title: "Type", text: item => item.type},
      {title: "Size", class: "number", text: item => bytes(item.size)}, {title: "Model", text: item => [item.model, item.serial].filter(Boolean).join(" ") || "–"},
      {title: "Used for", text: place},
    ], "It has no disks."),
    events: table("Events", [
      {title: "Region time", text: item => clockTime(item.at)}, {title: "Level", text: item => item.level},
      {title: "Event", text: item => item.type}, {title: "Description", text: item => item.description},
    ], "Nothing has happened to it."),
    requests: table("Requests that touched it", requestColumns, "No request in the journal was about it."),
  };
  const section = (title, ...content) => h("section", {}, h("h3", {}, title), ...content);
  byId("machine").append(
    h("p", {}, h("a", {href: "#machines", class: "back"}, "← All machines")),
    h("div", {class: "titled"}, parts.title, parts.status), parts.actions, parts.facts,
    section("Interfaces", parts.interfaces), section("Disks", parts.disks), section("Events", parts.events),
    section("Requests that touched it", parts.requests), section("Let a step go wrong", failForm()));
  const again = () => { if (id) timer ??= setTimeout(() => { timer = null; if (id) act(load); }, 300); };
  on("machine", row => { if (row.system_id === id) again(); });
  on("gone", row => { if (row.system_id === id) again(); });
  on("request", again);
  on("ready", again);
}

export async function shown(wanted) {
  id = wanted;
  setText(parts.title, store.machines.get(id)?.hostname ?? id);
  await act(load);
  parts.title.focus();
}

export const left = () => { id = null; };
