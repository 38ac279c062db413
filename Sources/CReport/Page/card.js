// The card that says, beside what is pointed at or focused, what it is, which rule found it and how sure that is.

class Card {
  constructor(card) {
    this.card = card;
    this.contents = new WeakMap();
    this.owner = null;
    document.addEventListener("scroll", () => this.hide(), { capture: true, passive: true });
  }

  /** `make` gives the lines of the card when it is needed. */
  on(element, make) {
    this.contents.set(element, make);
    element.classList.add("has-card");
  }

  /** Shows and hides the cards of everything inside. */
  watch(root) {
    const owner = (event) => event.target.closest?.(".has-card");
    root.addEventListener("pointerover", (event) => this.show(owner(event), event));
    root.addEventListener("pointerleave", () => this.hide());
    root.addEventListener("focusin", (event) => this.show(owner(event)));
    root.addEventListener("focusout", () => this.hide());
  }

  show(owner, event) {
    if (owner === this.owner) return;
    this.hide();
    const lines = owner && this.contents.get(owner)?.();
    if (!lines?.length) return;
    this.owner = owner;
    refill(this.card, lines);
    owner.setAttribute("aria-describedby", "card");
    this.card.hidden = false;
    const boxes = [...owner.getClientRects()];
    const box = boxes.find((box) => event && event.clientY >= box.top && event.clientY <= box.bottom) ?? boxes[0];
    if (!box) return this.hide();
    const { width, height } = this.card.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
    const below = box.bottom + 6;
    const top = below + height > innerHeight - 8 ? Math.max(8, box.top - height - 6) : below;
    this.card.style.setProperty("--left", `${left}px`);
    this.card.style.setProperty("--top", `${top}px`);
  }

  hide() {
    if (!this.owner) return false;
    this.owner.removeAttribute("aria-describedby");
    this.owner = null;
    this.card.hidden = true;
    return true;
  }
}

/** "rule title, 97 %", with a bar. */
function ruleLine(annotation) {
  return el(
    "p",
    { class: "card-rule" },
    el("span", { class: "meter", "aria-hidden": "true", vars: { "--share": annotation.confidence ?? 0 } }),
    `${percent(annotation.confidence)} sure, rule “${plain(annotation.rule ?? "")}”`,
  );
}

function mentionLines(document, mention) {
  const entity = document.record.entities.find((entity) => entity.id === mention.entity);
  return [
    el("p", { class: `card-kind ${groupOf(mention.type)}` }, typeName(mention.type)),
    entity ? el("p", { class: "card-name", dir: "auto" }, entity.name) : null,
    mention.value ? el("p", {}, mention.value) : null,
    entity?.role && mention.type === "PERSON" ? el("p", { dir: "auto" }, entity.role) : null,
    ruleLine(mention),
  ];
}

function statementLines(document, statement) {
  const { text } = document;
  const words = (span) => (span ? `“${text.slice(span.start, span.end)}”` : "");
  const speakers = statement.speakers.map((speaker) => speaker.name).join("; ");
  const sieves = [...new Set(statement.speakers.map((speaker) => speaker.resolution))].map(plain).join(", ");
  const written = [words(statement.mention), words(statement.cue)].filter(Boolean).join(" … ");
  return [
    el("p", { class: "card-kind" }, `${statement.kind} statement${statement.continued ? ", continued" : ""}`),
    el(
      "p",
      { class: "card-name", dir: "auto" },
      speakers || "Nobody",
      el("span", { class: "act" }, ` ${past(statement.act)}`),
    ),
    written ? el("p", { dir: "auto" }, written) : null,
    sieves ? el("p", {}, `speaker found by ${sieves}`) : null,
    statement.unresolved ? el("p", {}, UNRESOLVED[statement.unresolved] ?? plain(statement.unresolved)) : null,
    statement.within ? el("p", {}, `quoted inside ${statement.within}`) : null,
    ruleLine(statement),
  ];
}

function pointLines(document, { proposal, item }) {
  const speakers = proposal.speakers.map((speaker) => speaker.name).join("; ");
  const { announcement } = proposal;
  return [
    el("p", { class: "card-kind point" }, item ? `point ${item.ordinal}` : "announcement of points"),
    speakers ? el("p", { class: "card-name", dir: "auto" }, speakers) : null,
    announcement && item ? el("p", { dir: "auto" }, document.text.slice(announcement.start, announcement.end)) : null,
    proposal.announced
      ? el("p", {}, `${proposal.items.length} of ${proposal.announced} announced points are here`)
      : null,
    ruleLine(proposal),
  ];
}
