// Make elements. Whatever a store says enters the page as text, never as markup.

// The policy of the page lets nobody make markup of text. Vega-Embed empties its element by writing "": that much is allowed.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML(text) {
    if (text === "") return text;
    throw new TypeError("no markup is made of text here");
  },
});

const SVG = "http://www.w3.org/2000/svg";

function filled(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Make an element of HTML: `el("a", {href: "#x", onclick: go}, "text", node)`; what is null is left out. */
export function el(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

/** Make an element of SVG. */
export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

/** A button that looks like a link in a text. */
export function link(text, onclick, properties = {}) {
  return el("button", { type: "button", class: "link", onclick, ...properties }, text);
}

/** Put something, a text or copies of an element, between the items of a list. */
export function between(items, separator) {
  const copy = () => (separator instanceof Node ? separator.cloneNode(true) : separator);
  return items.flatMap((item, number) => (number ? [copy(), item] : [item]));
}

/** Write a number of things: `counted(2, "event")` is "2 events". */
export function counted(number, noun, plural = `${noun}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;
}
