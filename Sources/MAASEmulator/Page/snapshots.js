// Snapshots, and the way back to the inventory.
import {h, table, field, values, button} from "./dom.js";
import {control, confirm} from "./api.js";
import {act} from "./messages.js";
import {bytes, clockTime} from "./format.js";

let list;

async function take(name) { await control("POST", "snapshots", {name}); }

// What a reset or a restore would lose is kept. Each has a number, so that none replaces another; the oldest go.
const most = 5;
const kept = /^before-(?:reset|restore)-(\d+)$/;

async function keep(what, wanted) {
  const before = (await control("GET", "snapshots")).map(item => ({name: item.name, number: Number(kept.exec(item.name)?.[1] ?? 0)}))
    .filter(item => item.number > 0).sort((a, b) => a.number - b.number);
  const name = `before-${what}-${(before.at(-1)?.number ?? 0) + 1}`;
  await take(name);
  for (const old of before.slice(0, 1 - most)) if (old.name !== wanted) await control("DELETE", `snapshots/${encodeURIComponent(old.name)}`);
  return name;
}

async function restore(name) {
  if (!await confirm(`Restore ${name}?`, "Everything becomes as it was then, region time included. What is there now is kept as a snapshot.", "Restore")) return;
  await act(async () => {
    const before = await keep("restore", name);
    await control("POST", `snapshots/${encodeURIComponent(name)}/restore`);
    await load();
    return before;
  }, before => `${name} is restored; ${before} has what was there.`);
}

async function forget(name) {
  if (!await confirm(`Forget ${name}?`, "The snapshot is gone then.", "Forget")) return;
  await act(async () => { await control("DELETE", `snapshots/${encodeURIComponent(name)}`); await load(); }, `${name} is forgotten.`);
}

async function reset() {
  if (!await confirm("Reset to the inventory?", "Everything that happened since the start is undone. What is there now is kept as a snapshot.", "Reset")) return;
  await act(async () => {
    const before = await keep("reset");
    await control("POST", "reset");
    await load();
    return before;
  }, before => `The region is as it began; ${before} has what was there.`);
}

export function make() {
  list = table("Snapshots", [
    {title: "Name", text: item => item.name}, {title: "Taken", text: item => clockTime(item.taken)},
    {title: "Size", class: "number", text: item => bytes(item.size)},
    {title: "", make: (cell, item) => cell.append(
      button("Restore…", () => restore(item.name), {class: "small", "aria-label": `Restore ${item.name}`}), " ",
      button("Forget…", () => forget(item.name), {class: "small", "aria-label": `Forget ${item.name}`}))},
  ], "None was taken.");
  return h("section", {class: "card"}, h("h3", {}, "Snapshots"), list,
    h("form", {class: "bar", onsubmit: event => {
      event.preventDefault();
      const form = event.target;
      const {name} = values(form);
      act(async () => { await take(name); form.reset(); await load(); }, `${name} is taken.`);
    }}, field("Name", h("input", {name: "name", required: true, pattern: "[^\\/]+", title: "any text without slashes"})), h("button", {}, "Take a snapshot")),
    h("p", {class: "apart"}, button("Reset to the inventory…", reset)));
}

export async function load() { list.show(await control("GET", "snapshots"), item => item.name); }
