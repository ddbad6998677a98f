// A note when a wait has ended while the page was in the background, if the reader wants one.
// Knows the widget by its public events and hooks. Reads the clock of the page; the widget has its own.

/** The longest that a timer is trusted with, in milliseconds. */
const AN_HOUR = 3600000;

/** @param {Element} ladder */
function offerReminding(ladder) {
  if (!("Notification" in self)) return;
  let wanted = noted("remind") === "yes" && Notification.permission === "granted";
  let alarm = 0;

  const show = aid("remind", () => (wanted ? stop() : ask()));
  show(wanted);

  async function ask() {
    withdraw("remind-refused");
    wanted = (await Notification.requestPermission()) === "granted";
    noted("remind", wanted ? "yes" : "no");
    show(wanted);
    if (wanted) offer("reminding", PAGE.words.reminding);
    else offer("remind-refused", PAGE.words.remindRefused);
    look();
  }

  function stop() {
    wanted = false;
    noted("remind", "no");
    withdraw("reminding");
    show(wanted);
    look();
  }

  /** When the waits end that the widget shows, in milliseconds since 1970. */
  function deadlines() {
    const timers = ladder.shadowRoot ? Array.from(ladder.shadowRoot.querySelectorAll("[role=timer][data-deadline]")) : [];
    return timers.map((it) => Number(it.getAttribute("data-deadline")));
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
    if (isOver && document.hidden) notify(deadline);
    look();
  }

  /** @param {number} deadline */
  async function notify(deadline) {
    // Of several pages that wait for the same end, the last note takes the place of the others.
    const options = { body: PAGE.words.waitOverMore, tag: `fix-ladder ${deadline}` };
    const workers = navigator.serviceWorker;
    const registration = workers && (await workers.getRegistration().catch(() => undefined));
    // Phones take notes from a worker only; a page without one has only its own.
    if (registration && registration.active) await registration.showNotification(PAGE.words.waitOver, options);
    else new Notification(PAGE.words.waitOver, options).addEventListener("click", () => focus());
  }

  for (const event of ["fix-ladder-ready", "fix-ladder-change"]) {
    // The widget draws before the next turn of the page.
    ladder.addEventListener(event, () => setTimeout(look));
  }
  document.addEventListener("visibilitychange", () => setTimeout(look));
}
