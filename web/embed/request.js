// Requests that do not keep anybody waiting for ever.
// Knows how long a request may take, nothing of what is requested.

import { Failure, reason } from "./failure.js";

/** How long a request may take, to its last byte. In milliseconds. */
let timeout = 10000;
/** A slow line is not dead: each request that came too late gives the next one twice the time, up to this. */
const MAX_TIMEOUT = 80000;

/**
 * Ends a request that takes too long, or that is superseded.
 * @template T
 * @param {string} address
 * @param {(signal: AbortSignal) => Promise<T>} request
 * @param {AbortSignal} [superseded]
 * @returns {Promise<T>}
 */
export async function withTimeout(address, request, superseded) {
  const limit = timeout;
  let isLate = false;
  const controller = new AbortController();
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, limit);
  if (superseded) superseded.addEventListener("abort", () => controller.abort());
  try {
    return await request(controller.signal);
  } catch (error) {
    if (isLate) {
      timeout = Math.min(MAX_TIMEOUT, 2 * limit);
      throw new Failure("failedNetwork", `${address} did not come within ${limit / 1000} s`);
    }
    throw error instanceof Failure ? error : new Failure("failedNetwork", `${address} could not be loaded: ${reason(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether a page has put something in the place of `fetch`: polyfills and wrappers may look at no hash, hand over what
 * has been read already, or refuse what they do not know.
 */
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

/**
 * @param {string} address
 * @param {AbortSignal} superseded
 * @returns {Promise<string>}
 */
export function fetchDocument(address, superseded) {
  const read = async (/** @type {Response} */ response) => {
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.text();
  };
  const request = async (/** @type {AbortSignal} */ signal) => {
    try {
      return await read(await fetch(address, { signal }));
    } catch (error) {
      if (signal.aborted || !isFetchReplaced()) throw error;
      return await read(await requestByXhr(address, signal));
    }
  };
  return withTimeout(address, request, superseded);
}
