// What stands above a document.

const LAYERS = { names: "Names", statements: "Statements", points: "Points", removed: "Removed" };

/** What stands above the text: where it is from, and what is shown over it. `shown` and `toggle` are of the layers. */
function documentHead(corpus, { record, id, number }, shown, toggle) {
  const { source, page } = record;
  const back = el("a", { class: "back", go: toDocument("") }, "‹ All documents");
  const about = [
    corpus.documents.date[number] ? dateName(corpus.documents.date[number]) : null,
    page.dateline?.place,
    page.byline ? `by ${page.byline}` : null,
    page.language ? languageName(page.language) : null,
  ].filter(Boolean);
  const link = source.url
    ? isSafe(source.url)
      ? el(
          "a",
          { href: source.url, rel: "noreferrer noopener", target: "_blank" },
          shortAddress(source.url),
          el("span", { class: "unseen" }, " (opens a page of the web)"),
        )
      : el("span", {}, source.url)
    : null;
  const counts = {
    names: record.mentions.length,
    statements: record.attributions.length,
    points: record.proposals.reduce((sum, proposal) => sum + proposal.items.length, 0),
    removed: record.removed.length,
  };
  const layers = Object.entries(LAYERS).map(([layer, name]) =>
    el(
      "button",
      {
        type: "button",
        class: "layer",
        data: { layer },
        "aria-pressed": String(shown[layer]),
        disabled: counts[layer] === 0,
        title:
          layer === "removed" && !counts.removed ? "Nothing: records hold what was cut with keep_removed: true" : null,
        on: { click: () => toggle(layer) },
      },
      name,
      el("span", { class: "layer-count" }, counts[layer].toLocaleString("en")),
    ),
  );
  return el(
    "header",
    { class: "reader-head" },
    back,
    el(
      "p",
      { class: "about" },
      about.map((part) => el("span", { dir: "auto" }, part)),
      link ? el("span", {}, link) : null,
      record.duplicate_of
        ? el("span", {}, "repeats ", el("a", { go: toDocument(record.duplicate_of) }, record.duplicate_of))
        : null,
    ),
    el("h2", { class: "unseen" }, corpus.documents.title[number]),
    el("p", { class: "about identity" }, el("a", { go: toDocument(id), title: "A link to this document" }, id)),
    el("div", { class: "layers", role: "group", "aria-label": "What is shown" }, layers, legend(record)),
  );
}

/** Why a document failed. */
function failureBox({ error }) {
  return el(
    "div",
    { class: "failure" },
    el("p", {}, el("strong", {}, "This document failed. "), error.message),
    el("p", {}, `${plain(error.stage)}, ${plain(error.code)}`),
  );
}

/** The proposals, each with a link to its points. */
function proposalsBox({ record, text, id }) {
  if (!record.proposals.length) return null;
  return el(
    "div",
    { class: "proposals" },
    record.proposals.map((proposal) => {
      const speakers = proposal.speakers.map((speaker) => speaker.name).join("; ") || "Nobody named";
      const { announcement } = proposal;
      const words = announcement ? text.slice(announcement.start, announcement.end) : "points";
      const found = proposal.items.map((item) =>
        el(
          "a",
          {
            class: "ordinal",
            go: toDocument(id, `${proposal.id}.${item.ordinal}`),
            "aria-label": `Point ${item.ordinal}`,
          },
          item.ordinal,
        ),
      );
      const missing = proposal.missing.map((ordinal) =>
        el("span", { class: "ordinal missing", title: "not in the text" }, ordinal),
      );
      return el(
        "p",
        {},
        el("strong", { dir: "auto" }, speakers),
        el("span", { dir: "auto" }, `: ${words} `),
        el("span", { class: "ordinals" }, found, missing),
        el("span", { class: "status" }, proposalStatus(proposal)),
      );
    }),
  );
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
  return el(
    "p",
    { class: "legend" },
    Object.entries(GROUPS)
      .filter(([group]) => groups.has(group))
      .map(([group, name]) => el("span", { class: `name ${group}` }, name)),
  );
}
