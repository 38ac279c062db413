// A name through the documents: what it says, where it is named, and beside whom.

class Who {
  constructor(corpus, root, card) {
    this.corpus = corpus;
    this.root = root;
    this.card = card;
    card.watch(root);
  }

  show(selection) {
    const key = state.who;
    const thing = this.corpus.thingNumbers.get(key);
    if (thing === undefined) {
      return refill(this.root, el("p", { class: "none" }, "No document names that."));
    }
    const { things } = this.corpus;
    const passes = new Set(selection.numbers);
    const named = this.corpus.namedIn[thing].filter(({ number }) => passes.has(number));
    const said = this.corpus.saidIn[thing].filter(({ number }) => passes.has(number));
    const sum = (list) => list.reduce((sum, { count }) => sum + count, 0);
    const facts = [typeName(things.type[thing]), countryName(things.country[thing])].filter(Boolean).join(", ");
    const button = (text, changes) => el("a", { class: "button", go: toDocuments(changes) }, text);
    refill(
      this.root,
      el(
        "header",
        {},
        el("p", { class: "kicker" }, facts),
        el("h2", { dir: "auto" }, things.name[thing]),
        el(
          "p",
          { class: "sums" },
          [
            said.length ? `${plural(sum(said), "statement")} in ${plural(said.length, "document")}` : "no statements",
            named.length ? `named ${plural(sum(named), "time")} in ${plural(named.length, "document")}` : null,
          ]
            .filter(Boolean)
            .join(" · "),
        ),
        el(
          "p",
          { class: "buttons" },
          said.length ? button("Only documents with statements", { speaker: [key] }) : null,
          named.length ? button("Only documents with the name", { entity: [key] }) : null,
        ),
      ),
      this.timeline(said, named),
      el(
        "div",
        { class: "columns" },
        el("div", {}, this.saidSection(thing, said), this.pointsSection(thing, said, passes)),
        el("div", {}, this.togetherSection(thing, named), this.documentsSection(named.length ? named : said)),
      ),
    );
  }

  timeline(said, named) {
    const { date } = this.corpus.documents;
    const bins = timeBins([...said, ...named].map(({ number }) => date[number]));
    if (bins.names.length < 2) return null;
    const count = (list) => {
      const counts = bins.names.map(() => 0);
      for (const { number, count } of list) if (date[number]) counts[bins.index(date[number])] += count;
      return counts;
    };
    const [spoken, mentioned] = [count(said), count(named)];
    const most = Math.max(1, ...mentioned, ...spoken);
    return el(
      "div",
      {
        class: "strip",
        role: "img",
        "aria-label": `Mentions and statements from ${bins.label(0)} to ${bins.label(bins.names.length - 1)}`,
      },
      bins.names.map((_, index) =>
        el("span", {
          class: "strip-bin",
          title: `${bins.label(index)}: named ${plural(mentioned[index], "time")}, ${plural(spoken[index], "statement")}`,
          vars: { "--named": mentioned[index] / most, "--said": spoken[index] / most },
        }),
      ),
      el(
        "span",
        { class: "strip-ends" },
        el("span", {}, bins.label(0)),
        el("span", {}, bins.label(bins.names.length - 1)),
      ),
    );
  }

  /** Statements, those of the newest documents first. */
  saidSection(thing, said) {
    if (!said.length) return null;
    const documents = newestFirst(this.corpus, said);
    return el(
      "section",
      {},
      el("h3", {}, "Said"),
      growing(documents.length, 12, async (index) => {
        const open = await this.corpus.document(documents[index].number);
        const mine = open.record.attributions.filter((statement) =>
          statement.speakers.some((speaker) => this.corpus.speakerThing(open.record, speaker) === thing),
        );
        return el(
          "li",
          { class: "said-in" },
          this.documentLink(open.number),
          el(
            "ul",
            { class: "plain" },
            mine.map((statement) => {
              const words = statement.content
                .map((span) => open.text.slice(span.start, span.end))
                .join(" … ")
                .replace(/\s+/g, " ");
              const link = el("a", { class: "act", go: toDocument(open.id, statement.id) }, past(statement.act));
              this.card.on(link, () => statementLines(open, statement));
              return el("li", { class: `statement ${statement.kind}`, dir: "auto" }, link, " ", el("span", {}, words));
            }),
          ),
        );
      }),
    );
  }

  pointsSection(thing, said, passes) {
    const { proposals } = this.corpus.documents;
    const numbers = new Set([...said, ...this.corpus.namedIn[thing]].map(({ number }) => number));
    const own = newestFirst(
      this.corpus,
      [...numbers].filter((number) => passes.has(number)).map((number) => ({ number })),
    ).filter(({ number }) => proposals[number].some((proposal) => proposal.speakers.includes(thing)));
    if (!own.length) return null;
    return el(
      "section",
      {},
      el("h3", {}, "Points put forward"),
      growing(own.length, 8, async (index) => {
        const open = await this.corpus.document(own[index].number);
        const mine = open.record.proposals.filter((_, place) => proposals[open.number][place].speakers.includes(thing));
        return el(
          "li",
          { class: "said-in" },
          this.documentLink(open.number),
          mine.map((proposal) =>
            el(
              "ol",
              { class: "points" },
              proposal.items.map((item) => {
                const span = item.headline ?? item;
                return el(
                  "li",
                  { value: item.ordinal, dir: "auto" },
                  el(
                    "a",
                    { go: toDocument(open.id, `${proposal.id}.${item.ordinal}`) },
                    open.text.slice(span.start, span.end).slice(0, 240),
                  ),
                );
              }),
            ),
          ),
        );
      }),
    );
  }

  togetherSection(thing, named) {
    const { things, documents } = this.corpus;
    const counts = new Map();
    for (const { number } of named) {
      const row = documents.named[number];
      for (let index = 0; index < row.length; index += 2) {
        if (row[index] !== thing) counts.set(row[index], (counts.get(row[index]) ?? 0) + 1);
      }
    }
    const beside = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!beside.length) return null;
    const most = beside[0][1];
    return el(
      "section",
      {},
      el("h3", {}, "Named with"),
      growing(beside.length, 12, (index) => {
        const [other, count] = beside[index];
        return el(
          "li",
          { class: "with", vars: { "--share": count / most } },
          el("a", { dir: "auto", go: toWho(things.key[other]) }, things.name[other]),
          " ",
          el("small", {}, typeName(things.type[other])),
          el(
            "a",
            {
              class: "with-count",
              go: toDocuments({ entity: [things.key[thing], things.key[other]] }),
              "aria-label": `${plural(count, "document")} with both`,
            },
            count.toLocaleString("en"),
          ),
        );
      }),
    );
  }

  documentsSection(list) {
    const documents = newestFirst(this.corpus, list);
    return el(
      "section",
      {},
      el("h3", {}, "Documents"),
      growing(documents.length, 12, (index) => {
        const { number, count } = documents[index];
        return el("li", {}, this.documentLink(number, plural(count, "time")));
      }),
    );
  }

  documentLink(number, more = "") {
    const { id, title, date } = this.corpus.documents;
    return el(
      "p",
      { class: "document-link" },
      date[number] ? el("small", {}, `${dateName(date[number])} `) : null,
      el("a", { dir: "auto", go: toDocument(id[number]) }, title[number]),
      more ? el("small", {}, ` ${more}`) : null,
    );
  }
}

function newestFirst(corpus, list) {
  const { date } = corpus.documents;
  return [...list].sort((a, b) => {
    const [one, other] = [date[a.number] ?? "", date[b.number] ?? ""];
    return one === other ? a.number - b.number : one < other ? 1 : -1;
  });
}

function countryName(code) {
  if (!code) return "";
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
