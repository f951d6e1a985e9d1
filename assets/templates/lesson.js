
/* Shows the lesson slide after slide. What is shown is copied from the document; words never become markup. */

const stage = document.getElementById("stage");
const said = (name, values = {}) =>
  (stage.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
const find = (selector) => stage.querySelector(selector);
const course = new Course([...document.querySelectorAll("#lesson > .slide")]);
const blank = document.getElementById("blank");
const title = document.title;
const votes = new Map(); // by slide: by name of the choice the number of hands; in memory alone
const canHide = "title" in document.body.dataset;
let columns = []; // of the slide that is shown: what fits of each
let counting = false;
let asking = false; // for the letter of whoever is to be revealed
let steps = 0; // by how many the type is larger than usual
let marked = ""; // what the address was told last
let until = null; // when the countdown ends

/* How large the type is: at least 28 px on 1024 x 768, more where there is room, and for fewer columns. */
const LEAST = 28;
const NARROW = 18; // on telephones
const MOST_STEPS = 6;
const ROOM = { 0: 1.2, 1: 1.2, 2: 1.2, 3: 1.08 };

function setType() {
  const most = Math.max(0, ...course.sections.map((one) => one.querySelectorAll(":scope > .columns > [class=column]").length));
  const share = Math.min(innerWidth / 1024, innerHeight / 768) * (ROOM[most] || 1);
  const least = innerWidth < 800 ? NARROW : LEAST;
  const type = Math.max(least, Math.round(LEAST * share * 1.12 ** steps));
  const { style } = document.documentElement;
  style.setProperty("--type", `${type}px`);
  style.setProperty("--margin", `${Math.round(innerWidth < 800 ? 12 : type * 1.1)}px`);
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(label, does, className = "") {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", does);
  return made;
}

/* The field that counts hands for a choice. */
function counter(choice, name) {
  const counted = votes.get(course.at) || {};
  const field = element("input", "count");
  Object.assign(field, { type: "number", min: 0, max: 9999, value: counted[choice] || 0, inputMode: "numeric" });
  field.setAttribute("aria-label", said("votes", { name }));
  field.dataset.choice = choice;
  field.addEventListener("focus", () => field.select());
  field.addEventListener("input", () => vote(choice, Math.max(0, Math.floor(Number(field.value)) || 0)));
  return field;
}

function vote(choice, count) {
  votes.set(course.at, { ...votes.get(course.at), [choice]: count });
}

function addVote(number, by) {
  const field = stage.querySelectorAll("input.count")[number - 1];
  if (!field) return;
  field.value = Math.max(0, Number(field.value) + by);
  vote(field.dataset.choice, Number(field.value));
}

/* Draw the slide in use, as far as it has been gone down. */
function draw() {
  asking = false;
  const slide = course.shown();
  const kind = [...slide.classList].find((name) => name !== "slide");
  stage.className = `is-${kind}`;
  find(".top").replaceChildren(...heading(slide));
  const isTitle = kind === "text" && !slide.querySelector(".item");
  const room = [...slide.querySelectorAll(":scope > .columns, :scope > .picture")];
  find(".below").replaceChildren(...below(slide, kind));
  find(".room").replaceChildren(...room);
  const sources = room.flatMap((one) => [...one.querySelectorAll(":scope > .column")]);
  stage.classList.toggle("is-title", isTitle);
  drawFoot(); // before the columns: what fits depends on what stands around them
  columns = sources.map(prepared);
  drawColumns();
  tell();
}

function heading(slide) {
  const from = slide.querySelector("header");
  const name = element("h1", from.querySelector("h2").className, from.querySelector("h2").textContent);
  name.tabIndex = -1;
  const over = element("div", "over");
  over.append(...from.querySelectorAll(".topic"), element("p", "told"));
  return [over, name];
}

/* A column with a body for what fits; its items wait in the document. */
function prepared(column, number) {
  const items = [...column.querySelectorAll(":scope > .item")];
  const body = element("div", "body");
  const still = element("p", "still");
  items.forEach((item) => item.remove());
  column.querySelectorAll("h3").forEach((name) => name.replaceWith(head(column, name)));
  column.append(body, still);
  if (counting && column.querySelector("h2")) {
    const line = element("p", "votes");
    line.append(counter(column.dataset.who ?? String(number), column.querySelector("h2").textContent));
    column.append(line);
  }
  return { fitted: new Fitted(body, items), still };
}

/* The name over a column; a hidden one is a button that reveals it. */
function head(column, name) {
  const made = element("h2", "");
  if (!column.classList.contains("is-hidden")) {
    made.append(...name.childNodes);
    return made;
  }
  const reveals = button("", () => reveal([column.dataset.who]));
  reveals.append(...name.childNodes);
  reveals.title = said("reveal", { name: reveals.textContent });
  made.append(reveals);
  return made;
}

function below(slide, kind) {
  if (kind === "notice") {
    const choices = element("div", "choices");
    choices.append(button(said("show"), () => act("next")), button(said("skip"), () => act("skip")));
    return [choices];
  }
  if (kind !== "question") return [];
  const answers = slide.querySelector(".answers");
  const told = course.answered.has(course.at);
  [...answers.children].forEach((one, at) => {
    const name = one.textContent;
    if (told && "right" in one.dataset) {
      one.classList.add("is-right");
      one.querySelector("bdi").append(` – ${said("correct")}`);
    }
    one.removeAttribute("data-right");
    one.append(counter(String(at), name));
  });
  const source = slide.querySelector(".right p");
  const line = element("p", "source");
  if (told && source) line.append(...source.childNodes);
  return [answers, line];
}

function drawColumns() {
  let goesOn = false;
  for (const { fitted, still } of columns) {
    const shown = fitted.show(course.part);
    still.textContent = shown.more ? said("more", { count: shown.more }) : shown.goesOn ? said("rest") : "";
    goesOn ||= shown.goesOn;
  }
  find("[data-does=more]").hidden = !goesOn && course.part === 0;
}

function drawFoot() {
  const { places } = course;
  const number = places.indexOf(course.at) + 1;
  const where = said("where", { number, of: places.length });
  find(".where").textContent = course.part ? `${said("part", { part: course.part + 1 })} · ${where}` : where;
  find(".told").textContent = asking ? said("ask") : course.hidden ? said("hidden") : said("always");
  const question = course.is("question") && course.section.querySelector("[data-right]");
  find("[data-does=reveal]").hidden = !(question || (course.hidden && concealed().length));
  find("[data-does=votes]").hidden = !find(".room .head");
}

/* Say where one is: in the address, in the title, and to those who listen. */
function tell() {
  const name = find("h1").textContent;
  const mark = `#${course.at + 1}${course.hiding ? "-hidden" : ""}`;
  if (mark !== marked) history.replaceState(null, "", mark);
  marked = mark;
  document.title = course.hiding ? document.body.dataset.title : title;
  const { places } = course;
  const where = said("aloud", { number: places.indexOf(course.at) + 1, of: places.length, title: name });
  find(".aloud").textContent = [where, find(".told").textContent].filter(Boolean).join(". ");
}

/* The columns on this slide whose names are hidden. */
function concealed() {
  return [...stage.querySelectorAll(".column.is-hidden")];
}

function reveal(keys) {
  course.reveal(keys);
  draw();
}

/* R: at a question the answer; else the only hidden one at once, of several the one that is named next. */
function askToReveal() {
  if (course.is("question")) {
    if (course.section.querySelector("[data-right]")) course.answered.add(course.at);
    draw();
    return;
  }
  const hidden = concealed();
  if (!course.hidden || !hidden.length) return;
  if (hidden.length === 1) reveal([hidden[0].dataset.who]);
  else {
    asking = true;
    drawFoot();
  }
}

function answerAsked(event) {
  asking = false;
  const key = event.key.toUpperCase();
  if (key === "R") return reveal(course.everybody);
  const all = [...stage.querySelectorAll(".column[data-who]")];
  const named = concealed().filter((column) => column.querySelector("h2").textContent.includes(` ${key}]`));
  const found = named[0] || (/^[1-9]$/.test(key) ? all[Number(key) - 1] : null);
  if (found) return reveal([found.dataset.who]);
  return drawFoot();
}

function down(by) {
  const most = columns.some(({ fitted }) => fitted.goesOn(course.part)) ? course.part + 1 : course.part;
  course.part = Math.min(most, Math.max(0, course.part + by));
  drawFoot();
  drawColumns();
}

function size(by) {
  steps = Math.min(MOST_STEPS, Math.max(-MOST_STEPS, steps + by));
  course.part = 0;
  setType();
  draw();
}

function toggleBlank() {
  blank.hidden = !blank.hidden;
  stage.inert = !blank.hidden;
}

function fullScreen() {
  if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
}

/* Ask for a number in a dialog; `take` gets it. */
function ask(id, value, most, take) {
  const dialog = document.getElementById(id);
  const field = dialog.querySelector("input");
  Object.assign(field, { value, max: most });
  const go = () => {
    const number = Number(field.value);
    if (!(number >= 1 && number <= most)) return;
    dialog.close();
    take(Math.floor(number));
  };
  field.onkeydown = (event) => {
    if (event.key === "Enter") go();
  };
  dialog.querySelector("[data-goes]").onclick = go;
  dialog.showModal();
  field.select();
}

function askWhere() {
  const { places } = course;
  const list = places.map((at) => {
    const line = document.createElement("li");
    const from = course.hiding && course.sections[at].querySelector("template.hidden-form");
    line.append(button((from ? from.content : course.sections[at]).querySelector("h2").textContent, () => {
      document.getElementById("go").close();
      course.go(at);
      draw();
    }));
    return line;
  });
  document.querySelector("#go ol").replaceChildren(...list);
  ask("go", places.indexOf(course.at) + 1, places.length, (number) => course.go(places[number - 1]) && draw());
}

function askHowLong() {
  if (until !== null) {
    until = null;
    tick();
  } else {
    ask("time", 5, 600, (minutes) => {
      until = Date.now() + minutes * 60000;
      tick();
    });
  }
}

function tick() {
  const clock = document.getElementById("clock");
  clock.hidden = until === null;
  if (until === null) return;
  const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  clock.textContent = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : said("over");
  if (left) setTimeout(tick, 250);
}

const ACTS = {
  next: () => course.next() && draw(),
  back: () => course.back() && draw(),
  first: () => course.first() && draw(),
  last: () => course.last() && draw(),
  skip: () => course.skip() && draw(),
  more: () => down(columns.some(({ fitted }) => fitted.goesOn(course.part)) ? 1 : -course.part),
  down: () => down(1),
  up: () => down(-1),
  hide: () => {
    if (!canHide) return;
    course.hide(!course.hidden);
    draw();
  },
  reveal: askToReveal,
  everybody: () => course.hidden && reveal(course.everybody),
  votes: () => {
    counting = !counting;
    draw();
  },
  larger: () => size(1),
  smaller: () => size(-1),
  where: askWhere,
  time: askHowLong,
  full: fullScreen,
  keys: () => document.getElementById("keys").showModal(),
};

/* Do what a key or button means. While nothing is shown, whatever would show something brings the slide back. */
function act(name) {
  if (name === "blank" || !blank.hidden) toggleBlank();
  else ACTS[name]();
}

/* Go where the address says: "#5", "#5-hidden" while names are hidden. */
function goToAddress() {
  const found = /^#s?(\d+)(-hidden)?$/.exec(location.hash);
  if (found && canHide && Boolean(found[2]) !== course.hiding) course.hide(Boolean(found[2]));
  if (!found || !course.go(Number(found[1]) - 1)) course.stay();
  draw();
}

addEventListener("hashchange", goToAddress);
addEventListener("resize", () => {
  course.part = 0;
  setType();
  draw();
});

if (course.sections.length) {
  document.documentElement.classList.add("shown");
  stage.hidden = false;
  setType();
  goToAddress();
}
