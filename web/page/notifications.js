// A notification when a wait ends while the page is in the background, if the reader wants one.
// Knows the widget by its public events and hooks. Reads the clock of the page; the widget has its own.

import { addSwitch } from "./settings.js";
import { persist, stored } from "./storage.js";
import { hideToast, showToast } from "./toasts.js";

/** The longest timer that is trusted, in milliseconds. */
const AN_HOUR = 3600000;

/** @param {Element} widget */
export function offerNotifications(widget) {
  if (!("Notification" in self)) return;
  let isWanted = stored("remind") === "yes" && Notification.permission === "granted";
  let alarm = 0;

  const showState = addSwitch("remind", () => (isWanted ? turnOff() : requestPermission()));
  showState(isWanted);

  async function requestPermission() {
    hideToast("remind-refused");
    isWanted = (await Notification.requestPermission()) === "granted";
    persist("remind", isWanted ? "yes" : "no");
    showState(isWanted);
    if (isWanted) showToast("reminding", PAGE.messages.reminding);
    else showToast("remind-refused", PAGE.messages.remindRefused);
    setAlarm();
  }

  function turnOff() {
    isWanted = false;
    persist("remind", "no");
    hideToast("reminding");
    showState(isWanted);
    setAlarm();
  }

  /** The deadline of each running wait, by its rung. A folded rung shows no timer, but its wait goes on. */
  const deadlines = /** @type {Map<string, number>} */ (new Map());

  /** The deadlines of the running waits, in milliseconds since 1970. */
  function readDeadlines() {
    const rungs = widget.shadowRoot ? Array.from(widget.shadowRoot.querySelectorAll("[data-rung][data-state=waiting]")) : [];
    const idOf = (/** @type {Element} */ rung) => rung.getAttribute("data-rung") || "";
    const waiting = rungs.map(idOf);
    for (const id of Array.from(deadlines.keys())) {
      if (!waiting.includes(id)) deadlines.delete(id);
    }
    for (const rung of rungs) {
      const timer = rung.querySelector("[role=timer][data-deadline]");
      if (timer) deadlines.set(idOf(rung), Number(timer.getAttribute("data-deadline")));
    }
    return Array.from(deadlines.values());
  }

  /** Sets the alarm to the next deadline. */
  function setAlarm() {
    clearTimeout(alarm);
    const ahead = readDeadlines().filter((it) => it > Date.now());
    if (!isWanted || !ahead.length) return;
    const next = Math.min(...ahead);
    alarm = setTimeout(() => onAlarm(next), Math.min(next - Date.now(), AN_HOUR));
  }

  /** @param {number} deadline */
  function onAlarm(deadline) {
    // The alarm may come early after the longest timer, and the wait may have been taken back or extended meanwhile.
    const isOver = Date.now() >= deadline && readDeadlines().includes(deadline);
    const isInBackground = document.hidden || !document.hasFocus();
    // Notifications may have been turned off in another tab.
    if (isOver && isInBackground && stored("remind") !== "no") notify(deadline).catch(onRefused);
    setAlarm();
  }

  /** @param {number} deadline */
  async function notify(deadline) {
    // Several pages may notify of one deadline: by the tag, the last notification replaces the others.
    const options = { body: PAGE.messages.waitOverMore, tag: `fix-ladder ${deadline}`, data: location.href };
    const workers = navigator.serviceWorker;
    const registration = workers && (await workers.getRegistration());
    // Phones take notifications from a worker only; a page without a worker has only its own.
    if (registration && registration.active) await registration.showNotification(PAGE.messages.waitOver, options);
    else new Notification(PAGE.messages.waitOver, options).addEventListener("click", () => focus());
  }

  /** The permission was taken back, or this browser wants a worker that is not there. */
  function onRefused() {
    turnOff();
    showToast("remind-refused", PAGE.messages.remindRefused);
  }

  for (const event of ["fix-ladder-ready", "fix-ladder-change"]) {
    // The widget renders before the next task of the page.
    widget.addEventListener(event, () => setTimeout(setAlarm));
  }
  document.addEventListener("visibilitychange", () => setTimeout(setAlarm));
}
