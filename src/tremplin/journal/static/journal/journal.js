// The journal: the note field takes the focus when asked, the session counts down, the table prints.
const field = document.getElementById("id_action");
const focus = () => {
  if (location.hash === "#noter" && field?.closest("#noter")) field.focus();
};
addEventListener("hashchange", () => setTimeout(focus));
addEventListener("click", (event) => event.target.closest('a[href$="#noter"]') && setTimeout(focus));
addEventListener("load", () => setTimeout(focus)); // once the browser went to the fragment, which takes the focus

const timer = document.querySelector("[data-tremplin-until]");
if (timer) {
  const end = Number(timer.dataset.tremplinUntil) * 1000;
  const shown = timer.querySelector("b");
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const seconds = String(left % 60).padStart(2, "0");
    shown.textContent = left
      ? `${timer.dataset.tremplinLeft} ${Math.floor(left / 60)} min ${seconds} s`
      : timer.dataset.tremplinOver;
    if (left) setTimeout(tick, 1000);
  };
  tick();
}

for (const button of document.querySelectorAll("[data-tremplin-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
