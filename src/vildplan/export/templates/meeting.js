"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const W = data.words, stands = data.stands, da = data.lang === "da";
const el = id => document.getElementById(id), NS = "http://www.w3.org/2000/svg";
const HELD = "\u00a0", state = { at: stands.findIndex(one => one.k === "plan"), zone: "", off: stands.map(() => new Set()) };

// ---- how numbers are written
const plain = [0, 1, 2].map(most => new Intl.NumberFormat(da ? "da-DK" : "en-GB",
  { minimumFractionDigits: most === 2 ? 2 : 0, maximumFractionDigits: most }));
const num = (v, most = 0) => plain[most].format(Math.abs(v) < 0.5 * 10 ** -most ? 0 : v).replace("\u2212", "-");
const m2 = v => num(v, Math.abs(v) >= 10 ? 0 : 1) + HELD + "m²";
const pct = (v, most = 1) => num(100 * v, most) + (da ? HELD + "%" : "%");
const kr = (v, most = 0) => da ? num(v, most) + HELD + "kr." : "DKK" + HELD + num(v, most);
const signed = (v, most) => (v > 0 && num(v, most) !== "0" ? "+" : "") + num(v, most);
const fill = (words, facts) => words.replace(/\{(\w+)\}/g, (all, key) => key in facts ? facts[key] : all);
const about = (v, rough) => rough ? fill(W.about, { v }) : v;
const hours = v => fill(W.n_hours, { v: num(v) });
const listed = all => all.length < 2 ? all.join("") : all.slice(0, -1).join(", ") + " " + W.and + " " + all[all.length - 1];

// ---- what stands now
const here = () => stands[state.at];
const offHere = () => here().z.filter(zone => state.off[state.at].has(zone.i));
const full = stand => stand.k === "plan" || stand.k === "phase" || stand.k === "stop";
const perMonth = v => data.dwellings ? v / 12 / data.dwellings : v;
const paidMost = rough => data.dwellings && !rough ? 2 : 0;
function totals() {
  const t = { ...here().t }, off = offHere();
  for (const zone of off) {
    const [before, after, begin, year, mown] = zone.p;
    t.n -= 1; t.m -= zone.m; t.hb -= before; t.ha -= after; t.b -= begin; t.y -= year; t.l += mown;
    t.sh -= zone.m / data.baseM2;
    // A zone that stays gets a clipped frame where the other was.
    for (const [id, hours, year] of zone.by) if (!state.off[state.at].has(id)) { t.ha += hours; t.y += year; }
  }
  t.rough = here().k === "sketch" || off.length > 0;
  t.none = t.n === 0;
  if (t.none && full(here())) Object.assign(t, { b: 0, y: 0, ha: stands[0].t.ha, hb: stands[0].t.hb });
  if (t.rough) delete t.span;
  return t;
}
function paid(t) {
  const v = perMonth(t.y), most = paidMost(t.rough);
  if (num(v, most) === num(0, most)) return about(kr(0), t.rough);
  return about(fill(v < 0 ? W.less : W.more, { v: kr(Math.abs(v), most) }), t.rough);
}
function paidNote(t) {
  const note = [data.dwellings ? W.month : W.year];
  if (t.span && full(here())) {
    const most = paidMost(false);
    note.push(fill(W.span, { a: signed(perMonth(t.span[0]), most), b: signed(perMonth(t.span[1]), most) }));
  }
  if (t.y < 0 && !(t.span && t.span[1] < 0)) note.push(W.no_saving);
  return note;
}
function kindOf() {
  const stand = here(), off = offHere();
  if (off.length) return fill(W.is_off, { ids: off.map(zone => zone.i).join(", ") });
  if (stand.k === "stop" && !data.reachesAll && state.at === stands.length - 1) return W.is_most;
  return fill(W["is_" + stand.k], { phase: stand.ph });
}

// ---- the map
const map = el("map"), frame = el("frame"), zonesLayer = el("zones"), labelsLayer = el("labels");
const whole = { x: data.box[0], y: data.box[1], w: data.box[2], h: data.box[3] };
let view = { ...whole };
map.style.setProperty("--aspect", whole.w / whole.h);
function make(name, facts) {
  const node = document.createElementNS(NS, name);
  for (const key in facts) node.setAttribute(key, facts[key]);
  return node;
}
const layers = new Map();
function layerOf(stand) {
  // Each plan is drawn when it is first shown, and kept.
  if (!layers.has(stand)) {
    const shapes = make("g", {}), labels = make("g", {});
    for (const zone of stand.z) {
      const kind = data.kinds[zone.k];
      shapes.append(make("path", { class: "under", d: zone.d, fill: kind.colour, "data-zone": zone.i }));
      shapes.append(make("path", { class: "zone", d: zone.d, fill: kind.fill, "data-zone": zone.i }));
      if (zone.at) {
        const label = make("text", { x: zone.at[0], y: zone.at[1], dy: ".35em", "data-m2": zone.m, "data-small": zone.small ? 1 : "" });
        label.textContent = zone.i;
        labels.append(label);
      }
    }
    layers.set(stand, { shapes, labels });
  }
  return layers.get(stand);
}
function drawMap() {
  const stand = here(), layer = layerOf(stand), off = state.off[state.at];
  zonesLayer.replaceChildren(layer.shapes);
  labelsLayer.replaceChildren(layer.labels);
  for (const path of [...layer.shapes.children]) {
    path.classList.toggle("off", off.has(path.dataset.zone));
    path.classList.toggle("on", path.dataset.zone === state.zone && path.classList.contains("zone"));
    if (path.classList.contains("on")) layer.shapes.append(path);
  }
  const d = stand.k === "sketch" ? stand.d : "";
  el("cut-path").setAttribute("d", d);
  el("sketch-line").setAttribute("d", d);
  el("sketch").setAttribute("visibility", d ? "visible" : "hidden");
  letters();
}
function perPixel() {
  const box = map.getBoundingClientRect();
  return Math.max(view.w / (box.width || 1), view.h / (box.height || 1));
}
function letters(metre = perPixel()) {
  // The largest zones have their ids first; one that would stand on another is left out until there is room.
  const size = 0.85 * parseFloat(getComputedStyle(document.documentElement).fontSize) * metre, taken = [], layer = layers.get(here());
  labelsLayer.setAttribute("font-size", size.toFixed(2));
  labelsLayer.setAttribute("stroke-width", (size * 0.2).toFixed(2));
  const labels = layer ? [...layer.labels.children].sort((a, b) => b.dataset.m2 - a.dataset.m2) : [];
  for (const label of labels) {
    const x = Number(label.getAttribute("x")), y = Number(label.getAttribute("y"));
    const half = label.textContent.length * size * 0.33, side = Math.sqrt(Number(label.dataset.m2)) / metre;
    const free = taken.every(([left, top, wide]) => Math.abs(x - left) > half + wide || Math.abs(y - top) > size);
    const shown = free && side >= (label.dataset.small ? 20 : 7);
    if (shown) taken.push([x, y, half]);
    label.setAttribute("visibility", shown ? "visible" : "hidden");
  }
  drawScale(metre);
}
function drawScale(metre) {
  const long = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].filter(m => m / metre < 110).pop() || 1;
  const x = view.x + 8 * metre, y = view.y + view.h - 8 * metre, [line, words, north] = el("scale").children;
  line.setAttribute("d", `M${x} ${y - 5 * metre}V${y}h${long}v${-5 * metre}`);
  for (const [node, at, said] of [[words, x + long + 6 * metre, long + " m"], [north, x + long + 56 * metre, "↑ N"]]) {
    node.setAttribute("x", at.toFixed(2));
    node.setAttribute("y", y.toFixed(2));
    node.textContent = said;
  }
  el("scale").setAttribute("font-size", (13 * metre).toFixed(2));
}
function show() {
  map.setAttribute("viewBox", [view.x, view.y, view.w, view.h].map(v => v.toFixed(2)).join(" "));
  map.classList.toggle("near", view.w < whole.w * 0.999);
  letters();
}
function zoom(by, x = view.x + view.w / 2, y = view.y + view.h / 2) {
  const w = Math.min(whole.w, Math.max(whole.w / 24, view.w / by)), part = w / view.w;
  move({ x: x - (x - view.x) * part, y: y - (y - view.y) * part, w, h: view.h * part });
}
function move(to) {
  to.x = Math.min(Math.max(to.x, 0), whole.w - to.w);
  to.y = Math.min(Math.max(to.y, 0), whole.h - to.h);
  view = to;
  show();
}
function at(event) {
  const box = map.getBoundingClientRect(), metre = perPixel();
  return [view.x + view.w / 2 + (event.clientX - box.left - box.width / 2) * metre,
          view.y + view.h / 2 + (event.clientY - box.top - box.height / 2) * metre];
}
map.addEventListener("wheel", event => {
  if (!event.ctrlKey && view.w >= whole.w * 0.999 && event.deltaY > 0) return;
  event.preventDefault();
  zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...at(event));
}, { passive: false });
const fingers = new Map();
let dragged = 0;
map.addEventListener("pointerdown", event => {
  if (!fingers.size) dragged = 0;
  fingers.set(event.pointerId, event);
});
map.addEventListener("pointermove", event => {
  const before = fingers.get(event.pointerId);
  if (!before) return tip(event);
  const others = [...fingers.values()].filter(one => one.pointerId !== event.pointerId);
  if (others.length) {
    const gap = one => Math.hypot(one.clientX - others[0].clientX, one.clientY - others[0].clientY) || 1;
    zoom(gap(event) / gap(before), ...at(event));
    dragged = 99;
  } else {
    dragged += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    if (dragged > 6 && view.w < whole.w * 0.999) {
      const metre = perPixel();
      move({ ...view, x: view.x - (event.clientX - before.clientX) * metre, y: view.y - (event.clientY - before.clientY) * metre });
    }
  }
  fingers.set(event.pointerId, event);
});
for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
  map.addEventListener(end, event => { fingers.delete(event.pointerId); if (end === "pointerleave") el("tip").hidden = true; });
}
map.addEventListener("click", event => {
  const id = event.target.dataset && event.target.dataset.zone;
  if (id && dragged < 8) choose(id);
});
map.addEventListener("keydown", event => {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (step) move({ ...view, x: view.x + step[0] * view.w / 8, y: view.y + step[1] * view.h / 8 });
  else if (event.key === "+") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else return;
  event.preventDefault();
});
function tip(event) {
  const zone = here().z.find(one => one.i === (event.target.dataset && event.target.dataset.zone)), note = el("tip");
  note.hidden = !zone || event.pointerType === "touch";
  if (note.hidden) return;
  note.textContent = zone.i + " " + zone.n + ": " + data.kinds[zone.k].name + ", " + m2(zone.m);
  const box = frame.getBoundingClientRect();
  note.style.left = Math.min(event.clientX - box.left + 14, box.width - note.offsetWidth - 4) + "px";
  note.style.top = Math.max(event.clientY - box.top - note.offsetHeight - 8, 2) + "px";
}
el("closer").onclick = () => zoom(1.5);
el("farther").onclick = () => zoom(1 / 1.5);
el("whole").onclick = () => move({ ...whole });

// ---- the numbers
function tile(id, value, name, ...notes) {
  const [label, number, note] = el("t-" + id).children;
  number.textContent = value;
  label.textContent = name;
  note.textContent = notes.filter(Boolean).join(", ");
}
function drawTotals() {
  const t = totals(), stand = here(), today = stands[0].t, drawn = stand.k === "sketch";
  tile("zones", about(num(t.n), drawn), t.n === 1 ? fill(W.one, { v: "" }).trim() : W.zones, fill(W.new, { v: about(m2(t.m), drawn) }));
  tile("share", about(pct(t.sh), drawn), W.share, fill(W.of_it, { base: data.base, v: pct(data.wildShare) }));
  tile("hours", about(num(t.ha), t.rough), W.hours, fill(W.today, { v: num(t.hb) }));
  const notes = paidNote(t);
  tile("paid", paid(t), notes[0], ...notes.slice(1));
  tile("begin", about(kr(t.b), t.rough), W.begin);
  tile("lawn", about(m2(t.l), drawn), W.lawn, fill(W.today, { v: m2(today.l) }));
  el("short").textContent = fill(W.short, {
    zones: fill(t.n === 1 ? W.one : W.n_zones, { v: num(t.n) }), m2: m2(t.m), share: pct(t.sh), hours: hours(t.ha), paid: paid(t), lawn: m2(t.l),
  });
  el("percent").textContent = pct(stand.s, 0);
  el("kind").textContent = kindOf();
  el("kind").className = t.rough ? "sketch" : "";
  el("amount").setAttribute("aria-valuetext", fill(W.valuetext, { share: pct(stand.s, 0), m2: m2(t.m), kind: kindOf() }));
  for (const line of document.querySelectorAll(".here")) {
    const x = Number(line.dataset.left) + Math.min(t.m / Number(line.dataset.most), 1) * Number(line.dataset.wide);
    line.setAttribute("transform", "translate(" + x.toFixed(1) + " 0)");
    line.setAttribute("visibility", "visible");
  }
  speak(t);
}
let waiting = 0;
function speak(t) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    el("live").textContent = fill(W.live, {
      kind: kindOf(), zones: fill(t.n === 1 ? W.one : W.n_zones, { v: num(t.n) }), m2: about(m2(t.m), here().k === "sketch"),
      share: pct(t.sh), hours: about(hours(t.ha), t.rough), paid: paid(t) + " " + (data.dwellings ? W.month : W.year), lawn: m2(t.l),
    });
  }, 500);
}

// ---- zones, one by one
function choose(id) {
  state.zone = id;
  drawMap();
  drawZone();
  for (const row of el("list").children) row.classList.toggle("on", row.dataset.zone === id);
}
function node(name, words, kind) {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  if (kind) made.className = kind;
  return made;
}
function drawZone() {
  const box = el("one"), zone = here().z.find(one => one.i === state.zone);
  box.replaceChildren(node("h2", zone ? zone.i + " " + zone.n : W.one_zone));
  if (!zone) return box.append(node("p", here().k === "sketch" ? W.sketched : here().z.length ? W.press : W.nothing, "quiet"));
  const rows = node("dl"), kind = data.kinds[zone.k], [before, after, begin] = zone.p;
  const cost = fill(W.zone_costs, { begin: kr(begin), hours: hours(after - before).replace(num(after - before), signed(after - before, 1)) });
  const told = [[W.kind, kind.name], [W.area, m2(zone.m)], [W.begins, zone.y], [W.now, zone.now], [W.care, zone.care], [W.costs, cost], [W.why, zone.why],
    ...kind.ages.map(([age, words]) => [age, words])];
  for (const [name, words] of told) if (words) rows.append(node("dt", name), node("dd", words));
  const off = state.off[state.at].has(zone.i), button = node("button", fill(off ? W.take_in : W.take_out, { id: zone.i }));
  button.type = "button";
  button.id = "switch";
  button.onclick = () => { turn(zone.i); el("switch").focus({ preventScroll: true }); };
  box.append(rows, button);
}
function turn(id) {
  const off = state.off[state.at];
  if (!off.delete(id)) off.add(id);
  for (const row of el("list").children) {
    row.classList.toggle("off", off.has(row.dataset.zone));
    row.querySelector("input").checked = !off.has(row.dataset.zone);
  }
  drawMap();
  drawZone();
  drawSums();
}
function drawList() {
  const off = state.off[state.at];
  el("list").replaceChildren(...here().z.map(zone => {
    const row = node("li"), label = node("label"), box = node("input"), button = node("button");
    row.dataset.zone = zone.i;
    row.className = (off.has(zone.i) ? "off " : "") + (zone.i === state.zone ? "on" : "");
    box.type = "checkbox";
    box.checked = !off.has(zone.i);
    box.setAttribute("aria-label", zone.i + " " + zone.n);
    box.onchange = () => turn(zone.i);
    label.append(box);
    button.type = "button";
    button.append(node("b", zone.i), node("span", zone.n + ", " + data.kinds[zone.k].name), node("em", (zone.y ? zone.y + " · " : "") + m2(zone.m)));
    button.onclick = () => choose(zone.i);
    row.append(label, button);
    return row;
  }));
}
el("all-in").onclick = () => { state.off[state.at].clear(); drawAll(); };

// ---- what was agreed
function command() {
  const stand = here();
  if (!full(stand)) return "";
  const out = offHere().map(zone => zone.i), off = [...out, ...(stand.later || [])], yes = el("yes").value, no = el("no").value;
  const votes = yes === "" || no === "" ? (da ? "J-N" : "Y-N") : Number(yes) + "-" + Number(no);
  const outcome = yes !== "" && no !== "" && Number(yes) <= Number(no) || out.length === stand.z.length ? "rejected" : off.length ? "amended" : "approved";
  const day = el("day").value || (da ? "ÅÅÅÅ-MM-DD" : "YYYY-MM-DD");
  return [stand.c, "--date", day, "--decided-by", data.decidedBy, "--votes", votes, "--outcome", outcome].join(" ") + (off.length && outcome !== "rejected" ? " --without " + off.join(",") : "");
}
function drawCommand() {
  const stand = here(), words = command();
  el("command").replaceChildren(...(words ? words.split(/(?= --)/).flatMap(part => [node("span", part.trim()), " "]) : [W.no_command]));
  el("copy").disabled = !words;
  const unknown = words && (!el("day").value || el("yes").value === "" || el("no").value === "");
  el("lies").textContent = [unknown ? W.fill_in : "", stand.k === "stop" ? fill(W.stop_lies, { folder: stand.f }) : ""].filter(Boolean).join(" ");
  el("copied").textContent = "";
}
for (const id of ["day", "yes", "no"]) el(id).oninput = drawCommand;
el("copy").onclick = async () => {
  try {
    await navigator.clipboard.writeText(command());
  } catch {
    const range = document.createRange();
    range.selectNodeContents(el("command"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (!document.execCommand("copy")) return;
  }
  el("copied").textContent = W.copied;
};

// ---- the sheet to vote on
function drawSheet() {
  const t = totals(), stand = here(), off = offHere(), on = stand.z.filter(zone => !off.includes(zone)), sums = {};
  for (const zone of on) sums[zone.k] = (sums[zone.k] || 0) + zone.m;
  const used = Object.keys(data.kinds).filter(key => sums[key]);
  const ids = off.map(zone => zone.i).join(", ");
  el("sheet-kind").textContent = stand.k === "sketch" || stand.k === "today" ? W.not_to_vote : kindOf() + ".";
  el("vote-area").textContent = fill(W.vote_area, {
    m2: m2(t.m), share: pct(t.m / data.outdoor), types: listed(used.map(key => data.kinds[key].name + " (" + m2(sums[key]) + ")")) || "–",
    without: off.length ? fill(W.vote_without, { ids }) : "",
  });
  el("vote-money").textContent = fill(W.vote_money, {
    begin: about(kr(t.b), t.rough), hours: about(hours(t.ha), true), before: num(t.hb),
    paid: fill(data.dwellings ? W.per_month : W.per_year, { v: paid(t) }),
  });
  const years = [...new Set(on.map(zone => zone.y))].filter(Boolean).sort();
  el("vote-phases").hidden = years.length < 2;
  el("vote-phases").textContent = fill(W.vote_phases, {
    phases: listed(years.map(year => year + ": " + m2(on.filter(zone => zone.y === year).reduce((sum, zone) => sum + zone.m, 0)))),
  });
  el("sheet-keys").replaceChildren(...used.map(key => {
    const entry = node("span"), svg = make("svg", { class: "key", viewBox: "0 0 10 10" });
    const side = data.letters * 1.1;
    svg.setAttribute("viewBox", "0 0 " + side + " " + side);
    svg.append(make("rect", { width: side, height: side, fill: data.kinds[key].colour }), make("rect", { width: side, height: side, fill: data.kinds[key].fill }));
    entry.append(svg, data.kinds[key].name);
    return entry;
  }));
  const head = node("tr"), body = node("tbody"), top = node("thead");
  const begun = words => years.length > 1 ? [words] : [];
  for (const words of ["", W.one_zone, W.kind, W.area, ...begun(W.begins), W.care]) head.append(node("th", words));
  top.append(head);
  for (const zone of on) {
    const row = node("tr");
    for (const words of [zone.i, zone.n, data.kinds[zone.k].name, m2(zone.m), ...begun(zone.y), zone.care]) row.append(node("td", words));
    body.append(row);
  }
  el("sheet-zones").replaceChildren(...(on.length ? [top, body] : []));
}
// On paper the map is so many CSS pixels wide and high, whatever the window is.
const PAPER = { wide: 688, high: 348 };
addEventListener("beforeprint", () => {
  drawSheet();
  move({ ...whole });
  letters(Math.max(whole.w / PAPER.wide, whole.h / PAPER.high));
});
addEventListener("afterprint", show);
el("print").onclick = () => { drawSheet(); print(); };

// ---- all together
function drawSums() {
  drawTotals();
  drawCommand();
  el("all-in").hidden = !offHere().length;
}
function drawAll() {
  if (!here().z.some(zone => zone.i === state.zone)) state.zone = "";
  el("amount").value = state.at;
  el("earlier").disabled = state.at === 0;
  el("later").disabled = state.at === stands.length - 1;
  drawMap();
  drawList();
  drawZone();
  drawSums();
}
function go(to) {
  state.at = to;
  state.zone = "";
  drawAll();
}
el("amount").oninput = event => go(Number(event.target.value));
const next = step => {
  let to = state.at + step;
  while (to > 0 && to < stands.length - 1 && stands[to].k === "sketch") to += step;
  go(Math.min(Math.max(to, 0), stands.length - 1));
};
el("earlier").onclick = () => next(-1);
el("later").onclick = () => next(1);
el("to-plan").onclick = () => go(stands.findIndex(one => one.k === "plan"));
stands.forEach((stand, number) => {
  if (stand.k === "sketch") return;
  const tick = node("i", undefined, stand.k === "plan" || stand.k === "phase" ? stand.k : "");
  tick.style.left = 100 * number / Math.max(stands.length - 1, 1) + "%";
  el("ticks").append(tick);
});
addEventListener("resize", show);
drawAll();
show();
drawSheet();
})();
