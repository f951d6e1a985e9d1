
/* Where one is in the lesson, whose names are hidden, and what of a slide is seen accordingly. */

class Course {
  constructor(sections) {
    this.sections = sections;
    this.at = 0;
    this.part = 0;
    this.hiding = false;
    this.revealed = new Set();
    this.answered = new Set();
    this.told = false; // the notice has been read, and what follows is to be shown
    this.skipping = false;
    this.wanted = null; // where one wanted to go when the notice came first
    this.everybody = new Set();
    for (const column of document.querySelectorAll("#lesson [data-who]")) this.everybody.add(column.dataset.who);
  }

  get section() {
    return this.sections[this.at];
  }

  is(kind) {
    return this.section.classList.contains(kind);
  }

  /* Whether some names are hidden now. */
  get hidden() {
    return this.hiding && [...this.everybody].some((key) => !this.revealed.has(key));
  }

  leftOut(at) {
    const { dataset } = this.sections[at];
    const named = "named" in dataset && !this.sections[at].classList.contains("question");
    return (named && this.hidden) || (this.skipping && "violence" in dataset);
  }

  /* The places of the slides that one can go to. */
  get places() {
    return this.sections.map((_, at) => at).filter((at) => !this.leftOut(at));
  }

  go(at) {
    if (!this.sections[at] || this.leftOut(at)) return false;
    const notice = this.noticeBefore(at);
    this.wanted = notice === null ? null : at;
    this.at = notice === null ? at : notice;
    this.part = 0;
    return true;
  }

  next() {
    if (this.is("notice")) {
      this.told = true;
      this.skipping = false;
      if (this.wanted !== null) return this.go(this.wanted);
    }
    return this.places.filter((at) => at > this.at).some((at) => this.go(at));
  }

  back() {
    return this.places.filter((at) => at < this.at).reverse().some((at) => this.go(at));
  }

  first() {
    return this.places.some((at) => this.go(at));
  }

  last() {
    return this.places.reverse().some((at) => this.go(at));
  }

  /* At the notice: pass over everything that speaks of violence; whoever comes back to the notice can still see it. */
  skip() {
    if (!this.is("notice")) return false;
    this.skipping = true;
    this.told = false;
    return this.places.filter((at) => at > this.at).some((at) => this.go(at));
  }

  noticeBefore(at) {
    if (this.told || !("violence" in this.sections[at].dataset)) return null;
    const found = this.sections.findIndex((section) => section.classList.contains("notice"));
    return found < 0 || found > at ? null : found;
  }

  hide(hiding) {
    this.hiding = hiding;
    this.revealed.clear();
    this.stay();
  }

  reveal(keys) {
    for (const key of keys) this.revealed.add(key);
    this.stay();
  }

  /* Names were hidden or shown: go on to a slide that can be seen, where the one in use cannot. */
  stay() {
    if (this.leftOut(this.at) && !this.next()) this.back();
    this.part = 0;
  }

  /* A copy of what is seen of the slide in use, with its names or without. */
  shown() {
    const open = this.section.cloneNode(true);
    const template = open.querySelector("template.hidden-form");
    if (template) template.remove();
    open.querySelectorAll(".notes").forEach((notes) => notes.remove());
    if (!template || !this.hiding) return open;
    const hidden = open.cloneNode(false);
    hidden.append(document.importNode(template.content, true));
    const columns = [...hidden.querySelectorAll("[data-who]")];
    for (const column of columns) {
      column.classList.add("is-hidden");
      const known = this.revealed.has(column.dataset.who);
      if (known) column.replaceWith(open.querySelector(`[data-who="${CSS.escape(column.dataset.who)}"]`).cloneNode(true));
    }
    const all = columns.length && columns.every((column) => this.revealed.has(column.dataset.who));
    if (all) hidden.querySelector("header").replaceWith(open.querySelector("header"));
    return hidden;
  }
}
