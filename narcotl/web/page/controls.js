// The filters above the views: lists to choose from, words, and what is chosen, each to be taken away again.

import { change, FIELDS, filtered, state } from "./state.js";
import { choices } from "./filter.js";
import { counted, el } from "./dom.js";
import { DATA, named, record } from "./records.js";

const NAMES = { region: "Region", actor: "Actor", topic: "Topic", status: "Status" };
const ANY = { region: "Anywhere", actor: "Anybody", topic: "Any topic", status: "Any status" };

/** Fill the form, and let it change the view. */
export function controls(form) {
  for (const field of FIELDS) {
    const select = form.elements[field];
    const options = choices(field).map(({ value, text, count }) => el("option", { value }, `${text} (${count})`));
    select.replaceChildren(el("option", { value: "" }, ANY[field]), ...options);
    select.addEventListener("change", () => {
      const value = select.value;
      select.value = "";
      if (value && !state[field].includes(value)) change({ [field]: [...state[field], value] }, { push: true });
    });
  }
  form.elements.more.addEventListener("click", ({ target }) => {
    target.setAttribute("aria-expanded", target.getAttribute("aria-expanded") === "false");
  });
  let typing;
  form.elements.q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ q: form.elements.q.value.trim() }), 120);
  });
  form.elements.certain.addEventListener("change", () => change({ certain: form.elements.certain.checked }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ q: form.elements.q.value.trim() });
  });
}

function chip(field, value) {
  const text = field === "q" ? `“${value}”` : field === "certain" ? "certain only" : named(record(value)) || value;
  const off = () => change(field === "q" ? { q: "" } : field === "certain" ? { certain: false } : { [field]: state[field].filter((one) => one !== value) });
  const label = field in NAMES ? `${NAMES[field]}: ` : "";
  return el("li", {}, el("button", { type: "button", class: "chip", onclick: off, "aria-label": `Take away the filter ${label}${text}` }, el("span", { class: "aside" }, label), text, el("span", { "aria-hidden": "true" }, " ×")));
}

/** Say what is chosen and how much of the whole that is. */
export function chosen(form, list, said, hits) {
  if (document.activeElement !== form.elements.q) form.elements.q.value = state.q;
  form.elements.certain.checked = state.certain;
  for (const field of FIELDS) form.elements[field].options[0].text = state[field].length ? "or also …" : ANY[field];
  const chips = FIELDS.flatMap((field) => state[field].map((value) => chip(field, value)));
  if (state.q) chips.push(chip("q", state.q));
  if (state.certain) chips.push(chip("certain", true));
  const none = { ...Object.fromEntries(FIELDS.map((field) => [field, []])), q: "", certain: false };
  const clear = el("li", {}, el("button", { type: "button", class: "link", onclick: () => change(none, { push: true }) }, "Clear all"));
  list.replaceChildren(...chips, ...(chips.length > 1 ? [clear] : []));
  const possible = hits.filter(({ certain }) => !certain).length;
  const whole = counted(DATA.events.length, "event");
  const count = filtered(state) ? `${hits.length.toLocaleString("en")} of ${whole}` : whole;
  said.textContent = possible ? `${count}, ${possible} of them possible in date or place` : count;
}
