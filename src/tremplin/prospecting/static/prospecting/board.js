// The board: drag a ticket, or move it with the arrows. Without this script each ticket has its own form.
const form = () => document.getElementById("deplacer");
const ticketOf = (target) => target.closest?.("[data-target]");
const columnOf = (target) => target.closest?.("[data-stage]");
const arrange = () => {
  for (const ticket of document.querySelectorAll("[data-target]")) ticket.draggable = true;
  for (const hint of document.querySelectorAll("[data-tremplin-board-keys]")) hint.hidden = false;
};
arrange();
addEventListener("htmx:afterSettle", arrange);

let refocus = "";
const send = (ticket, stage, { before = "", step = "" } = {}) => {
  const fields = form().elements;
  fields.target.value = ticket.dataset.target;
  fields.stage.value = stage;
  fields.before.value = before;
  fields.step.value = step;
  form().requestSubmit();
};
addEventListener("htmx:afterSettle", () => {
  document.getElementById(refocus)?.focus();
  refocus = "";
});

addEventListener("keydown", (event) => {
  const link = event.target.closest?.("[data-target] h3 a");
  if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
  const ticket = ticketOf(link);
  const stage = columnOf(ticket).dataset.stage;
  const side = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[event.key];
  const step = { ArrowUp: "haut", ArrowDown: "bas" }[event.key];
  if (!side && !step) return;
  event.preventDefault();
  const next = side ? columnOf(ticket)[side]?.dataset.stage : stage;
  if (!next) return;
  refocus = link.id;
  send(ticket, next, { step: step ?? "" });
});

let held = null;
const clear = () => {
  for (const one of document.querySelectorAll(".above, .over")) one.classList.remove("above", "over");
};
const below = (column, y) =>
  [...column.querySelectorAll("[data-target]")].find((ticket) => {
    const box = ticket.getBoundingClientRect();
    return ticket !== held && y < box.top + box.height / 2;
  });
addEventListener("dragstart", (event) => {
  held = ticketOf(event.target);
  if (!held) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", held.dataset.target);
  held.classList.add("held");
});
addEventListener("dragover", (event) => {
  const column = held && columnOf(event.target);
  if (!column) return;
  event.preventDefault();
  clear();
  column.classList.add("over");
  below(column, event.clientY)?.classList.add("above");
});
addEventListener("drop", (event) => {
  const column = held && columnOf(event.target);
  if (!column) return;
  event.preventDefault();
  send(held, column.dataset.stage, { before: below(column, event.clientY)?.dataset.target ?? "" });
});
addEventListener("dragend", () => {
  clear();
  held?.classList.remove("held");
  held = null;
});
