// The figures: a chart for each measure and place that has more than one number, and all of them as tables.

import { figureTable } from "./evidence.js";
import { counted, el } from "./dom.js";
import { DATA, named, pairsOf, record } from "./records.js";

const SPEC = document.getElementById("chart");

function grouped(rows, keyOf) {
  const found = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** Tell which points a line joins: those of one series that follow each other without a year between that nobody gives. */
function joined(points) {
  const ordered = [...points].sort((one, other) => one.at - other.at);
  const last = new Map();
  return ordered.map((one, number) => {
    const before = last.get(one.series);
    const follows = before && !isLong(one) && !isLong(before) && Math.round(one.at - before.at) === 1;
    const drawn = { ...one, run: follows ? before.run : number };
    last.set(one.series, drawn);
    return drawn;
  });
}

/** Tell whether a figure is about more than a year. */
function isLong({ began, ended }) {
  return ended - began > 1.01;
}

function conflicts(points) {
  const drawn = new Map(points.map((one) => [one.id, one]));
  const pairs = new Map(DATA.pairs.filter((pair) => pair.verdict === "conflict").map((pair) => [`${pair.one.id} ${pair.other.id}`, pair]));
  return [...pairs.values()].flatMap((pair) => {
    const [one, other] = [drawn.get(pair.one.id), drawn.get(pair.other.id)];
    const text = `Conflict: ${pair.reason}`;
    return one && other ? [{ at: one.at, to: other.at, value: one.value, other: other.value, text }] : [];
  });
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return { ink: of("--ink"), soft: of("--soft"), rule: of("--rule"), accent: of("--accent"), series: [1, 2, 3, 4, 5, 6].map((n) => of(`--series-${n}`)) };
}

function configured() {
  const { ink, soft, rule, series } = colours();
  const font = "system-ui, sans-serif";
  return {
    background: null,
    font,
    view: { stroke: null },
    axis: { labelColor: soft, titleColor: soft, gridColor: rule, domainColor: soft, tickColor: soft, labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" },
    legend: { labelColor: ink, labelFontSize: 12, orient: "bottom", columns: 1, labelLimit: 480, title: null, symbolOpacity: 1, symbolSize: 80 },
    range: { category: series },
  };
}

function hint(node, usual) {
  const said = el("p", { class: "chart-hint", "aria-live": "polite" }, usual);
  node.append(said);
  return (handler, event, item, value) => {
    said.textContent = value && typeof value === "object" ? Object.values(value).join(", ") : (value ?? usual);
  };
}

async function draw(node, points, title, unit) {
  const spec = JSON.parse(SPEC.textContent);
  const against = conflicts(points);
  spec.datasets = {
    figures: joined(points),
    long: points.filter(isLong),
    conflicts: against,
    ringed: against.flatMap(({ at, to, value, other, text }) => [{ at, value, text }, { at: to, value: other, text }]),
  };
  // Vega would warn of a layer that has nothing to draw.
  spec.layer = spec.layer.filter((layer) => spec.datasets[layer.data.name].length);
  spec.params = [
    { name: "series", value: [...new Set(points.map((one) => one.series))] },
    { name: "accent", value: colours().accent },
  ];
  spec.width = Math.max(Math.min(node.clientWidth || 600, 760) - 110, 180);
  spec.description = `${title}, in ${unit}: ${points.map((one) => `${one.text}, ${one.series}`).join("; ")}`;
  const canvas = el("div", { class: "drawn" });
  node.replaceChildren(canvas);
  const tooltip = hint(node, against.length ? "A ring and a dashed line mark figures that conflict." : "");
  await globalThis.vegaEmbed(canvas, spec, {
    mode: "vega-lite",
    ast: true, // the interpreter of expressions: the page allows no eval
    actions: false,
    defaultStyle: false,
    renderer: "svg",
    config: configured(),
    tooltip,
  });
}

function charts(rows) {
  if (!SPEC || !globalThis.vegaEmbed) return [];
  return [...grouped(rows, (row) => `${row.region.id} ${row.unit}`).values()].flatMap((list) => {
    const points = list.map((row) => DATA.points[row.id]).filter(Boolean);
    const isTold = new Set(points.map((one) => one.at)).size > 1 || conflicts(points).length;
    if (!isTold) return [];
    const [{ measure, region, unit }] = list;
    const node = el("div", { class: "chart" });
    waiting.set(node, () => draw(node, points, `${named(measure)}, ${named(region)}`, unit));
    watcher.observe(node);
    return [el("figure", {}, el("figcaption", {}, `${named(region)}, ${unit}`), node)];
  });
}

const waiting = new Map();
// A chart is drawn when it comes near the screen: a large store has many.
const watcher = new IntersectionObserver(
  (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => drawNow(one.target)),
  { rootMargin: "300px" },
);

async function drawNow(node) {
  const task = waiting.get(node);
  if (!task) return;
  watcher.unobserve(node);
  waiting.delete(node);
  try {
    await task();
  } catch (error) {
    node.replaceChildren(el("p", { class: "aside" }, `This chart could not be drawn: ${error.message}`));
  }
}

/** Draw whatever waits for being seen: before printing, everything is. */
export function drawAll() {
  return Promise.all([...waiting.keys()].map(drawNow));
}

/** Show figures by measure, those measures first that can be drawn and have most numbers. */
export function figures(node, hits) {
  const possible = new Set(hits.filter(({ certain }) => !certain).map(({ row }) => row));
  waiting.clear();
  watcher.disconnect();
  const parts = [...grouped(hits.map(({ row }) => row), (row) => row.measure.id)].map(([id, rows]) => {
    const drawnCharts = charts(rows);
    const conflicting = new Set(rows.flatMap(pairsOf).filter((pair) => pair.verdict === "conflict")).size;
    return { name: named(rows[0].measure), counts: record(id)?.counts, rows, drawnCharts, conflicting };
  });
  parts.sort((a, b) => b.drawnCharts.length - a.drawnCharts.length || b.rows.length - a.rows.length || a.name.localeCompare(b.name));
  node.replaceChildren(
    ...parts.map((part) =>
      el(
        "section",
        { class: "measure" },
        el("h3", {}, part.name),
        el("p", { class: "aside" }, part.counts ? `${part.counts} · ` : "", counted(part.rows.length, "figure"), part.conflicting ? [" ", el("span", { class: "flag" }, counted(part.conflicting, "conflict"))] : null),
        part.drawnCharts.length ? el("div", { class: "charts" }, part.drawnCharts) : null,
        el("details", { open: !part.drawnCharts.length }, el("summary", {}, "The numbers"), figureTable(part.rows, possible)),
      ),
    ),
  );
}
