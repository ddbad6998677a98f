// A note of the system. Knows the two ways in which browsers show one, nothing of waits.

/** Whether the reader and the browser let the page show notes. To be called at a press. */
export async function mayShowNotes() {
  try {
    return (await Notification.requestPermission()) === "granted";
  } catch (error) {
    // This browser has none, or none for such pages.
    return false;
  }
}

/**
 * @param {string} title
 * @param {string} body
 * @param {string} tag of several notes with one tag, the last is shown
 */
export async function showNote(title, body, tag) {
  const options = { body, tag, data: location.href };
  const workers = navigator.serviceWorker;
  const registration = workers && (await workers.getRegistration());
  // Phones take notes from a worker only; a page without a worker has only its own.
  if (registration && registration.active) await registration.showNotification(title, options);
  else new Notification(title, options).addEventListener("click", () => focus());
}
