// Who and what is named in the same documents: as a matrix and a table; graph.js draws the graph.

/** The things that most documents name, and for each two of them how many documents name both. */
function comentions(corpus, selection, group, limit) {
  const { named } = corpus.documents;
  const { type } = corpus.things;
  const totals = new Map();
  const wanted = (thing) => TYPES[type[thing]] && (!group || groupOf(type[thing]) === group);
  for (const number of selection.numbers) {
    for (let index = 0; index < named[number].length; index += 2) {
      const thing = named[number][index];
      if (wanted(thing)) totals.set(thing, (totals.get(thing) ?? 0) + 1);
    }
  }
  const chosen = [...totals]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([thing]) => thing);
  const places = new Map(chosen.map((thing, place) => [thing, place]));
  const counts = chosen.map(() => new Array(chosen.length).fill(0));
  for (const number of selection.numbers) {
    const here = [];
    for (let index = 0; index < named[number].length; index += 2) {
      const place = places.get(named[number][index]);
      if (place !== undefined) here.push(place);
    }
    for (const one of here) for (const other of here) counts[one][other] += 1;
  }
  const order = seriated(counts);
  return {
    things: order.map((place) => chosen[place]),
    counts: order.map((one) => order.map((other) => counts[one][other])),
  };
}

/** An order in which what belongs together stands together: each time the one most tied to the last ones. */
function seriated(counts) {
  const left = new Set(counts.keys());
  const order = [];
  while (left.size) {
    let best = null;
    for (const place of left) {
      const recent = order
        .slice(-3)
        .reduce(
          (sum, other, index) =>
            sum + (counts[place][other] / Math.sqrt(counts[place][place] * counts[other][other])) * (index + 1),
          0,
        );
      const score = [recent, counts[place][place], -place];
      if (!best || score[0] > best.score[0] || (score[0] === best.score[0] && score[1] > best.score[1]))
        best = { place, score };
    }
    left.delete(best.place);
    order.push(best.place);
  }
  return order;
}

/** The pairs that are named together, the most frequent first. */
function pairs(counts) {
  const found = [];
  for (const [one, row] of counts.entries()) {
    for (const [other, count] of row.entries()) if (other > one && count) found.push({ one, other, count });
  }
  return found.sort((a, b) => b.count - a.count);
}

function bothNamed(corpus, one, other) {
  const keys = [...new Set([corpus.things.key[one], corpus.things.key[other]])];
  return toDocuments({ entity: keys });
}

function matrix(corpus, { things, counts }) {
  if (things.length < 2) return nothing("Fewer than two names in these documents.");
  const { name, key, type } = corpus.things;
  const most = Math.max(1, ...pairs(counts).map(({ count }) => count));
  const rows = things.map((one, row) =>
    el(
      "div",
      { class: "matrix-row" },
      el("a", { class: `matrix-name ${groupOf(type[one])}`, dir: "auto", go: toWho(key[one]) }, name[one]),
      things.map((other, column) => {
        const count = counts[row][column];
        if (row === column)
          return el("span", { class: "cell self", title: `${name[one]}: ${plural(count, "document")}` });
        if (!count) return el("span", { class: "cell" });
        return el("a", {
          class: "cell",
          go: bothNamed(corpus, one, other),
          tabindex: "-1",
          vars: { "--share": (count / most) ** 0.8 },
          data: { column },
          title: `${name[one]} and ${name[other]}: ${plural(count, "document")}`,
          "aria-label": `${name[one]} and ${name[other]}: ${plural(count, "document")}`,
        });
      }),
    ),
  );
  const head = el(
    "div",
    { class: "matrix-row head", "aria-hidden": "true" },
    el("span", {}),
    things.map((other) => el("span", { class: "matrix-top" }, el("span", { dir: "auto" }, name[other]))),
  );
  return el("div", { class: "matrix", vars: { "--size": things.length } }, head, rows);
}

function togetherTable(corpus, { things, counts }) {
  const { name, key } = corpus.things;
  const theThing = (thing) => el("a", { go: toWho(key[thing]), dir: "auto" }, name[thing]);
  return table(
    "Names and the documents with both",
    [{ name: "Name" }, { name: "And" }, { name: "Documents", number: true }],
    pairs(counts).map(({ one, other, count }) => [
      theThing(things[one]),
      theThing(things[other]),
      el(
        "a",
        {
          go: bothNamed(corpus, things[one], things[other]),
          "aria-label": `${plural(count, "document")} with both`,
        },
        count.toLocaleString("en"),
      ),
    ]),
  );
}
