// What the tests ask the page for: an export as its reader took it, and as it shows it.
"use strict";

/** Let TimelineJS show a timeline; give its own complaints and each slide as it stands in the page. */
window.shownTimeline = (data) =>
  new Promise((shown) => {
    // Without fonts: they would come from a server.
    const timeline = new TL.Timeline("timeline", data, { font: null });
    timeline.on("loaded", () => {
      const { messages, events } = timeline.config;
      shown({ complaints: [...messages.errors, ...messages.warnings], slides: events.map(slide) });
    });
  });

const slide = ({ unique_id: id, start_date: start, end_date: end, group }) => {
  const card = document.getElementById(id);
  return {
    id,
    group,
    start: day(start),
    end: end ? day(end) : null,
    title: document.querySelector(`#${CSS.escape(id)}-marker .tl-headline`).textContent,
    date: card.querySelector(".tl-headline-date").textContent,
    lines: [...card.querySelectorAll(".tl-text-content p")].map((line) => line.textContent),
    elements: card.querySelectorAll("script, img, iframe, a").length,
  };
};

const day = ({ data: { year, month, day: number } }) => [year, month, number].filter((part) => part !== undefined);

/** Let Mermaid draw a diagram with its own limits, or those given; give its boxes and lines as they stand in the drawing. */
window.drawn = async ([text, limits]) => {
  mermaid.initialize({ startOnLoad: false, ...limits });
  await mermaid.parse(text);
  const drawing = document.createElement("div");
  drawing.innerHTML = (await mermaid.render("drawing", text)).svg;
  const name = (node) => node.id.match(/flowchart-(n\d+)-/)[1];
  const line = (label) => [...label.dataset.id.match(/^L_(n\d+)_(n\d+)_/).slice(1), label.textContent];
  return {
    boxes: [...drawing.querySelectorAll(".node")].map((node) => [name(node), node.textContent]),
    lines: [...drawing.querySelectorAll(".edgeLabels .label")].map(line),
    paths: drawing.querySelectorAll(".edgePaths path").length,
    elements: drawing.querySelectorAll("a, script, img").length,
  };
};
