// A strip above the timeline: how many events each stretch of time has, where it is silent, and which part is in sight.

import { extent, yearText } from "./when.js";
import { svg } from "./dom.js";

const HEIGHT = 30;
const NARROWEST = 5;

/** Count events by stretches of time; one that is vague counts in parts, wherever it may lie. */
function counted(hits, from, to, size) {
  const bins = new Array(Math.max(Math.ceil((to - from) / size), 1)).fill(0);
  const binOf = (year) => Math.min(Math.max(Math.floor((year - from) / size), 0), bins.length - 1);
  for (const { row } of hits) {
    const span = extent(row.date);
    const known = [span.from ?? span.to, span.to ?? span.from];
    if (known[0] === null) continue;
    // The end of a span is the beginning of the next day, which may be that of the next bin.
    const [first, last] = [binOf(known[0]), binOf(Math.max(known[1] - 0.001, known[0]))];
    for (let bin = first; bin <= last; bin += 1) bins[bin] += 1 / (last - first + 1);
  }
  return bins;
}

/** Keep the strip as the timeline is; a hand on the strip moves the timeline there. */
export function overview(node, timeline) {
  const shown = svg("rect", { class: "window", y: 0.5, height: HEIGHT - 1, rx: 3 });
  let known = {};

  function bars() {
    const { hits, width, last } = timeline;
    const [from, to] = timeline.all;
    if (known.hits === hits && known.width === width) return;
    known = { hits, width };
    const years = ((to - from) * NARROWEST) / width;
    const size = [1, 2, 5].flatMap((step) => [1, 10, 100, 1000, 10_000].map((ten) => step * ten)).sort((a, b) => a - b).find((one) => one >= years) ?? years;
    const start = Math.floor(from / size) * size;
    const bins = counted(hits, start, Math.max(last, start + size), size);
    const most = Math.max(...bins, 1);
    const wide = (size / (to - from)) * width;
    const drawn = bins.map((count, number) => {
      const height = count ? Math.max((count / most) * (HEIGHT - 4), 2) : 0;
      const x = ((start + number * size - from) / (to - from)) * width;
      return count ? svg("rect", { class: "count", x, width: Math.max(wide - 1, 1), y: HEIGHT - height, height }) : null;
    });
    node.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    node.style.width = `${width}px`;
    const at = (year) => ((year - from) / (to - from)) * width;
    const ends = [bins.findIndex(Boolean), bins.findLastIndex(Boolean)].map((bin) => start + bin * size);
    const names = hits.length && size <= 10
      ? [
          svg("text", { x: at(ends[0]), y: 11 }, yearText(ends[0])),
          svg("text", { x: at(ends[1] + size), y: 11, "text-anchor": "end" }, yearText(ends[1] + size - 1)),
        ]
      : [];
    node.replaceChildren(...drawn.filter(Boolean), ...names, shown);
  }

  timeline.drawn = () => {
    bars();
    const [from, to] = timeline.all;
    const x = (year) => ((year - from) / (to - from)) * timeline.width;
    // Where all is in sight, a frame would say nothing.
    shown.toggleAttribute("hidden", timeline.window[1] - timeline.window[0] > (to - from) * 0.999);
    shown.setAttribute("x", x(timeline.window[0]));
    shown.setAttribute("width", Math.max(x(timeline.window[1]) - x(timeline.window[0]), 3));
  };

  function go(event) {
    const at = timeline.all[0] + ((event.clientX - node.getBoundingClientRect().left) / timeline.width) * (timeline.all[1] - timeline.all[0]);
    const half = (timeline.window[1] - timeline.window[0]) / 2;
    timeline.look([at - half, at + half]);
  }

  node.addEventListener("pointerdown", (event) => {
    node.setPointerCapture(event.pointerId);
    go(event);
  });
  node.addEventListener("pointermove", (event) => node.hasPointerCapture(event.pointerId) && go(event));
}
