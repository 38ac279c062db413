// The keyboard, and the page that explains it.

const KEYS = [
  [["j", "k"], "the next, the last document"],
  [["→", "←"], "the next, the last statement of the document"],
  [["/"], "search titles and texts"],
  [["d", "c", "f"], "documents, charts, failures"],
  [["r"], "show what was removed from the page"],
  [["t"], "light or dark"],
  [["Esc"], "close, clear, go back to the list"],
  [["?"], "this help"],
];

function showHelp(dialog) {
  if (!dialog.firstChild) {
    const sample = (group, words) =>
      el("li", {}, el("span", { class: `name ${group}` }, words), el("span", {}, ` ${GROUPS[group].toLowerCase()}`));
    dialog.append(
      el("form", { method: "dialog" }, el("button", { class: "quiet", "aria-label": "Close" }, "×")),
      el("h2", { id: "help-title" }, "Keys and signs"),
      el(
        "dl",
        { class: "keys" },
        KEYS.map(([keys, what]) => [
          el(
            "dt",
            {},
            keys.map((key) => el("kbd", {}, key)),
          ),
          el("dd", {}, what),
        ]),
      ),
      el("ul", { class: "signs" }, [
        sample("person", "Ann Lee"),
        sample("role", "the minister"),
        sample("body", "the Lake Board"),
        sample("place", "Kenya"),
        sample("deed", "the Basin Summit"),
        sample("time", "9 May"),
        sample("amount", "40 boats"),
      ]),
      el(
        "p",
        {},
        el("span", { class: "said direct hue-0" }, "A shade"),
        " is what somebody says, a colour for each speaker, the ",
        el("span", { class: "cue" }, "bold"),
        " word is what reports it. Point at anything, or step to it with Tab, to see who speaks, which rule found it and how sure that is. ",
        "A press on a name follows it through the documents.",
      ),
      el(
        "p",
        {},
        "The address holds what you look at: a document, a statement, filters. Keep it, or send it along with this file.",
      ),
    );
  }
  dialog.showModal();
}

class Keys {
  constructor({ list, reader, query, help, card, theme }) {
    this.parts = { list, reader, query, help, card, theme };
    document.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const { list, reader, query, help, card, theme } = this.parts;
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const field = event.target.closest?.("input, select, textarea");
    if (event.key === "Escape") return this.escape(field);
    if (field && field.type !== "checkbox") return;
    const isDocuments = !state.view;
    const step = (steps) => {
      const number = list.neighbour(steps);
      if (number === undefined) return;
      go({ ...documentView, doc: reader.corpus.documents.id[number], at: "" }, state.doc === "");
      if (document.activeElement?.closest?.(".list"))
        requestAnimationFrame(() => byId("list").querySelector(".chosen a")?.focus());
    };
    const isInList = document.activeElement?.closest?.(".list");
    const actions = {
      "/": () => {
        query.focus();
        query.select();
      },
      "?": () => showHelp(help),
      t: () => theme.change(),
      d: () => go({ ...documentView }),
      c: () => go({ view: "charts", who: "" }),
      f: () => go({ view: "failures", who: "" }),
      j: isDocuments && (() => step(1)),
      k: isDocuments && (() => step(-1)),
      ArrowDown: isDocuments && isInList && (() => step(1)),
      ArrowUp: isDocuments && isInList && (() => step(-1)),
      ArrowRight: isDocuments && (() => reader.stepStatement(1)),
      ArrowLeft: isDocuments && (() => reader.stepStatement(-1)),
      r: isDocuments && (() => reader.toggle("removed")),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    card.hide();
    action();
  }

  escape(field) {
    const { card, query } = this.parts;
    if (card.hide()) return;
    if (field === query && query.value) {
      query.value = "";
      return go({ q: "" }, false);
    }
    if (field) return field.blur();
    if (document.body.classList.contains("filters-open")) return toggleFilters(false);
    if (state.at) return go({ at: "" }, false);
    if (state.view) return go({ ...documentView });
    if (state.doc) go({ doc: "" });
  }
}
