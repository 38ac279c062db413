// Opens the records, and shows what the address says.

const corpus = await Corpus.open();

const card = new Card(byId("card"));
const theme = new Theme(byId("theme"));
const search = new Search(corpus);
const filters = new Filters(corpus, byId("filters"), byId("chips"));
const list = new DocumentList(corpus, byId("list"));
const reader = new Reader(corpus, byId("reader"), card);
const who = new Who(corpus, byId("who"), card);
const charts = new Charts(corpus, byId("charts"));
const failures = new Failures(corpus, byId("failures"));
const query = byId("query");
const help = byId("help");
new Keys({ list, reader, query, help, card, theme });

const TABS = { "": "Documents", charts: "Charts", failures: "Failures" };

function showTabs() {
  refill(
    byId("tabs"),
    Object.entries(TABS).map(([view, name]) =>
      el(
        "a",
        {
          go: { ...documentView, view, ...(view === "" && state.view === "" ? { doc: "", at: "" } : {}) },
          "aria-current": state.view === view ? "page" : null,
        },
        name,
        view === "failures" && failures.failed.length
          ? el("span", { class: "badge" }, failures.failed.length.toLocaleString("en"))
          : null,
      ),
    ),
  );
}

function toggleFilters(isOpen) {
  document.body.classList.toggle("filters-open", isOpen);
  byId("filters-button").setAttribute("aria-expanded", String(isOpen));
}

let drawn = 0;

/** Shows what the address says; what is drawn for an older address is left. */
async function show() {
  drawn += 1;
  const turn = drawn;
  state = readState(location.hash);
  if (document.activeElement !== query) query.value = state.q;
  const count = byId("count");
  const found = await search.run(state.q, (share) => {
    if (share < 1) count.textContent = `Searching… ${Math.round(share * 100)} %`;
  });
  if (turn !== drawn || found === undefined) return;
  const selection = new Selection(corpus, state, found);
  showTabs();
  const view = ["who", "charts", "failures"].includes(state.view) ? state.view : "documents";
  for (const id of ["documents", "who", "charts", "failures"]) byId(id).hidden = id !== view;
  filters.show(selection);
  document.body.classList.toggle("is-reading", view === "documents" && state.doc !== "");
  count.textContent =
    selection.numbers.length === corpus.count
      ? plural(corpus.count, "document")
      : `${selection.numbers.length.toLocaleString("en")} of ${plural(corpus.count, "document")}`;
  byId("sort").value = state.sort || "date";
  const number = corpus.numbers.get(state.doc);
  list.show(selection.numbers, number);
  if (view === "who") who.show(selection);
  if (view === "charts") charts.show(selection);
  if (view === "failures") failures.show();
  if (view === "documents") await reader.show(number);
  const name = view === "who" ? corpus.things.name[corpus.thingNumbers.get(state.who)] : corpus.documents.title[number];
  const title = document.querySelector("h1").textContent;
  document.documentElement.dataset.shown = location.hash;
  document.title = name && view !== "charts" && view !== "failures" ? `${name} · ${title}` : title;
}

refill(
  byId("sort"),
  Object.entries(ORDERS).map(([value, name]) => el("option", { value }, name)),
);
byId("sort").addEventListener("change", (event) =>
  go({ sort: event.target.value === "date" ? "" : event.target.value }, false),
);
byId("filters-button").addEventListener("click", () =>
  toggleFilters(!document.body.classList.contains("filters-open")),
);
byId("help-button").addEventListener("click", () => showHelp(help));
help.addEventListener("click", (event) => {
  if (event.target === help) help.close();
});
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  query.blur();
});
let typing = 0;
query.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => go({ q: query.value.trim() }, false), 150);
});
addEventListener("hashchange", () => {
  toggleFilters(false);
  show();
});

byId("opening").remove();
await show();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
