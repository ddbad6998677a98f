// Plays a browser that can or cannot do what the standalone page offers, as the page's address says.
(() => {
  const wanted = new URLSearchParams(location.search);
  // Written where another tab can read it, since drivers ask only the tab in front.
  const notes = { push: (/** @type {object} */ note) => localStorage.setItem("notes", JSON.stringify([...JSON.parse(localStorage.getItem("notes") || "[]"), note])) };
  /** @type {string[]} */
  const asked = (window.__asked = []);
  /** @type {string[]} */
  const locks = (window.__locks = []);
  // Before the page hears of it: as if it slept as soon as it is left, until a moment before a wait ends. A while
  // after that end it says so, for those who wait to see that nothing has happened.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden || !window.__sleepUntil) return;
    window.__turn(window.__sleepUntil - window.Date.now());
    window.__sleepUntil = 0;
    setTimeout(() => localStorage.setItem("passed", "yes"), 2500);
  });
  const define = (/** @type {object} */ target, /** @type {string} */ name, /** @type {unknown} */ value) => Object.defineProperty(target, name, { configurable: true, value });

  const answer = wanted.get("notes");
  const page = /** @type {{ Notification?: unknown }} */ (window);
  if (answer === "absent") delete page.Notification;
  else if (answer) {
    page.Notification = class Notification extends EventTarget {
      // A page that was allowed once stays so.
      static permission = sessionStorage.getItem("permission") || "default";
      static async requestPermission() {
        asked.push("notes");
        sessionStorage.setItem("permission", answer);
        return (Notification.permission = answer);
      }
      /** @param {string} title @param {NotificationOptions} options */
      constructor(title, options) {
        super();
        notes.push({ title, ...options, by: "page" });
      }
    };
  }
  if (wanted.has("worker")) {
    const showNotification = async (/** @type {string} */ title, /** @type {NotificationOptions} */ options) => notes.push({ title, ...options, by: "worker" });
    const registration = Object.assign(new EventTarget(), { active: {}, update: async () => {}, showNotification });
    define(navigator, "serviceWorker", { register: async () => registration, getRegistration: async () => registration });
  }

  const wake = wanted.get("wake");
  if (wake === "absent") define(navigator, "wakeLock", undefined);
  else if (wake) {
    const request = async (/** @type {string} */ kind) => {
      if (wake === "refused") throw new DOMException("not now", "NotAllowedError");
      locks.push(`held ${kind}`);
      let isEnded = false;
      const end = (/** @type {string} */ how) => {
        if (isEnded) return;
        isEnded = true;
        locks.push(how);
        lock.dispatchEvent(new Event("release"));
      };
      const lock = Object.assign(new EventTarget(), { release: async () => end("released") });
      // As browsers do when the page is left, and systems when the battery is low.
      document.addEventListener("visibilitychange", () => document.hidden && end("lost"));
      window.__loseLock = () => end("lost");
      return lock;
    };
    define(navigator, "wakeLock", { request });
  }

  if (wanted.has("standalone")) {
    /** @type {Record<string, string>} */
    const others = { chrome: "CriOS/140.0.7339.39", edge: "Version/18.0 EdgiOS/140.0.3485.54", duck: "Version/18.6 DuckDuckGo/7" };
    const browser = others[String(wanted.get("standalone"))] || "Version/26.1";
    define(navigator, "standalone", wanted.get("standalone") === "yes");
    define(navigator, "userAgent", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${browser} Mobile/15E148 Safari/604.1`);
  }
})();
