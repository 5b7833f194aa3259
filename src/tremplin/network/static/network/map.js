// The map without this script is links in a picture; with it, it is also moved, enlarged and searched.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// No name is whole in a picture this narrow: the list is read first.
for (const list of document.querySelectorAll("details.maplist")) {
  list.open = matchMedia("(max-width: 700px)").matches;
}

for (const figure of document.querySelectorAll("[data-tremplin-map]")) {
  const picture = figure.querySelector("svg.net");
  const frame = figure.querySelector(".scroll");
  const tools = figure.querySelector("[data-tremplin-map-tools]");
  const said = figure.querySelector("[data-tremplin-map-said]");
  const whole = picture.getAttribute("viewBox").split(" ").map(Number);
  let box = [...whole];
  tools.hidden = false;
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;

  const show = ([x, y, width, height]) => {
    const most = whole[2];
    width = Math.min(Math.max(width, most / 6), most);
    height = (width * whole[3]) / whole[2];
    x = Math.min(Math.max(x, 0), whole[2] - width);
    y = Math.min(Math.max(y, 0), whole[3] - height);
    box = [x, y, width, height];
    picture.setAttribute("viewBox", box.map((side) => +side.toFixed(1)).join(" "));
    picture.classList.toggle("grabbed", width < most);
  };
  const zoom = (factor, x = box[0] + box[2] / 2, y = box[1] + box[3] / 2) =>
    show([x - (x - box[0]) * factor, y - (y - box[1]) * factor, box[2] * factor, box[3] * factor]);
  const move = (right, down) => show([box[0] + right * box[2], box[1] + down * box[3], box[2], box[3]]);
  const acts = { in: () => zoom(0.7), out: () => zoom(1 / 0.7), whole: () => show(whole) };

  tools.addEventListener("click", (event) => acts[event.target.closest("[data-zoom]")?.dataset.zoom]?.());
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowLeft: [-0.2, 0], ArrowRight: [0.2, 0], ArrowUp: [0, -0.2], ArrowDown: [0, 0.2] };
    const act = { "+": acts.in, "=": acts.in, "-": acts.out, 0: acts.whole }[event.key];
    if (!act && (!steps[event.key] || box[2] >= whole[2])) return;
    event.preventDefault();
    act ? act() : move(...steps[event.key]);
  });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at.x, at.y);
  }, { passive: false });

  // Drag to move once enlarged; a short press stays a click on the link.
  let from = null;
  picture.addEventListener("pointerdown", (event) => {
    if (box[2] < whole[2] && event.button === 0) from = { x: event.clientX, y: event.clientY, box: [...box], moved: false };
  });
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const scale = box[2] / picture.clientWidth;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    from.moved ||= Math.hypot(right, down) > 6;
    if (from.moved) show([from.box[0] - right * scale, from.box[1] - down * scale, box[2], box[3]]);
  });
  addEventListener("pointerup", () => {
    const moved = from?.moved;
    from = null;
    if (moved) picture.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
  });

  // A link reached by the keyboard comes into view.
  picture.addEventListener("focusin", (event) => {
    if (box[2] >= whole[2] || !event.target.getBBox) return;
    const spot = event.target.getBBox();
    show([spot.x + spot.width / 2 - box[2] / 2, spot.y + spot.height / 2 - box[3] / 2, box[2], box[3]]);
  });

  const field = tools.querySelector("input");
  const table = tools.querySelector("[data-tremplin-map-table]");
  const links = [...picture.querySelectorAll("a")];
  const labels = new Map(links.map((link) => [link, link.getAttribute("aria-label")]));
  const named = (link, words) => (link.dataset.tremplinHeld ?? "").split("|").filter((name) => name && plain(name).includes(words));
  const holds = (link, words) => plain(labels.get(link)).includes(words) || named(link, words).length > 0;
  const found = () => {
    const words = plain(field.value.trim());
    return words ? links.filter((link) => holds(link, words)) : links;
  };
  // A bubble that holds the name lights up and says so.
  const light = (link, words) => {
    const names = words ? named(link, plain(words)) : [];
    const first = names.slice(0, 3).join(", ") + (names.length > 3 ? "…" : "");
    link.classList.toggle("lit", names.length > 0);
    link.setAttribute("aria-label", names.length ? `${labels.get(link)}, dont ${first}` : labels.get(link));
    return first && `${first}\u00a0: dans «\u00a0${labels.get(link).split("\u00a0:")[0]}\u00a0»`;
  };
  field.addEventListener("input", () => {
    const kept = new Set(found());
    const words = field.value.trim();
    const inside = links.map((link) => light(link, words)).filter(Boolean);
    for (const link of links) link.classList.toggle("faded", !kept.has(link));
    const count = kept.size ? `${kept.size} sur la carte` : "Pas de nom ainsi dans le dessin.";
    said.textContent = words ? [count, ...inside.slice(0, 2)].join(". ") : "";
    table.hidden = !words || kept.size > 0;
    table.href = `${table.pathname}?q=${encodeURIComponent(words)}`;
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && field.value.trim()) (found()[0] ?? table).focus();
  });
}
