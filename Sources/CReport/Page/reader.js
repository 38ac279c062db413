// The document that is open.

/** A document of more blocks is laid out as it is scrolled to. */
const LONG = 300;

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
    const found = markTerms(state.q, this.root);
    if (found && !state.at && this.query !== `${number} ${state.q}`) bringIntoView(found.startContainer.parentElement);
    this.query = `${number} ${state.q}`;
    this.reveal(state.at);
  }

  draw() {
    this.card.hide();
    if (!this.open) {
      this.number = null;
      return refill(this.root, el("p", { class: "none" }, "Choose a document, or press j."));
    }
    const { record } = this.open;
    const isLong = record.blocks.length > LONG;
    this.marked = new MarkedText(this.corpus, this.open, this.card);
    refill(
      this.root,
      documentHead(this.corpus, this.open, this.shown, (layer) => this.toggle(layer)),
      record.status === "failed" ? failureBox(record) : null,
      proposalsBox(this.open),
      el("div", { class: isLong ? "pages long" : "pages", lang: record.page.language ?? null }, this.body()),
      this.foot(),
    );
    this.showLayers();
  }

  /** The blocks of the text in its order, and what was removed where it stood in the page. */
  body() {
    const { record, text } = this.open;
    const { blocks, removed } = record;
    this.items = record.proposals.flatMap((proposal) => proposal.items);
    this.waiting = byPlace(record.attributions).reverse();
    const items = blocks.map((block, index) => ({ block, index, place: block.source?.start ?? -1 }));
    const rows = [];
    let next = 0;
    const cut = [...removed].sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
    for (const { block, index, place } of items) {
      while (next < cut.length && place >= 0 && (cut[next].source?.start ?? 0) < place)
        rows.push(this.removedRow(cut[next++]));
      const end = blocks[index + 1]?.start ?? text.length;
      rows.push(this.blockRow(block, index === 0 ? 0 : block.start, end));
    }
    while (next < cut.length) rows.push(this.removedRow(cut[next++]));
    if (!blocks.length && text)
      rows.push(el("div", { class: "block" }, el("div", { class: "text" }, this.marked.range(0, text.length))));
    if (!text && record.status !== "failed")
      rows.push(el("p", { class: "none" }, "Nothing of this page is text of an article."));
    return rows;
  }

  blockRow(block, start, end) {
    const tag = { title: "h3", heading: "h4" }[block.kind] ?? "div";
    const isInPoint = this.items.some((item) => item.start < block.end && item.end > block.start);
    const text = el(
      tag,
      { class: "text", dir: "auto", lang: block.language ?? null },
      this.marked.range(start, block.end),
      end > block.end ? el("span", { class: "gap" }, this.marked.range(block.end, end)) : null,
    );
    const classes = ["block", block.kind, block.main ? "main" : "beside", isInPoint ? "in-point" : ""];
    return el(
      "div",
      { class: classes.filter(Boolean).join(" "), vars: block.level ? { "--level": block.level } : {} },
      text,
      this.notes(block),
    );
  }

  /** Beside a block: who speaks in it. Statements of one speaker in a row stand together. */
  notes(block) {
    const { id } = this.open;
    const groups = [];
    for (; this.waiting.at(-1)?.start < block.end; ) {
      const { statement } = this.waiting.pop();
      const names = speakerNames(statement);
      if (groups.at(-1)?.names === names) groups.at(-1).statements.push(statement);
      else groups.push({ names, statements: [statement] });
    }
    if (!groups.length) return null;
    return el(
      "div",
      { class: "notes" },
      groups.map(({ names, statements }) => {
        const hue = this.marked.hues.get(names);
        return el(
          "p",
          { class: `note ${hue === undefined ? "hue-none" : `hue-${hue}`}` },
          statements[0].speakers.length
            ? this.speakerLinks(statements[0])
            : el("span", { class: "nobody" }, "nobody named"),
          " ",
          statements.map((statement, index) => {
            const link = el(
              "a",
              {
                class: `act ${statement.kind}`,
                go: toDocument(id, statement.id),
                data: { statement: statement.id },
              },
              statement.kind === "indirect" ? past(statement.act) : `“${past(statement.act)}”`,
            );
            this.card.on(link, () => statementLines(this.open, statement));
            return [index ? ", " : "", link];
          }),
        );
      }),
    );
  }

  speakerLinks(statement) {
    return statement.speakers.map((speaker, index) => {
      const thing = this.corpus.speakerThing(this.open.record, speaker);
      return [
        index ? "; " : "",
        el("a", { class: "speaker", dir: "auto", go: toWho(this.corpus.things.key[thing]) }, speaker.name),
      ];
    });
  }

  removedRow(piece) {
    return el(
      "div",
      { class: "block removed-piece" },
      el("div", { class: "cut", dir: "auto" }, piece.text),
      el("p", { class: "notes cut-why" }, `${plain(piece.kind)}, ${plain(piece.reason)}`),
    );
  }

  foot() {
    const { warnings } = this.open.record;
    if (!warnings.length) return null;
    return el(
      "footer",
      { class: "warnings" },
      el("h3", {}, "Warnings"),
      el(
        "ul",
        {},
        warnings.map((warning) =>
          el("li", {}, `${warning.message} `, el("small", {}, `${plain(warning.stage)}, ${plain(warning.code)}`)),
        ),
      ),
    );
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
    if (id) for (const piece of this.marked.elementsOf(`statement:${id}`)) piece.classList.add("lit");
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
    const found = kinds.flatMap((kind) => this.marked.elementsOf(`${kind}:${at}`));
    for (const piece of found) piece.classList.add("here");
    const first = found.reduce(
      (first, piece) => (first && first.compareDocumentPosition(piece) & 4 ? first : piece),
      null,
    );
    bringIntoView(first);
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

/** Statements with the places where they begin, in the order of the text. */
function byPlace(statements) {
  const first = ({ cue, content }) => Math.min(...[cue, ...content].filter(Boolean).map((span) => span.start));
  return statements.map((statement) => ({ statement, start: first(statement) })).sort((a, b) => a.start - b.start);
}

/** Brings an element to the middle of what is seen. */
function bringIntoView(element) {
  if (!element) return;
  const isFar = Math.abs(element.getBoundingClientRect().top) > 2 * innerHeight;
  const isStill = isFar || matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isStill ? "auto" : "smooth" });
  // What is laid out as it is scrolled to has another height then than was thought before.
  const again = () => element.scrollIntoView({ block: "center" });
  if (isFar) requestAnimationFrame(() => requestAnimationFrame(again));
}
