// What is looked at: kept in the address after `#`, so that a view can be sent to somebody, and Back goes back.

export const FIELDS = ["region", "actor", "topic", "status"];
export const VIEWS = ["timeline", "list", "claims", "figures", "network"];
export const LANES = ["region", "actor", "topic", "none"];

const listeners = [];

/** The view as of now; changed only by `change`. */
export const state = read();

function read() {
  let asked;
  try {
    asked = new URLSearchParams(location.hash.slice(1));
  } catch {
    asked = new URLSearchParams();
  }
  const one = (name, known, usual) => (known.includes(asked.get(name)) ? asked.get(name) : usual);
  const at = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(asked.get("at") ?? "");
  return {
    view: one("view", VIEWS, "timeline"),
    lanes: one("lanes", LANES, "region"),
    ...Object.fromEntries(FIELDS.map((name) => [name, asked.getAll(name)])),
    q: asked.get("q") ?? "",
    certain: asked.get("certain") === "1",
    at: at && Number(at[1]) < Number(at[2]) ? [Number(at[1]), Number(at[2])] : null,
    event: asked.get("event") ?? "",
  };
}

/** Write a view as the part of an address after `#`; what is as usual is left out. */
export function written(view) {
  const said = new URLSearchParams();
  if (view.view !== "timeline") said.set("view", view.view);
  for (const name of FIELDS) for (const value of view[name]) said.append(name, value);
  if (view.q) said.set("q", view.q);
  if (view.certain) said.set("certain", "1");
  if (view.lanes !== "region") said.set("lanes", view.lanes);
  if (view.at) said.set("at", view.at.map((number) => Number(number.toFixed(3))).join(".."));
  if (view.event) said.set("event", view.event);
  return said.toString();
}

let address = written(state);
let writing;

function write(push) {
  clearTimeout(writing);
  const said = written(state);
  if (said === address) return;
  address = said;
  try {
    // `history` works in a file as well, and unlike `location.hash` never scrolls.
    history[push ? "pushState" : "replaceState"](null, "", `#${said}`);
  } catch {
    // A viewer of mail may forbid it: the page works, only its address stays.
  }
}

/**
 * Change the view. `push` makes a step that Back takes back; `quiet` tells nobody; `lazy` writes the address a little
 * later, since browsers refuse one that changes at every step of a hand.
 */
export function change(patch, { push = false, quiet = false, lazy = false } = {}) {
  const before = { ...state };
  Object.assign(state, patch);
  clearTimeout(writing);
  if (lazy) writing = setTimeout(write, 250, false);
  else write(push);
  if (!quiet) for (const tell of listeners) tell(state, before);
}

/** Call this whenever the view changes. */
export function listen(tell) {
  listeners.push(tell);
}

addEventListener("popstate", again);
addEventListener("hashchange", again);

function again() {
  const before = { ...state };
  const found = read();
  if (written(found) === written(before)) return;
  Object.assign(state, found);
  address = written(state);
  clearTimeout(writing);
  for (const tell of listeners) tell(state, before);
}

/** Tell whether anything is filtered. */
export function filtered(view) {
  return view.q !== "" || view.certain || FIELDS.some((name) => view[name].length > 0);
}
