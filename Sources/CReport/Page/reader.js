// The document that is open.

const LAYERS = { names: "Names", statements: "Statements", points: "Points", removed: "Removed" };

class Reader {
  constructor(corpus, root, card) {
    this.corpus = corpus;
    this.root = root;
    this.card = card;
    this.shown = { names: true, statements: true, points: true, removed: false };
    this.number = null;
    this.step = 0;
    card.watch(root);
    root.addEventListener("pointerover", (event) => this.light(event.target.closest?.("[data-statement]")));
    root.addEventListener("focusin", (event) => this.light(event.target.closest?.("[data-statement]")));
    root.addEventListener("click", (event) => this.choose(event));
  }

  async show(number) {
    this.step += 1;
    const step = this.step;
    if (number !== this.number) {
      this.number = number;
      const open = number === undefined || number === null ? null : await this.corpus.document(number);
      if (step !== this.step) return;
      this.open = open;
      this.draw();
      this.root.scrollTop = 0;
    }
    markTerms(state.q, this.root);
    this.reveal(state.at);
  }

  draw() {
    this.card.hide();
    if (!this.open) {
      this.number = null;
      return refill(this.root, el("p", { class: "none" }, "Choose a document, or press j."));
    }
    const { record } = this.open;
    this.marked = new MarkedText(this.corpus, this.open, this.card);
    refill(this.root,
      this.head(), record.status === "failed" ? this.failure() : null, this.pointsBox(),
      el("div", { class: "pages", lang: record.page?.language ?? null }, this.body()), this.foot());
    this.showLayers();
  }

  head() {
    const { record, id, number } = this.open;
    const { source, page } = record;
    const back = el("a", { class: "back", href: documentAddress("") }, "‹ All documents");
    const about = [
      this.corpus.documents.date[number] ? dateName(this.corpus.documents.date[number]) : null,
      page.dateline?.place, page.byline ? `by ${page.byline}` : null, page.language ? languageName(page.language) : null,
    ].filter(Boolean);
    const link = source.url
      ? isSafe(source.url)
        ? el("a", { href: source.url, rel: "noreferrer noopener", target: "_blank" }, shortAddress(source.url), el("span", { class: "unseen" }, " (opens a page of the web)"))
        : el("span", {}, source.url)
      : null;
    const counts = {
      names: record.mentions.length, statements: record.attributions.length,
      points: record.proposals.reduce((sum, proposal) => sum + proposal.items.length, 0), removed: record.removed.length,
    };
    const layers = Object.entries(LAYERS).map(([layer, name]) => el("button", {
      type: "button", class: "layer", data: { layer }, "aria-pressed": String(this.shown[layer]),
      disabled: counts[layer] === 0,
      title: layer === "removed" && !counts.removed ? "Nothing: records hold what was cut with keep_removed: true" : null,
      on: { click: () => this.toggle(layer) },
    }, name, el("span", { class: "layer-count" }, counts[layer].toLocaleString("en"))));
    return el("header", { class: "reader-head" }, back,
      el("p", { class: "about" }, about.map((part) => el("span", { dir: "auto" }, part)), link ? el("span", {}, link) : null,
        record.duplicate_of ? el("span", {}, "repeats ", el("a", { href: documentAddress(record.duplicate_of) }, record.duplicate_of)) : null),
      el("h2", { class: "unseen" }, this.corpus.documents.title[number]),
      el("p", { class: "about identity" }, el("a", { href: documentAddress(id), title: "A link to this document" }, id)),
      el("div", { class: "layers", role: "group", "aria-label": "What is shown" }, layers, legend(record)));
  }

  failure() {
    const { error } = this.open.record;
    return el("div", { class: "failure" }, el("p", {}, el("strong", {}, "This document failed. "), error.message),
      el("p", {}, `${plain(error.stage)}, ${plain(error.code)}`));
  }

  /** The proposals, each with a link to its points. */
  pointsBox() {
    const { record, text } = this.open;
    if (!record.proposals.length) return null;
    return el("div", { class: "proposals" }, record.proposals.map((proposal) => {
      const speakers = proposal.speakers.map((speaker) => speaker.name).join("; ") || "Nobody named";
      const { announcement } = proposal;
      const words = announcement ? text.slice(announcement.start, announcement.end) : "points";
      const found = proposal.items.map((item) => el("a", {
        class: "ordinal", href: address({ ...documentView, doc: this.open.id, at: `${proposal.id}.${item.ordinal}` }),
        "aria-label": `Point ${item.ordinal}`,
      }, item.ordinal));
      const missing = proposal.missing.map((ordinal) => el("span", { class: "ordinal missing", title: "not in the text" }, ordinal));
      return el("p", {}, el("strong", { dir: "auto" }, speakers), el("span", { dir: "auto" }, `: ${words} `),
        el("span", { class: "ordinals" }, found, missing),
        el("span", { class: "status" }, proposalStatus(proposal)));
    }));
  }

  /** The blocks of the text in its order, and what was removed where it stood in the page. */
  body() {
    const { record, text } = this.open;
    const { blocks, removed } = record;
    const items = blocks.map((block, index) => ({ block, index, place: block.source?.start ?? -1 }));
    const rows = [];
    let next = 0;
    const cut = [...removed].sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
    for (const { block, index, place } of items) {
      while (next < cut.length && place >= 0 && (cut[next].source?.start ?? 0) < place) rows.push(this.removedRow(cut[next++]));
      const end = blocks[index + 1]?.start ?? text.length;
      rows.push(this.blockRow(block, index === 0 ? 0 : block.start, end));
    }
    while (next < cut.length) rows.push(this.removedRow(cut[next++]));
    if (!blocks.length && text) rows.push(el("div", { class: "block" }, el("div", { class: "text" }, this.marked.range(0, text.length))));
    if (!text && record.status !== "failed") rows.push(el("p", { class: "none" }, "Nothing of this page is text of an article."));
    return rows;
  }

  blockRow(block, start, end) {
    const tag = { title: "h3", heading: "h4" }[block.kind] ?? "div";
    const points = this.open.record.proposals.flatMap((proposal) => proposal.items)
      .filter((item) => item.start < block.end && item.end > block.start);
    const text = el(tag, { class: "text", dir: "auto", lang: block.language ?? null },
      this.marked.range(start, block.end),
      end > block.end ? el("span", { class: "gap" }, this.marked.range(block.end, end)) : null);
    const classes = ["block", block.kind, block.main ? "main" : "beside", points.length ? "in-point" : ""];
    return el("div", { class: classes.filter(Boolean).join(" "), vars: block.level ? { "--level": block.level } : {} },
      text, this.notes(block));
  }

  /** Beside a block: who speaks in it. Statements of one speaker in a row stand together. */
  notes(block) {
    const { record, id } = this.open;
    const first = (statement) => Math.min(...[statement.cue, ...statement.content].filter(Boolean).map((span) => span.start));
    const here = record.attributions.map((statement) => ({ statement, start: first(statement) }))
      .filter(({ start }) => start >= block.start && start < block.end).sort((a, b) => a.start - b.start);
    const groups = [];
    for (const { statement } of here) {
      const names = speakerNames(statement);
      if (groups.at(-1)?.names === names) groups.at(-1).statements.push(statement);
      else groups.push({ names, statements: [statement] });
    }
    if (!groups.length) return null;
    return el("div", { class: "notes" }, groups.map(({ names, statements }) => {
      const hue = this.marked.hues.get(names);
      return el("p", { class: `note ${hue === undefined ? "hue-none" : `hue-${hue}`}` },
        statements[0].speakers.length ? this.speakerLinks(statements[0]) : el("span", { class: "nobody" }, "nobody named"), " ",
        statements.map((statement, index) => {
          const link = el("a", {
            class: `act ${statement.kind}`, href: address({ ...documentView, doc: id, at: statement.id }),
            data: { statement: statement.id },
          }, statement.kind === "indirect" ? past(statement.act) : `“${past(statement.act)}”`);
          this.card.on(link, () => statementLines(this.open, statement));
          return [index ? ", " : "", link];
        }));
    }));
  }

  speakerLinks(statement) {
    return statement.speakers.map((speaker, index) => {
      const thing = this.corpus.speakerThing(this.open.record, speaker);
      return [index ? "; " : "", el("a", { class: "speaker", dir: "auto", href: whoAddress(this.corpus.things.key[thing]) }, speaker.name)];
    });
  }

  removedRow(piece) {
    return el("div", { class: "block removed-piece" },
      el("div", { class: "cut", dir: "auto" }, piece.text),
      el("p", { class: "notes cut-why" }, `${plain(piece.kind)}, ${plain(piece.reason)}`));
  }

  foot() {
    const { warnings } = this.open.record;
    if (!warnings.length) return null;
    return el("footer", { class: "warnings" }, el("h3", {}, "Warnings"),
      el("ul", {}, warnings.map((warning) => el("li", {}, `${warning.message} `, el("small", {}, `${plain(warning.stage)}, ${plain(warning.code)}`)))));
  }

  toggle(layer) {
    this.shown[layer] = !this.shown[layer];
    this.showLayers();
  }

  showLayers() {
    for (const [layer, isShown] of Object.entries(this.shown)) {
      this.root.classList.toggle(`no-${layer}`, !isShown);
      const button = this.root.querySelector(`button[data-layer="${layer}"]`);
      if (button) button.setAttribute("aria-pressed", String(isShown));
    }
  }

  /** Marks all of the statement that is pointed at. */
  light(element) {
    const id = element?.dataset.statement;
    if (id === this.lit) return;
    this.lit = id;
    for (const lit of this.root.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (id) for (const piece of this.pieces("statement", id)) piece.classList.add("lit");
  }

  /** The elements of an annotation. */
  pieces(kind, name) {
    const mark = `${kind}:${name}`;
    return [...this.root.querySelectorAll("[data-marks]")].filter((piece) => piece.dataset.marks.split(" ").includes(mark));
  }

  /** A press on a statement makes it the place that the address names. */
  choose(event) {
    const piece = event.target.closest?.(".pages [data-statement]");
    if (!piece || event.target.closest("a") || String(getSelection())) return;
    go({ at: piece.dataset.statement === state.at ? "" : piece.dataset.statement }, false);
  }

  /** Shows the place that the address names: `a7`, `p1`, `p1.2`, `m4`. */
  reveal(at) {
    for (const old of this.root.querySelectorAll(".here")) old.classList.remove("here");
    if (!at || !this.open) return;
    const kinds = { a: ["statement", "cue"], p: ["point", "announcement"], m: ["mention"] }[at[0]] ?? [];
    const found = kinds.flatMap((kind) => this.pieces(kind, at));
    for (const piece of found) piece.classList.add("here");
    const first = found.reduce((first, piece) => (first && first.compareDocumentPosition(piece) & 4 ? first : piece), null);
    const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    first?.scrollIntoView({ block: "center", behavior: motion });
  }

  /** Goes to the next or the last statement of the document. */
  stepStatement(steps) {
    const ids = this.open?.record.attributions.map((statement) => statement.id) ?? [];
    if (!ids.length) return;
    const index = ids.indexOf(state.at);
    const next = index < 0 ? (steps > 0 ? 0 : ids.length - 1) : index + steps;
    if (ids[next]) go({ at: ids[next] }, false);
  }
}

function proposalStatus(proposal) {
  if (proposal.mentioned_only) return "mentioned only";
  if (!proposal.items.length) return "announced only";
  return proposal.complete ? "complete" : `missing ${proposal.missing.join(", ") || "some"}`;
}

function shortAddress(url) {
  const short = url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
  return short.length > 60 ? `${short.slice(0, 58)}…` : short;
}

/** The signs of the groups of names that the document has. */
function legend(record) {
  const groups = new Set(record.mentions.map((mention) => groupOf(mention.type)));
  return el("p", { class: "legend" }, Object.entries(GROUPS).filter(([group]) => groups.has(group))
    .map(([group, name]) => el("span", { class: `name ${group}` }, name)));
}
