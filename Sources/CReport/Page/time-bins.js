// Days, weeks, months or years: whatever makes a time line that can be looked at.

const DAY = 86400000;

/**
 * The bins from the first to the last of some dates, none left out.
 *
 * Dates are ISO 8601 days; others are passed over.
 */
function timeBins(dates) {
  const days = dates
    .filter((date) => /^\d{4}-\d\d-\d\d/.test(date ?? ""))
    .map((date) => date.slice(0, 10))
    .sort();
  if (!days.length) return { unit: "day", names: [], index: () => -1, label: () => "", range: () => ({}) };
  const [first, last] = [Date.parse(days[0]), Date.parse(days.at(-1))];
  const span = (last - first) / DAY;
  const unit = span <= 45 ? "day" : span <= 300 ? "week" : span <= 366 * 6 ? "month" : "year";
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const monday = (time) => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;
  const name = (day) =>
    unit === "year"
      ? day.slice(0, 4)
      : unit === "month"
        ? day.slice(0, 7)
        : unit === "week"
          ? iso(monday(Date.parse(day)))
          : day;
  const names = [];
  for (let time = first; names.at(-1) !== name(days.at(-1)); time += DAY) {
    const next = name(iso(time));
    if (names.at(-1) !== next) names.push(next);
  }
  const places = new Map(names.map((name, index) => [name, index]));
  return {
    unit,
    names,
    index: (date) => places.get(name((date ?? "").slice(0, 10))) ?? -1,
    label: (index) => (unit === "week" ? `week of ${dateName(names[index])}` : dateName(names[index])),
    range: (index) =>
      unit === "day"
        ? { from: names[index], to: names[index] }
        : unit === "week"
          ? { from: names[index], to: iso(Date.parse(names[index]) + 6 * DAY) }
          : daysOf(names[index]),
  };
}

/** Where a year begins, or a month of a short line, as marks below a time line: places from 0 to 1. */
function timeMarks(bins) {
  const { names, unit } = bins;
  const mark = (name) => (unit === "year" || unit === "month" ? name.slice(0, 4) : name.slice(0, 7));
  const marks = [];
  names.forEach((name, index) => {
    if (index === 0 || mark(name) !== mark(names[index - 1]))
      marks.push({ place: index / names.length, label: dateName(mark(name)) });
  });
  const far = marks.filter((mark, index) => index === 0 || mark.place - marks[0].place > 0.07);
  const step = Math.ceil(far.length / 10);
  return far.filter((_, index) => index % step === 0);
}
