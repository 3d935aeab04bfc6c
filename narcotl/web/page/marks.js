// How an event is drawn: its status as a shape, its date as what it is: a point, a span, an end that fades or is not known.

import { svg } from "./dom.js";
import { TAIL } from "./lanes.js";

const SHAPES = {
  documented: ["circle", { r: 4.5 }],
  reported: ["circle", { r: 3.7, class: "hollow" }],
  alleged: ["path", { d: "M0-5 5 4H-5Z", class: "hollow" }],
  disputed: ["path", { d: "M0-5.5 5.5 0 0 5.5-5.5 0Z" }],
  planned: ["path", { d: "M-4-5 5 0-4 5Z", class: "hollow" }],
  retracted: ["path", { d: "M-4-4 4 4M4-4-4 4", class: "hollow" }],
  refuted: ["path", { d: "M-4-4 4 4M4-4-4 4", class: "hollow" }],
};

/** Draw the shape of a status, around the point 0, 0. */
export function glyph(status) {
  const [tag, properties] = SHAPES[status] ?? SHAPES.reported;
  return svg("g", { class: `glyph ${status}` }, svg(tag, properties));
}

/** Draw the shape of a status as a small picture beside a word; to a screen reader the word says it. */
export function badge(status) {
  return svg("svg", { class: "badge", viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" }, glyph(status));
}

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** Measure the label of an event in pixels, once. */
export function labelWidth(row) {
  if (!widths.has(row.id)) {
    pen.font = `14px ${getComputedStyle(document.documentElement).getPropertyValue("--serif")}`;
    widths.set(row.id, pen.measureText(row.title).width + 8);
  }
  return widths.get(row.id);
}

function shortened(row, room) {
  const wide = labelWidth(row);
  if (wide <= room) return row.title;
  return `${row.title.slice(0, Math.floor((row.title.length * (room - 20)) / wide)).trimEnd()}…`;
}

const BAR = { height: 4, y: 8, rx: 2 };

function bar(mark, dx) {
  const { span, left, right } = mark;
  const fades = { l: span.left !== "sharp", r: span.right !== "sharp" };
  const mask = fades.l || fades.r ? `url(#fade-${fades.l ? "l" : ""}${fades.r ? "r" : ""})` : null;
  const width = Math.max(right - left, 6);
  const drawn = [svg("rect", { class: "bar", x: left + dx, width, ...BAR, mask })];
  if (span.left === "unknown") drawn.push(svg("text", { class: "aside", x: left + dx - 2, y: 14, "text-anchor": "end" }, "?"));
  if (span.right === "unknown") drawn.push(svg("text", { class: "aside", x: right + dx, y: 14 }, "?"));
  if (span.right === "open") drawn.push(svg("path", { class: "bar-end", d: `M${right + dx - 4} 6l5 4-5 4` }));
  if (span.left === "open") drawn.push(svg("path", { class: "bar-end", d: `M${left + dx + 4} 6l-5 4 5 4` }));
  return drawn;
}

/**
 * Draw a mark whose axis is shifted by `dx`, on a board so wide.
 *
 * The label of what began before the left edge moves along it, as long as there is room before the next mark.
 */
export function drawn(mark, dx, y, selected) {
  const { row, certain } = mark.hit;
  const anchor = mark.span.from === null && mark.span.left === "unknown" ? mark.right - TAIL : mark.left;
  const slack = Math.max(mark.end - 14 - 16 - mark.label, anchor);
  const x = Math.min(Math.max(anchor + dx, 10), slack + dx);
  const isPoint = mark.right - mark.left < 7 && mark.span.left === "sharp" && mark.span.right === "sharp";
  const name = `${row.date.text}: ${row.title}. ${row.status}${certain ? "" : ", possible"}`;
  return svg(
    "g",
    {
      class: `mark ${row.status}${certain ? "" : " possible"}${selected ? " selected" : ""}`,
      transform: `translate(0 ${y})`,
      role: "button",
      tabindex: "-1",
      "aria-label": name,
      "data-id": row.id,
      "data-lane": mark.lane,
    },
    svg("title", {}, `${row.date.text}: ${row.title}`),
    svg("rect", { class: "touch", x: x - 8, y: -12, width: mark.label + 20, height: 26, rx: 4 }),
    isPoint ? null : bar(mark, dx),
    svg("g", { transform: `translate(${x} -1)` }, glyph(row.status)),
    svg("text", { class: "label", x: x + 10, y: 4 }, shortened(row, mark.label)),
  );
}
