// The timeline: an axis, lanes below each other, and only those marks drawn that can be seen.

import { change, state } from "./state.js";
import { counted, svg } from "./dom.js";
import { domain, lanes, packed } from "./lanes.js";
import { drawn, labelWidth } from "./marks.js";
import { ticks } from "./when.js";

export const AXIS = 30;
const HEAD = 30;
const ROW = 29;
const CLOSEST = 0.08;
const GAP = 10;

/** The timeline on a board that scrolls; `tall` gives it its height, `drawing` stays in sight. */
export class Timeline {
  constructor(board) {
    this.board = board;
    this.tall = board.querySelector(".tall");
    this.drawing = board.querySelector(".drawing");
    this.canvas = this.drawing.querySelector(".canvas");
    this.hits = [];
    this.all = [1900, 2000];
    this.last = 2000;
    this.window = this.all;
    this.lanes = [];
    this.marks = [];
    this.current = null;
    /** Called whenever the drawing has changed. */
    this.drawn = null;
    board.addEventListener("scroll", () => this.soon());
    new ResizeObserver(() => this.fit()).observe(board);
  }

  /** Show these hits, in lanes by something. */
  show(hits, by) {
    this.hits = hits;
    this.parted = lanes(hits, by);
    this.fit();
  }

  /** Fit the axis into the board, which may have become wider or narrower. */
  fit() {
    if (!this.board.clientWidth || !this.parted) return;
    [this.all, this.last] = domain(this.hits, this.width);
    this.window = this.inside(state.at ?? this.all);
    this.lay();
  }

  get width() {
    return Math.max(this.board.clientWidth, 200);
  }

  get perYear() {
    return this.width / (this.window[1] - this.window[0]);
  }

  /** Keep a window inside what there is, and not closer than a month. */
  inside([from, to]) {
    const whole = this.all[1] - this.all[0];
    const span = Math.min(Math.max(to - from, CLOSEST), whole);
    const start = Math.min(Math.max(from, this.all[0]), this.all[1] - span);
    return [start, start + span];
  }

  /** Look at another window of time. */
  look(window) {
    const before = this.perYear;
    this.window = this.inside(window);
    this.keep();
    if (Math.abs(this.perYear / before - 1) > 1e-9) this.laySoon();
    else this.soon();
  }

  zoom(factor, x = this.width / 2) {
    const at = this.window[0] + x / this.perYear;
    this.look([at - (at - this.window[0]) * factor, at + (this.window[1] - at) * factor]);
  }

  pan(pixels) {
    const years = pixels / this.perYear;
    this.look([this.window[0] + years, this.window[1] + years]);
  }

  whole() {
    this.look(this.all);
  }

  /** Keep the window in the address. */
  keep() {
    const isWhole = Math.abs(this.window[1] - this.window[0] - (this.all[1] - this.all[0])) < 1e-6;
    change({ at: isWhole ? null : this.window }, { quiet: true, lazy: true });
  }

  laySoon() {
    this.stale = true;
    this.soon();
  }

  soon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      if (this.stale) this.lay();
      else this.draw();
    });
  }

  /** Lay all events out for the zoom that is, and draw. */
  lay() {
    this.stale = false;
    // A wide board has room for longer labels.
    const most = Math.min(Math.max(this.width * 0.3, 300), 560);
    let top = AXIS + 4;
    this.lanes = this.parted.map((lane, number) => {
      const { marks, rows } = packed(lane.hits, this.perYear, this.all, (row) => Math.min(labelWidth(row), most));
      for (const mark of marks) mark.lane = number;
      const found = { ...lane, marks, top, head: lane.name ? HEAD : 6 };
      top += found.head + rows * ROW + GAP;
      found.bottom = top;
      return found;
    });
    this.marks = this.lanes.flatMap((lane) => lane.marks);
    this.tall.style.height = `${Math.max(top, this.board.clientHeight - 2)}px`;
    this.draw();
  }

  yOf(mark) {
    const lane = this.lanes[mark.lane];
    return lane.top + lane.head + mark.row * ROW + 14;
  }

  /** Draw what can be seen now. */
  draw() {
    const focused = this.canvas.contains(document.activeElement) ? document.activeElement.dataset : null;
    const [width, height, scrolled] = [this.width, this.board.clientHeight, this.board.scrollTop];
    this.drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.drawing.style.height = `${height}px`;
    const dx = -this.window[0] * this.perYear;
    const marks = [];
    for (const lane of this.lanes) {
      if (lane.bottom < scrolled || lane.top > scrolled + height) continue;
      for (const mark of lane.marks) {
        const y = this.yOf(mark) - scrolled;
        if (y < -ROW || y > height + ROW || mark.begin + dx > width || mark.end + dx < 0) continue;
        marks.push(drawn(mark, dx, y, mark.hit.row.id === state.event));
      }
    }
    this.canvas.replaceChildren(...this.grid(dx, height), ...marks, ...this.heads(scrolled), this.axis(dx, width));
    this.rove(focused);
    this.drawn?.();
  }

  grid(dx, height) {
    // Beyond the last date there is only room for labels.
    this.marked = ticks(...this.window, this.width / 70).filter(({ at }) => at <= this.last);
    return this.marked.map(({ at, strong }) => {
      const x = at * this.perYear + dx;
      return svg("line", { class: strong ? "grid strong" : "grid", x1: x, x2: x, y1: AXIS, y2: height });
    });
  }

  axis(dx, width) {
    const texts = this.marked.map(({ at, text, strong }) =>
      svg("text", { class: strong ? "tick strong" : "tick", x: at * this.perYear + dx + 4, y: 20 }, text),
    );
    return svg("g", { class: "axis", "aria-hidden": "true" }, svg("rect", { width, height: AXIS }), texts);
  }

  /** Draw the names of lanes; that of a lane that began above stays at the top as long as the lane is in sight. */
  heads(scrolled) {
    return this.lanes
      .filter((lane) => lane.name && lane.bottom > scrolled + AXIS && lane.top < scrolled + this.board.clientHeight)
      .map((lane) => {
        const y = Math.min(Math.max(lane.top - scrolled, AXIS), lane.bottom - HEAD - scrolled);
        return svg(
          "g",
          { class: "lane", transform: `translate(0 ${y})` },
          svg("rect", { width: this.width, height: HEAD - 4 }),
          svg("text", { x: 10, y: 18 }, lane.name),
          svg("text", { x: this.width - 10, y: 18, class: "count", "text-anchor": "end" }, counted(lane.hits.length, "event")),
        );
      });
  }

  /** Let one mark be reached with Tab; and give the focus back to the one that had it before the drawing changed. */
  rove(focused) {
    const drawnMarks = [...this.canvas.querySelectorAll(".mark")];
    const wanted = focused ?? this.current ?? { id: state.event };
    const same = (node) => node.dataset.id === wanted.id && (wanted.lane === undefined || node.dataset.lane === wanted.lane);
    const node = drawnMarks.find(same) ?? drawnMarks[0];
    node?.setAttribute("tabindex", "0");
    if (!focused) return;
    if (node && same(node)) node.focus({ preventScroll: true });
    else this.board.focus({ preventScroll: true });
  }

  /** Bring a mark into sight and give it the focus. */
  focus(mark) {
    const [from, to] = this.window;
    const at = mark.left / this.perYear;
    if (at < from || at > to - (to - from) * 0.1) this.look([at - (to - from) * 0.3, at + (to - from) * 0.7]);
    const y = this.yOf(mark);
    const { scrollTop, clientHeight } = this.board;
    if (y < scrollTop + AXIS + HEAD + ROW || y > scrollTop + clientHeight - ROW) this.board.scrollTop = y - clientHeight / 2;
    this.current = { id: mark.hit.row.id, lane: String(mark.lane) };
    this.draw();
    const wanted = this.current;
    [...this.canvas.querySelectorAll(".mark")]
      .find((node) => node.dataset.id === wanted.id && node.dataset.lane === wanted.lane)
      ?.focus({ preventScroll: true });
  }

  /** Give the mark that stands for an element. */
  markOf(node) {
    return this.lanes[Number(node.dataset.lane)]?.marks.find((mark) => mark.hit.row.id === node.dataset.id);
  }

  /** Give the mark so many steps after one in its lane, or the nearest in time some lanes further. */
  beside(mark, steps, lanesOn = 0) {
    const lane = this.lanes[mark.lane];
    if (!lanesOn) return lane.marks[Math.min(Math.max(lane.marks.indexOf(mark) + steps, 0), lane.marks.length - 1)];
    const other = this.lanes[mark.lane + lanesOn];
    if (!other) return mark;
    return other.marks.reduce((best, one) => (Math.abs(one.left - mark.left) < Math.abs(best.left - mark.left) ? one : best));
  }
}
