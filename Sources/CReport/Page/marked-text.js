// A document's text with its annotations: every character of the text once, in its order.

/** What stands over the text, as spans with what they are. */
function layersOf(record) {
  const spans = [];
  const add = (span, kind, more) => {
    if (span) spans.push({ start: span.start, end: span.end, kind, ...more });
  };
  for (const [index, mention] of record.mentions.entries()) add(mention, "mention", { mention, name: `m${index}` });
  for (const statement of record.attributions) {
    for (const piece of statement.content) add(piece, "statement", { statement, name: statement.id });
    add(statement.cue, "cue", { statement, name: statement.id });
    add(statement.mention, "voice", { statement, name: statement.id });
  }
  for (const proposal of record.proposals) {
    add(proposal.announcement, "announcement", { proposal, name: proposal.id });
    for (const item of proposal.items) {
      const name = `${proposal.id}.${item.ordinal}`;
      for (const piece of item.content) add(piece, "point", { proposal, item, name });
      add(item.headline, "headline", { proposal, item, name });
      for (const point of item.points) add(point, "point", { proposal, item, point, name: `${name}.${point.ordinal}` });
    }
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Colours for the speakers of a document, by their names joined; statements without a speaker have none. */
function huesOf(record) {
  const hues = new Map();
  for (const statement of record.attributions) {
    const name = speakerNames(statement);
    if (name && !hues.has(name)) hues.set(name, hues.size % 7);
  }
  return hues;
}

function speakerNames(statement) {
  return statement.speakers.map((speaker) => speaker.name).join("; ");
}

/** Makes the marked text of a document, a range at a time. */
class MarkedText {
  constructor(corpus, document, card) {
    this.corpus = corpus;
    this.document = document;
    this.card = card;
    this.spans = layersOf(document.record);
    this.hues = huesOf(document.record);
    this.entities = new Map(document.record.entities.map((entity) => [entity.id, entity]));
    this.elements = new Map();
    this.open = [];
    this.next = 0;
    this.focusable = new Set();
    this.numbered = new Set();
  }

  /**
   * The elements of a range; `data-marks` names the annotations that cover each, as `kind:name`.
   *
   * Ranges are asked for in the order of the text, so that a span is looked at where it stands and nowhere else.
   */
  range(start, end) {
    this.open = this.open.filter((span) => span.end > start);
    for (; this.spans[this.next]?.start < end; this.next += 1) this.open.push(this.spans[this.next]);
    return pieces(start, end, this.open).map((piece) => this.piece(piece));
  }

  /** The elements of an annotation, in the order of the text. */
  elementsOf(mark) {
    return this.elements.get(mark) ?? [];
  }

  piece({ start, end, spans }) {
    const text = this.document.text.slice(start, end);
    if (!spans.length) return document.createTextNode(text);
    const of = (kind) => innermost(spans.filter((span) => span.kind === kind));
    const [mention, statement, cue, point] = ["mention", "statement", "cue", "point"].map(of);
    const announcement = of("announcement");
    const classes = [];
    if (statement) {
      const hue = this.hues.get(speakerNames(statement.statement));
      classes.push("said", statement.statement.kind, hue === undefined ? "hue-none" : `hue-${hue}`);
    }
    if (cue) classes.push("cue");
    if (announcement) classes.push("announcement");
    if (of("headline")) classes.push("headline");
    if (mention) classes.push("name", groupOf(mention.mention.type));
    const entity = mention && this.entities.get(mention.mention.entity);
    const element = entity
      ? el("a", { go: toWho(this.corpus.thingKey(entity)), tabindex: this.isFirst(mention) ? null : "-1" }, text)
      : el("span", {}, text);
    element.className = classes.join(" ");
    const marks = spans.map((span) => `${span.kind}:${span.name}`);
    element.dataset.marks = marks.join(" ");
    for (const mark of marks) {
      if (this.elements.has(mark)) this.elements.get(mark).push(element);
      else this.elements.set(mark, [element]);
    }
    if (statement || cue) element.dataset.statement = (statement ?? cue).statement.id;
    if (point && start === point.start && !this.numbered.has(point.name)) {
      this.numbered.add(point.name);
      element.classList.add(point.point ? "subpoint-start" : "point-start");
      element.dataset.number = (point.point ?? point.item).ordinal;
    }
    if (mention || statement || cue || announcement) {
      this.card.on(element, () =>
        [
          mention ? mentionLines(this.document, mention.mention) : null,
          statement || cue ? statementLines(this.document, (statement ?? cue).statement) : null,
          announcement ? pointLines(this.document, announcement) : null,
        ]
          .flat()
          .filter(Boolean),
      );
    }
    return element;
  }

  /** Whether this is the first piece of a name: Tab stops there once. */
  isFirst(mention) {
    if (this.focusable.has(mention.name)) return false;
    this.focusable.add(mention.name);
    return true;
  }
}
