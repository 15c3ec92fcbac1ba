// How figures, times and states are written.

export const bytes = count => {
  if (count === null || count === undefined) return "–";
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  let index = 0;
  while (count >= 1000 && index < units.length - 1) { count /= 1000; index += 1; }
  return `${count >= 100 || index === 0 ? Math.round(count) : count.toFixed(1)} ${units[index]}`;
};

export const mebibytes = count => count >= 1024 ? `${+(count / 1024).toFixed(1)} GiB` : `${count} MiB`;

export const clockTime = text => text ? text.slice(0, 19).replace("T", " ") : "–";

export const wallTime = seconds => {
  const date = new Date(seconds * 1000);
  return date.toLocaleTimeString([], {hour12: false}) + "." + String(date.getMilliseconds()).padStart(3, "0");
};

export const span = seconds => {
  if (seconds < 0) return "now";
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round(seconds % 3600 / 60)} min`;
};

export const kind = text => text ? text.replaceAll("_", " ") : "";

// What a status is, beside its words: MAAS's UI has the same four. The mark stands beside the text, so that nothing is
// told by colour alone.
export function statusClass(status) {
  if (/fail|broken|missing/i.test(status)) return "bad";
  if (/ing$|^(Entering|Exiting)/.test(status)) return "busy";
  if (/^(Deployed|Ready)$/.test(status)) return "good";
  return "plain";
}

export const marks = {bad: "✕", busy: "◌", good: "✓", plain: "○"};

export const httpClass = status => status >= 500 ? "bad" : status >= 400 ? "warn" : status >= 200 ? "good" : "plain";

export const pretty = text => {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
};
