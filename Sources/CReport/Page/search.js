// Words that are looked for in ids, titles and texts.

/** What stands in a search field: words, and phrases in quotation marks. */
function searchTerms(query) {
  return [...query.matchAll(/"([^"]+)"|(\S+)/g)]
    .map((match) => match[1] ?? match[2].replaceAll('"', ""))
    .filter(Boolean);
}

function termPattern(term, flags = "iu") {
  const escaped = term.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
  return new RegExp(escaped, flags);
}

/**
 * The documents that have all words of a query, as an array of 0 and 1; null where nothing is looked for.
 *
 * `progress` is told the share of the texts that was read; a later search stops an earlier one, which gives undefined.
 */
class Search {
  constructor(corpus) {
    this.corpus = corpus;
    this.current = 0;
    this.query = "";
    this.found = null;
  }

  async run(query, progress) {
    if (query === this.query) return this.found;
    this.current += 1;
    const run = this.current;
    const patterns = searchTerms(query).map((term) => termPattern(term));
    const found = patterns.length ? new Uint8Array(this.corpus.count) : null;
    if (found) {
      const { id, title, part } = this.corpus.documents;
      for (let number = 0; number < this.corpus.count; ) {
        const current = part[number];
        const texts = await this.corpus.partTexts(current);
        if (run !== this.current) return undefined;
        for (let place = 0; place < texts.length; place += 1, number += 1) {
          const has = (pattern) =>
            pattern.test(texts[place]) || pattern.test(title[number]) || pattern.test(id[number]);
          if (patterns.every(has)) found[number] = 1;
        }
        progress(number / this.corpus.count);
      }
    }
    this.query = query;
    this.found = found;
    return found;
  }
}

/**
 * Shows where the words stand in an element, where the browser can (CSS Custom Highlight API); changes no text.
 *
 * Gives back the first place.
 */
function markTerms(query, root) {
  if (!globalThis.CSS?.highlights) return null;
  CSS.highlights.delete("found");
  const terms = searchTerms(query);
  if (!terms.length) return null;
  const ranges = [];
  for (const line of root.querySelectorAll(".text")) {
    const text = line.textContent;
    for (const term of terms) {
      for (const match of text.matchAll(termPattern(term, "giu"))) {
        ranges.push(rangeIn(line, match.index, match.index + match[0].length));
      }
    }
  }
  if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
  return ranges[0] ?? null;
}

/** A range from one index of an element's text to another. */
function rangeIn(element, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + node.length;
    if (start >= before && start < after) range.setStart(node, start - before);
    if (end > before && end <= after) {
      range.setEnd(node, end - before);
      break;
    }
    before = after;
  }
  return range;
}
