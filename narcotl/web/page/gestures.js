// Hands on the timeline: drag and wheel, two fingers, and the keyboard.

const CLICK = 4;

/** Let a timeline be moved by hand; `open` is called with the id of an event that is chosen. */
export function handle(timeline, open) {
  const { board } = timeline;
  const held = new Map();
  let moved = 0;

  board.addEventListener(
    "wheel",
    (event) => {
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (event.ctrlKey || event.metaKey) timeline.zoom(Math.exp(event.deltaY * 0.004), event.offsetX);
      else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) timeline.pan(sideways);
      else return;
      event.preventDefault();
    },
    { passive: false },
  );

  board.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (!held.size) moved = 0;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });

  // A quick hand is off the board before it counts as a drag, so it is followed everywhere.
  addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    moved += Math.abs(dx) + Math.abs(dy);
    if (held.size === 2) {
      const other = [...held].find(([id]) => id !== event.pointerId)[1];
      const apart = (point) => Math.max(Math.hypot(point.x - other.x, point.y - other.y), 20);
      const middle = (event.clientX + other.x) / 2 - board.getBoundingClientRect().left;
      timeline.zoom(apart(before) / apart({ x: event.clientX, y: event.clientY }), middle);
    } else if (moved > CLICK) {
      board.setPointerCapture(event.pointerId);
      timeline.pan(-dx);
      if (event.pointerType === "mouse") board.scrollTop -= dy;
    }
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });

  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    addEventListener(end, (event) => held.delete(event.pointerId));
  }

  board.addEventListener("click", (event) => {
    const node = event.target.closest(".mark");
    if (!node || moved > CLICK) return;
    timeline.current = { id: node.dataset.id, lane: node.dataset.lane };
    open(node.dataset.id);
  });

  board.addEventListener("keydown", (event) => keyed(timeline, open, event));
}

function keyed(timeline, open, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = event.target.closest?.(".mark");
  const mark = node ? timeline.markOf(node) : null;
  const go = (to) => to && timeline.focus(to);
  const acts = {
    "+": () => timeline.zoom(0.7),
    "=": () => timeline.zoom(0.7),
    "-": () => timeline.zoom(1 / 0.7),
    0: () => timeline.whole(),
    ArrowRight: () => (mark ? go(timeline.beside(mark, 1)) : timeline.pan(80)),
    ArrowLeft: () => (mark ? go(timeline.beside(mark, -1)) : timeline.pan(-80)),
    ArrowDown: mark && (() => go(timeline.beside(mark, 0, 1))),
    ArrowUp: mark && (() => go(timeline.beside(mark, 0, -1))),
    Home: mark && (() => go(timeline.beside(mark, -Infinity))),
    End: mark && (() => go(timeline.beside(mark, Infinity))),
    Enter: mark && (() => open(mark.hit.row.id)),
    " ": mark && (() => open(mark.hit.row.id)),
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
}
