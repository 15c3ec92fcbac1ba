// One request and its answer, and how to send it again.
import {byId, h, setText, setAttribute, button} from "./dom.js";
import {control} from "./api.js";
import {act, copy} from "./messages.js";
import {pretty, wallTime} from "./format.js";
import {badges} from "./requestrow.js";

const root = "/MAAS/api/2.0/";
let parts;
let entry = null;

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

// With a header that the shell makes at that moment: a signature is good for one request only.
async function curl() {
  const {admin_api_key: key} = await control("GET", "keys");
  const [consumer, token, secret] = (key ?? "CONSUMER:TOKEN:SECRET").split(":");
  const lines = [`curl -X ${entry.method} ${quoted(location.origin + entry.target)}`];
  lines.push(`-H "Authorization: OAuth oauth_version=\\"1.0\\", oauth_signature_method=\\"PLAINTEXT\\", `
    + `oauth_consumer_key=\\"${consumer}\\", oauth_token=\\"${token}\\", oauth_signature=\\"%26${secret}\\", `
    + `oauth_nonce=\\"$RANDOM$RANDOM$RANDOM\\", oauth_timestamp=\\"$(date +%s)\\""`);
  const type = header(entry.request.headers, "content-type");
  if (type) lines.push(`-H ${quoted(`Content-Type: ${type}`)}`);
  if (entry.request.body) lines.push(`--data-binary ${quoted(entry.request.body)}`);
  return lines.join(" \\\n  ");
}

const header = (headers, wanted) => Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];

// Braces are variables to a case.
function escaped(value) {
  if (typeof value === "string") return value.replaceAll("{", "{{").replaceAll("}", "}}");
  if (Array.isArray(value)) return value.map(escaped);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, escaped(item)]));
  return value;
}

// A name that stands twice becomes a list.
function pairs(text) {
  const found = {};
  for (const [name, value] of new URLSearchParams(text)) {
    found[name] = name in found ? [found[name], value].flat() : value;
  }
  return escaped(found);
}

export function wireCase(entry) {
  const [path, question = ""] = entry.target.split("?");
  const {op, ...query} = pairs(question);
  const request = {method: entry.method, path: escaped(path.startsWith(root) ? path.slice(root.length) : path)};
  if (op) request.op = op;
  if (Object.keys(query).length) request.query = query;
  const type = header(entry.request.headers, "content-type") ?? "";
  const body = entry.request.body;
  if (body && type.startsWith("application/x-www-form-urlencoded")) request.form = pairs(body);
  else if (body && type.startsWith("application/json")) request.json = escaped(JSON.parse(body));
  else if (body) Object.assign(request, {text: escaped(body), type});
  const expect = {status: entry.status};
  const answer = header(entry.response.headers, "content-type") ?? "";
  try {
    if (answer.startsWith("application/json")) expect.json = escaped(JSON.parse(entry.response.body));
    else if (entry.response.body) expect.text = escaped(entry.response.body);
  } catch {
    // The journal keeps the beginning of long bodies only; what is cut off is not asserted.
  }
  const name = (entry.operation ?? "request").replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replace(/^-/, "").replaceAll("_", "-");
  return JSON.stringify({
    about: "Copied from the journal of the emulator", area: "protocol",
    cases: [{
      id: `protocol.copied.${name.replaceAll(".", "-")}`, title: `${entry.operation ?? entry.method} answers ${entry.status}`,
      source: entry.operation ?? path, steps: [{request, expect}],
    }],
  }, null, 2);
}

function show() {
  setText(parts.title, `${entry.method} ${entry.target}`);
  setText(parts.about, [`answered ${entry.status || "nothing"}`, entry.operation ?? "no operation", entry.username ?? "nobody",
    wallTime(entry.at), `${entry.milliseconds.toFixed(1)} ms`].join(" · "));
  setText(parts.remarks, badges(entry) ? `Mind: ${badges(entry)}` : "");
  for (const side of ["request", "response"]) {
    const {headers, body} = entry[side];
    setText(parts[side].headers, Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n") || "none");
    const type = header(headers, "content-type") ?? "";
    setText(parts[side].body, !body ? "no body"
      : type.startsWith("application/x-www-form-urlencoded") ? [...new URLSearchParams(body)].map(([name, value]) => `${name} = ${value}`).join("\n")
        : pretty(body));
    setAttribute(parts[side].body, "class", body ? null : "soft");
  }
}

function side(title) {
  const headers = h("pre", {tabindex: "0", role: "group", "aria-label": `${title}: headers`});
  const body = h("pre", {tabindex: "0", role: "group", "aria-label": `${title}: body`});
  return {headers, body, section: h("section", {}, h("h3", {}, title), h("h4", {}, "Body"), body, h("h4", {}, "Headers"), headers)};
}

export function start() {
  parts = {
    title: h("h2", {id: "request-title", tabindex: "-1", class: "target"}, "Request"), about: h("p", {class: "soft"}),
    remarks: h("p", {class: "badge"}), request: side("Request"), response: side("Answer"),
  };
  byId("request").append(
    h("p", {}, h("a", {href: "#requests", class: "back"}, "← All requests")), parts.title, parts.about, parts.remarks,
    h("div", {class: "buttons"},
      button("Copy as curl", () => entry && act(async () => copy(await curl(), "The request as curl"))),
      button("Copy as wire case", () => entry && act(async () => copy(wireCase(entry), "The request as a wire case")))),
    h("div", {class: "columns"}, parts.request.section, parts.response.section));
}

export async function shown(id) {
  entry = await act(() => control("GET", `journal/${encodeURIComponent(id)}`)) ?? null;
  if (entry) show(); else setText(parts.title, "This request is no longer in the journal");
  parts.title.focus();
}
