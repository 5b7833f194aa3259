// Counts the words of a part as it is typed; the server counts the same when it is saved.
const count = (field) => {
  const said = document.getElementById(field.dataset.tremplinWordCount);
  const joined = field.value.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  const used = joined.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const most = Number(field.dataset.tremplinMost);
  const over = used - most;
  const room = `${used}\u00a0mot${used > 1 ? "s" : ""} sur ${most}`;
  said.textContent = over > 0 ? `${room}\u00a0: ${over} de trop` : room;
  field.setAttribute("aria-invalid", over > 0);
};
for (const field of document.querySelectorAll("[data-tremplin-word-count]")) {
  count(field);
  field.addEventListener("input", () => count(field));
}
