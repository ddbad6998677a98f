// Numbers and times by the reader's own habit, for the companion's module.
// Knows `Intl` and the clock, nothing of what is told with them. The widget does the same (src/browser/intl.rs).

/** In milliseconds. Six days, so that no weekday can mean two. */
const NEAR = 6 * 24 * 60 * 60 * 1000;

/** @type {Intl.DateTimeFormatOptions} */
const TIME = { hour: "numeric", minute: "2-digit" };

/**
 * The formatters, by the numbers that the module asks for them with.
 * @param {string} lang of the words
 * @returns {((value: number) => string)[]}
 */
export function formatsFor(lang) {
  const languageIn = (/** @type {string} */ tag) => tag.split("-")[0];
  const own = navigator.language || lang;
  // Times follow the reader's own region where it is of the same language.
  const habits = languageIn(own) === languageIn(lang) ? own : lang;
  const at = (/** @type {number} */ millis, /** @type {Intl.DateTimeFormatOptions} */ parts) => new Intl.DateTimeFormat(habits, parts).format(millis);
  return [
    (millis) => {
      const now = Date.now();
      if (new Date(millis).toDateString() === new Date(now).toDateString()) return at(millis, TIME);
      return at(millis, Math.abs(now - millis) < NEAR ? { weekday: "long", ...TIME } : { day: "numeric", month: "long", ...TIME });
    },
    (millis) => at(millis, { day: "numeric", month: "long", year: "numeric" }),
    (number) => new Intl.NumberFormat(habits).format(number),
    (number) => new Intl.PluralRules(lang).select(number),
    (millis) => at(millis, TIME),
    (millis) => at(millis, { month: "long", year: "numeric" }),
  ];
}
