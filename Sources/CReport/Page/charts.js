// The charts, each of what the filters leave, and each also a table.

/** A chart with its title and the forms it can take, the last of them a table. */
class Figure {
  constructor(title, about, forms) {
    this.forms = forms;
    this.form = Object.keys(forms)[0];
    this.about = el("p", { class: "figure-about" }, about);
    this.buttons = Object.keys(forms).map((form) =>
      el(
        "button",
        {
          type: "button",
          on: {
            click: () => {
              this.form = form;
              this.draw();
            },
          },
        },
        form,
      ),
    );
    this.box = el("div", { class: "figure-box" });
    this.element = el(
      "section",
      { class: "figure", "aria-label": title },
      el(
        "header",
        {},
        el("h2", {}, title),
        el("div", { class: "forms", role: "group", "aria-label": `Form of “${title}”` }, this.buttons),
      ),
      this.about,
      this.box,
    );
  }

  draw() {
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.textContent === this.form));
    refill(this.box, this.forms[this.form]());
  }
}

class Charts {
  constructor(corpus, root) {
    this.corpus = corpus;
    this.root = root;
    this.group = "";
    this.figures = [
      new Figure("Who spoke when", "Statements of those who speak most. A bar opens the documents behind it.", {
        Chart: () => speakerChart(corpus, this.selection),
        Table: () => speakerTable(corpus, this.selection),
      }),
      new Figure(
        "Points put forward",
        "Each dot is a point of a proposal; a ring is one that was announced and is not there.",
        {
          Chart: () => pointChart(corpus, this.selection),
          Table: () => pointTable(corpus, this.selection),
        },
      ),
      new Figure("Named together", "How many documents name both. A field opens them.", {
        Matrix: () => matrix(corpus, this.together()),
        Graph: () => graph(corpus, this.together()),
        Table: () => togetherTable(corpus, this.together()),
      }),
    ];
    const groups = { "": "All names", person: "People", body: "Bodies", place: "Places", deed: "Events, agreements" };
    this.figures[2].about.append(
      " ",
      el(
        "label",
        {},
        el("span", { class: "unseen" }, "Which names"),
        el(
          "select",
          {
            on: {
              change: (event) => {
                this.group = event.target.value;
                this.figures[2].draw();
              },
            },
          },
          Object.entries(groups).map(([value, name]) => el("option", { value }, name)),
        ),
      ),
    );
    root.append(el("h2", { class: "unseen" }, "Charts"), ...this.figures.map((figure) => figure.element));
  }

  show(selection) {
    this.selection = selection;
    for (const figure of this.figures) figure.draw();
  }

  together() {
    return comentions(this.corpus, this.selection, this.group, 24);
  }
}

const nothing = (text) => el("p", { class: "none" }, text);

/** The speakers with the most statements, each with counts by bin; the last count is of documents without a date. */
function speakerRows(corpus, selection, limit) {
  const { said, date } = corpus.documents;
  const bins = timeBins(selection.numbers.filter((number) => said[number].length).map((number) => date[number]));
  const rows = new Map();
  for (const number of selection.numbers) {
    const place = bins.index(date[number]);
    for (let index = 0; index < said[number].length; index += 3) {
      const [thing, , count] = said[number].slice(index, index + 3);
      if (thing < 0) continue;
      if (!rows.has(thing)) rows.set(thing, { thing, total: 0, counts: new Array(bins.names.length + 1).fill(0) });
      const row = rows.get(thing);
      row.total += count;
      row.counts[place < 0 ? bins.names.length : place] += count;
    }
  }
  const sorted = [...rows.values()].sort((a, b) => b.total - a.total || a.thing - b.thing);
  return { bins, rows: sorted.slice(0, limit), all: sorted.length };
}

function speakerChart(corpus, selection) {
  const { bins, rows, all } = speakerRows(corpus, selection, 14);
  if (!rows.length) return nothing("Nobody speaks in these documents.");
  const most = Math.max(...rows.flatMap((row) => row.counts));
  const hasUndated = rows.some((row) => row.counts.at(-1) > 0);
  const { things } = corpus;
  const bar = (row, index) => {
    const count = row.counts[index];
    const isUndated = index === bins.names.length;
    if (!count) return el("span", {});
    const label = `${things.name[row.thing]}, ${isUndated ? "no date" : bins.label(index)}: ${plural(count, "statement")}`;
    return el("a", {
      go: toDocuments({ speaker: [things.key[row.thing]], ...(isUndated ? {} : bins.range(index)) }),
      tabindex: "-1",
      title: label,
      "aria-label": label,
      vars: { "--share": count / most },
    });
  };
  const line = (row) =>
    el(
      "div",
      { class: "speaker-row" },
      el("a", { class: "speaker-name", dir: "auto", go: toWho(things.key[row.thing]) }, things.name[row.thing]),
      el(
        "div",
        { class: "bars" },
        bins.names.map((_, index) => bar(row, index)),
      ),
      hasUndated ? el("div", { class: "bars undated" }, bar(row, bins.names.length)) : null,
      el("span", { class: "speaker-total" }, row.total.toLocaleString("en")),
    );
  const axis = el(
    "div",
    { class: "speaker-row axis" },
    el("span", {}),
    el(
      "div",
      { class: "marks" },
      timeMarks(bins).map((mark) => el("span", { vars: { "--place": mark.place } }, mark.label)),
    ),
    hasUndated ? el("span", { class: "undated" }, "no date") : null,
    el("span", {}),
  );
  const rest =
    all > rows.length ? el("p", { class: "rest" }, `and ${plural(all - rows.length, "other")}, in the table`) : null;
  return [
    el(
      "div",
      { class: `speaker-chart${hasUndated ? " has-undated" : ""}`, vars: { "--bins": bins.names.length } },
      rows.map(line),
      axis,
    ),
    rest,
  ];
}

function speakerTable(corpus, selection) {
  const { bins, rows } = speakerRows(corpus, selection, 500);
  const { things } = corpus;
  const entries = rows
    .flatMap((row) => row.counts.map((count, index) => ({ row, count, index })))
    .filter(({ count }) => count);
  const name = { day: "Day", week: "Week", month: "Month", year: "Year" }[bins.unit];
  return table(
    "Statements by speaker and time",
    [{ name: "Speaker" }, { name }, { name: "Statements", number: true }],
    entries
      .slice(0, 2000)
      .map(({ row, count, index }) => [
        el("a", { go: toWho(things.key[row.thing]), dir: "auto" }, things.name[row.thing]),
        index === bins.names.length ? "no date" : bins.label(index),
        count,
      ]),
  );
}

/** The proposals of the documents, the newest first. */
function proposalRows(corpus, selection) {
  const { proposals } = corpus.documents;
  return newestFirst(
    corpus,
    selection.numbers.map((number) => ({ number })),
  ).flatMap(({ number }) => proposals[number].map((proposal, index) => ({ number, proposal, id: `p${index + 1}` })));
}

function pointChart(corpus, selection) {
  const rows = proposalRows(corpus, selection);
  if (!rows.length) return nothing("Nobody puts points forward in these documents.");
  const { things, documents } = corpus;
  return growing(rows.length, 20, (index) => {
    const { number, proposal, id } = rows[index];
    const at = (place) => toDocument(documents.id[number], place);
    const dots = [
      ...proposal.found.map((ordinal) => ({ ordinal, isFound: true })),
      ...proposal.missing.map((ordinal) => ({ ordinal })),
    ].sort((a, b) => a.ordinal - b.ordinal);
    if (!dots.length)
      for (let ordinal = 1; ordinal <= Math.min(proposal.announced ?? 0, 30); ordinal += 1) dots.push({ ordinal });
    const speakers = proposal.speakers.map((thing) => things.name[thing]).join("; ") || "nobody named";
    return el(
      "li",
      { class: "proposal-row" },
      el(
        "span",
        { class: "proposal-who" },
        el("a", { dir: "auto", go: at(id) }, speakers),
        el(
          "small",
          { dir: "auto" },
          [dateName(documents.date[number]), documents.title[number]].filter(Boolean).join(" · "),
        ),
      ),
      el(
        "span",
        { class: "dots" },
        dots.map(({ ordinal, isFound }) =>
          isFound
            ? el("a", {
                class: "dot",
                go: at(`${id}.${ordinal}`),
                "aria-label": `Point ${ordinal}`,
                title: `Point ${ordinal}`,
              })
            : el("span", { class: "dot missing", title: `Point ${ordinal} is not in the text` }),
        ),
      ),
      el("span", { class: "proposal-status" }, summaryOf(proposal)),
    );
  });
}

function summaryOf(proposal) {
  if (proposal.status !== "complete" && proposal.status !== "missing") return plain(proposal.status);
  const announced = proposal.announced ? ` of ${proposal.announced}` : "";
  return proposal.status === "complete"
    ? `${proposal.found.length}${announced}`
    : `${proposal.found.length}${announced}, some missing`;
}

function pointTable(corpus, selection) {
  const { things, documents } = corpus;
  const columns = ["Date", "Who", "Document"]
    .map((name) => ({ name }))
    .concat([
      { name: "Announced", number: true },
      { name: "Found", number: true },
      { name: "Missing" },
      { name: "Status" },
    ]);
  return table(
    "Proposals and their points",
    columns,
    proposalRows(corpus, selection)
      .slice(0, 2000)
      .map(({ number, proposal, id }) => [
        dateName(documents.date[number]),
        proposal.speakers.map((thing) => things.name[thing]).join("; ") || "nobody named",
        el("a", { go: toDocument(documents.id[number], id), dir: "auto" }, documents.title[number]),
        proposal.announced ?? "",
        proposal.found.length,
        proposal.missing.join(", "),
        plain(proposal.status),
      ]),
  );
}
