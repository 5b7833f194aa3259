// Dropping a file on the zone, or choosing one, sends it at once. Without this, the button does.
const send = (zone, file) => {
  const most = Number(zone.dataset.tremplinDrop);
  zone.querySelector("[data-tremplin-too-large]").hidden = file.size <= most;
  if (file.size <= most) zone.requestSubmit();
};
for (const zone of document.querySelectorAll("[data-tremplin-drop]")) {
  const input = zone.querySelector("input[type=file]");
  zone.addEventListener("dragover", () => zone.toggleAttribute("data-over", true));
  zone.addEventListener("dragleave", () => zone.toggleAttribute("data-over", false));
  zone.addEventListener("drop", (event) => {
    zone.toggleAttribute("data-over", false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    const one = new DataTransfer();
    one.items.add(file);
    input.files = one.files;
    send(zone, file);
  });
  const busy = (is) => {
    zone.querySelector("[data-tremplin-sending]").hidden = !is;
    zone.querySelector("button").disabled = is;
  };
  zone.addEventListener("submit", () => busy(true));
  addEventListener("pageshow", () => busy(false));
  input.addEventListener("change", () => input.files.length && send(zone, input.files[0]));
}
// A file dropped beside the zone must not replace the page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
