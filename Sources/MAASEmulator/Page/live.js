// What happens in the region, as the emulator tells it: server-sent events, read by hand because EventSource sends no
// token.
import {byId, setText, setAttribute} from "./dom.js";
import {ask} from "./api.js";

const listeners = new Map();
let current = null;
let wasLost = false;

export function on(name, listener) {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
}

export function tell(name, data) {
  for (const listener of listeners.get(name) ?? []) listener(data);
}

// Begins anew, for instance for another region.
export function follow() {
  current?.abort();
  run(current = new AbortController());
}

async function run(controller) {
  let pause = 500;
  while (!controller.signal.aborted) {
    try {
      await stream(controller, () => { pause = 500; });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (error.gone) { tell("sandbox-gone"); return; }
    }
    if (controller.signal.aborted) return;
    wasLost = true;
    state("lost", "Connection lost; what is shown may be out of date. Trying again…");
    await new Promise(done => setTimeout(done, pause));
    pause = Math.min(pause * 2, 4000);
  }
}

async function stream(controller, begun) {
  const inner = new AbortController();
  const stop = () => inner.abort();
  controller.signal.addEventListener("abort", stop);
  let silence;
  // The emulator says something every few seconds.
  const listen = () => { clearTimeout(silence); silence = setTimeout(stop, 15000); };
  try {
    listen();
    const answer = await ask("GET", "events", undefined, {signal: inner.signal});
    if (answer.status === 404) throw Object.assign(new Error("gone"), {gone: true});
    if (!answer.ok) throw new Error(answer.statusText);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const {value, done} = await reader.read();
      if (done) return;
      listen();
      text += value;
      const parts = text.split("\n\n");
      text = parts.pop();
      for (const part of parts) receive(part, begun);
    }
  } finally {
    clearTimeout(silence);
    controller.signal.removeEventListener("abort", stop);
    inner.abort();
  }
}

function receive(part, begun) {
  let name = "message";
  let data = "";
  for (const line of part.split("\n")) {
    if (line.startsWith("event: ")) name = line.slice(7);
    if (line.startsWith("data: ")) data += line.slice(6);
  }
  if (!data) return;
  if (name === "ready") {
    begun();
    state("live", wasLost ? "Connected again" : "Live");
    wasLost = false;
  }
  tell(name, JSON.parse(data));
}

function state(name, text) {
  setAttribute(byId("connection"), "data-state", name);
  setAttribute(document.body, "data-connection", name);
  setText(byId("connection-text"), text);
}
