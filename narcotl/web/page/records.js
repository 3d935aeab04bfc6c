// The records of the page, by id, and what belongs to what.

export const DATA = JSON.parse(document.getElementById("records").textContent);

const KINDS = ["actors", "regions", "sources", "measures", "events", "claims", "figures", "corrections"];

const byId = new Map();
for (const kind of KINDS) for (const row of DATA[kind]) byId.set(row.id, row);

/** Give the record with an id, or undefined. */
export function record(id) {
  return byId.get(id);
}

/** Name a reference; what the store does not name is called by its id. */
export function named(reference) {
  return reference ? reference.name || reference.id || "" : "";
}

function grouped(rows, keysOf) {
  const found = new Map();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(row);
    }
  }
  return found;
}

const claimsAbout = grouped(DATA.claims, (row) => (row.about?.event ?? []).map((event) => event.id));
const figuresOfClaims = grouped(DATA.figures, (row) => (row.claims ?? []).map((claim) => claim.id));
const pairsOfFigures = grouped(DATA.pairs, (pair) => [pair.one.id, pair.other.id]);
const eventsNaming = grouped(DATA.events, (row) => [...(row.claims ?? []), ...(row.figures ?? [])].map((one) => one.id));

function inOrder(ids) {
  return [...new Set(ids)].map(record).filter(Boolean);
}

/** Give the claims about an event: those that it names, and those that name it. */
export function claimsOf(event) {
  const said = (claimsAbout.get(event.id) ?? []).map((claim) => claim.id);
  return inOrder([...(event.claims ?? []).map((claim) => claim.id), ...said]);
}

/** Give the figures of an event: those that it names, and those of the claims that it names. */
export function figuresOf(event) {
  const own = (event.figures ?? []).map((figure) => figure.id);
  const told = (event.claims ?? []).flatMap((claim) => figuresOfClaims.get(claim.id) ?? []).map((row) => row.id);
  return inOrder([...own, ...told]);
}

/** Give how a figure stands to others: conflicts, revisions, the other side that is missing. */
export function pairsOf(figure) {
  return pairsOfFigures.get(figure.id) ?? [];
}

/** Give the events that a claim or a figure belongs to. */
export function eventsOf(row) {
  const about = (row.about?.event ?? []).map((event) => event.id);
  return inOrder([...about, ...(eventsNaming.get(row.id) ?? []).map((event) => event.id)]);
}

/** Name who speaks in a position: an actor, or the source itself. */
export function speaker(position) {
  return named(position.actor ?? position.source);
}

/** Tell what a word of a vocabulary means. */
export function meaning(vocabulary, word) {
  return DATA.vocabulary[vocabulary]?.[word] ?? "";
}
