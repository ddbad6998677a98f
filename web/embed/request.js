// Requests that do not keep anybody waiting for ever.
// Knows how long a request may take, nothing of what is requested.

import { document } from "./clobbering.js";
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
    try {
      const response = await fetch(address, { signal });
      if (response.ok) return await response.text();
      throw response;
    } catch (error) {
      throw (await refusal(address, signal, error)) || error;
    }
  };
  return withTimeout(address, request, superseded);
}

/**
 * Why an address gives nothing, where that can be found out: browsers say the same of a broken line, of a policy, and
 * of a server that lets no other site read.
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {unknown} [told] what is known already
 * @returns {Promise<Failure | void>}
 */
export async function refusal(address, signal, told) {
  /** Whether it would be the same again. */
  let isLasting = true;
  let isForbidden = false;
  let why = "";
  const forbid = (/** @type {SecurityPolicyViolationEvent} */ { disposition, effectiveDirective }) => {
    isForbidden = isForbidden || (disposition === "enforce" && effectiveDirective === "connect-src");
  };
  document.addEventListener("securitypolicyviolation", forbid);
  try {
    const known = /** @type {Response} */ (told);
    const { ok, status } = known && known.status ? known : await fetch(address, { signal });
    // A server that is busy answers otherwise later.
    isLasting = status < 500 && status !== 429 && status !== 408;
    if (!ok) why = `the server answered ${status}${isLasting ? ". Upload the file, or correct src or base" : ""}`;
  } catch (error) {
    try {
      await fetch(address, { signal, mode: "no-cors" });
      why = "its server lets no other site read it. It has to send Access-Control-Allow-Origin";
    } catch (again) {
      // Of a policy the page is told a little later.
      await new Promise((done) => setTimeout(done, 100));
      if (isForbidden) why = "the page's policy forbids it. Add it to connect-src";
    }
  }
  document.removeEventListener("securitypolicyviolation", forbid);
  if (why) return new Failure("failedNetwork", `${address} could not be loaded: ${why}`, undefined, isLasting);
}
