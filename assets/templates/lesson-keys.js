
/* What keys, buttons, mouse and fingers mean. */

const KEYS = {
  " ": "next", PageDown: "next", ArrowRight: "next", n: "next", Enter: "next",
  PageUp: "back", ArrowLeft: "back", Home: "first", End: "last", g: "where",
  ArrowDown: "down", m: "down", ArrowUp: "up", ".": "blank", b: "blank",
  "+": "larger", "=": "larger", "-": "smaller", h: "hide", r: "reveal", R: "everybody",
  c: "votes", s: "skip", t: "time", f: "full", F5: "full", "?": "keys", F1: "keys",
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // With Caps Lock a letter is written large too: only Shift makes another key of it.
  const name = (event.shiftKey && KEYS[event.key]) || KEYS[event.key.length > 1 ? event.key : event.key.toLowerCase()];
  const open = document.querySelector("dialog[open]");
  const clicker = event.key === "PageDown" || event.key === "PageUp";
  const typing = event.target instanceof HTMLInputElement && !clicker;
  const pressing = event.target instanceof HTMLButtonElement && (event.key === " " || event.key === "Enter");
  if (event.key === "F5") event.preventDefault(); // clickers send it in turn with Esc: nothing is read anew
  if (typing && (event.key === "Enter" || event.key === "Escape")) event.target.blur();
  if (open || typing || pressing) return;
  if (asking) {
    if (["Shift", "AltGraph"].includes(event.key)) return;
    event.preventDefault();
    answerAsked(event);
    return;
  }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (digit && !name) addVote(Number(digit[1]), event.shiftKey ? -1 : 1);
  if (!name) return;
  event.preventDefault();
  act(name);
});

for (const one of stage.querySelectorAll("[data-does]")) {
  one.addEventListener("click", (event) => {
    if (event.detail) one.blur(); // after a click Space goes on; who came by Tab stays
    act(one.dataset.does);
  });
}
for (const one of document.querySelectorAll("[data-closes]")) {
  one.addEventListener("click", () => one.closest("dialog").close());
}
blank.addEventListener("click", toggleBlank);

/* A click beside words goes on, never past the notice; a finger goes back to the right, on to the left, down upwards. */
let begun = null;
stage.addEventListener("pointerdown", (event) => {
  begun = { x: event.clientX, y: event.clientY, touch: event.pointerType !== "mouse" };
});
stage.addEventListener("pointerup", (event) => {
  if (!begun || event.button > 0 || event.target.closest("button, input, footer, a")) return;
  const across = event.clientX - begun.x;
  const along = event.clientY - begun.y;
  const far = Math.max(Math.abs(across), Math.abs(along)) > 50;
  if (course.is("notice") || (!begun.touch && String(getSelection()))) return;
  if (begun.touch && far) act(Math.abs(across) > Math.abs(along) ? (across < 0 ? "next" : "back") : along < 0 ? "down" : "up");
  else if (!far) act(event.clientX < innerWidth / 4 ? "back" : "next");
});
