// Lanes of the timeline, and in each lane the rows that its events are laid out in so that none covers another.

import { extent, undated } from "./when.js";
import { named, record } from "./records.js";

const MOST_LANES = 14;
const LEAST_LABEL = 110;
export const GLYPH = 16;
export const TAIL = 46;

/** Climb from a valley or a province to its country: lanes are worth reading if they are few. */
function country(id) {
  let at = record(id);
  const seen = new Set();
  while (at && !seen.has(at.id)) {
    if (at.type === "country") return at;
    seen.add(at.id);
    at = record(at.part_of?.[0]?.id);
  }
  return record(id) ?? { id, name: id };
}

const KEYS = {
  region: (row) => row.regions.map((place) => country(place.id)),
  actor: (row) => row.participants.filter((one) => one.actor).map((one) => one.actor),
  topic: (row) => row.topics.map((topic) => ({ id: topic, name: topic })),
};

/** Part hits into lanes, the fullest first; what is left over stands in a last one. An event may be in several. */
export function lanes(hits, by) {
  const dated = hits.filter(({ row }) => !undated(row.date));
  if (by === "none") return [{ key: "", name: "", hits: dated }];
  const found = new Map();
  const none = [];
  for (const hit of dated) {
    const keys = KEYS[by](hit.row);
    if (!keys.length) none.push(hit);
    for (const key of keys) {
      if (!found.has(key.id)) found.set(key.id, { key: key.id, name: named(key), hits: new Set() });
      found.get(key.id).hits.add(hit);
    }
  }
  const ordered = [...found.values()].sort((a, b) => b.hits.size - a.hits.size || a.name.localeCompare(b.name));
  const kept = ordered.slice(0, ordered.length > MOST_LANES + 1 ? MOST_LANES : ordered.length);
  const held = new Set(kept.flatMap((lane) => [...lane.hits]));
  const rest = [...ordered.slice(kept.length).flatMap((lane) => [...lane.hits]), ...none].filter((hit) => !held.has(hit));
  const others = new Set(rest);
  return [
    ...kept.map((lane) => ({ ...lane, hits: [...lane.hits] })),
    ...(others.size ? [{ key: "", name: kept.length ? "Others" : "", hits: dated.filter((hit) => others.has(hit)) }] : []),
  ];
}

/**
 * Give the years of the axis, from the first to the last known bound, with a little air and on the right with room for
 * labels on a board so wide; and the last year that matters. Where nothing is known it is a century.
 */
export function domain(hits, width) {
  let from = Infinity;
  let to = -Infinity;
  for (const { row } of hits) {
    const span = extent(row.date);
    for (const at of [span.from, span.to]) {
      if (at === null) continue;
      from = Math.min(from, at);
      to = Math.max(to, at);
    }
  }
  if (from > to) return [[1900, 2000], 2000];
  const air = Math.max((to - from) * 0.03, 0.5);
  const room = Math.min(Math.max(width * 0.2, 120), 260);
  return [[from - air, to + ((to - from + air) * room) / (width - room)], to + air];
}

/** Give where a mark begins and ends on an axis with so many pixels a year, measured from the year 0. */
export function bounds(span, perYear, all) {
  const open = { open: [all[0] * perYear, all[1] * perYear] };
  const left = span.from !== null ? span.from * perYear : span.left === "open" ? open.open[0] : span.to * perYear - TAIL;
  const right = span.to !== null ? span.to * perYear : span.right === "open" ? open.open[1] : span.from * perYear + TAIL;
  return [left, Math.max(right, left)];
}

/** Give a mark its label, no longer than there is room before the axis ends. */
function labelled(hit, perYear, all, label) {
  const span = extent(hit.row.date);
  const [left, right] = bounds(span, perYear, all);
  const room = Math.max(all[1] * perYear - left - GLYPH, LEAST_LABEL);
  const wide = Math.min(label, room);
  const end = Math.max(right, left + GLYPH + wide) + 14;
  return { hit, span, left, right, label: wide, begin: left - GLYPH / 2, end };
}

/** Lay the events of a lane out in rows: each in the first row where its mark and its label have room. */
export function packed(hits, perYear, all, labelWidth) {
  const ends = [];
  const marks = hits.map((hit) => labelled(hit, perYear, all, labelWidth(hit.row)));
  marks.sort((one, other) => one.begin - other.begin);
  for (const mark of marks) {
    let row = 0;
    while (row < ends.length && ends[row] > mark.begin) row += 1;
    ends[row] = mark.end;
    mark.row = row;
  }
  return { marks, rows: ends.length };
}
