// How clients reach the region that is looked at.
import {h, setText} from "./dom.js";
import {control, region} from "./api.js";
import {copyButton} from "./messages.js";

const values = {};
let title;

function line(name, label) {
  const shown = h("code", {});
  values[name] = shown;
  return h("div", {class: "pair"}, h("span", {class: "name"}, label), shown, copyButton(label, () => shown.textContent));
}

export function make() {
  title = h("h3");
  return h("section", {class: "card"}, title, line("endpoint", "Endpoint"), line("admin", "Administrator's key"), line("user", "User's key"));
}

export async function load() {
  const keys = await control("GET", "keys");
  setText(title, region.sandbox === null ? "Endpoint and keys" : `Endpoint and keys of ${region.sandbox}`);
  setText(values.endpoint, location.origin + keys.path);
  setText(values.admin, keys.admin_api_key ?? "none");
  setText(values.user, keys.user_api_key ?? "none");
}
