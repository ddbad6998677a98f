// Requests on pages that have put something in the place of `fetch`: polyfills and wrappers may look at no hash, or refuse to.
// Knows how that is noticed and made up for, nothing of what is requested.

/** Whether this page has, and its hash can be looked at. Without https there is no way; who could change the file there could change this script as well. */
export function isFetchReplaced() {
  return crypto.subtle && !Function.prototype.toString.call(fetch).includes("[native code]");
}

/**
 * As `fetch` does where it is the browser's own.
 * @param {ArrayBuffer} bytes
 * @param {string} integrity
 */
export async function verify(bytes, integrity) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) throw new Error("it has another hash");
}
