// Dropping a file on the zone, or choosing one, sends it at once. Without this, the button does.
for (const zone of document.querySelectorAll("[data-tremplin-drop]")) {
  const input = zone.querySelector("input[type=file]");
  const over = (event, is) => {
    event.preventDefault();
    zone.toggleAttribute("data-over", is);
  };
  zone.addEventListener("dragover", (event) => over(event, true));
  zone.addEventListener("dragleave", (event) => over(event, false));
  zone.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    zone.requestSubmit();
  });
  input.addEventListener("change", () => input.files.length && zone.requestSubmit());
}
