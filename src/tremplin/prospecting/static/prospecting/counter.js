// Counts a message as it is typed; the server counts the same when it is saved.
const EMOJI = /[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d]|[\u{10000}-\u{10ffff}]/u;
const french = (value) => value.toLocaleString("fr-FR").replace(/\s/g, "\u00a0");
const count = (field) => {
  const said = document.getElementById(field.dataset.tremplinCount);
  const text = field.value.replace(/\r\n/g, "\n").trim();
  const whole = Number(field.dataset.tremplinMost);
  const most = EMOJI.test(text) ? Math.floor((whole * 95) / 100) : whole;
  const over = text.length - most;
  const room = `${french(text.length)} sur ${french(most)}\u00a0caractères`;
  said.textContent = over > 0 ? `${room}\u00a0: ${french(over)}\u00a0de trop` : room;
  field.setAttribute("aria-invalid", over > 0);
};
for (const field of document.querySelectorAll("[data-tremplin-count]")) {
  count(field);
  field.addEventListener("input", () => count(field));
}
