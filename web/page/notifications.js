// A note when a wait has ended while the page was in the background, if the reader wants one.
// Knows the widget by its public events and hooks. Reads the clock of the page; the widget has its own.

import { stored } from "./notes.js";
import { addSwitch } from "./settings.js";
import { hideToast, showToast } from "./toasts.js";

/** The longest that a timer is trusted with, in milliseconds. */
const AN_HOUR = 3600000;

/** @param {Element} ladder */
export function offerNotifications(ladder) {
  if (!("Notification" in self)) return;
  let wanted = stored("remind") === "yes" && Notification.permission === "granted";
  let alarm = 0;

  const show = addSwitch("remind", () => (wanted ? stop() : ask()));
  show(wanted);

  async function ask() {
    hideToast("remind-refused");
    wanted = (await Notification.requestPermission()) === "granted";
    stored("remind", wanted ? "yes" : "no");
    show(wanted);
    if (wanted) showToast("reminding", PAGE.words.reminding);
    else showToast("remind-refused", PAGE.words.remindRefused);
    look();
  }

  function stop() {
    wanted = false;
    stored("remind", "no");
    hideToast("reminding");
    show(wanted);
    look();
  }

  /** The end of each wait that runs, by its rung. A rung that is folded shows no timer, and waits all the same. */
  const ends = /** @type {Map<string, number>} */ (new Map());

  /** When the waits end that run, in milliseconds since 1970. */
  function deadlines() {
    const rungs = ladder.shadowRoot ? Array.from(ladder.shadowRoot.querySelectorAll("[data-rung][data-state=waiting]")) : [];
    const waiting = rungs.map((rung) => rung.getAttribute("data-rung") || "");
    for (const id of Array.from(ends.keys())) {
      if (!waiting.includes(id)) ends.delete(id);
    }
    rungs.forEach((rung, index) => {
      const timer = rung.querySelector("[role=timer][data-deadline]");
      if (timer) ends.set(waiting[index], Number(timer.getAttribute("data-deadline")));
    });
    return Array.from(ends.values());
  }

  /** Sets the alarm to the next end of a wait. */
  function look() {
    clearTimeout(alarm);
    const ahead = deadlines().filter((it) => it > Date.now());
    if (!wanted || !ahead.length) return;
    const next = Math.min(...ahead);
    alarm = setTimeout(() => ended(next), Math.min(next - Date.now(), AN_HOUR));
  }

  /** @param {number} deadline */
  function ended(deadline) {
    // Woken early after the longest time; taken back or made longer meanwhile; or read already.
    const isOver = Date.now() >= deadline && deadlines().includes(deadline);
    const isBehind = document.hidden || !document.hasFocus();
    // Another tab of the page may have been told that no note is wanted any more.
    if (isOver && isBehind && stored("remind") !== "no") notify(deadline).catch(refused);
    look();
  }

  /** @param {number} deadline */
  async function notify(deadline) {
    // Of several pages that wait for the same end, the last note takes the place of the others.
    const options = { body: PAGE.words.waitOverMore, tag: `fix-ladder ${deadline}`, data: location.href };
    const workers = navigator.serviceWorker;
    const registration = workers && (await workers.getRegistration());
    // Phones take notes from a worker only; a page without one has only its own.
    if (registration && registration.active) await registration.showNotification(PAGE.words.waitOver, options);
    else new Notification(PAGE.words.waitOver, options).addEventListener("click", () => focus());
  }

  /** The permission was taken back, or this browser wants a worker that is not there. */
  function refused() {
    stop();
    showToast("remind-refused", PAGE.words.remindRefused);
  }

  for (const event of ["fix-ladder-ready", "fix-ladder-change"]) {
    // The widget draws before the next turn of the page.
    ladder.addEventListener(event, () => setTimeout(look));
  }
  document.addEventListener("visibilitychange", () => setTimeout(look));
}
