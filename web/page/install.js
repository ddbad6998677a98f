// Says on iPhone and iPad, once, how this page becomes an app: Safari has no button of its own for it.
// Knows nothing of workers.

function offerInstalling() {
  // Only there does a page know whether it was opened from the home screen.
  if (navigator.standalone !== false || PAGE.root === null || noted("install-hint")) return;
  // The other browsers there have their buttons elsewhere, and what an app shows inside itself has none.
  const { userAgent } = navigator;
  if (!/Version\/.*Safari\//.test(userAgent) || /CriOS|FxiOS|EdgiOS|OPT\/|OPiOS|DuckDuckGo|YaBrowser|GSA\//.test(userAgent)) return;
  // Where nothing can be noted it would be said every time.
  if (noted("install-hint", "shown")) offer("install", PAGE.words.installHint);
}
