// Where a fuzzy date lies on the axis, in years as a number (1989.5 is the middle of 1989), and how its ends look.

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function parts(day) {
  const found = /^Y?([+-]?\d+)-(\d\d)-(\d\d)$/.exec(day);
  return found ? found.slice(1).map(Number) : null;
}

/** Give the beginning of a day, or with `after` its end. */
export function year(day, after = false) {
  const found = day && parts(day);
  if (!found) return null;
  const [y, month, of] = found;
  return y + Math.min(DAYS_BEFORE[month - 1] + of - (after ? 0 : 1), 365) / 365;
}

function vague(edtf) {
  return /[X~%]/.test(edtf);
}

/**
 * Give the extent of a date: `from` and `to`, null where no bound is known, and what each end is:
 * sharp, fading (a decade, about), open (it goes on) or unknown (it ended, nobody knows when).
 */
export function extent(date) {
  const written = date.edtf.split("/");
  const several = /[[{]/.test(date.edtf);
  const side = (state, edtf) => (state !== "known" ? state : vague(edtf) || several ? "fading" : "sharp");
  return {
    from: year(date.earliest),
    to: year(date.latest, true),
    left: side(date.start, written[0]),
    right: side(date.end, written[written.length - 1]),
  };
}

/** Tell whether nothing is known of a date. */
export function undated(date) {
  return !date || (!date.earliest && !date.latest);
}

/** Give a place on the axis for a date of which one bound is enough; null if there is none. */
export function place(date) {
  if (undated(date)) return null;
  const { from, to } = extent(date);
  return from === null ? to : to === null ? from : (from + to) / 2;
}

/** Write a year of the axis; the year 0 is 1 BC. */
export function yearText(number) {
  return number > 0 ? String(number) : `${1 - number} BC`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Give the ticks between two years, so that about `most` of them fit: `{at, text, strong}`. */
export function ticks(from, to, most) {
  const span = to - from;
  if (span <= 0 || most < 1) return [];
  if (span < most / 4) return months(from, to, Math.max(1, Math.ceil((span * 12) / most)));
  const rough = Math.max(1, span / most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough);
  const found = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    found.push({ at, text: yearText(Math.round(at)), strong: Math.round(at) % (step * 5) === 0 || at % 10 === 0 });
  }
  return found;
}

function months(from, to, step) {
  const size = [1, 2, 3, 6].find((one) => one >= step) ?? 12;
  const found = [];
  for (let month = Math.ceil((from * 12) / size) * size; month <= to * 12; month += size) {
    const of = ((month % 12) + 12) % 12;
    const y = Math.floor(month / 12);
    const at = y + DAYS_BEFORE[of] / 365;
    found.push({ at, text: of ? MONTHS[of] : yearText(y), strong: of === 0 });
  }
  return found;
}
