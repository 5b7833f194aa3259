// The presentation: arrows, space, Home, End and Escape. Without it the slides follow each other on the page.
const body = document.body;
const slides = [...document.querySelectorAll(".screens > section")];
const place = document.querySelector("[data-value-place]");
const asked = slides.findIndex((slide) => `#${slide.id}` === location.hash);
let at = Math.max(asked, 0);

const show = (next) => {
  at = Math.min(Math.max(next, 0), slides.length - 1);
  for (const [number, slide] of slides.entries()) slide.classList.toggle("here", number === at);
  place.value = `${at + 1} / ${slides.length}`;
  history.replaceState(null, "", `#${slides[at].id}`);
  slides[at].focus({ preventScroll: true });
};

const toggleNotes = () => {
  const open = body.classList.toggle("notes");
  document.querySelector('[data-value-button="n"]').setAttribute("aria-pressed", open);
  if (open) slides[at].querySelector(".spoken").scrollIntoView({ block: "nearest" });
};

const keys = {
  ArrowRight: () => show(at + 1),
  ArrowDown: () => show(at + 1),
  PageDown: () => show(at + 1),
  " ": () => show(at + 1),
  ArrowLeft: () => show(at - 1),
  ArrowUp: () => show(at - 1),
  PageUp: () => show(at - 1),
  Home: () => show(0),
  End: () => show(slides.length - 1),
  n: toggleNotes,
  N: toggleNotes,
  Escape: () => document.querySelector("[data-value-leave]").click(),
};

if (slides.length) {
  body.classList.add("one");
  show(at);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && event.target.closest("a, button")) return;
    const move = keys[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  });
  addEventListener("click", (event) => {
    const button = event.target.closest("[data-value-button]");
    if (button) keys[button.dataset.valueButton]();
  });
}
