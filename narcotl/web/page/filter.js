// Which records a view shows. What a region or an actor stands for was found by narcotl itself and travels in the page.

import { DATA, named, record } from "./records.js";

/** Fold a text as it is searched: without case and accents, words set apart by single spaces. */
export function fold(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
}

function aliases(reference) {
  const found = record(reference?.id);
  return [named(reference), ...(found?.aliases ?? []).map((alias) => alias.name)];
}

const WORDS = {
  events: (row) => [
    ...[row.id, row.title, row.summary, row.note, row.date_as_written, row.status, ...row.kinds, ...row.topics],
    ...row.regions.flatMap(aliases),
    ...row.participants.flatMap((one) => [one.name, ...(one.actor ? aliases(one.actor) : [])]),
  ],
  claims: (row) => [
    ...[row.id, row.proposition, row.note, ...(row.topics ?? [])],
    ...row.positions.flatMap((one) => [one.gist, ...aliases(one.actor ?? one.source)]),
  ],
  figures: (row) => [row.id, row.name, row.scope, row.note, ...aliases(row.region), ...aliases(row.agency)],
};
const folded = new Map();

function haystack(kind, row) {
  if (!folded.has(row)) folded.set(row, fold(WORDS[kind](row).filter(Boolean).join(" ")));
  return folded.get(row);
}

function reached(kind, field, values) {
  const hits = new Map();
  for (const value of values) {
    const [sure, perhaps] = DATA.reach[kind][field][value] ?? [[], []];
    for (const number of perhaps) if (!hits.has(number)) hits.set(number, false);
    for (const number of sure) hits.set(number, true);
  }
  return hits;
}

/**
 * Give the rows of a kind (events, claims, figures) that a view shows, as `{row, certain}` in their order.
 *
 * Values of one field mean or, different fields mean and, as on the command line; words may be beginnings of words.
 * Only events have a status, and figures no topics: these filters leave the others alone.
 */
export function shown(kind, view) {
  const places = view.region.length ? reached(kind, "region", view.region) : null;
  const people = view.actor.length ? reached(kind, "actor", view.actor) : null;
  const words = fold(view.q).split(" ").filter(Boolean);
  const found = [];
  DATA[kind].forEach((row, number) => {
    const matches = [places, people].filter(Boolean).map((hits) => hits.get(number));
    if (matches.includes(undefined)) return;
    const certain = row.match !== "possible" && !matches.includes(false);
    if (view.certain && !certain) return;
    if (kind === "events" && view.status.length && !view.status.includes(row.status)) return;
    if (kind !== "figures" && view.topic.length && !view.topic.some((topic) => row.topics?.includes(topic))) return;
    if (words.length && !words.every((word) => haystack(kind, row).includes(` ${word}`))) return;
    found.push({ row, certain });
  });
  return found;
}

/** Give what a field of the filter can be, with how many events each finds: `{value, text, count}`, most first. */
export function choices(field) {
  if (field === "region" || field === "actor") {
    return Object.entries(DATA.reach.events[field])
      .map(([value, [sure, perhaps]]) => ({
        value,
        text: named(record(value)) || value,
        count: sure.length + perhaps.length,
      }))
      .sort((one, other) => other.count - one.count || one.text.localeCompare(other.text));
  }
  const counts = new Map();
  for (const row of DATA.events) {
    for (const value of field === "topic" ? row.topics : [row.status]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, text: value, count }))
    .sort((one, other) => other.count - one.count || one.text.localeCompare(other.text));
}
