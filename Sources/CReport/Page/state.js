// What is looked at stands in the address, behind the #: every view can be kept, sent and gone back to.

const LISTS = ["source", "speaker", "entity", "type", "act", "status", "language"];
const WORDS = ["view", "doc", "at", "who", "q", "from", "to", "sort"];

function readState(hash) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const state = {};
  for (const key of WORDS) state[key] = params.get(key) ?? "";
  for (const key of LISTS) state[key] = params.getAll(key);
  return state;
}

function writeState(state) {
  const parts = [];
  const add = (key, value) => {
    const word = encodeURIComponent(value)
      .replaceAll("%20", "+")
      .replace(/%(2F|3A|2C)/g, decodeURIComponent);
    parts.push(`${key}=${word}`);
  };
  for (const key of WORDS) if (state[key]) add(key, state[key]);
  for (const key of LISTS) for (const value of state[key]) add(key, value);
  return `#${parts.join("&")}`;
}

/** What is looked at now. */
let state = readState(location.hash);

/** The address of what would be looked at with some changes. */
function address(changes) {
  return writeState({ ...state, ...changes });
}

/** Changes what is looked at. `isStep` makes a place to go back to. */
function go(changes, isStep = true) {
  const hash = address(changes);
  if (hash === (location.hash || "#")) return;
  if (isStep) location.hash = hash;
  else location.replace(hash);
}

/** The list with the value in it, or without where it was. */
function toggled(list, value) {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

const documentView = { view: "", who: "" };

/** To a document, or to a place in it; the filters stay. */
function toDocument(id, at = "") {
  return { ...documentView, doc: id, at };
}

/** To a name's own view; the filters stay. */
function toWho(key) {
  return { view: "who", who: key, doc: "", at: "" };
}

/** To the documents that pass other filters besides. */
function toDocuments(filters = {}) {
  return { ...documentView, doc: "", at: "", ...filters };
}
