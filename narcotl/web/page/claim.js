// A claim: the statement, its positions on a line of time (for above, against below), and each in words.

import { between, el, svg } from "./dom.js";
import { chain, corrections } from "./evidence.js";
import { meaning, named, speaker } from "./records.js";
import { place, ticks, undated } from "./when.js";

const SIDE = { "+": "for", "-": "against", 0: "between" };
const SIGN = { "+": "+", "-": "−", 0: "○" };
const WIDTH = 360;
const MIDDLE = 34;
const STEP = 15;
const NO_DATE = 64;

function inTime(positions) {
  const at = (one) => place(one.said) ?? Infinity;
  return [...positions].sort((one, other) => at(one) - at(other));
}

/** Make what gives each position its place on the line: by its time, and those without a date beside each other at the end. */
function scale(positions) {
  const times = positions.map((one) => place(one.said)).filter((time) => time !== null);
  const undatedOnes = positions.filter((one) => undated(one.said));
  const end = WIDTH - 12 - (undatedOnes.length ? NO_DATE : 0);
  if (!times.length) return { end: 0, ticks: [], x: () => WIDTH / 2 };
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const air = Math.max((last - first) * 0.08, 0.5);
  const [from, to] = [first - air, last + air];
  const along = (time) => 12 + ((time - from) / (to - from)) * (end - 12);
  return {
    end,
    ticks: ticks(from, to, 5).map(({ at, text }) => ({ x: along(at), text })),
    x: (one) => (undated(one.said) ? end + NO_DATE / 2 : along(place(one.said))),
  };
}

/** Draw the positions: each a sign at its time, above the line for, below it against. */
function line(positions) {
  const { end, ticks: years, x } = scale(positions);
  const taken = [];
  const marks = positions.map((one) => {
    const [at, side] = [x(one), SIDE[one.polarity]];
    const level = taken.filter((other) => other.side === side && Math.abs(other.at - at) < 13).length;
    taken.push({ side, at });
    const away = (side === "between" ? 0 : 13) + level * STEP;
    return sign(one, at, side === "for" ? MIDDLE - away : MIDDLE + away);
  });
  const top = Math.min(MIDDLE - 22, ...marks.map(({ y }) => y - 10));
  const bottom = Math.max(MIDDLE + 30, ...marks.map(({ y }) => y + 24));
  const labels = years.map(({ x: at, text }) =>
    svg("g", { class: "years" }, svg("line", { x1: at, x2: at, y1: MIDDLE - 3, y2: MIDDLE + 3 }), svg("text", { x: at, y: bottom - 4, "text-anchor": "middle" }, text)),
  );
  const hasUndated = positions.some((one) => undated(one.said));
  return svg(
    "svg",
    { class: "positions", viewBox: `0 ${top} ${WIDTH} ${bottom - top}`, role: "img", "aria-label": "Positions in order of time, told in the list below" },
    end ? svg("line", { class: "axis", x1: 4, x2: end, y1: MIDDLE, y2: MIDDLE }) : null,
    labels,
    hasUndated ? svg("g", { class: "years" }, svg("text", { x: end ? end + NO_DATE / 2 : WIDTH / 2, y: bottom - 4, "text-anchor": "middle" }, "no date")) : null,
    marks.map(({ stem }) => stem).filter(Boolean),
    marks.map(({ node }) => node),
  );
}

function sign(one, x, y) {
  const side = SIDE[one.polarity];
  const stem = side === "between" || undated(one.said) ? null : svg("line", { x1: x, x2: x, y1: MIDDLE, y2: y, class: "stem" });
  const fallen = one.stands === false ? " fallen" : "";
  const drawn = [svg("circle", { cx: x, cy: y, r: 6.5 }), svg("text", { x, y: y + 4, "text-anchor": "middle" }, SIGN[one.polarity])];
  return { y, stem, node: svg("g", { class: `stance ${side}${fallen}` }, drawn) };
}

function position(one) {
  const side = SIDE[one.polarity];
  const when = undated(one.said) ? "no date" : one.said.text;
  return el(
    "li",
    { class: `position ${side}${one.stands === false ? " fallen" : ""}` },
    el("span", { class: "sign", "aria-hidden": "true" }, SIGN[one.polarity]),
    el(
      "div",
      {},
      el("strong", {}, speaker(one)),
      " ",
      el("span", { title: meaning("stance", one.stance) }, one.stance.replaceAll("-", " ")),
      el("span", { class: "visually-hidden" }, ` (${side})`),
      el("span", { class: "date" }, `, ${when}`),
      one.scope === "partial" ? " (in part)" : null,
      one.gist ? el("p", {}, one.gist) : null,
      one.stands === false ? el("p", { class: "aside" }, "No longer held: a later position of the same speaker takes its place.") : null,
      one.interest ? el("p", { class: "aside" }, `Interest: ${one.interest}`) : null,
      el("p", { class: "small" }, chain(one)),
    ),
  );
}

/** Show a claim in full; `more` is what else belongs below it. */
export function claim(row, ...more) {
  const positions = inTime(row.positions);
  const isContested = row.tally?.contested;
  return el(
    "article",
    { class: `claim${isContested ? " contested" : ""}`, "data-claim": row.id },
    el("h4", {}, row.proposition),
    el("p", { class: "tally" }, isContested ? [el("span", { class: "flag" }, "Contested"), " "] : null, tally(row)),
    positions.length > 1 ? line(positions) : null,
    el("ul", { class: "position-list" }, positions.map(position)),
    row.does_not_claim ? el("p", { class: "aside" }, `Not claimed: ${row.does_not_claim}`) : null,
    row.note ? el("p", { class: "aside" }, row.note) : null,
    row.relates?.length
      ? el("p", { class: "aside" }, between(row.relates.map((one) => `${one.rel}: ${named(one.claim)}`), " · "))
      : null,
    corrections(row.corrections ?? []),
    more,
  );
}

function tally(row) {
  if (!row.tally) return "";
  const { for: pro, against, between: other, origins } = row.tally;
  return `${pro} for, ${against} against, ${other} between · ${origins} independent ${origins === 1 ? "origin" : "origins"}`;
}

