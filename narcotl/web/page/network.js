// Who with whom: actors that took part in the same events, or took positions on the same claims.

import { change, state } from "./state.js";
import { counted, el, link, svg } from "./dom.js";
import { named, record } from "./records.js";
import { placed } from "./forces.js";

const MOST = 32;
const WIDE = 20;
const LETTER = 6.6;
const LINE = 14;

function tieOf(ties, one, other) {
  const [a, b] = one < other ? [one, other] : [other, one];
  const key = `${a} ${b}`;
  if (!ties.has(key)) ties.set(key, { a, b, events: 0, same: 0, opposite: 0, between: 0 });
  return ties.get(key);
}

function pairs(list) {
  return list.flatMap((one, number) => list.slice(number + 1).map((other) => [one, other]));
}

/** Tie the actors of events and claims: who took part together, who stood on the same side and who did not. */
function tied(events, claims) {
  const ties = new Map();
  for (const { row } of events) {
    const people = [...new Set(row.participants.filter((one) => one.actor).map((one) => one.actor.id))];
    for (const [one, other] of pairs(people)) tieOf(ties, one, other).events += 1;
  }
  for (const { row } of claims) {
    const sides = new Map();
    for (const { actor, polarity, stands } of row.positions) if (actor && stands !== false) sides.set(actor.id, polarity);
    for (const [one, other] of pairs([...sides.keys()])) {
      const [a, b] = [sides.get(one), sides.get(other)];
      tieOf(ties, one, other)[a === "0" || b === "0" ? "between" : a === b ? "same" : "opposite"] += 1;
    }
  }
  return [...ties.values()].map((tie) => ({ ...tie, weight: tie.events + tie.same + tie.opposite + tie.between }));
}

function chosen(ties) {
  const weights = new Map();
  for (const { a, b, weight } of ties) for (const id of [a, b]) weights.set(id, (weights.get(id) ?? 0) + weight);
  // Whoever is asked for comes first: the graph is about them.
  const rank = (id) => (state.actor.includes(id) ? Infinity : weights.get(id));
  const ordered = [...weights.keys()].sort((one, other) => rank(other) - rank(one) || one.localeCompare(other));
  return { all: ordered.length, nodes: ordered.slice(0, MOST), weights };
}

function nameOf(id) {
  return named(record(id)) || id;
}

/** Give a name in one line or two, short enough for a graph: the abbreviation where there is one. */
function linesOf(id) {
  const aliases = (record(id)?.aliases ?? []).filter((one) => !one.error).map((one) => one.name);
  const name = aliases.find((one) => /^\p{Lu}{2,6}$/u.test(one)) ?? nameOf(id);
  if (name.length <= WIDE) return [name];
  const words = name.split(" ");
  let first = words.shift();
  while (words.length && `${first} ${words[0]}`.length <= WIDE) first += ` ${words.shift()}`;
  const rest = words.join(" ");
  return [first, rest.length > WIDE ? `${rest.slice(0, WIDE - 1).trimEnd()}…` : rest].filter(Boolean);
}

/** Find a place for each label where it covers no other and no node, on a drawing so wide: below, above, right or left of its node. */
function labelled(nodes, width) {
  const taken = nodes.map(({ x, y, size }) => [x - size, y - size, x + size, y + size]);
  const free = ([a, b, c, d]) => a >= 0 && c <= width && taken.every(([l, t, r, bottom]) => c < l || a > r || d < t || b > bottom);
  return nodes.map((node) => {
    const lines = linesOf(node.id);
    const [wide, high] = [Math.max(...lines.map((text) => text.length)) * LETTER, lines.length * LINE];
    const { x, y, size } = node;
    const places = [
      { left: x - wide / 2, top: y + size + 2, anchor: "middle", x },
      { left: x - wide / 2, top: y - size - high - 2, anchor: "middle", x },
      { left: x + size + 3, top: y - high / 2, anchor: "start", x: x + size + 3 },
      { left: x - size - 3 - wide, top: y - high / 2, anchor: "end", x: x - size - 3 },
    ];
    const box = (place) => [place.left, place.top, place.left + wide, place.top + high];
    const found = places.find((place) => free(box(place)));
    if (found) taken.push(box(found));
    return { ...(found ?? places[0]), lines, crowded: !found };
  });
}

function told(tie) {
  const parts = [
    [tie.events, "event"],
    [tie.same, "claim on the same side", "claims on the same side"],
    [tie.opposite, "claim on opposite sides", "claims on opposite sides"],
    [tie.between, "claim otherwise", "claims otherwise"],
  ];
  return parts.filter(([number]) => number).map((part) => counted(...part)).join(", ");
}

function graph(nodes, ties, weights, wide) {
  const [width, height] = wide < 560 ? [420, 640] : [1000, 640];
  const number = new Map(nodes.map((id, at) => [id, at]));
  const points = placed(nodes, ties.map((tie) => ({ one: number.get(tie.a), other: number.get(tie.b), weight: tie.weight })));
  const margin = width < 500 ? 70 : 110;
  const at = (id) => ({ x: margin + points[number.get(id)].x * (width - margin * 2), y: 30 + points[number.get(id)].y * (height - 70) });
  const edges = ties.map((tie) => {
    const [from, to] = [at(tie.a), at(tie.b)];
    const kind = tie.opposite > tie.events + tie.same ? "tie opposite" : "tie";
    return svg("line", { class: kind, x1: from.x, y1: from.y, x2: to.x, y2: to.y, "stroke-width": Math.min(0.8 + tie.weight * 0.5, 7), "data-a": tie.a, "data-b": tie.b }, svg("title", {}, `${nameOf(tie.a)} – ${nameOf(tie.b)}: ${told(tie)}`));
  });
  const sized = nodes.map((id) => ({ id, ...at(id), size: 4 + Math.min(Math.sqrt(weights.get(id)) * 1.4, 13) }));
  const labels = labelled(sized, width);
  const drawn = sized.map(({ id, x, y, size }, order) => {
    const label = labels[order];
    const go = () => change({ actor: [id] }, { push: true });
    return svg(
      "g",
      { class: state.actor.includes(id) ? "node asked" : "node", role: "button", tabindex: "0", "data-actor": id, "aria-label": `${nameOf(id)}: show only events with them`, onclick: go, onkeydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), go()), onpointerenter: () => near(id), onpointerleave: () => near(null), onfocus: () => near(id), onblur: () => near(null) },
      svg("title", {}, nameOf(id)),
      svg("circle", { cx: x, cy: y, r: size }),
      svg("text", { "text-anchor": label.anchor, class: label.crowded ? "crowded" : null }, label.lines.map((text, line) => svg("tspan", { x: label.x, y: label.top + 11 + line * LINE }, text))),
    );
  });
  const whole = svg("svg", { class: "graph", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Graph of actors; the table below says the same" }, edges, drawn);
  const near = (id) => {
    whole.classList.toggle("near", id !== null);
    const beside = new Set([id]);
    for (const edge of edges) {
      const is = edge.dataset.a === id || edge.dataset.b === id;
      edge.classList.toggle("lit", is);
      if (is) beside.add(edge.dataset.a).add(edge.dataset.b);
    }
    for (const node of drawn) node.classList.toggle("lit", beside.has(node.dataset.actor));
  };
  return whole;
}

function table(ties) {
  const rows = ties.slice(0, 200).map((tie) =>
    el("tr", {}, [tie.a, tie.b].map((id) => el("td", {}, link(nameOf(id), () => change({ actor: [id] }, { push: true })))), el("td", {}, told(tie))),
  );
  const head = ["Who", "With whom", "In what"].map((text) => el("th", { scope: "col" }, text));
  return el("div", { class: "scrolls", tabindex: "0", role: "region", "aria-label": "Table of ties" }, el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, rows)));
}

/** Show the graph of those with most ties, and the ties as a table. */
export function network(node, events, claims) {
  const ties = tied(events, claims).sort((one, other) => other.weight - one.weight || (one.a + one.b).localeCompare(other.a + other.b));
  const { all, nodes, weights } = chosen(ties);
  const kept = new Set(nodes);
  const inside = ties.filter((tie) => kept.has(tie.a) && kept.has(tie.b));
  const said = all > nodes.length ? `The ${nodes.length} of ${counted(all, "actor")} with most ties; filters show others.` : `${counted(all, "actor")} with ties.`;
  node.replaceChildren(
    el("p", { class: "aside" }, said, " A line joins who shares an event or a claim; the more, the thicker. ", el("span", { class: "key opposite" }, "Dashed"), ": mostly on opposite sides. Choose an actor to see theirs alone."),
    nodes.length ? graph(nodes, inside, weights, node.clientWidth || 1000) : el("p", {}, "Nobody shares an event or a claim here."),
    el("details", {}, el("summary", {}, `The ${counted(Math.min(ties.length, 200), "strongest tie")} as a table`), table(ties)),
  );
}
