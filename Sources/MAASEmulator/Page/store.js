// What is known of the region: filled when a connection begins, kept true by what the stream tells.
import {control} from "./api.js";
import {on, tell} from "./live.js";
import {act} from "./messages.js";

export const store = {
  machines: new Map(),
  // The latest requests, newest first.
  requests: [],
  clock: null,
  // When the clock was told, by this browser's own.
  clockAt: 0,
};

export const mostRequests = 1000;

// Not more often than the screen is drawn.
const pending = new Set();
function soon(name) {
  if (pending.has(name)) return;
  pending.add(name);
  requestAnimationFrame(() => { pending.delete(name); tell(name); });
}

async function loadMachines() {
  const rows = await control("GET", "machines");
  store.machines = new Map(rows.map(row => [row.system_id, row]));
  soon("machines-changed");
}

async function loadRequests() {
  store.requests = await control("GET", `journal?summary=true&limit=${mostRequests}`);
  soon("requests-changed");
}

on("ready", () => { act(() => Promise.all([loadMachines(), loadRequests()])); tell("changed"); });
on("reload", () => { act(loadMachines); tell("changed"); });
on("missed", () => act(loadRequests));

on("machine", row => {
  store.machines.set(row.system_id, row);
  soon("machines-changed");
});

on("gone", ({system_id}) => {
  store.machines.delete(system_id);
  soon("machines-changed");
});

on("request", entry => {
  if (store.requests.length && store.requests[0].id >= entry.id) return;
  store.requests.unshift(entry);
  store.requests.length = Math.min(store.requests.length, mostRequests);
  soon("requests-changed");
});

on("clock", clock => {
  store.clock = clock;
  store.clockAt = performance.now();
  soon("clock-changed");
  soon("changed");
});

// Region time now, milliseconds.
export function regionNow() {
  if (!store.clock) return 0;
  return Date.parse(store.clock.now) + (performance.now() - store.clockAt) * store.clock.speed;
}

export const secondsUntil = text => (Date.parse(text) - regionNow()) / 1000;

// Calls `work` when the region has changed while a view is shown, but not more than once a second.
export function whileShown(view, work) {
  let timer = null;
  on("changed", () => {
    if (view.hidden || timer) return;
    timer = setTimeout(() => { timer = null; if (!view.hidden) act(work); }, 1000);
  });
}
