// What was done and what went wrong, where it can be seen from anywhere on the page.
import {byId, h, button, setText} from "./dom.js";
import {Refused} from "./api.js";

let timer;

export function say(text) {
  setText(byId("said"), text);
  clearTimeout(timer);
  timer = setTimeout(() => setText(byId("said"), ""), 6000);
}

export function alarm(text) {
  byId("alarm").replaceChildren(h("p", {}, text), button("Close", () => byId("alarm").replaceChildren()));
}

// Runs what a button or form does, and says how it went.
export async function act(work, done) {
  try {
    const result = await work();
    // What the page reads by itself takes no complaint away.
    if (done) byId("alarm").replaceChildren();
    if (done) say(typeof done === "function" ? done(result) : done);
    return result;
  } catch (error) {
    const isNetwork = !(error instanceof Refused) && /fetch|network/i.test(error.message);
    alarm(isNetwork ? "The emulator cannot be reached." : error.message);
    return undefined;
  }
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} is on the clipboard.`);
  } catch {
    // Without permission, or on a page that is not served securely, it is shown to be copied by hand.
    const dialog = byId("dialog");
    const area = h("textarea", {readonly: true, rows: "8", "aria-label": what});
    area.value = text;
    dialog.replaceChildren(h("h2", {id: "dialog-title"}, what), area,
      h("p", {class: "buttons"}, button("Close", () => dialog.close())));
    dialog.showModal();
    area.select();
  }
}

export const copyButton = (what, text) => button("Copy", () => copy(text(), what), {class: "small", "aria-label": `Copy ${what}`});
