// Says on iPhone and iPad, once, how this page becomes an app: Safari has no button of its own for it.
// Knows nothing of workers.

import { stored } from "./notes.js";
import { showToast } from "./toasts.js";

export function offerInstall() {
  // Only there does a page know whether it was opened from the home screen.
  if (navigator.standalone !== false || PAGE.root === null || stored("install-hint")) return;
  // The other browsers there have their buttons elsewhere, and what an app shows inside itself has none.
  const { userAgent } = navigator;
  if (!/Version\/.*Safari\//.test(userAgent) || /CriOS|FxiOS|EdgiOS|OPT\/|OPiOS|DuckDuckGo|YaBrowser|GSA\//.test(userAgent)) return;
  // Where nothing can be stored it would be said every time.
  if (stored("install-hint", "shown")) showToast("install", PAGE.words.installHint);
}
