// Put the page together: what is looked at decides what is shown.

import { card } from "./card.js";
import { change, listen, state } from "./state.js";
import { chosen, controls } from "./controls.js";
import { claim } from "./claim.js";
import { counted, el, link } from "./dom.js";
import { DATA, eventsOf, meaning, record } from "./records.js";
import { badge } from "./marks.js";
import { drawAll, figures } from "./figures.js";
import { handle } from "./gestures.js";
import { list } from "./list.js";
import { network } from "./network.js";
import { overview } from "./overview.js";
import { shown } from "./filter.js";
import { Timeline } from "./timeline.js";
import { undated } from "./when.js";

const MOST_CLAIMS = 150;
const at = (id) => document.getElementById(id);
const timeline = new Timeline(at("board"));

function open(id) {
  change({ event: id }, { push: true });
}

function claims(node, hits) {
  const ordered = [...hits].sort((one, other) => Boolean(other.row.tally?.contested) - Boolean(one.row.tally?.contested));
  const contested = hits.filter(({ row }) => row.tally?.contested).length;
  const where = (row) => {
    const events = eventsOf(row);
    return events.length ? el("p", { class: "aside" }, "About: ", events.map((event, number) => [number ? "; " : "", link(event.title, () => open(event.id))])) : null;
  };
  node.replaceChildren(
    el("p", { class: "aside" }, `${counted(hits.length, "claim")}, ${contested} of them contested, which come first.`),
    el("div", { class: "claims" }, ordered.slice(0, MOST_CLAIMS).map(({ row, certain }) => claim(row, certain ? null : el("p", { class: "aside" }, "A possible hit: its date or place only overlaps what is asked."), where(row)))),
    ...(ordered.length > MOST_CLAIMS ? [el("p", { class: "aside" }, `${ordered.length - MOST_CLAIMS} more; filters show them.`)] : []),
  );
}

const VIEWS = {
  timeline: (hits) => {
    const lost = hits.filter(({ row }) => undated(row.date)).length;
    at("undated").hidden = !lost;
    at("undated").replaceChildren(`${counted(lost, "event")} without a date `, link("in the list", () => change({ view: "list" }, { push: true })), ".");
    timeline.show(hits, state.lanes);
  },
  list: (hits) => list(at("list"), hits),
  claims: () => claims(at("claims"), shown("claims", state)),
  figures: () => figures(at("figures"), shown("figures", state)),
  network: (hits) => network(at("network"), hits, shown("claims", state)),
};

function show() {
  const hits = shown("events", state);
  chosen(at("filters"), at("chosen"), at("count"), hits);
  for (const tab of document.querySelectorAll("[data-view]")) {
    if (tab.dataset.view === state.view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  for (const name of Object.keys(VIEWS)) at(`view-${name}`).hidden = name !== state.view;
  at("lanes").value = state.lanes;
  at("board").hidden = at("overview").toggleAttribute("hidden", hits.length === 0);
  at("nothing").hidden = hits.length > 0 || !["timeline", "list"].includes(state.view);
  VIEWS[state.view](hits);
}

let origin = null;
const narrow = matchMedia("(max-width: 900px)");

/** Where a card covers the page, nothing behind it is to be reached. */
function cover() {
  const covered = narrow.matches && !at("panel").hidden;
  for (const part of document.querySelectorAll("header, form, .chosen, main, footer")) part.inert = covered;
}

function showCard(view, before) {
  const row = record(view.event);
  const panel = at("panel");
  const isNew = view.event !== before?.event;
  if (!isNew) return;
  if (!row || row.kind !== "event") {
    panel.hidden = true;
    panel.replaceChildren();
    document.body.classList.remove("with-card");
    cover();
    if (before?.event) (origin?.isConnected ? origin : document.querySelector(`.mark[data-id="${CSS.escape(before.event)}"]`))?.focus();
    return;
  }
  if (!panel.contains(document.activeElement)) origin = document.activeElement;
  panel.hidden = false;
  document.body.classList.add("with-card");
  panel.replaceChildren(card(row, close));
  panel.scrollTop = 0;
  cover();
  if (before) at("card-title").focus({ preventScroll: true });
}

let unfolded = [];

/** On paper stands the list for the timeline, every chart, and whatever can be unfolded. */
function paper() {
  if (state.view === "timeline") list(at("list"), shown("events", state));
  const folded = [...document.querySelectorAll("#panel details:not([open]), main section:not([hidden]) details:not([open])")];
  for (const one of folded) one.open = true;
  unfolded.push(...folded);
  drawAll();
}

function screen() {
  for (const one of unfolded) one.open = false;
  unfolded = [];
}

function close() {
  change({ event: "" }, { push: true });
}

function legend() {
  const words = Object.keys(DATA.vocabulary["event-status"]);
  const inUse = words.filter((word) => DATA.events.some((event) => event.status === word));
  at("legend").replaceChildren(...inUse.map((word) => el("li", { title: meaning("event-status", word) }, badge(word), ` ${word}`)));
}

function about() {
  const title = DATA.title ?? "Timeline";
  document.title = DATA.asked ? `${title}: ${DATA.asked}` : title;
  at("title").textContent = title;
  at("asked").textContent = DATA.asked ? `Chosen: ${DATA.asked}` : "";
  at("asked").hidden = !DATA.asked;
  const counts = [[DATA.events, "event"], [DATA.claims, "claim"], [DATA.figures, "figure"], [DATA.sources, "source"]];
  at("about").textContent = `${counts.map(([rows, noun]) => counted(rows.length, noun)).join(", ")}. As of ${DATA.as_of}. ${DATA.licence ?? ""}`;
}

function start() {
  about();
  legend();
  controls(at("filters"));
  handle(timeline, open);
  overview(at("overview"), timeline);
  for (const tab of document.querySelectorAll("[data-view]")) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      change({ view: tab.dataset.view }, { push: true });
      if (tab.classList.contains("skip")) at("heading-list").focus();
    });
  }
  at("lanes").addEventListener("change", () => change({ lanes: at("lanes").value }));
  at("closer").addEventListener("click", () => timeline.zoom(0.6));
  at("further").addEventListener("click", () => timeline.zoom(1 / 0.6));
  at("whole").addEventListener("click", () => timeline.whole());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.event) close();
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
      event.preventDefault();
      at("filters").elements.q.focus();
    }
  });
  narrow.addEventListener("change", cover);
  listen((view, before) => {
    show();
    showCard(view, before);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  addEventListener("beforeprint", paper);
  addEventListener("afterprint", screen);
  matchMedia("print").addEventListener("change", (media) => (media.matches ? paper() : screen()));
  show();
  showCard(state, null);
}

start();
