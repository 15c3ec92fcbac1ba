// The control endpoints, of the region that is looked at.
import {byId, h, field, button} from "./dom.js";

export const region = {sandbox: null};

let token = sessionStorage.getItem("control-token");
let asking = null;

export class Refused extends Error {
  constructor(status, message) { super(message); this.status = status; }
}

// The mark keeps what the page reads by itself out of the log of requests.
const headers = body => ({
  "X-Emulator-Page": "1",
  ...(token ? {Authorization: `Bearer ${token}`} : {}),
  ...(body === undefined ? {} : {"Content-Type": "application/json"}),
});

const aimed = path => region.sandbox === null ? path
  : `${path}${path.includes("?") ? "&" : "?"}sandbox=${encodeURIComponent(region.sandbox)}`;

// One answer of a control endpoint; asks for the token when one is wanted.
export async function ask(method, path, body, options = {}) {
  const sent = token;
  const answer = await fetch(`/emulator/${options.main ? path : aimed(path)}`, {
    method, headers: headers(body), body: body === undefined ? undefined : JSON.stringify(body),
    signal: options.signal, cache: "no-store",
  });
  if (answer.status === 401) {
    if (token === sent) await askForToken();
    return ask(method, path, body, options);
  }
  return answer;
}

// The JSON of an answer; throws `Refused` with the words of a refusal.
export async function control(method, path, body, options) {
  const answer = await ask(method, path, body, options);
  const text = await answer.text();
  let value = null;
  try { value = text ? JSON.parse(text) : null; } catch { value = text; }
  if (!answer.ok) throw new Refused(answer.status, value?.error ?? (text || answer.statusText));
  return value;
}

export const read = path => control("GET", `api?path=${encodeURIComponent(path)}`);

// MAAS's API as the administrator; a refusal comes with MAAS's own words.
export async function maas(method, path, op, form = {}) {
  const sent = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== "" && value !== undefined));
  const {status, body} = await control("POST", "api", {method, path, ...(op ? {op} : {}), form: sent});
  if (status >= 400 || status < 200) throw new Refused(status, words(body, status));
  try { return JSON.parse(body); } catch { return body; }
}

// MAAS refuses with text, or with lists of problems by field.
function words(body, status) {
  let value;
  try { value = JSON.parse(body); } catch { return body || `MAAS answered ${status}`; }
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value).map(([name, problems]) => `${name}: ${[problems].flat().join(" ")}`).join("; ");
}

function askForToken() {
  asking ??= new Promise(done => {
    const input = h("input", {type: "password", name: "token", required: true, autocomplete: "off"});
    const form = h("form", {onsubmit: event => {
      event.preventDefault();
      token = input.value;
      sessionStorage.setItem("control-token", token);
      dialog.close();
    }}, h("h2", {id: "dialog-title"}, "Control token"),
    h("p", {}, "This emulator wants the token that it was started with (--control-token)."),
    token === null ? null : h("p", {class: "bad", role: "alert"}, "It has refused the token that it was given."),
    field("Token", input), h("p", {class: "buttons"}, h("button", {class: "main"}, "Use it")));
    const dialog = byId("dialog");
    dialog.replaceChildren(form);
    dialog.addEventListener("close", () => { asking = null; done(); }, {once: true});
    dialog.showModal();
  });
  return asking;
}

// A question that is answered before something is lost.
export function confirm(title, text, yes) {
  return new Promise(done => {
    const dialog = byId("dialog");
    let answer = false;
    dialog.replaceChildren(
      h("h2", {id: "dialog-title"}, title), h("p", {}, text),
      h("p", {class: "buttons"}, button("Cancel", () => dialog.close(), {autofocus: true}),
        button(yes, () => { answer = true; dialog.close(); }, {class: "main"})));
    dialog.addEventListener("close", () => done(answer), {once: true});
    dialog.showModal();
  });
}
