// Other regions of the same process; everything on the page can be about one of them.
import {byId, h, setText, table, field, select, values, button} from "./dom.js";
import {control, confirm, region} from "./api.js";
import {follow, on, tell} from "./live.js";
import {act, alarm, copyButton} from "./messages.js";
import {store} from "./store.js";

let list;

const main = {main: true};

// Turns the whole page to another region.
export function lookInto(id) {
  region.sandbox = id;
  Object.assign(store, {machines: new Map(), requests: [], clock: null});
  byId("sandbox").value = id ?? "";
  tell("machines-changed");
  tell("requests-changed");
  follow();
}

async function remove(id) {
  if (!await confirm(`Remove ${id}?`, "The region and everything in it is gone then.", "Remove")) return;
  if (region.sandbox === id) lookInto(null);
  await act(async () => { await control("DELETE", `sandboxes/${id}`, undefined, main); await load(); }, `${id} is gone.`);
}

export function make() {
  list = table("Sandboxes", [
    {title: "Id", class: "short", text: item => item.id},
    {title: "Administrator's key", make: (cell, item) => cell.append(h("code", {}, item.admin_api_key ?? "none"), " ", copyButton(`the administrator's key of ${item.id}`, () => item.admin_api_key ?? ""))},
    {title: "User's key", make: (cell, item) => cell.append(h("code", {}, item.user_api_key ?? "none"), " ", copyButton(`the user's key of ${item.id}`, () => item.user_api_key ?? ""))},
    {title: "", make: (cell, item) => cell.append(
      button("Look into", () => { lookInto(item.id); location.hash = "#machines"; }, {class: "small", "aria-label": `Look into ${item.id}`}), " ",
      button("Remove…", () => remove(item.id), {class: "small", "aria-label": `Remove ${item.id}`}))},
  ], "There is only the main region.");
  return h("section", {class: "card wide"}, h("h3", {}, "Sandboxes"), list,
    h("form", {class: "bar", onsubmit: event => {
      event.preventDefault();
      const {clock, seed} = values(event.target);
      act(async () => {
        const made = await control("POST", "sandboxes", {clock, seed: Number(seed || 1)}, main);
        await load();
        return made;
      }, made => `${made.id} is made.`);
    }}, field("Clock", select(["real", "manual", "x60"], {name: "clock"})), field("Seed", h("input", {name: "seed", type: "number", min: "0", value: "1"})),
    h("button", {}, "Make a sandbox")));
}

export async function load() {
  const all = await control("GET", "sandboxes", undefined, main);
  list?.show(all, item => item.id);
  const chooser = byId("sandbox");
  [["", "main"], ...all.map(item => [item.id, item.id])].forEach(([value, text], index) => {
    const option = chooser.options[index] ?? chooser.appendChild(new Option());
    option.value = value;
    setText(option, text);
  });
  while (chooser.options.length > all.length + 1) chooser.lastElementChild.remove();
  chooser.value = region.sandbox ?? "";
}

export function start() {
  byId("sandbox").append(new Option("main", ""));
  byId("sandbox").addEventListener("change", event => lookInto(event.target.value || null));
  byId("sandbox").addEventListener("focus", () => act(load));
  on("sandbox-gone", () => {
    alarm(`${region.sandbox} was removed; this is the main region.`);
    lookInto(null);
    act(load);
  });
}
