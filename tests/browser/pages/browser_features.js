// Plays a browser that can or cannot do what the standalone page offers, as the page's address says.
(() => {
  const wanted = new URLSearchParams(location.search);
  // Written where another tab can read it, since drivers ask only the tab in front.
  const notes = { push: (note) => localStorage.setItem("notes", JSON.stringify([...JSON.parse(localStorage.getItem("notes") || "[]"), note])) };
  const asked = (window.__asked = []);
  const locks = (window.__locks = []);
  // Before the page hears of it: as if it slept as soon as it is left, until a moment before a wait ends. A while
  // after that end it says so, for those who wait to see that nothing has happened.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden || !window.__sleepUntil) return;
    __turn(window.__sleepUntil - window.Date.now());
    window.__sleepUntil = 0;
    setTimeout(() => localStorage.setItem("passed", "yes"), 2500);
  });
  const give = (target, name, value) => Object.defineProperty(target, name, { configurable: true, value });

  const answer = wanted.get("notes");
  if (answer === "absent") delete window.Notification;
  else if (answer) {
    window.Notification = class Notification extends EventTarget {
      // A page that was allowed once stays so.
      static permission = sessionStorage.getItem("permission") || "default";
      static async requestPermission() {
        asked.push("notes");
        sessionStorage.setItem("permission", answer);
        return (Notification.permission = answer);
      }
      constructor(title, options) {
        super();
        notes.push({ title, ...options, by: "page" });
      }
    };
  }
  if (wanted.has("worker")) {
    const showNotification = async (title, options) => notes.push({ title, ...options, by: "worker" });
    const registration = Object.assign(new EventTarget(), { active: {}, update: async () => {}, showNotification });
    give(navigator, "serviceWorker", { register: async () => registration, getRegistration: async () => registration });
  }

  const wake = wanted.get("wake");
  if (wake === "absent") give(navigator, "wakeLock", undefined);
  else if (wake) {
    const request = async (kind) => {
      if (wake === "refused") throw new DOMException("not now", "NotAllowedError");
      locks.push(`held ${kind}`);
      const lock = new EventTarget();
      const end = (how) => {
        if (lock.ended) return;
        lock.ended = locks.push(how);
        lock.dispatchEvent(new Event("release"));
      };
      lock.release = async () => end("released");
      // As browsers do when the page is left, and systems when the battery is low.
      document.addEventListener("visibilitychange", () => document.hidden && end("lost"));
      window.__loseLock = () => end("lost");
      return lock;
    };
    give(navigator, "wakeLock", { request });
  }

  if (wanted.has("standalone")) {
    const others = { chrome: "CriOS/140.0.7339.39", edge: "Version/18.0 EdgiOS/140.0.3485.54", duck: "Version/18.6 DuckDuckGo/7" };
    const browser = others[wanted.get("standalone")] || "Version/26.1";
    give(navigator, "standalone", wanted.get("standalone") === "yes");
    give(navigator, "userAgent", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${browser} Mobile/15E148 Safari/604.1`);
  }
})();
