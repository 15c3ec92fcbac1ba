// VM hosts: how full they are, what runs on them, whether they can be reached.
import {byId, h, setText, setAttribute, keyed, field, values, button, select} from "./dom.js";
import {control, maas, read} from "./api.js";
import {on} from "./live.js";
import {act} from "./messages.js";
import {store, whileShown} from "./store.js";
import {bytes, mebibytes} from "./format.js";
import {statusMark} from "./machines.js";

let parts;

// A bar with its figures beside it. What is used beyond what there is, is told in words too.
function bar(name) {
  const fill = h("span", {class: "fill"});
  const made = h("div", {class: "gauge"}, h("span", {class: "name"}, name), h("span", {class: "trough", "aria-hidden": "true"}, fill), h("span", {class: "figures"}));
  made.show = (used, total, write, ratio = 1) => {
    const most = total * ratio;
    const share = most > 0 ? used / most : 0;
    fill.style.width = `${Math.min(100, share * 100)}%`;
    setAttribute(fill, "class", `fill ${share >= 1 ? "full" : share >= 0.8 ? "high" : ""}`);
    const free = most - used;
    setText(made.lastElementChild, `${write(used)} of ${write(total)} used, ${free >= 0 ? `${write(free)} free` : `${write(-free)} too much`}`
      + (ratio !== 1 ? `, over-commit ×${ratio}` : "") + (used > total ? ", over-committed" : ""));
  };
  return made;
}

function card(host) {
  const made = h("article", {class: "card", "aria-label": host.name});
  const gauges = [bar("Cores"), bar("Memory"), bar("Storage")];
  const title = h("h3");
  const about = h("p", {class: "soft"});
  const reach = h("button", {type: "button", role: "switch", class: "switch", onclick: () => flip(made.hardware)});
  const machines = h("ul", {class: "machines-of"});
  made.append(h("div", {class: "titled"}, title, reach), about, ...gauges, h("h4", {}, "Virtual machines"), machines, composer(host));
  made.parts = {gauges, title, about, reach, machines};
  return made;
}

function update(made, {host, hardware}) {
  made.hardware = hardware;
  setText(made.parts.title, host.name);
  setText(made.parts.about, [host.type, host.version, `zone ${host.zone.name}`, `pool ${host.pool.name}`,
    `storage: ${host.storage_pools.map(pool => `${pool.name} ${bytes(pool.used)} of ${bytes(pool.total)}`).join(", ") || "none"}`].filter(Boolean).join(" · "));
  const {total, used} = host;
  made.parts.gauges[0].show(used.cores, total.cores, String, host.cpu_over_commit_ratio);
  made.parts.gauges[1].show(used.memory, total.memory, mebibytes, host.memory_over_commit_ratio);
  made.parts.gauges[2].show(used.local_storage, total.local_storage, bytes);
  showSwitch(made.parts.reach, hardware);
  const machines = [...store.machines.values()].filter(machine => machine.vm_host === host.name);
  keyed(made.parts.machines, machines, machine => machine.system_id,
    machine => h("li", {}, h("a", {href: `#machine/${machine.system_id}`}), " ", h("span", {class: "soft"})), (line, machine) => {
      setText(line.firstElementChild, machine.hostname);
      statusMark(line.lastElementChild, machine.status, machine.locked);
    });
  setAttribute(made.parts.machines, "data-empty", machines.length ? null : "none");
}

function showSwitch(made, hardware) {
  made.hidden = !hardware;
  if (!hardware) return;
  setAttribute(made, "aria-checked", String(hardware.reachable));
  setAttribute(made, "aria-label", `${hardware.name || hardware.address} can be reached`);
  setText(made, hardware.reachable ? "✓ reachable" : "✕ unreachable");
}

function flip(hardware) {
  const reachable = !hardware.reachable;
  return act(async () => {
    await control("POST", "hardware", {address: hardware.address, reachable});
    await load();
  }, `${hardware.name || hardware.address} ${reachable ? "can be reached again" : "cannot be reached any more"}.`);
}

function composer(host) {
  const number = (name, value) => h("input", {name, type: "number", min: "1", value, required: true});
  return h("details", {}, h("summary", {}, "Compose a machine"), h("form", {class: "grid", onsubmit: event => {
    event.preventDefault();
    const {gigabytes, pool, memory, ...form} = values(event.target);
    act(() => maas("POST", `vm-hosts/${host.id}/`, "compose", {
      ...form, memory: String(Math.round(Number(memory) * 1024)), storage: `root:${gigabytes}${pool ? `(${pool})` : ""}`,
    }), made => `Composed ${form.hostname || made.system_id}.`).then(() => act(load));
  }}, field("Host name", h("input", {name: "hostname", placeholder: "made up when empty"})), field("Cores", number("cores", 1)),
  field("Memory, GiB", number("memory", 2)), field("Disk, GB", number("gigabytes", 8)),
  field("Storage pool", select([["", "default"], ...host.storage_pools.map(pool => [pool.name, pool.name])], {name: "pool"})),
  h("p", {class: "buttons"}, h("button", {class: "main"}, "Compose"))));
}

async function load() {
  const [hosts, hardware] = await Promise.all([read("vm-hosts/"), control("GET", "hardware")]);
  const known = Array.isArray(hosts) ? hosts : [];
  keyed(parts.cards, known.map(host => ({host, hardware: hardware.find(item => item.vm_hosts.includes(host.name))})),
    ({host}) => host.id, ({host}) => card(host), update);
  parts.none.hidden = known.length > 0;
  const others = hardware.filter(item => !item.vm_hosts.length);
  keyed(parts.others, others, item => item.address, item => {
    const line = h("li", {}, h("span"), " ", h("button", {type: "button", role: "switch", class: "switch", onclick: () => flip(line.hardware)}));
    return line;
  }, (line, item) => {
    line.hardware = item;
    setText(line.firstElementChild, `${item.name || item.address} (${item.type} at ${item.address}, ${item.cores} cores, ${mebibytes(item.memory)})`);
    showSwitch(line.lastElementChild, item);
  });
  parts.rest.hidden = others.length === 0;
}

export function start() {
  parts = {
    cards: h("div", {class: "cards"}), none: h("p", {class: "empty"}, "There are no VM hosts."), others: h("ul", {class: "plain"}),
  };
  parts.rest = h("section", {}, h("h3", {}, "Hypervisors of the lab that are no VM hosts"), parts.others);
  byId("hosts").append(h("div", {class: "bar"}, h("h2", {id: "hosts-title"}, "VM hosts")), parts.cards, parts.none, parts.rest);
  whileShown(byId("hosts"), load);
  on("ready", () => { if (!byId("hosts").hidden) act(load); });
}

export const shown = () => act(load);
