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
 * @param {string} address
 * @param {AbortSignal} superseded
 * @returns {Promise<string>}
 */
export function fetchDocument(address, superseded) {
  const request = async (/** @type {AbortSignal} */ signal) => {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.text();
  };
  return withTimeout(address, request, superseded);
}
