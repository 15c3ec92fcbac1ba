// Faults in answers: rules by form, shown as the JSON that they are.
import {h, setText, table, field, select, values, button} from "./dom.js";
import {control} from "./api.js";
import {act, copyButton} from "./messages.js";

const answers = ["database_conflict", "forbidden", "internal_error", "no_rack_controller", "rpc_timeout", "unauthorized", "vm_host_unreachable"];
let list, form, preview, operations, extra;

// The form as a rule; keys without a value are left out.
function rule() {
  const wanted = values(form);
  const made = {};
  if (wanted.operation) made.operation = wanted.operation;
  else if (wanted.path) {
    if (wanted.method) made.method = wanted.method;
    made.path = wanted.path;
  }
  for (const name of ["skip", "count"]) if (wanted[name]) made[name] = Number(wanted[name]);
  switch (wanted.effect) {
    case "failure": made.failure = wanted.failure; break;
    case "status":
      made.status = Number(wanted.status || 500);
      if (wanted.body) made.body = wanted.body;
      break;
    case "drop": made.drop = true; break;
    case "truncate": made.truncate = Number(wanted.bytes || 0); break;
    default: break;
  }
  for (const name of ["delay", "jitter"]) if (Number(wanted[name])) made[name] = Number(wanted[name]);
  if (wanted.when === "after") made.when = "after";
  return made;
}

function show() {
  const {effect} = values(form);
  for (const [name, element] of Object.entries(extra)) element.hidden = name !== effect;
  setText(preview, JSON.stringify(rule(), null, 2));
}

const number = (name, properties = {}) => h("input", {name, type: "number", min: "0", step: "any", ...properties});

export function make() {
  list = table("Faults", [
    {title: "Id", text: item => item.id}, {title: "Hits", text: item => `${item.hits} of ${item.seen} that fitted${item.exhausted ? ", spent" : ""}`},
    {title: "Rule", make: cell => cell.append(h("code")), update: (cell, item) => setText(cell.firstElementChild, JSON.stringify(item.rule))},
    {title: "", make: (cell, item) => cell.append(
      copyButton(`rule ${item.id}`, () => JSON.stringify(item.rule)), " ",
      button("Remove", () => act(async () => { await control("DELETE", `faults/${item.id}`); await load(); }, `Rule ${item.id} is gone.`), {class: "small", "aria-label": `Remove rule ${item.id}`}))},
  ], "No answer is spoiled.");
  operations = h("select", {name: "operation"}, h("option", {value: ""}, "by method and path"));
  extra = {
    failure: field("Answer", select(answers, {name: "failure"})),
    status: h("div", {class: "grid"}, field("HTTP status", number("status", {min: "100", max: "599", step: "1", value: "503"})), field("Body", h("input", {name: "body"}))),
    truncate: field("After so many bytes", number("bytes", {step: "1", value: "10"})),
  };
  preview = h("pre", {class: "rule", tabindex: "0", role: "group", "aria-label": "The rule as JSON"});
  form = h("form", {class: "grid", oninput: show, onsubmit: event => {
    event.preventDefault();
    act(async () => { await control("POST", "faults", rule()); await load(); }, "The rule is in force.");
  }}, field("Operation", operations), field("Method", select([["", "any"], "GET", "POST", "PUT", "DELETE"], {name: "method"})),
  field("Path", h("input", {name: "path", placeholder: "machines/*/"}), "below the API's root, * for one segment"),
  field("What happens", select([["failure", "an answer in MAAS's words"], ["status", "another answer"], ["delay", "only a delay"],
    ["drop", "the connection is closed"], ["truncate", "the answer is cut off"]], {name: "effect"})),
  extra.failure, extra.status, extra.truncate,
  field("Let pass first", number("skip", {step: "1"})), field("Then hit", number("count", {step: "1", min: "1"}), "all when empty"),
  field("Delay, s", number("delay")), field("Jitter, s", number("jitter")),
  field("When", select([["before", "before MAAS does its work"], ["after", "after it"]], {name: "when"})),
  h("div", {class: "whole"}, preview, h("p", {class: "buttons"}, h("button", {class: "main"}, "Inject"), copyButton("the rule", () => preview.textContent))));
  return h("section", {class: "card wide"}, h("h3", {}, "Faults in answers"), list, h("details", {}, h("summary", {}, "Inject one"), form));
}

async function loadOperations() {
  const resources = await control("GET", "coverage");
  const names = new Set(resources.flatMap(resource => resource.operations.map(operation => operation.name)));
  operations.append(...[...names].sort().map(name => h("option", {value: name}, name)));
  operations.value = "MachineHandler.deploy";
  show();
}

export async function load() {
  if (operations.options.length === 1) await loadOperations();
  list.show(await control("GET", "faults"), item => item.id);
}
