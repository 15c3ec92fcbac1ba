// The clock, which stands above every view.
import {byId, setText} from "./dom.js";
import {control} from "./api.js";
import {on} from "./live.js";
import {act} from "./messages.js";
import {store, regionNow, secondsUntil} from "./store.js";
import {clockTime, kind, span} from "./format.js";

function show() {
  const {clock} = store;
  if (!clock) return;
  setText(byId("now"), clockTime(new Date(regionNow()).toISOString()));
  const {next} = clock;
  const whom = next?.hostname ? `${next.hostname}, ` : "";
  setText(byId("next"), next ? `next: ${whom}${kind(next.kind)} in ${span(secondsUntil(next.at))}`
    + (clock.due_count > 1 ? ` (${clock.due_count} due)` : "") : "nothing is due");
}

function showMode() {
  const mode = byId("mode");
  if (!store.clock || document.activeElement === mode) return;
  if (![...mode.options].some(option => option.value === store.clock.mode)) {
    mode.append(new Option(store.clock.mode, store.clock.mode));
  }
  mode.value = store.clock.mode;
}

export function start() {
  on("clock-changed", () => { show(); showMode(); });
  setInterval(() => { if (store.clock?.speed && document.body.dataset.connection === "live") show(); }, 1000);
  byId("mode").addEventListener("change", () =>
    act(() => control("POST", "clock", {mode: byId("mode").value}), `The clock is ${byId("mode").value} now.`));
  byId("clock-mode").addEventListener("submit", event => event.preventDefault());
  byId("advance").addEventListener("submit", event => {
    event.preventDefault();
    const seconds = Number(byId("seconds").value);
    act(() => control("POST", "clock", {advance: seconds}), `${span(seconds)} have passed.`);
  });
  byId("to-next").addEventListener("click", () => {
    const next = store.clock?.next;
    act(() => control("POST", "clock", {advance: "next"}),
      next ? `It is time for: ${kind(next.kind)} ${next.hostname ?? ""}` : "Nothing was due.");
  });
}
