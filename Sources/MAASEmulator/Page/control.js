// Everything that changes the emulator rather than what it emulates.
import {byId, h} from "./dom.js";
import {on} from "./live.js";
import {act} from "./messages.js";
import * as snapshots from "./snapshots.js";
import * as faults from "./faults.js";
import * as failures from "./failures.js";
import * as sandboxes from "./sandboxes.js";
import * as keys from "./keys.js";

const parts = [keys, snapshots, faults, failures, sandboxes];

const load = () => Promise.all(parts.map(part => part.load()));

export function start() {
  byId("control").append(
    h("div", {class: "bar"}, h("h2", {id: "control-title"}, "Control")),
    h("div", {class: "cards"}, parts.map(part => part.make())));
  on("ready", () => { if (!byId("control").hidden) act(load); });
  // A rule counts its hits; a step that was to fail has failed.
  let timer = null;
  const again = () => {
    if (byId("control").hidden || timer) return;
    timer = setTimeout(() => { timer = null; act(() => Promise.all([faults.load(), failures.load()])); }, 1000);
  };
  on("request", entry => { if (entry.fault) again(); });
  on("clock", again);
}

export const shown = () => act(load);
