// Making elements. Text is only ever set as text, and an address only where it is one of http or of this page.

/**
 * An element with attributes and children. Strings become text nodes; null and false are left out.
 *
 * `on` has listeners, `vars` custom properties of CSS, `data` data attributes, `go` the changes that a link makes to
 * what is looked at.
 */
function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same in SVG. */
function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (key === "go") {
      link(element, value);
    } else if (key === "vars") {
      for (const [property, setting] of Object.entries(value)) element.style.setProperty(property, setting);
    } else if (key === "data") {
      Object.assign(element.dataset, value);
    } else if (key.startsWith("on") || key === "style" || key === "srcdoc") {
      throw new Error(`the attribute ${key} is not for here`);
    } else if (key === "href") {
      if (isSafe(value)) element.setAttribute("href", value);
    } else {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** Makes an element a link inside the page. The filters may be others when it is pressed than when it was made. */
function link(element, changes) {
  element.setAttribute("href", address(changes));
  element.addEventListener("pointerdown", () => element.setAttribute("href", address(changes)));
  element.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(changes);
  });
}

/** Whether an address may be a link: a place in this page, or a page of the web. */
function isSafe(address) {
  return /^#/.test(address) || /^https?:\/\/[^\s]+$/i.test(address);
}

/** Puts children in the place of what an element had. */
function refill(element, ...children) {
  element.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
}

const byId = (id) => document.getElementById(id);

/** A table with a caption for those who hear it. Cells are strings, numbers or elements. */
function table(caption, columns, rows) {
  const cell = (name, value, column) =>
    el(
      name,
      {
        class: typeof value === "number" || column.number ? "number" : null,
        scope: name === "th" ? "col" : null,
      },
      typeof value === "number" ? value.toLocaleString("en") : value,
    );
  return el(
    "div",
    { class: "table", tabindex: "0", role: "group", "aria-label": caption },
    el(
      "table",
      {},
      el("caption", { class: "unseen" }, caption),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          columns.map((column) => cell("th", column.name, column)),
        ),
      ),
      el(
        "tbody",
        {},
        rows.map((row) =>
          el(
            "tr",
            {},
            row.map((value, index) => cell("td", value, columns[index])),
          ),
        ),
      ),
    ),
  );
}

/** A list that shows some, and the rest a press at a time. `make` gives an element, or a promise of one. */
function growing(count, step, make, holder = el("ol", { class: "plain" })) {
  let shown = 0;
  const more = el("button", { type: "button", class: "more", on: { click: () => grow() } });
  const box = el("div", {}, holder, more);
  async function grow() {
    const end = Math.min(count, shown + step);
    more.disabled = true;
    for (const item of await Promise.all(Array.from({ length: end - shown }, (_, index) => make(shown + index)))) {
      if (item) holder.append(item);
    }
    shown = end;
    more.disabled = false;
    more.hidden = shown >= count;
    more.textContent = `Show more (${(count - shown).toLocaleString("en")} left)`;
  }
  box.ready = grow();
  return box;
}
