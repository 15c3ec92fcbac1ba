// Elements of text and attributes. Nothing here reads HTML, so no name or note of the region can become any.

export const byId = id => document.getElementById(id);

// h("button", {type: "button", class: "small", onclick}, "Deploy"): a child is text unless it is an element.
export function h(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked" || key === "selected") made[key] = value;
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

export function setText(element, text) {
  const wanted = String(text ?? "");
  if (element.textContent !== wanted) element.textContent = wanted;
}

export function setAttribute(element, name, value) {
  const wanted = value === null || value === undefined || value === false ? null : String(value);
  if (element.getAttribute(name) === wanted) return;
  if (wanted === null) element.removeAttribute(name); else element.setAttribute(name, wanted);
}

// Brings the children of `parent` in line with a list: those that are there already are changed in place, so the focus
// and what somebody is typing stay. `make` answers an element, `update` shows an item in it.
export function keyed(parent, items, keyOf, make, update) {
  const old = parent.keyedChildren ?? new Map();
  const now = new Map();
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  for (const item of items) {
    const key = String(keyOf(item));
    const child = old.get(key) ?? make(item);
    update?.(child, item);
    now.set(key, child);
  }
  for (const [key, child] of old) if (now.get(key) !== child) child.remove();
  let place = parent.firstElementChild;
  for (const child of now.values()) {
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  parent.keyedChildren = now;
  if (focused && focused.isConnected && document.activeElement !== focused) focused.focus({preventScroll: true});
}

// A table whose rows are kept. Columns: {title, text(item), make(td, item)?, update(td, item)?, class?}; "" as a title is
// for buttons, which say themselves what they do.
export function table(caption, columns, empty) {
  const body = h("tbody");
  const none = h("p", {class: "empty"}, empty);
  const made = h("table", {}, h("caption", {class: "away"}, caption),
    h("thead", {}, h("tr", {}, columns.map(column =>
      column.title ? h("th", {scope: "col", class: column.class}, column.title) : h("td")))),
    body);
  const box = h("div", {class: "table", tabindex: "0", role: "group", "aria-label": caption}, made);
  const whole = h("div", {}, box, none);
  whole.show = (items, keyOf) => {
    box.hidden = items.length === 0;
    none.hidden = items.length > 0;
    keyed(body, items, keyOf, item => h("tr", {}, columns.map(column => {
      const cell = h("td", {"data-title": column.title, class: column.class});
      column.make?.(cell, item);
      return cell;
    })), (row, item) => columns.forEach((column, index) => {
      if (column.text) setText(row.cells[index], column.text(item));
      column.update?.(row.cells[index], item);
    }));
  };
  return whole;
}

export function field(label, input, hint) {
  return h("label", {class: "field"}, h("span", {}, label), input, hint ? h("small", {class: "soft"}, hint) : null);
}

export function select(options, properties = {}) {
  return h("select", properties, options.map(option => {
    const [value, text] = Array.isArray(option) ? option : [option, option];
    return h("option", {value}, text);
  }));
}

export function values(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

export function button(text, action, properties = {}) {
  return h("button", {type: "button", onclick: action, ...properties}, text);
}
