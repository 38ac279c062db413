// Spans that overlap as they like, as pieces that do not.

/**
 * The pieces of a range, each with the spans that cover it, in the order of the text.
 *
 * `spans` have `start` and `end`, half-open, and are sorted by `start`.
 */
function pieces(start, end, spans) {
  const inside = spans.filter((span) => span.start < end && span.end > start && span.start < span.end);
  const borders = new Set([start, end]);
  for (const span of inside) {
    borders.add(Math.max(start, span.start));
    borders.add(Math.min(end, span.end));
  }
  const places = [...borders].sort((a, b) => a - b);
  const result = [];
  let next = 0;
  let open = [];
  for (let index = 0; index + 1 < places.length; index += 1) {
    const place = places[index];
    open = open.filter((span) => span.end > place);
    while (next < inside.length && inside[next].start <= place) {
      open.push(inside[next]);
      next += 1;
    }
    result.push({ start: place, end: places[index + 1], spans: [...open] });
  }
  return result;
}

/** The shortest of some spans: the one inside the others. */
function innermost(spans) {
  return spans.reduce((best, span) => (!best || span.end - span.start < best.end - best.start ? span : best), null);
}
