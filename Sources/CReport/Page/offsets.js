// From the unit that a run's offsets count to UTF-16, which strings here count.

/** A function that turns an offset of a text into an index of its string. */
function indexer(text, unit) {
  if (unit === "utf16") return (offset) => offset;
  const isWide = unit === "utf8" ? /[\u0080-\uffff]/.test(text) : /[\ud800-\udbff]/.test(text);
  if (!isWide) return (offset) => offset;
  const places = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index);
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (let unitsLeft = unit === "utf8" ? bytes : 1; unitsLeft > 0; unitsLeft -= 1) places.push(index);
    if (code > 0xffff) index += 1;
  }
  places.push(text.length);
  return (offset) => places[offset];
}

/** Turns every span of a record's layers into UTF-16, in place. */
function convertSpans(record, text) {
  const place = indexer(text, record.offset_unit);
  const convert = (span) => {
    if (span === undefined) return;
    span.start = place(span.start);
    span.end = place(span.end);
  };
  record.blocks.forEach(convert);
  record.mentions.forEach(convert);
  for (const statement of record.attributions) {
    convert(statement.mention);
    convert(statement.cue);
    statement.content.forEach(convert);
  }
  for (const proposal of record.proposals) {
    convert(proposal.announcement);
    for (const item of proposal.items) {
      convert(item);
      convert(item.headline);
      item.content.forEach(convert);
      item.points.forEach(convert);
    }
  }
  return record;
}
