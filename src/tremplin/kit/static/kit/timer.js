// Counts down to the end a page says, or for the seconds it gives; without script the page says the hour of the end.
const timer = document.querySelector("[data-tremplin-until], [data-tremplin-seconds]");
if (timer) {
  const { tremplinSeconds: seconds, tremplinUntil: until } = timer.dataset;
  const end = seconds ? Date.now() + Number(seconds) * 1000 : Number(until) * 1000;
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
