// The facts of the climbs of one ladder, as lines and as what is stored.
// Knows keys (core/src/saved/climb_key.rs) and the one fact that the companion makes itself: the name of a case.

/** @import { Surroundings } from "../embed/door.js" */

/** @typedef {[name: string, text: string]} Entry */

/** What a case's id is made of, and how long it is. */
const CASE_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const CASE_LENGTH = 8;

/** After which time a widget is asked again, in milliseconds. */
const AGAIN = 50;

/**
 * All facts of the climb that is shown, also those that could not be stored.
 * @param {Surroundings} around
 * @returns {Promise<Entry[]>}
 */
export async function factsOf({ handle }) {
  const lines = await new Promise((/** @type {(lines: string) => void} */ done) => {
    // A widget that has only just taken the place of another does not hear yet, and is asked again.
    const ask = () => {
      const again = setTimeout(ask, AGAIN);
      handle.facts((told) => {
        clearTimeout(again);
        done(told);
      });
    };
    ask();
  });
  return lines.split("\n").filter(Boolean).map(entryIn);
}

/** @param {string} line @returns {Entry} */
function entryIn(line) {
  const end = line.indexOf("\t");
  return [line.slice(0, end), line.slice(end + 1)];
}

/**
 * Gives the climb that is shown these facts.
 * @param {Surroundings} around
 * @param {Entry[]} entries
 */
export function takeFacts({ handle }, entries) {
  handle.take(entries.map(([name, text]) => `${name}\t${text}\n`).join(""));
}

/** @param {Surroundings} around */
function ladderPrefix({ climb }) {
  return `fix-ladder/1/${climb().ladder}/`;
}

/**
 * What is stored of all climbs of the ladder, by `<case>/<fact>`; of the one that is shown, what is known.
 * @param {Surroundings} around
 * @returns {Promise<Entry[]>}
 */
export async function entriesOf(around) {
  const shown = around.climb().case;
  const own = (await factsOf(around)).map(([name, text]) => /** @type {Entry} */ ([`${shown}/${name}`, text]));
  return [...storedEntries(around).filter(([name]) => !name.startsWith(`${shown}/`)), ...own];
}

/** @param {Surroundings} around @returns {Entry[]} */
function storedEntries(around) {
  const prefix = ladderPrefix(around);
  try {
    const store = localStorage;
    const keys = Object.keys(store).filter((key) => key.startsWith(prefix));
    return keys.map((key) => [key.slice(prefix.length), store.getItem(key) || ""]);
  } catch (error) {
    return [];
  }
}

/**
 * Whether every fact of the climb that is shown is stored: one that is left would be lost otherwise.
 * @param {Surroundings} around
 */
export async function isKept(around) {
  const prefix = `${ladderPrefix(around)}${around.climb().case}/`;
  const facts = await factsOf(around);
  try {
    const store = localStorage;
    return facts.every(([name, text]) => store.getItem(prefix + name) === text);
  } catch (error) {
    return false;
  }
}

export function newCase() {
  const bytes = crypto.getRandomValues(new Uint8Array(CASE_LENGTH));
  return Array.from(bytes, (byte) => CASE_LETTERS.charAt(byte % CASE_LETTERS.length)).join("");
}

/**
 * Notes the name of a case, and whether it is removed. Whether that is kept.
 * @param {Surroundings} around
 * @param {string} id
 * @param {string} name
 * @param {boolean} isRemoved
 */
export function nameCase(around, id, name, isRemoved) {
  const key = `${ladderPrefix(around)}${id}/case`;
  try {
    // Later than what it replaces, whatever the clock says.
    const before = JSON.parse(localStorage.getItem(key) || "null");
    const time = Math.max(Date.now(), before ? before.t + 1 : 0);
    const text = `{"v":1,"t":${time},"is":{"case":{"name":${JSON.stringify(name)},"removed":${isRemoved}}}}`;
    localStorage.setItem(key, text);
    if (around.climb().case === id) takeFacts(around, [["case", text]]);
    return true;
  } catch (error) {
    return false;
  }
}
