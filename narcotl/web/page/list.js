// The same events as a list in order of time: for reading, for screen readers and for paper.

import { badge } from "./marks.js";
import { change } from "./state.js";
import { el, link } from "./dom.js";
import { named } from "./records.js";
import { undated } from "./when.js";

function item({ row, certain }) {
  const places = row.regions.map(named).join(", ");
  return el(
    "li",
    { class: certain ? "event" : "event possible" },
    el("span", { class: "date" }, row.date.text),
    el(
      "div",
      {},
      el("h3", {}, link(row.title, () => change({ event: row.id }, { push: true }), { class: "title", "data-id": row.id }), row.corrections?.length ? el("span", { title: "its sources are corrected" }, "†") : null),
      el("p", { class: "meta" }, badge(row.status), ` ${row.status}${certain ? "" : " · possible"} · ${places}`),
      row.summary ? el("p", { class: "summary" }, row.summary) : null,
    ),
  );
}

/** Show events in order of time; those without a date stand under their own heading at the end. */
export function list(node, hits) {
  const [dated, others] = [hits.filter(({ row }) => !undated(row.date)), hits.filter(({ row }) => undated(row.date))];
  node.replaceChildren(
    el("ol", { class: "events" }, dated.map(item)),
    ...(others.length ? [el("h3", {}, "Undated"), el("ol", { class: "events" }, others.map(item))] : []),
  );
}
