"use strict";
// Asks for everything once a second and draws it; text goes into the page as text, never as markup.
const POLL = 1000;
const COLOURS = ["#2A6EA6", "#FFA933", "#009E73", "#CC79A7"];
const dark = matchMedia("(prefers-color-scheme: dark)");
const charts = new Map();

const ink = () => (dark.matches ? "#e8e8e8" : "#1b1b1b");
const rule = () => (dark.matches ? "#444" : "#ddd");

function axes(label) {
  const common = { stroke: ink, grid: { stroke: rule, width: 1 }, ticks: { stroke: rule, width: 1 } };
  return [{ ...common, label, labelSize: 20 }, { ...common, size: 64 }];
}

/** The chart of a key: made once, then only given data. */
function chart(key, parent, label, series, data) {
  let made = charts.get(key);
  if (!made) {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    const place = document.createElement("div");
    figure.append(caption, place);
    parent.append(figure);
    const size = () => ({ width: Math.max(200, figure.clientWidth), height: 220 });
    const plot = new uPlot({ ...size(), scales: { x: { time: false } }, axes: axes(label), series: [{ label }, ...series] }, data, place);
    new ResizeObserver(() => plot.setSize(size())).observe(figure);
    made = { figure, caption, plot };
    charts.set(key, made);
  } else {
    made.plot.setData(data);
  }
  return made;
}

function caption(made, title, text) {
  const strong = document.createElement("strong");
  strong.textContent = title;
  made.caption.replaceChildren(strong, " " + text);
}

function curve(one) {
  const compared = one.published.length > 0;
  const length = Math.max(one.published.length, one.measured.length);
  const x = Array.from({ length }, (unused, i) => i);
  const measured = x.map(i => (i < one.measured.length ? one.measured[i] : null));
  const series = [{ label: "ours", stroke: COLOURS[0], width: 3, points: { show: false } }];
  const data = [x, measured];
  if (compared) {
    series.push({ label: "published", stroke: ink, width: 1, dash: [6, 5], points: { show: false } });
    data.push(one.published);
  }
  const key = one.reproduction + "/" + one.series;
  const made = chart(key, document.getElementById("curves"), "epoch", series, data);
  const verdict = compared
    ? `${one.exact} of ${one.measured.length} points equal so far: ${one.verdict.replace("_", " ")}`
    : `${one.measured.length} points; other data than the book's, nothing to compare`;
  caption(made, `${one.reproduction}, ${one.series}:`, verdict);
  made.figure.setAttribute("aria-label", `${key}. ${one.question} ${verdict}`);
}

function norms(run) {
  const tensors = Object.keys(run.norms);
  if (tensors.length === 0) return;
  const x = run.norms[tensors[0]].x;
  const series = tensors.map((label, i) => ({ label, stroke: COLOURS[i % COLOURS.length], width: 2, points: { show: false } }));
  const relative = tensors.map(name => run.norms[name].y.map(value => value / run.norms[name].y[0]));
  const made = chart("norms/" + run.name, document.getElementById("norms"), "iteration", series, [x, ...relative]);
  caption(made, run.name, "");
  made.figure.setAttribute("aria-label", `Norms of ${run.name}`);
}

function row(run) {
  const line = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  name.textContent = run.name;
  const state = document.createElement("td");
  state.textContent = run.state.toLowerCase();
  const done = document.createElement("td");
  done.textContent = `${run.done.toLocaleString("en")} of ${run.iterations.toLocaleString("en")} iterations`;
  line.append(name, state, done);
  return line;
}

function time(seconds) {
  if (seconds < 0) return "unknown";
  return seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`;
}

function show(now) {
  document.getElementById("progress").value = now.share;
  const percent = Math.floor(100 * now.share);
  document.getElementById("state").textContent = now.finished
    ? "All runs are finished. The command says where the report is."
    : `${percent} % done, about ${time(now.seconds_left)} left.`;
  now.compared.forEach(curve);
  now.runs.filter(run => run.state !== "WAITING").forEach(norms);
  document.getElementById("runs").replaceChildren(...now.runs.map(row));
}

/** What the command says now; null once it has ended. An error while showing it is not taken for that. */
async function ask() {
  try {
    return await (await fetch("live.json")).json();
  } catch (gone) {
    return null;
  }
}

async function poll() {
  const now = await ask();
  if (now === null) {
    document.getElementById("state").textContent = "The command has ended; what is shown is the last that it said.";
    return;
  }
  show(now);
  if (!now.finished) setTimeout(poll, POLL);
}

dark.addEventListener("change", () => charts.forEach(made => made.plot.redraw()));
poll();
