// What things are called, for people.

/** By the types of mentions: a name, and the group that decides how it looks. */
const TYPES = {
  PERSON: { name: "person", group: "person" },
  ROLE: { name: "role", group: "role" },
  ORG: { name: "organisation", group: "body" },
  GPE: { name: "country or city", group: "place" },
  NORP: { name: "nationality", group: "place" },
  LOC: { name: "place", group: "place" },
  FAC: { name: "facility", group: "place" },
  EVENT: { name: "event", group: "deed" },
  AGREEMENT: { name: "agreement", group: "deed" },
  DATE: { name: "date", group: "time" },
  TIME: { name: "time", group: "time" },
  MONEY: { name: "money", group: "amount" },
  CARDINAL: { name: "number", group: "amount" },
};

/** The groups of types, in the order of the legend. */
const GROUPS = {
  person: "People",
  role: "Roles",
  body: "Bodies",
  place: "Places",
  deed: "Events, agreements",
  time: "Dates",
  amount: "Amounts",
};

function typeName(type) {
  return TYPES[type]?.name ?? (type ? type.toLowerCase() : "speaker");
}

function groupOf(type) {
  return TYPES[type]?.group ?? "person";
}

/** An act of speech in the past tense: "say" is "said". */
function past(act) {
  if (!act) return "said";
  if (act === "say") return "said";
  if (act.endsWith("e")) return `${act}d`;
  return act.endsWith("y") ? `${act.slice(0, -1)}ied` : `${act}ed`;
}

const UNRESOLVED = {
  no_speaker: "nobody is named",
  pronoun: "a pronoun, nobody found",
  group: "a group, nobody found",
};

function plain(word) {
  return word.replaceAll("_", " ");
}

function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function percent(share) {
  return share === undefined ? "" : `${Math.round(share * 100)} %`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2025-05-09" as "9 May 2025", and what is no such date as it is. */
function dateName(date) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? "");
  if (!match) return date ?? "";
  const [, year, month, day] = match;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}
