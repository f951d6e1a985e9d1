
"use strict";

/* What of a column fits on the wall at once: nothing scrolls and nothing shrinks, so the rest comes after. */

/* The paragraph of an item that may be cut. */
function wordsOf(item) {
  return item.querySelector(".words");
}

/* The node and the place in it that lie so many UTF-16 units into the text of a node. */
function pointAt(words, offset) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (offset <= node.length) return [node, offset];
    offset -= node.length;
  }
  return [words, words.childNodes.length];
}

function remove(words, from, to) {
  const range = document.createRange();
  range.setStart(...pointAt(words, from));
  range.setEnd(...pointAt(words, to));
  range.deleteContents();
}

/* A copy of the item with this stretch of its words alone, and […] for what is left out. */
function stretchOf(item, from, to) {
  const made = item.cloneNode(true);
  const words = wordsOf(made);
  const length = words.textContent.length;
  if (to < length) remove(words, to, length);
  if (from > 0) remove(words, 0, from);
  if (from > 0) words.prepend("[…] ");
  if (to < length) words.append(" […]");
  return made;
}

function numbers(listed) {
  return (listed || "").split(" ").filter(Boolean).map(Number);
}

/* Where words may be cut: at best after a sentence, then before one that limits it, then between words. */
function cuts(words) {
  const text = words.textContent;
  const between = [...text.matchAll(/\s+/g)].map((found) => found.index);
  const anywhere = [];
  for (let at = 0, count = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1, count += 1) {
    if (count % 10 === 0) anywhere.push(at);
  }
  return [numbers(words.dataset.ends), numbers(words.dataset.stops), between, anywhere];
}

/* The last of these places, in order, that fits; undefined for none. */
function lastThat(fits, places) {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(places[middle])) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

/* The piece of an item that begins here, as much as fits: {node, end: where it ends, last: whether nothing follows}. */
function pieceFrom(item, from, fits) {
  const words = wordsOf(item);
  const length = words ? words.textContent.length : 0;
  if (!length || fits([stretchOf(item, from, length)])) {
    return { node: length ? stretchOf(item, from, length) : item, end: length, last: true };
  }
  const inside = (end) => fits([stretchOf(item, from, end)]);
  const places = cuts(words).map((each) => each.filter((end) => end > from && end < length));
  // What fits nowhere is cut at the first place that there is: the wall is far too small.
  const end = places.reduce((best, each) => best ?? lastThat(inside, each), undefined) ?? places[3][0] ?? length;
  return { node: stretchOf(item, from, end), end, last: end === length };
}

/* First what each passage shows at first, then the whole of those that were shortened. */
function formsOf(items) {
  const forms = [];
  const wholes = [];
  for (const item of items) {
    const first = item.cloneNode(true);
    const short = first.querySelector("template.short");
    if (short) {
      short.remove();
      wholes.push({ node: first.cloneNode(true), whole: true });
      wordsOf(first).replaceWith(document.importNode(short.content, true));
    }
    forms.push({ node: first, whole: false });
  }
  return [...forms, ...wholes];
}

/* The portions of a column: {nodes, more: passages that have not begun yet, last: whether no portion follows}. */
function* portionsOf(items, fits) {
  const forms = formsOf(items);
  const left = (from) => forms.slice(from).filter((form) => !form.whole).length;
  let nodes = [];
  for (const [number, form] of forms.entries()) {
    const wholesBegin = form.whole && !forms[number - 1].whole;
    if (nodes.length && (wholesBegin || !fits([...nodes, form.node]))) {
      yield { nodes, more: left(number), last: false };
      nodes = [];
    }
    if (nodes.length || fits([form.node])) {
      nodes.push(form.node);
      continue;
    }
    let piece = pieceFrom(form.node, 0, fits);
    while (!piece.last) {
      yield { nodes: [piece.node], more: left(number + 1), last: false };
      piece = pieceFrom(form.node, piece.end, fits);
    }
    nodes = [piece.node];
  }
  yield { nodes, more: 0, last: true };
}

/* A column whose portions are worked out when they are asked for. */
class Fitted {
  constructor(body, items) {
    this.body = body;
    this.made = [];
    this.coming = portionsOf(items, (nodes) => {
      body.replaceChildren(...nodes);
      return body.scrollHeight <= body.clientHeight;
    });
  }

  /* The portion with this number, from 0; the last one for any later number. */
  portion(number) {
    while (this.made.length <= number && !this.made.at(-1)?.last) this.made.push(this.coming.next().value);
    return this.made[Math.min(number, this.made.length - 1)];
  }

  goesOn(number) {
    return !this.portion(number).last;
  }

  show(number) {
    const { nodes, more, last } = this.portion(number);
    this.body.replaceChildren(...nodes);
    return { more, goesOn: !last };
  }
}
