// Names as a graph, tied where documents name both.

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
      const step = ((a.y <= b.y ? -1 : 1) * Math.min(high, 6)) / 2;
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
  const edges = pairs(counts);
  const most = Math.max(1, ...edges.map(({ count }) => count));
  // The strongest ties, and of every name its own strongest one.
  const strongest = things.map((_, index) => edges.find(({ one, other }) => one === index || other === index));
  const kept = edges.filter((edge, rank) => rank < things.length * 3 || strongest.includes(edge));
  const lines = kept.reverse().map(({ one, other, count }) =>
    svg("line", {
      x1: nodes[one].x,
      y1: nodes[one].y,
      x2: nodes[other].x,
      y2: nodes[other].y,
      "stroke-width": 0.6 + (4 * count) / most,
      "stroke-opacity": 0.15 + (0.45 * count) / most,
      "data-ends": `${one} ${other}`,
    }),
  );
  const dots = things.map((thing, index) => {
    const radius = 4 + 11 * Math.sqrt(counts[index][index] / largest);
    return svg(
      "a",
      { go: toWho(key[thing]), class: `node ${groupOf(type[thing])}`, data: { index } },
      svg("title", {}, `${name[thing]}: ${plural(counts[index][index], "document")}`),
      svg("circle", { cx: nodes[index].x, cy: nodes[index].y, r: radius }),
      svg("text", { x: nodes[index].x, y: nodes[index].y + radius + 13, "text-anchor": "middle" }, labels[index]),
    );
  });
  const drawing = svg(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      class: "graph",
      role: "group",
      "aria-label": "Names, tied where documents name both",
    },
    lines,
    dots,
  );
  const light = (index) => {
    drawing.classList.toggle("lights", index !== undefined);
    const near = new Set([String(index)]);
    for (const line of lines) {
      const ends = line.dataset.ends.split(" ");
      const isOn = ends.includes(String(index));
      line.classList.toggle("on", isOn);
      if (isOn) for (const end of ends) near.add(end);
    }
    for (const dot of dots) dot.classList.toggle("on", near.has(dot.dataset.index));
  };
  for (const type of ["pointerover", "focusin"])
    drawing.addEventListener(type, (event) => light(event.target.closest(".node")?.dataset.index));
  for (const type of ["pointerleave", "focusout"]) drawing.addEventListener(type, () => light());
  return drawing;
}
