// Who says so: chains of sources, figures with how they meet, corrections.

import { between, counted, el } from "./dom.js";
import { meaning, named, pairsOf, record } from "./records.js";

function isWeb(address) {
  return /^https?:\/\//i.test(address ?? "");
}

function work(reference) {
  const found = record(reference.id);
  const issued = found?.issued?.text && found.issued.edtf !== "XXXX" ? ` (${found.issued.text})` : "";
  return el(
    "span",
    { class: found?.read ? "work read" : "work" },
    el("cite", {}, named(reference)),
    issued,
    found?.read ? el("span", { class: "mark-read", title: "read by the authors of the store" }, " · read") : null,
  );
}

/** Write a chain: the work that says it first, who cites it, and what of it was read. */
export function chain(citation) {
  const links = [citation.source, ...(citation.via ?? [])].filter(Boolean);
  return el(
    "span",
    { class: "chain" },
    between(links.map(work), el("span", { class: "via" }, " as cited in ")),
    citation.locator ? `, ${citation.locator}` : null,
  );
}

function about(reference) {
  const found = record(reference.id);
  if (!found) return null;
  const said = [
    ["By", (found.author ?? []).map(named).join(", ")],
    ["In", typeof found.container === "object" ? named(found.container) : found.container],
    ["Type", found.type],
    ["Flags", (found.flags ?? []).join(", ")],
    ["Interests", (found.interests ?? []).map((one) => (typeof one === "string" ? one : named(one))).join("; ")],
    ["Note", found.note],
  ].filter(([, text]) => text);
  const address = [found.url, found.archive_url].find(isWeb);
  return el(
    "li",
    {},
    el("cite", {}, named(reference)),
    el("dl", { class: "small" }, said.map(([label, text]) => [el("dt", {}, label), el("dd", {}, String(text))])),
    address ? el("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, address) : null,
  );
}

/** Show citations, each with its chain; who wrote these works, and what is to be known of them, can be unfolded. */
export function citations(list) {
  const works = new Map();
  for (const one of list) for (const link of [one.source, ...(one.via ?? [])]) works.set(link.id, link);
  return [
    el(
      "ul",
      { class: "chains" },
      list.map((one) =>
        el(
          "li",
          {},
          chain(one),
          one.confidence ? el("span", { class: "aside" }, ` · confidence ${one.confidence}`) : null,
          one.note ? el("span", { class: "aside" }, ` · ${one.note}`) : null,
        ),
      ),
    ),
    el(
      "details",
      {},
      el("summary", {}, `About ${works.size === 1 ? "this work" : `these ${counted(works.size, "work")}`}`),
      el("ul", { class: "works" }, [...works.values()].map(about)),
    ),
  ];
}

const BOUNDS = { "=": "", "~": "about ", "<~": "nearly ", "<": "under ", "<=": "up to ", ">": "over ", ">=": "at least " };

function number(value) {
  return value === null ? "?" : value.toLocaleString("en", { maximumFractionDigits: 6 });
}

/** Write what a figure says: with its bound and unit, or why there is no number. */
function amount(row) {
  if (row.missing) return `not given: ${row.missing.replaceAll("-", " ")}`;
  const said = row.value !== null ? number(row.value) : `${number(row.low)}–${number(row.high)}`;
  return `${BOUNDS[row.op] ?? ""}${said} ${row.unit}`;
}

const TELLING = ["conflict", "revision", "other side missing"];

/** Show figures as a table, and below each how it stands to the others; some are only possible hits. */
export function figureTable(rows, possible = new Set()) {
  const head = ["What", "Where", "When", "How much", "Who says so"];
  return el(
    "div",
    { class: "scrolls", tabindex: "0", role: "region", "aria-label": "Table of figures" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, head.map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, rows.map((row) => figureRow(row, possible.has(row)))),
    ),
  );
}

function figureRow(row, isPossible) {
  const met = pairsOf(row).filter((pair) => TELLING.includes(pair.verdict));
  const who = row.agency ? named(row.agency) : row.derived ? "computed" : named(row.source);
  return el(
    "tr",
    { "data-figure": row.id },
    el("th", { scope: "row" }, isPossible ? "(possible) " : null, named(row.measure), row.scope ? el("span", { class: "aside" }, ` ${row.scope}`) : null),
    el("td", {}, named(row.region)),
    el("td", { class: "date" }, row.period.text),
    el(
      "td",
      { class: row.missing ? "missing" : "number" },
      amount(row),
      row.also_written?.length ? el("span", { class: "aside" }, ` written ${row.also_written.map(also).join(", ")}`) : null,
      met.map((pair) => el("span", { class: `verdict ${pair.verdict}`, title: meaning("verdict", pair.verdict) }, `${pair.verdict}: ${pair.reason}`)),
    ),
    el(
      "td",
      {},
      who,
      row.source ? el("details", {}, el("summary", {}, "chain"), chain(row)) : null,
      corrections(row.corrections ?? []),
    ),
  );
}

function also(one) {
  return `${BOUNDS[one.op] ?? ""}${number(one.value)} ${one.unit}`;
}

function isSuspected(correction) {
  return correction.certainty === "suspected";
}

/** Show what is wrong in the sources of a record, and what should stand there. */
export function corrections(list) {
  if (!list.length) return null;
  return el(
    "ul",
    { class: "corrections" },
    list.map((one) =>
      el(
        "li",
        {},
        el("span", { class: "aside" }, `${one.type.replaceAll("-", " ")}, ${isSuspected(one) ? "suspected and not applied" : one.certainty}. `),
        isSuspected(one) ? el("span", {}, one.says, el("span", { class: "aside" }, " Perhaps rather: ")) : [el("del", {}, one.says), " "],
        el("ins", {}, one.should_be),
      ),
    ),
  );
}
