// What a run did with its documents, and those that failed.

class Failures {
  constructor(corpus, root) {
    this.corpus = corpus;
    this.root = root;
    this.failed = [...corpus.places.keys()].filter((number) => corpus.is(number, "failed"));
  }

  show() {
    refill(
      this.root,
      el("h2", {}, "Failures"),
      this.runs(),
      this.failed.length ? [this.codes(), this.list()] : el("p", { class: "none" }, "No document failed."),
    );
  }

  /** The ledger of each run: what was read is annotated, failed or left out. */
  runs() {
    return this.corpus.runs.map(({ name, run }) => {
      const { read, annotated, failed, filtered } = run.ledger;
      const shares = { annotated, failed, "left out": filtered };
      const reasons = (run.filtered ?? [])
        .map(({ reason, count }) => `${plain(reason)} ${count.toLocaleString("en")}`)
        .join(", ");
      return el(
        "section",
        { class: "ledger" },
        el("h3", {}, name),
        el(
          "div",
          { class: "ledger-bar", "aria-hidden": "true" },
          Object.entries(shares)
            .filter(([, count]) => count)
            .map(([part, count]) =>
              el("span", { class: part.replace(" ", "-"), vars: { "--share": count / Math.max(1, read) } }),
            ),
        ),
        el(
          "p",
          {},
          `${plural(read, "document")} read: `,
          Object.entries(shares).map(([part, count], index) => [
            index ? ", " : "",
            el("span", { class: `ledger-${part.replace(" ", "-")}` }, `${count.toLocaleString("en")} ${part}`),
          ]),
          reasons ? ` (${reasons})` : "",
          run.version ? ` · Rapporteur ${run.version}` : "",
        ),
      );
    });
  }

  codes() {
    const counts = new Map();
    for (const number of this.failed) {
      const { stage, code } = this.corpus.documents.error[number] ?? {};
      const name = `${plain(stage ?? "")}, ${plain(code ?? "")}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return el(
      "p",
      { class: "codes" },
      [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([name, count]) => el("span", {}, el("strong", {}, count.toLocaleString("en")), ` ${name}`)),
    );
  }

  list() {
    const { id, error, source } = this.corpus.documents;
    const rows = this.failed
      .slice(0, 2000)
      .map((number) => [
        el("a", { go: toDocument(id[number]) }, id[number]),
        hasSource(this.corpus, number) ? this.corpus.sources[source[number]] : "",
        `${plain(error[number]?.stage ?? "")}, ${plain(error[number]?.code ?? "")}`,
        error[number]?.message ?? "",
      ]);
    const rest = this.failed.length - rows.length;
    return [
      table(
        "Documents that failed",
        ["Document", "Source", "Stage, code", "Why"].map((name) => ({ name })),
        rows,
      ),
      rest > 0 ? el("p", { class: "rest" }, `and ${plural(rest, "other")}`) : null,
    ];
  }
}
