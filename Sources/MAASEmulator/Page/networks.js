// Fabrics, VLANs and subnets, how full these are, and who holds which address.
import {byId, h, setText, setAttribute, keyed, select, field} from "./dom.js";
import {control, read} from "./api.js";
import {on} from "./live.js";
import {act} from "./messages.js";
import {whileShown} from "./store.js";
import {List} from "./list.js";

let parts, addresses = [], subnets = [];

const row = (made, {subnet, ranges, held, statistics}) => {
  setText(made.cells[0].firstElementChild, subnet.cidr);
  setText(made.cells[1], subnet.name === subnet.cidr ? "–" : subnet.name);
  setText(made.cells[2], `${subnet.vlan.name} (${subnet.vlan.vid})${subnet.vlan.dhcp_on ? ", DHCP" : ""}`);
  setText(made.cells[3], subnet.space);
  const {usage, usage_string: percent, num_unavailable: taken, total_addresses: total} = statistics;
  const [trough, figures] = made.cells[4].children;
  trough.firstElementChild.style.width = `${Math.min(100, usage * 100)}%`;
  setAttribute(trough.firstElementChild, "class", `fill ${usage >= 1 ? "full" : usage >= 0.8 ? "high" : ""}`);
  setText(figures, `${held.length} held, ${taken} of ${total} taken (${percent})`);
  setText(made.cells[5], ranges.map(range => `${range.type} ${range.start_ip} – ${range.end_ip}`).join("; ") || "none");
};

function subnetRow({subnet}) {
  const titles = ["Subnet", "Name", "VLAN", "Space", "Usage", "Ranges"];
  const cells = titles.map(title => h("td", {"data-title": title}));
  cells[0].append(h("button", {type: "button", class: "link", onclick: () => {
    parts.subnet.value = String(subnet.id);
    showAddresses();
    parts.subnet.focus();
  }}));
  cells[4].append(h("span", {class: "trough", "aria-hidden": "true"}, h("span", {class: "fill"})), h("span", {class: "figures"}));
  return h("tr", {}, cells);
}

function fabricSection(fabric) {
  const body = h("tbody");
  const made = h("section", {}, h("h3"), h("p", {class: "soft"}),
    h("div", {class: "table", tabindex: "0", role: "group", "aria-label": `Subnets of ${fabric.name}`}, h("table", {},
      h("thead", {}, h("tr", {}, ["Subnet", "Name", "VLAN", "Space", "Usage", "Ranges"].map(title => h("th", {scope: "col"}, title)))), body)));
  made.body = body;
  return made;
}

async function load() {
  const [fabrics, found, ranges, held] = await Promise.all(
    [read("fabrics/"), read("subnets/"), read("ipranges/"), control("GET", "addresses")]);
  const statistics = await Promise.all(found.map(subnet => read(`subnets/${subnet.id}/?op=statistics`)));
  addresses = held;
  subnets = found.map((subnet, index) => ({
    subnet, statistics: statistics[index], ranges: ranges.filter(range => range.subnet?.id === subnet.id), held: held.filter(item => item.subnet === subnet.id),
  }));
  keyed(parts.fabrics, fabrics, fabric => fabric.id, fabricSection, (made, fabric) => {
    setText(made.firstElementChild, fabric.name);
    setText(made.children[1], `VLANs: ${fabric.vlans.map(vlan => `${vlan.name} (${vlan.vid}${vlan.dhcp_on ? ", DHCP" : ""})`).join(", ")}`);
    const inside = subnets.filter(({subnet}) => subnet.vlan.fabric_id === fabric.id);
    keyed(made.body, inside, ({subnet}) => subnet.id, subnetRow, row);
    made.lastElementChild.hidden = inside.length === 0;
  });
  const chosen = parts.subnet.value;
  subnets.forEach(({subnet}, index) => {
    const option = parts.subnet.options[index + 1] ?? parts.subnet.appendChild(new Option());
    option.value = subnet.id;
    setText(option, subnet.cidr);
  });
  while (parts.subnet.options.length > subnets.length + 1) parts.subnet.lastElementChild.remove();
  parts.subnet.value = subnets.some(({subnet}) => String(subnet.id) === chosen) ? chosen : "";
  showAddresses();
}

function showAddresses() {
  const words = parts.search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = addresses.filter(item => {
    if (parts.subnet.value && String(item.subnet) !== parts.subnet.value) return false;
    const text = `${item.ip}\n${item.hostname}\n${item.interface}\n${item.user}\n${item.type}`.toLowerCase();
    return words.every(word => text.includes(word));
  });
  parts.list.show(found);
  setText(parts.count, `${found.length} of ${addresses.length} addresses`);
}

export function start() {
  const columns = ["Address", "Type", "Held by", "Interface", "User"].map(title => ({title}));
  parts = {
    fabrics: h("div"), count: h("p", {class: "soft count", role: "status"}),
    search: h("input", {type: "search", placeholder: "address, host…", oninput: showAddresses}),
    subnet: select([["", "every subnet"]], {onchange: showAddresses}),
    list: new List({
      label: "Addresses", columns, keyOf: item => `${item.ip} ${item.interface} ${item.system_id}`,
      make: item => columns.map((column, index) => h("div", {role: "cell", class: "cell", "data-title": column.title}, index === 2 && item.system_id
        ? h("a", {href: `#machine/${item.system_id}`}) : h("span", index === 0 ? {tabindex: "-1"} : {}))),
      update: (line, item) => [item.ip, item.type, item.hostname ?? "", item.interface ?? "", item.user ?? ""]
        .forEach((text, index) => setText(line.children[index].firstElementChild, text)),
    }),
  };
  parts.list.element.classList.add("addresses");
  byId("networks").append(
    h("div", {class: "bar"}, h("h2", {id: "networks-title"}, "Networks")), parts.fabrics,
    h("section", {}, h("div", {class: "bar"}, h("h3", {}, "Addresses"), field("Search", parts.search), field("Subnet", parts.subnet), parts.count),
      parts.list.element));
  whileShown(byId("networks"), load);
  on("ready", () => { if (!byId("networks").hidden) act(load); });
}

export const shown = () => act(load);
