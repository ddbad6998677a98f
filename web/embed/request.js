// Requests that do not keep anybody waiting for ever.
// Knows how long a request may take, nothing of what is requested.

import { document } from "./clobbering.js";
import { Failure, reason } from "./failure.js";
import { isFetchReplaced, requestByXhr } from "./replaced-fetch.js";

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
  const read = async (/** @type {Response} */ response) => {
    refuse(address, response);
    return await response.text();
  };
  const request = async (/** @type {AbortSignal} */ signal) => {
    try {
      return await read(await fetch(address, { signal }));
    } catch (error) {
      if (signal.aborted || error instanceof Failure) throw error;
      if (isFetchReplaced()) return await read(await requestByXhr(address, signal));
      throw (await refusal(address, signal)) || error;
    }
  };
  return withTimeout(address, request, superseded);
}

/**
 * @param {string} address
 * @param {Response} response
 * @throws {Failure} where it is not the file
 */
function refuse(address, { ok, status }) {
  if (ok) return;
  // A server that is busy, or that asks to come again later, may answer otherwise then.
  const isLasting = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  const cure = isLasting ? ". Put the file there, or say in base where the script's files are" : "";
  throw new Failure("failedNetwork", `${address} could not be loaded: the server answered ${status}${cure}`, undefined, isLasting);
}

/**
 * Why an address gives nothing, where it would be the same again and can be found out: browsers say the same of a broken
 * line, of a policy, and of a server that lets no other site read.
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<Failure | null>}
 */
export async function refusal(address, signal) {
  let isForbidden = false;
  const forbid = (/** @type {SecurityPolicyViolationEvent} */ { disposition, effectiveDirective }) => {
    isForbidden = isForbidden || (disposition === "enforce" && effectiveDirective === "connect-src");
  };
  document.addEventListener("securitypolicyviolation", forbid);
  let why = "";
  try {
    refuse(address, await fetch(address, { signal }));
  } catch (error) {
    if (error instanceof Failure) return error;
    try {
      await fetch(address, { signal, mode: "no-cors" });
      why = "its server lets no other site read it. It has to send the header Access-Control-Allow-Origin";
    } catch (again) {
      if (isForbidden) why = "the page's policy forbids it. Add it to connect-src";
    }
  } finally {
    document.removeEventListener("securitypolicyviolation", forbid);
  }
  return why ? new Failure("failedNetwork", `${address} could not be loaded: ${why}`, undefined, true) : null;
}
