// Steps of a machine's life that shall fail or stall.
import {h, table, field, select, values, button} from "./dom.js";
import {control} from "./api.js";
import {act} from "./messages.js";
import {store} from "./store.js";
import {kind} from "./format.js";

const steps = ["deploy", "commission", "test", "release", "erase", "rescue_mode"];
let list;

const whom = item => item.machine ? store.machines.get(item.machine)?.hostname ?? item.machine : "whichever is next";

function send(form) {
  const {step, machine, count, reason, script, how} = values(form);
  const wanted = {step, count: count === "" ? null : Number(count)};
  if (machine) wanted.machine = machine;
  if (reason) wanted.reason = reason;
  if (script) wanted.script = script;
  if (how === "stall") wanted.stalls = true;
  return act(async () => { await control("POST", "failures", wanted); await load(); }, `The next ${kind(step)} goes wrong.`);
}

export function make() {
  list = table("Failures to come", [
    {title: "Step", text: item => kind(item.step)}, {title: "Machine", text: whom},
    {title: "How", text: item => item.stalls ? "never ends" : `fails: ${item.reason}${item.script ? ` (script ${item.script})` : ""}`},
    {title: "Times", text: item => item.count ?? "always"},
    {title: "", make: (cell, item) => cell.append(
      button("Forget", () => act(async () => { await control("DELETE", `failures/${item.id}`); await load(); }, "It will not fail."), {class: "small", "aria-label": `Forget failure ${item.id}`}))},
  ], "Every step will end well.");
  return h("section", {class: "card wide"}, h("h3", {}, "Failures of machines"), list,
    h("details", {}, h("summary", {}, "Let a step go wrong"),
      h("form", {class: "grid", onsubmit: event => { event.preventDefault(); send(event.target); }},
        field("Step", select(steps.map(step => [step, kind(step)]), {name: "step"})),
        field("Machine", h("input", {name: "machine", placeholder: "host name or system id"}), "whichever is next when empty"),
        field("How", select([["fail", "it fails"], ["stall", "it never ends"]], {name: "how"})),
        field("Times", h("input", {name: "count", type: "number", min: "1", value: "1"}), "always when empty"),
        field("Script", h("input", {name: "script"}), "only this one of the run"),
        field("Reason", h("input", {name: "reason", placeholder: "simulated failure"})),
        h("p", {class: "buttons"}, h("button", {class: "main"}, "Set it up")))));
}

export async function load() { list.show(await control("GET", "failures"), item => item.id); }
