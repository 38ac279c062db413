// Who and what is named in the same documents: as a matrix, a graph, and a table.

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
  const chosen = [...totals].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([thing]) => thing);
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
  return { things: order.map((place) => chosen[place]), counts: order.map((one) => order.map((other) => counts[one][other])) };
}

/** An order in which what belongs together stands together: each time the one most tied to the last ones. */
function seriated(counts) {
  const left = new Set(counts.keys());
  const order = [];
  while (left.size) {
    let best = null;
    for (const place of left) {
      const recent = order.slice(-3).reduce((sum, other, index) => sum + counts[place][other] / Math.sqrt(counts[place][place] * counts[other][other]) * (index + 1), 0);
      const score = [recent, counts[place][place], -place];
      if (!best || score[0] > best.score[0] || (score[0] === best.score[0] && score[1] > best.score[1])) best = { place, score };
    }
    left.delete(best.place);
    order.push(best.place);
  }
  return order;
}

function bothAddress(corpus, one, other) {
  const keys = [...new Set([corpus.things.key[one], corpus.things.key[other]])];
  return address({ ...documentView, doc: "", at: "", entity: keys });
}

function matrix(corpus, { things, counts }) {
  if (things.length < 2) return nothing("Fewer than two names in these documents.");
  const { name, key, type } = corpus.things;
  let most = 1;
  counts.forEach((row, one) => row.forEach((count, other) => { if (one !== other) most = Math.max(most, count); }));
  const rows = things.map((one, row) => el("div", { class: "matrix-row" },
    el("a", { class: `matrix-name ${groupOf(type[one])}`, dir: "auto", href: whoAddress(key[one]) }, name[one]),
    things.map((other, column) => {
      const count = counts[row][column];
      if (row === column) return el("span", { class: "cell self", title: `${name[one]}: ${plural(count, "document")}` });
      if (!count) return el("span", { class: "cell" });
      return el("a", {
        class: "cell", href: bothAddress(corpus, one, other), tabindex: "-1", vars: { "--share": (count / most) ** 0.8 },
        data: { column }, title: `${name[one]} and ${name[other]}: ${plural(count, "document")}`,
        "aria-label": `${name[one]} and ${name[other]}: ${plural(count, "document")}`,
      });
    })));
  const head = el("div", { class: "matrix-row head", "aria-hidden": "true" }, el("span", {}),
    things.map((other) => el("span", { class: "matrix-top" }, el("span", { dir: "auto" }, name[other]))));
  return el("div", { class: "matrix", vars: { "--size": things.length } }, head, rows);
}

/**
 * Places for nodes so that tied ones are near (Fruchterman and Reingold 1991), fitted into a box, the same for the same
 * counts. A tie counts by how often the two are named together for how often each is named.
 */
function layout(counts, labels, width, height) {
  const size = counts.length;
  const tie = (one, other) => counts[one][other] / Math.sqrt(counts[one][one] * counts[other][other]);
  const nodes = counts.map((_, index) => {
    const angle = (2 * Math.PI * index) / size;
    return { x: Math.cos(angle), y: Math.sin(angle), dx: 0, dy: 0 };
  });
  const ideal = 1.6 / Math.sqrt(size);
  const rounds = 500;
  for (let round = 0; round < rounds; round += 1) {
    for (const node of nodes) {
      node.dx = -node.x * 0.6;
      node.dy = -node.y * 0.6;
    }
    for (let one = 0; one < size; one += 1) {
      for (let other = one + 1; other < size; other += 1) {
        const [a, b] = [nodes[one], nodes[other]];
        const [x, y] = [a.x - b.x, a.y - b.y];
        const distance = Math.max(0.01, Math.hypot(x, y));
        const force = (ideal * ideal) / (distance * distance) - (2.5 * tie(one, other) * distance) / ideal;
        a.dx += x * force;
        a.dy += y * force;
        b.dx -= x * force;
        b.dy -= y * force;
      }
    }
    const heat = 0.12 * (1 - round / rounds);
    for (const node of nodes) {
      const length = Math.max(1e-6, Math.hypot(node.dx, node.dy));
      node.x += (node.dx / length) * Math.min(length, heat);
      node.y += (node.dy / length) * Math.min(length, heat);
    }
  }
  fit(nodes, "x", 90, width - 90);
  fit(nodes, "y", 24, height - 40);
  for (let round = 0; round < 80; round += 1) partLabels(nodes, labels, width, height);
  return nodes;
}

/** Stretches the places of one axis over a range, half by their values and half by their order: no crowd, no desert. */
function fit(nodes, axis, least, most) {
  const values = nodes.map((node) => node[axis]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const order = [...nodes.keys()].sort((a, b) => values[a] - values[b] || a - b);
  order.forEach((index, rank) => {
    const byValue = (values[index] - low) / Math.max(1e-6, high - low);
    const byOrder = rank / Math.max(1, nodes.length - 1);
    nodes[index][axis] = least + ((byValue + byOrder) / 2) * (most - least);
  });
}

/** Moves nodes whose labels lie on one another a little apart. */
function partLabels(nodes, labels, width, height) {
  for (let one = 0; one < nodes.length; one += 1) {
    for (let other = one + 1; other < nodes.length; other += 1) {
      const [a, b] = [nodes[one], nodes[other]];
      const wide = (labels[one].length + labels[other].length) * 3.6 + 8 - Math.abs(a.x - b.x);
      const high = 40 - Math.abs(a.y - b.y);
      if (wide <= 0 || high <= 0) continue;
      const step = (a.y <= b.y ? -1 : 1) * Math.min(high, 6) / 2;
      a.y = Math.max(20, Math.min(height - 36, a.y + step));
      b.y = Math.max(20, Math.min(height - 36, b.y - step));
    }
  }
  for (const [index, node] of nodes.entries()) {
    const half = labels[index].length * 3.6 + 4;
    node.x = Math.max(half, Math.min(width - half, node.x));
  }
}

function graph(corpus, { things, counts }) {
  if (things.length < 2) return nothing("Fewer than two names in these documents.");
  const { name, key, type } = corpus.things;
  const [width, height] = [960, 600];
  const labels = things.map((thing) => (name[thing].length > 26 ? `${name[thing].slice(0, 25)}…` : name[thing]));
  const nodes = layout(counts, labels, width, height);
  const largest = Math.max(...counts.map((row, index) => row[index]));
  let most = 1;
  const edges = [];
  counts.forEach((row, one) => row.forEach((count, other) => {
    if (other <= one || !count) return;
    most = Math.max(most, count);
    edges.push({ one, other, count });
  }));
  edges.sort((a, b) => b.count - a.count);
  // The strongest ties, and of every name its own strongest one.
  const strongest = things.map((_, index) => edges.find(({ one, other }) => one === index || other === index));
  const kept = edges.filter((edge, rank) => rank < things.length * 3 || strongest.includes(edge));
  const lines = kept.reverse().map(({ one, other, count }) => svg("line", {
    x1: nodes[one].x, y1: nodes[one].y, x2: nodes[other].x, y2: nodes[other].y, "stroke-width": 0.6 + (4 * count) / most,
    "stroke-opacity": 0.15 + (0.45 * count) / most, "data-ends": `${one} ${other}`,
  }));
  const dots = things.map((thing, index) => {
    const radius = 4 + 11 * Math.sqrt(counts[index][index] / largest);
    return svg("a", { href: whoAddress(key[thing]), class: `node ${groupOf(type[thing])}`, data: { index } },
      svg("title", {}, `${name[thing]}: ${plural(counts[index][index], "document")}`),
      svg("circle", { cx: nodes[index].x, cy: nodes[index].y, r: radius }),
      svg("text", { x: nodes[index].x, y: nodes[index].y + radius + 13, "text-anchor": "middle" }, labels[index]));
  });
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "graph", role: "group", "aria-label": "Names, tied where documents name both" }, lines, dots);
  const light = (index) => {
    drawing.classList.toggle("lights", index !== undefined);
    const near = new Set([String(index)]);
    for (const line of lines) {
      const ends = line.dataset.ends.split(" ");
      const isOn = ends.includes(String(index));
      line.classList.toggle("on", isOn);
      if (isOn) ends.forEach((end) => near.add(end));
    }
    for (const dot of dots) dot.classList.toggle("on", near.has(dot.dataset.index));
  };
  for (const type of ["pointerover", "focusin"]) drawing.addEventListener(type, (event) => light(event.target.closest(".node")?.dataset.index));
  for (const type of ["pointerleave", "focusout"]) drawing.addEventListener(type, () => light());
  return drawing;
}

function togetherTable(corpus, { things, counts }) {
  const { name, key } = corpus.things;
  const pairs = [];
  counts.forEach((row, one) => row.forEach((count, other) => {
    if (other > one && count) pairs.push({ one: things[one], other: things[other], count });
  }));
  pairs.sort((a, b) => b.count - a.count);
  const link = (thing) => el("a", { href: whoAddress(key[thing]), dir: "auto" }, name[thing]);
  return table("Names and the documents with both", [{ name: "Name" }, { name: "And" }, { name: "Documents", number: true }],
    pairs.map(({ one, other, count }) => [link(one), link(other), el("a", {
      href: bothAddress(corpus, one, other), "aria-label": `${plural(count, "document")} with both`,
    }, count.toLocaleString("en"))]));
}
