// The only script of the shell. Everything works without it, minus shortcuts and copying.
const one = (selector, root = document) => root.querySelector(selector);
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
const singleKeys = () => document.body.hasAttribute("data-tremplin-keys");

// Links that open a floating panel instead of the page they lead to.
const open = (id) => {
  const panel = document.getElementById(id);
  if (!panel?.togglePopover) return false;
  panel.togglePopover();
  return true;
};
addEventListener("click", (event) => {
  const link = event.target.closest("[data-tremplin-open]");
  if (link && !event.ctrlKey && !event.metaKey && open(link.dataset.tremplinOpen)) event.preventDefault();
});

// Keys: Ctrl K everywhere; single keys only where nothing is typed, and only if wanted.
const go = (letter) => one(`[data-tremplin-go="${CSS.escape(letter)}"]`)?.click();
let goPressedAt = 0;
addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey;
  if (command && key === "k" && open("palette")) return event.preventDefault();
  if (command && key === "enter" && event.target.form) return event.target.form.requestSubmit();
  if (!singleKeys() || typing(event.target) || command || event.altKey) return;
  if (event.key === "?" && open("raccourcis")) return event.preventDefault();
  if (event.key === "/" && open("palette")) return event.preventDefault();
  if (key === "n" && one("[data-tremplin-note]")) return event.preventDefault(), one("[data-tremplin-note]").click();
  if (event.timeStamp - goPressedAt < 900) go(key);
  goPressedAt = key === "g" ? event.timeStamp : 0;
});

// The palette: filters its links, arrows choose, focus stays in the field.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const field = one("#q");
if (field) {
  const list = one("#q-list");
  const options = [...list.children];
  const everywhere = one("[data-tremplin-everywhere]");
  const shown = () => options.filter((option) => !option.hidden);
  const select = (chosen) => {
    for (const option of options) option.setAttribute("aria-selected", option === chosen);
    field.setAttribute("aria-activedescendant", chosen?.id ?? "");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  const filter = () => {
    const typed = field.value.trim();
    const words = plain(typed).split(/\s+/);
    for (const option of options) {
      const text = plain(option.textContent + " " + option.dataset.tremplinWords);
      option.hidden = !words.every((word) => text.includes(word)) || (!typed && "tremplinTyped" in option.dataset);
    }
    everywhere.hidden = !typed;
    everywhere.href = `${field.form.action}?q=${encodeURIComponent(typed)}`;
    one("[data-tremplin-said]").textContent = typed;
    select(shown()[0]);
  };
  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const seen = shown();
    const at = seen.findIndex((option) => option.ariaSelected === "true");
    if (step && seen.length) {
      event.preventDefault();
      select(seen[(at + step + seen.length) % seen.length]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      seen[at].click();
    }
  });
  one("#palette").addEventListener("beforetoggle", filter);
}

// Tabs wider than the page: the current one is brought into sight, the edge that hides more fades.
const fade = (tabs) => {
  const hidden = tabs.scrollWidth - tabs.clientWidth;
  const at = Math.abs(tabs.scrollLeft);
  tabs.dataset.more = [at > 1 && "start", hidden - at > 1 && "end"].filter(Boolean).join(" ");
};
const showTabs = () => {
  for (const tabs of document.querySelectorAll(".tabs")) {
    const current = one("[aria-current]", tabs)?.getBoundingClientRect();
    const frame = tabs.getBoundingClientRect();
    if (current) tabs.scrollLeft += current.left - frame.left - (frame.width - current.width) / 2;
    fade(tabs);
  }
};
showTabs();
addEventListener("resize", showTabs);
addEventListener("htmx:afterSettle", showTabs);
addEventListener("scroll", (event) => event.target.matches?.(".tabs") && fade(event.target), true);
document.fonts.ready.then(showTabs);

// A toast goes when told to.
addEventListener("click", (event) => event.target.closest("[data-tremplin-dismiss]")?.closest(".toast").remove());

// Copy a sentence; the button says so itself.
addEventListener("click", async (event) => {
  const button = event.target.closest("[data-tremplin-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.tremplinCopy);
  await navigator.clipboard.writeText(source.value ?? source.innerText);
  const words = button.lastChild;
  const before = words.textContent;
  words.textContent = "Copié";
  setTimeout(() => (words.textContent = before), 1600);
});
