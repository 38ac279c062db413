// Which documents pass the filters, and what each filter would leave.

const STATUSES = {
  annotated: "annotated",
  failed: "failed",
  points: "with points",
  missing: "points missing",
  silent: "without statements",
  warned: "with warnings",
  duplicate: "duplicates",
  empty: "without text",
};

/** The facets, each a bit. */
const FACETS = ["source", "date", "speaker", "entity", "type", "act", "status", "language", "q"];
const BIT = Object.fromEntries(FACETS.map((facet, index) => [facet, 1 << index]));

/** Whether the names of the status stand for the document. */
function statusesOf(corpus, number) {
  const { statements, proposals } = corpus.documents;
  const statuses = [corpus.is(number, "failed") ? "failed" : "annotated"];
  if (proposals[number].length) statuses.push("points");
  if (proposals[number].some((proposal) => proposal.status === "missing")) statuses.push("missing");
  if (!statements[number]) statuses.push("silent");
  for (const flag of ["warned", "duplicate", "empty"]) if (corpus.is(number, flag)) statuses.push(flag);
  return statuses;
}

/** The documents that pass, in the order asked for, and counts for the values of each facet. */
class Selection {
  constructor(corpus, state, found) {
    this.corpus = corpus;
    this.wanted = {
      source: new Set(state.source.map((name) => corpus.sources.indexOf(name))),
      type: new Set(state.type.map((name) => corpus.types.indexOf(name))),
      act: new Set(state.act.map((name) => corpus.acts.indexOf(name))),
      status: new Set(state.status),
      language: new Set(state.language),
      speaker: state.speaker.map((key) => corpus.thingNumbers.get(key) ?? -2),
      entity: state.entity.map((key) => corpus.thingNumbers.get(key) ?? -2),
    };
    this.from = state.from;
    this.to = state.to;
    this.found = found;
    this.counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    this.dates = new Map();
    this.numbers = [];
    for (let number = 0; number < corpus.count; number += 1) this.take(number);
    this.sort(state.sort || "date");
  }

  /** The facets that the document does not pass, as a sum of bits. */
  refusals(number, speakers, statuses) {
    const { source, date, types, said, language, named } = this.corpus.documents;
    const { wanted } = this;
    let refusals = 0;
    if (wanted.source.size && !wanted.source.has(source[number])) refusals |= BIT.source;
    if (this.from && !((date[number] ?? "") >= this.from)) refusals |= BIT.date;
    if (this.to && !(date[number] && date[number].slice(0, this.to.length) <= this.to)) refusals |= BIT.date;
    if (wanted.type.size && !types[number].some((type) => wanted.type.has(type))) refusals |= BIT.type;
    if (wanted.status.size && !statuses.some((status) => wanted.status.has(status))) refusals |= BIT.status;
    if (wanted.language.size && !wanted.language.has(language[number] ?? "")) refusals |= BIT.language;
    if (!wanted.speaker.every((thing) => speakers.has(thing))) refusals |= BIT.speaker;
    for (const thing of wanted.entity) {
      let has = false;
      for (let index = 0; index < named[number].length && !has; index += 2) has = named[number][index] === thing;
      if (!has) refusals |= BIT.entity;
    }
    if (wanted.act.size) {
      const acts = (thing) => {
        for (let index = 0; index < said[number].length; index += 3) {
          const isSpeaker = thing === undefined || said[number][index] === thing;
          if (isSpeaker && wanted.act.has(said[number][index + 1])) return true;
        }
        return false;
      };
      const passes = wanted.speaker.length ? wanted.speaker.every(acts) : acts();
      if (!passes) refusals |= BIT.act;
    }
    if (this.found && !this.found[number]) refusals |= BIT.q;
    return refusals;
  }

  take(number) {
    const { source, date, types, named, said, language } = this.corpus.documents;
    const speakers = new Set();
    const acts = new Set();
    for (let index = 0; index < said[number].length; index += 3) {
      if (said[number][index] >= 0) speakers.add(said[number][index]);
      if (said[number][index + 1] >= 0) acts.add(said[number][index + 1]);
    }
    const statuses = statusesOf(this.corpus, number);
    const refusals = this.refusals(number, speakers, statuses);
    if (!refusals) this.numbers.push(number);
    const count = (facet, values) => {
      if (refusals & ~BIT[facet]) return;
      const counts = this.counts[facet];
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    };
    count("source", [source[number]]);
    count("type", types[number]);
    count("act", acts);
    count("status", statuses);
    count("language", [language[number] ?? ""]);
    if (!(refusals & ~BIT.date) && date[number]) {
      const month = date[number].slice(0, 7);
      this.dates.set(month, (this.dates.get(month) ?? 0) + 1);
    }
    // Of speakers and names all that are chosen must be there: the counts say what choosing one more would leave.
    if (refusals) return;
    count("speaker", speakers);
    for (let index = 0; index < named[number].length; index += 2) count("entity", [named[number][index]]);
  }

  sort(order) {
    const { date, title, statements, proposals } = this.corpus.documents;
    const collator = new Intl.Collator("en", { numeric: true });
    const day = (number) => date[number] ?? "";
    const compare = {
      date: (a, b) => (day(a) === day(b) ? a - b : day(a) < day(b) ? 1 : -1),
      oldest: (a, b) => (day(a) === day(b) ? a - b : !day(a) ? 1 : !day(b) ? -1 : day(a) < day(b) ? -1 : 1),
      input: (a, b) => a - b,
      title: (a, b) => collator.compare(title[a], title[b]) || a - b,
      statements: (a, b) => statements[b] - statements[a] || a - b,
      points: (a, b) => pointCount(proposals[b]) - pointCount(proposals[a]) || a - b,
    }[order];
    if (compare && order !== "input") this.numbers.sort(compare);
  }
}

function pointCount(proposals) {
  return proposals.reduce((sum, proposal) => sum + proposal.found.length, 0);
}

const ORDERS = {
  date: "newest first",
  oldest: "oldest first",
  input: "as in the input",
  title: "by title",
  statements: "most statements",
  points: "most points",
};
