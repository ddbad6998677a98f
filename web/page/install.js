// The hint how the page is installed on iPhone and iPad, shown once: Safari has no button of its own for it.
// Knows browsers by their names, nothing of workers.

import { persist, stored } from "./storage.js";
import { showToast } from "./toasts.js";

export function offerInstall() {
  // Only there does a page know whether it was opened from the home screen.
  if (navigator.standalone !== false || PAGE.root === null || stored("install-hint")) return;
  // The other browsers there have their buttons elsewhere, and a browser inside an app has none.
  const { userAgent } = navigator;
  if (!/Version\/.*Safari\//.test(userAgent) || /CriOS|FxiOS|EdgiOS|OPT\/|OPiOS|DuckDuckGo|YaBrowser|GSA\//.test(userAgent)) return;
  // Where nothing can be stored it would be shown every time.
  if (persist("install-hint", "shown")) showToast("install", PAGE.messages.installHint);
}
