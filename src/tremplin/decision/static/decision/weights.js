// A slider beside each number of points: the number is what is sent, the slider only moves it.
const total = document.querySelector("[data-tremplin-total]");
const numbers = () => [...document.querySelectorAll("[data-tremplin-slide]")];
const link = (slider) => {
  const number = document.getElementById(slider.dataset.tremplinSlide);
  if (!number || !slider.hidden) return;
  slider.hidden = false;
  slider.value = number.value || 0;
  slider.addEventListener("input", () => {
    number.value = slider.value;
    number.dispatchEvent(new Event("input", { bubbles: true }));
  });
  number.addEventListener("input", () => {
    slider.value = number.value || 0;
    count();
  });
};
const count = () => {
  if (!total) return;
  const sum = numbers().reduce((all, slider) => all + (parseInt(document.getElementById(slider.dataset.tremplinSlide)?.value) || 0), 0);
  total.textContent = sum;
};
const start = () => {
  numbers().forEach(link);
  count();
};
start();
addEventListener("htmx:afterSettle", start);
