// The card of an event: when, where, who, how sure, what is claimed of it, what was counted, and who says so.

import { between, el, link } from "./dom.js";
import { badge } from "./marks.js";
import { change, state, written } from "./state.js";
import { citations, corrections, figureTable } from "./evidence.js";
import { claim } from "./claim.js";
import { claimsOf, figuresOf, meaning, named, record } from "./records.js";

function filterBy(field, reference) {
  if (!reference?.id || !record(reference.id)) return named(reference);
  const only = () => change({ [field]: [reference.id], event: "" }, { push: true });
  return link(named(reference), only, { title: `Show only events with ${named(reference)}` });
}

function place(one) {
  const aside = [one.geo_precision, one.as_written ? `written “${one.as_written}”` : ""].filter(Boolean).join(", ");
  return [filterBy("region", one), aside ? el("span", { class: "aside" }, ` (${aside})`) : ""];
}

function people(row) {
  const roles = new Map();
  for (const one of row.participants) {
    const role = one.role ?? "participant";
    roles.set(role, [...(roles.get(role) ?? []), one]);
  }
  return [...roles].map(([role, list]) => [role, between(list.map(person), "; ")]);
}

function person(one) {
  const by = one.by ? `, according to ${named(one.by)}` : "";
  const aside = [one.contested ? `contested${by}` : "", one.as_written ? `written “${one.as_written}”` : "", one.note];
  const said = aside.filter(Boolean).join("; ");
  return [one.actor ? filterBy("actor", one.actor) : one.name, said ? el("span", { class: "aside" }, ` (${said})`) : ""];
}

function dates(row) {
  const basis = row.date_basis ? `${row.date_basis.kind}${row.date_basis.note ? `: ${row.date_basis.note}` : ""}` : "";
  const others = (row.date_alt ?? []).map((one) =>
    [one.date.text, one.by ? `according to ${named(one.by)}` : "", one.note].filter(Boolean).join(", "),
  );
  return [
    ["Date", [row.date.text, el("span", { class: "aside" }, ` ${row.date.edtf}`)]],
    ["Written", row.date_as_written ? `“${row.date_as_written}”` : ""],
    ["Known by", basis],
    ["Or", others.length ? between(others, el("br")) : ""],
    ["Date of", row.date_of && row.date_of !== "occurrence" ? row.date_of : ""],
  ];
}

function facts(row) {
  const lines = [
    ...dates(row),
    ["Where", between(row.regions.map(place), "; ")],
    ...people(row),
    ["Kind", row.kinds.join(", ")],
    ["Topics", between(row.topics.map((topic) => link(topic, () => change({ topic: [topic], event: "" }, { push: true }))), ", ")],
    ["Awaiting", row.awaiting ?? ""],
    ["Note", row.note ?? ""],
  ].filter(([, said]) => said.length);
  return el("dl", { class: "facts" }, lines.map(([label, said]) => [el("dt", {}, label), el("dd", {}, said)]));
}

function related(row) {
  return el(
    "ul",
    {},
    (row.related ?? []).map((one) =>
      el("li", {}, `${one.rel.replaceAll("_", " ")} `, record(one.event.id) ? link(named(one.event), () => change({ event: one.event.id }, { push: true })) : named(one.event)),
    ),
  );
}

function section(title, count, ...content) {
  if (!count) return null;
  return el("section", {}, el("h3", {}, title, count > 1 ? el("span", { class: "count" }, ` ${count}`) : null), content);
}

/** Make the card of an event; `close` is what its button does. */
export function card(row, close) {
  const [claims, figures] = [claimsOf(row), figuresOf(row)];
  return el(
    "article",
    { class: "card", "data-event": row.id },
    el("button", { type: "button", class: "close", onclick: close, "aria-label": "Close the card" }, "×"),
    el("p", { class: "date" }, row.date.text),
    el("h2", { id: "card-title", tabindex: "-1" }, row.title),
    el("p", { class: `status ${row.status}` }, badge(row.status), ` ${row.status}`, el("span", { class: "aside" }, ` ${meaning("event-status", row.status)}`)),
    row.summary ? el("p", { class: "summary" }, row.summary) : null,
    section("Corrections", row.corrections?.length, corrections(row.corrections ?? [])),
    facts(row),
    section("Claims about it", claims.length, claims.map((one) => claim(one))),
    section("Figures", figures.length, figureTable(figures)),
    section("Related", row.related?.length, related(row)),
    section("Sources", row.sources.length, citations(row.sources)),
    el("p", { class: "small" }, el("code", {}, row.id), " · ", el("a", { href: `#${written({ ...state, event: row.id })}` }, "link to this card")),
  );
}
