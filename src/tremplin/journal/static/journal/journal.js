// The journal: the note field takes the focus and keeps its text, the table prints.
const field = document.getElementById("id_action");
const wanted = () => location.hash === "#noter" || (!location.hash && !location.search);
const focus = () => {
  if (wanted() && field?.closest("#noter")) field.focus({ preventScroll: !location.hash });
};
addEventListener("hashchange", () => setTimeout(focus));
addEventListener("click", (event) => event.target.closest('a[href$="#noter"]') && setTimeout(focus));
addEventListener("load", () => setTimeout(focus)); // once the browser went to the fragment, which takes the focus

// What is typed stays in this browser until Tremplin says it kept it.
const KEPT = "tremplin.journal.note";
const LONGEST_KEPT = 30 * 24 * 3600 * 1000;
const kept = () => {
  try {
    const one = JSON.parse(localStorage.getItem(KEPT));
    return one && Date.now() - one.at < LONGEST_KEPT ? one : null;
  } catch {
    return null; // no storage here, or not ours: nothing to offer
  }
};
const keep = (text, isSent) => {
  try {
    if (text?.trim()) localStorage.setItem(KEPT, JSON.stringify({ text, isSent, at: Date.now() }));
    else localStorage.removeItem(KEPT);
  } catch {} // a browser that stores nothing still notes
};
if (kept()?.isSent && document.querySelector(".toast")) keep("");

const note = document.getElementById("note");
if (note && field) {
  const state = document.getElementById("garde");
  const offer = document.getElementById("garde-ici");
  const failed = () => {
    keep(field.value);
    state.textContent = state.dataset.tremplinFailed;
    state.dataset.s = "warn";
  };
  const found = kept();
  if (found && found.text.trim() !== field.value.trim()) {
    offer.querySelector("q").textContent = found.text;
    offer.hidden = false;
  }
  offer.addEventListener("click", (event) => {
    const choice = event.target.closest("button")?.value;
    if (!choice) return;
    if (choice === "take") {
      field.value = [field.value.trim(), found.text].filter(Boolean).join("\n");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else keep("");
    offer.hidden = true;
    field.focus();
  });
  field.addEventListener("input", () => offer.hidden && keep(field.value));
  field.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return failed();
    delete state.dataset.s;
    if (event.detail.requestConfig.parameters.action === field.value) keep("");
  });

  // Noting leaves the page only if Tremplin answers: the error page of the browser would lose the text.
  let answers = false;
  note.addEventListener("submit", async (event) => {
    if (answers) return;
    event.preventDefault();
    keep(field.value, true);
    try {
      await fetch(import.meta.url, { method: "HEAD", cache: "no-store" });
    } catch {
      return failed();
    }
    answers = true;
    note.requestSubmit(event.submitter);
  });
  addEventListener("pageshow", () => (answers = false));
}

for (const button of document.querySelectorAll("[data-tremplin-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
