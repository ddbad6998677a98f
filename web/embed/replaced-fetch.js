// Requests on pages that have put something in the place of `fetch`: polyfills and wrappers may look at no hash, hand over
// what has been read already, or refuse what they do not know.
// Knows how that is noticed and done without, nothing of what is requested.

/** Whether this page has. */
export function isFetchReplaced() {
  return !Function.prototype.toString.call(fetch).includes("[native code]");
}

/**
 * As `fetch` does where it is the browser's own.
 * @param {ArrayBuffer} bytes
 * @param {string} integrity
 */
export async function verify(bytes, integrity) {
  // Without https there is none. Whoever could change the file there could change this script as well.
  if (!crypto.subtle) return;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) throw new Error("it has another hash");
}

/**
 * Without `fetch`.
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<Response>}
 */
export function requestByXhr(address, signal) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "arraybuffer";
    request.onload = () => done(new Response(request.response, { status: request.status }));
    request.onerror = request.onabort = () => fail(new Error("no answer"));
    signal.addEventListener("abort", () => request.abort());
    request.send();
  });
}
