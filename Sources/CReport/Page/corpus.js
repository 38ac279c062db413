// The records: an index of all of them, texts and layers as they are needed.

/** Unpacks a data block of the page: base64, gzip, JSON. */
async function unpack(id) {
  const text = byId(id).textContent;
  let bytes;
  if (Uint8Array.fromBase64) {
    bytes = Uint8Array.fromBase64(text);
  } else {
    const binary = atob(text);
    bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

const FLAG = { failed: 1, empty: 2, duplicate: 4, warned: 8, cut: 16 };

/** All documents by their numbers, and whom they name by theirs. */
class Corpus {
  static layers = ["blocks", "removed", "entities", "mentions", "attributions", "proposals", "warnings"];

  static async open() {
    return new Corpus(await unpack("index"));
  }

  constructor(index) {
    this.version = index.version;
    this.documents = index.documents;
    this.things = index.things;
    this.sources = index.sources;
    this.types = index.types;
    this.acts = index.acts;
    this.runs = index.runs;
    this.parts = index.parts;
    this.count = index.documents.id.length;
    this.numbers = new Map(index.documents.id.map((id, number) => [id, number]));
    this.thingNumbers = new Map(index.things.key.map((key, number) => [key, number]));
    this.texts = new Map();
    this.layers = new Map();
    this.places = [];
    this.firsts = [];
    for (let number = 0; number < this.count; number += 1) {
      const part = index.documents.part[number];
      this.firsts[part] ??= number;
      this.places.push(number - this.firsts[part]);
    }
    this.invert();
  }

  /** Lists for each thing the documents that name it and those in which it speaks, with how often. */
  invert() {
    const { named, said } = this.documents;
    this.namedIn = this.things.key.map(() => []);
    this.saidIn = this.things.key.map(() => []);
    for (let number = 0; number < this.count; number += 1) {
      for (let index = 0; index < named[number].length; index += 2) {
        this.namedIn[named[number][index]].push({ number, count: named[number][index + 1] });
      }
      for (let index = 0; index < said[number].length; index += 3) {
        const [thing, , count] = said[number].slice(index, index + 3);
        if (thing < 0) continue;
        const last = this.saidIn[thing].at(-1);
        if (last?.number === number) last.count += count;
        else this.saidIn[thing].push({ number, count });
      }
    }
  }

  is(number, flag) {
    return (this.documents.flags[number] & FLAG[flag]) !== 0;
  }

  /** The texts of a part's documents. They stay: a search reads them all. */
  async partTexts(part) {
    if (!this.texts.has(part)) this.texts.set(part, unpack(`texts-${part}`));
    return this.texts.get(part);
  }

  /** The layers of a part's documents, converted as they are asked for. The last ones asked for stay. */
  async partLayers(part) {
    const layers = this.layers.get(part) ?? unpack(`layers-${part}`);
    this.layers.delete(part);
    this.layers.set(part, layers);
    if (this.layers.size > 16) this.layers.delete(this.layers.keys().next().value);
    return layers;
  }

  /** A document: its text, and its record with spans in UTF-16. */
  async document(number) {
    const part = this.documents.part[number];
    const [texts, layers] = await Promise.all([this.partTexts(part), this.partLayers(part)]);
    const place = this.places[number];
    const text = texts[place];
    const record = layers[place];
    if (!record.isConverted) {
      for (const layer of Corpus.layers) record[layer] ??= [];
      record.source ??= {};
      record.page ??= {};
      convertSpans(record, text);
      record.isConverted = true;
    }
    return { number, id: this.documents.id[number], text, record };
  }

  /** The number of a speaker: the entity's, else that of the bare name. */
  speakerThing(record, speaker) {
    const entity = record.entities.find((entity) => entity.id === speaker.entity);
    return this.thingNumbers.get(entity ? this.thingKey(entity) : `name:${speaker.name}`);
  }

  /** The key of what an entity of a record is: bodies of one name in two countries are two. */
  thingKey(entity) {
    const own = `${entity.key}/${entity.country}`;
    return this.thingNumbers.has(own) ? own : entity.key;
  }
}
