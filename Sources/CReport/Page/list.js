// The list of documents: only the rows that can be seen are there.

const ROW = 84;

const hasSource = (corpus, number) => corpus.sources[corpus.documents.source[number]] !== "no source";

class DocumentList {
  constructor(corpus, scroller) {
    this.corpus = corpus;
    this.scroller = scroller;
    this.rows = el("ol", { class: "rows" });
    this.none = el("p", { class: "none", hidden: true }, "No document passes all filters.");
    scroller.append(this.rows, this.none);
    this.numbers = [];
    this.drawn = new Map();
    scroller.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(scroller);
  }

  show(numbers, chosen) {
    const isOther =
      numbers.length !== this.numbers.length || numbers.some((number, index) => number !== this.numbers[index]);
    this.numbers = numbers;
    this.chosen = chosen;
    this.rows.style.setProperty("height", `${numbers.length * ROW}px`);
    this.none.hidden = numbers.length > 0;
    if (isOther) {
      this.clear();
      this.scroller.scrollTop = 0;
    }
    this.reveal(chosen);
    this.draw();
    for (const [index, row] of this.drawn) this.mark(row, this.numbers[index] === chosen);
  }

  clear() {
    this.drawn.clear();
    this.rows.replaceChildren();
  }

  /** Scrolls so far that the row of the document can be seen. */
  reveal(number) {
    const index = this.numbers.indexOf(number);
    const height = this.scroller.clientHeight;
    if (index < 0 || !height) return;
    const top = index * ROW;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    else if (top + ROW > this.scroller.scrollTop + height) this.scroller.scrollTop = top + ROW - height;
  }

  draw() {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / ROW) - 4);
    const last = Math.min(
      this.numbers.length,
      Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / ROW) + 4,
    );
    for (const [index, row] of this.drawn) {
      if (index >= first && index < last) continue;
      if (row.contains(document.activeElement)) continue;
      row.remove();
      this.drawn.delete(index);
    }
    for (let index = first; index < last; index += 1) {
      if (this.drawn.has(index)) continue;
      const row = this.row(index);
      // In the order of the list, for those who step or listen through it.
      const after = [...this.drawn.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
      this.rows.insertBefore(row, after === undefined ? null : this.drawn.get(after));
      this.drawn.set(index, row);
    }
  }

  row(index) {
    const number = this.numbers[index];
    const { id, title, date, source, statements, proposals } = this.corpus.documents;
    const points = pointCount(proposals[number]);
    const isFailed = this.corpus.is(number, "failed");
    const counts = [
      statements[number] ? plural(statements[number], "statement") : null,
      points ? plural(points, "point") : null,
    ]
      .filter(Boolean)
      .join(", ");
    const link = el(
      "a",
      {
        class: "row",
        go: toDocument(id[number]),
        data: { number },
      },
      el("span", { class: "row-title", dir: "auto" }, title[number]),
      el(
        "span",
        { class: "row-about" },
        date[number] ? el("span", {}, dateName(date[number])) : null,
        el("span", { class: isFailed ? "bad" : null }, isFailed ? "failed" : counts || this.silence(number)),
        hasSource(this.corpus, number) ? el("span", { dir: "auto" }, this.corpus.sources[source[number]]) : null,
      ),
    );
    const row = el(
      "li",
      {
        "aria-setsize": this.numbers.length,
        "aria-posinset": index + 1,
        vars: { "--top": `${index * ROW}px` },
      },
      link,
    );
    this.mark(row, number === this.chosen);
    return row;
  }

  silence(number) {
    return this.corpus.is(number, "empty") ? "no text" : "no statements";
  }

  mark(row, isChosen) {
    row.classList.toggle("chosen", isChosen);
    if (isChosen) row.firstChild.setAttribute("aria-current", "true");
    else row.firstChild.removeAttribute("aria-current");
  }

  /** The document so many rows further; the first one where none is chosen. */
  neighbour(steps) {
    const index = this.numbers.indexOf(this.chosen);
    if (index < 0) return this.numbers[0];
    return this.numbers[Math.max(0, Math.min(this.numbers.length - 1, index + steps))];
  }
}
