// What tells a reader that a wait is over, for as long as the page is open: of each widget what its reader has asked for.
// Knows waits by their deadlines, and the clock. What is in a ladder is not known here.

import { rootOf } from "../dialog.js";
import { newAlarm } from "./alarm.js";
import { newWakeLock } from "./awake.js";
import { followWaits } from "./deadlines.js";
import { mayShowNotes, showNote } from "./note.js";
import { newSound } from "./sound.js";
import { giveTitleBack, isPageSeen, putBeforeTitle } from "./title.js";
import { panelWords } from "../words.js";

/** @import { Surroundings } from "../../embed/door.js" */
/** @import { Seen } from "./deadlines.js" */

/** @typedef {ReturnType<typeof createSignals>} Signals */

/** What is over for longer than this is no news to a reader who sees it, in milliseconds. */
const NEWS = 60000;

/** @type {WeakMap<Element, Signals>} */
const signals = new WeakMap();

/**
 * Those of one widget. They begin with nothing that anybody has not asked for.
 * @param {Surroundings} around
 * @returns {Signals}
 */
export function startSignals(around) {
  const known = signals.get(around.element) || createSignals(around);
  signals.set(around.element, known);
  return known;
}

/** @param {Surroundings} around */
function createSignals(around) {
  const { element } = around;
  const root = rootOf(around);
  const words = panelWords();
  const sound = newSound();
  const wanted = { sound: false, notify: false };
  /** The ends that are still to come, and those that have been told. */
  let ahead = /** @type {number[]} */ ([]);
  const told = /** @type {Set<number>} */ (new Set());
  /** Called when something is off that was on. */
  let onRefused = (/** @type {"awake" | "notify"} */ _) => {};
  const alarm = newAlarm(look);
  const lock = newWakeLock(() => onRefused("awake"));

  /** @param {Seen} seen */
  function see({ deadlines, isUnderWay }) {
    // In a page that is seen, the widget is often faster than the alarm.
    const gone = ahead.filter((it) => !deadlines.includes(it));
    ahead = deadlines;
    ring(gone);
    look();
    if (lock.isOn() && !isUnderWay && root.querySelector("[data-rung]")) void lock.turn(false);
    if (!element.isConnected) stop();
  }

  /** Rings for what is over, and sets the alarm for what is not. */
  function look() {
    ring(ahead);
    const next = Math.min(...ahead.filter((it) => !told.has(it)));
    if (next < Infinity) alarm.set(next);
    else alarm.stop();
  }

  /** @param {number[]} deadlines */
  function ring(deadlines) {
    const now = Date.now();
    for (const deadline of deadlines) {
      if (now < deadline || told.has(deadline)) continue;
      told.add(deadline);
      if (isPageSeen() && now - deadline > NEWS) continue;
      if (wanted.sound) void sound.play();
      if (isPageSeen()) continue;
      putBeforeTitle(words.mayGoOn);
      if (wanted.notify) showNote(words.waitOver, words.waitOverMore, `fix-ladder ${deadline}`).catch(refuseNotes);
    }
  }

  /** The permission was taken back, or this browser wants a worker that is not there. */
  function refuseNotes() {
    wanted.notify = false;
    onRefused("notify");
  }

  function stop() {
    unfollow();
    window.document.removeEventListener("visibilitychange", look);
    alarm.stop();
    void lock.turn(false);
    sound.close();
    giveTitleBack();
    signals.delete(element);
  }

  // What is over before anybody has asked for anything is no news.
  for (const it of root.querySelectorAll("[role=timer][data-deadline]")) {
    const deadline = Number(it.getAttribute("data-deadline"));
    if (deadline <= Date.now()) told.add(deadline);
  }
  window.document.addEventListener("visibilitychange", look);
  const unfollow = followWaits(root, see);

  return {
    isOn: (/** @type {"sound" | "notify" | "awake"} */ name) => (name === "awake" ? lock.isOn() : wanted[name]),
    /** @param {typeof onRefused} callback */
    onRefused(callback) {
      onRefused = callback;
    },
    /**
     * Whether it is on then.
     * @param {"sound" | "notify" | "awake"} name
     * @param {boolean} isOn
     */
    async turn(name, isOn) {
      if (name === "awake") return lock.turn(isOn);
      wanted[name] = isOn && (await (name === "sound" ? sound.unlock() : mayShowNotes()));
      return wanted[name];
    },
  };
}
