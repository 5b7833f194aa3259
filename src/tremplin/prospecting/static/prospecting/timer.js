// The research session counts down; without this script the page says until when.
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
