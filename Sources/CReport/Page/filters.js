// The filters beside the list, and what is chosen above everything.

/** The panel of filters. It keeps how far its lists are open and what is looked for in them. */
class Filters {
  constructor(corpus, panel, chips) {
    this.corpus = corpus;
    this.panel = panel;
    this.chips = chips;
    this.open = { source: 6, speaker: 6, entity: 6, type: 13, act: 6, status: 8, language: 6 };
    this.sought = { speaker: "", entity: "" };
    this.boxes = {};
    for (const [facet, title] of Object.entries({
      date: "Date",
      speaker: "Who speaks",
      entity: "Who is named",
      act: "What is done by words",
      source: "Source",
      type: "Kind of name",
      status: "Status",
      language: "Language",
    })) {
      this.boxes[facet] = el("div", { class: "options" });
      panel.append(
        el(
          "fieldset",
          { class: `facet facet-${facet}` },
          el("legend", {}, title),
          this.soughtField(facet, title),
          this.boxes[facet],
        ),
      );
    }
    this.boxes.date.append(...this.dateFields());
  }

  soughtField(facet, title) {
    if (!(facet in this.sought)) return null;
    return el("input", {
      type: "search",
      class: "seek",
      placeholder: "Find a name",
      "aria-label": `${title}: find a name`,
      autocomplete: "off",
      spellcheck: "false",
      on: {
        input: (event) => {
          this.sought[facet] = event.target.value;
          this.showFacet(facet);
        },
      },
    });
  }

  dateFields() {
    this.histogram = el("div", { class: "histogram", "aria-hidden": "true" });
    this.ends = el("div", { class: "histogram-ends", "aria-hidden": "true" });
    const field = (key, label) => {
      const input = el("input", {
        type: "date",
        "aria-label": label,
        on: { change: (event) => go({ [key]: event.target.value }) },
      });
      this[key] = input;
      return input;
    };
    return [
      this.histogram,
      this.ends,
      el("div", { class: "range" }, field("from", "From"), el("span", {}, "–"), field("to", "To")),
    ];
  }

  show(selection) {
    this.selection = selection;
    for (const facet of Object.keys(this.boxes)) if (facet !== "date") this.showFacet(facet);
    this.showDates();
    this.showChips();
  }

  /** The values of a facet: their key in the address, name and count, the most frequent first. */
  values(facet) {
    const counts = this.selection.counts[facet];
    const { corpus } = this;
    const names = {
      source: (value) => [corpus.sources[value], corpus.sources[value]],
      type: (value) => [corpus.types[value], typeName(corpus.types[value])],
      act: (value) => [corpus.acts[value], past(corpus.acts[value])],
      status: (value) => [value, STATUSES[value]],
      language: (value) => [value, languageName(value)],
      speaker: (value) => [corpus.things.key[value], corpus.things.name[value], corpus.things.type[value]],
      entity: (value) => [corpus.things.key[value], corpus.things.name[value], corpus.things.type[value]],
    }[facet];
    const values = [...counts].map(([value, count]) => {
      const [key, name, type] = names(value);
      return { key, name, type, count };
    });
    // What is chosen stays where it can be taken back, even where it leaves nothing.
    for (const key of state[facet]) {
      if (values.some((value) => value.key === key)) continue;
      const thing = corpus.thingNumbers.get(key);
      const name = thing === undefined ? (STATUSES[key] ?? key) : corpus.things.name[thing];
      values.push({ key, name: facet === "type" ? typeName(key) : facet === "act" ? past(key) : name, count: 0 });
    }
    const chosen = new Set(state[facet]);
    return values.sort(
      (a, b) => chosen.has(b.key) - chosen.has(a.key) || b.count - a.count || (a.name < b.name ? -1 : 1),
    );
  }

  showFacet(facet) {
    const sought = (this.sought[facet] ?? "").toLowerCase();
    const all = this.values(facet).filter((value) => !sought || value.name.toLowerCase().includes(sought));
    const shown = all.slice(0, this.open[facet]);
    const focused =
      document.activeElement?.closest?.(".options") === this.boxes[facet] ? document.activeElement.value : null;
    const options = shown.map(({ key, name, type, count }) =>
      el(
        "label",
        { class: "option" },
        el("input", {
          type: "checkbox",
          value: key,
          checked: state[facet].includes(key),
          on: { change: () => go({ [facet]: toggled(state[facet], key) }) },
        }),
        el(
          "span",
          { class: "option-name", dir: "auto" },
          name,
          type && facet === "entity" ? el("small", {}, ` ${typeName(type)}`) : null,
        ),
        el("span", { class: "option-count" }, count.toLocaleString("en")),
      ),
    );
    const left = all.length - shown.length;
    const more =
      left > 0
        ? el(
            "button",
            {
              type: "button",
              class: "more",
              on: {
                click: () => {
                  this.open[facet] += 20;
                  this.showFacet(facet);
                },
              },
            },
            `${Math.min(left, 20)} more`,
          )
        : null;
    const nothing = shown.length ? null : el("p", { class: "none" }, sought ? "no such name" : "none");
    refill(this.boxes[facet], options, more, nothing);
    if (focused !== null)
      [...this.boxes[facet].querySelectorAll("input")].find((input) => input.value === focused)?.focus();
  }

  showDates() {
    this.from.value = state.from;
    this.to.value = state.to;
    const months = [...this.selection.dates].sort(([a], [b]) => (a < b ? -1 : 1));
    const isLong = new Set(months.map(([month]) => month.slice(0, 4))).size > 4;
    const bins = new Map();
    for (const [month, count] of months) {
      const bin = isLong ? month.slice(0, 4) : month;
      bins.set(bin, (bins.get(bin) ?? 0) + count);
    }
    const most = Math.max(1, ...bins.values());
    this.showEnds([...bins.keys()]);
    refill(
      this.histogram,
      [...bins].map(([bin, count]) =>
        el("button", {
          type: "button",
          tabindex: "-1",
          title: `${dateName(bin)}: ${plural(count, "document")}`,
          data: { bin },
          vars: { "--share": count / most },
          on: { click: () => go(daysOf(bin)) },
        }),
      ),
    );
  }

  showEnds(bins) {
    refill(this.ends, bins.length > 1 ? [bins[0], bins.at(-1)].map((bin) => el("span", {}, dateName(bin))) : []);
  }

  /** What is chosen, each with a button that takes it back. */
  showChips() {
    const chips = [];
    const chip = (label, name, changes) =>
      chips.push(
        el(
          "button",
          {
            type: "button",
            class: "chip",
            "aria-label": `${label} ${name}: take it back`,
            on: { click: () => go(changes) },
          },
          el("span", { class: "chip-label" }, label),
          el("span", { dir: "auto" }, name),
          el("span", { "aria-hidden": "true" }, "×"),
        ),
      );
    if (state.q) chip("search", state.q, { q: "" });
    if (state.from) chip("from", dateName(state.from), { from: "" });
    if (state.to) chip("to", dateName(state.to), { to: "" });
    const labels = {
      speaker: "speaks",
      entity: "named",
      act: "act",
      source: "source",
      type: "kind",
      status: "status",
      language: "language",
    };
    for (const [facet, label] of Object.entries(labels)) {
      const values = state[facet].length ? this.values(facet) : [];
      for (const key of state[facet]) {
        chip(label, values.find((value) => value.key === key)?.name ?? key, { [facet]: toggled(state[facet], key) });
      }
    }
    const none = Object.fromEntries([...LISTS.map((key) => [key, []]), ["q", ""], ["from", ""], ["to", ""]]);
    if (chips.length > 1) {
      chips.push(el("button", { type: "button", class: "chip clear", on: { click: () => go(none) } }, "Clear all"));
    }
    refill(this.chips, chips);
    this.chips.hidden = chips.length === 0;
  }
}

/** The first and last day of a year or a month. */
function daysOf(bin) {
  const [year, month] = bin.split("-").map(Number);
  if (!month) return { from: `${bin}-01-01`, to: `${bin}-12-31` };
  return { from: `${bin}-01`, to: `${bin}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}` };
}

function languageName(code) {
  if (!code) return "not known";
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
