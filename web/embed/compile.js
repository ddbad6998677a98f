// Compiles and instantiates WebAssembly.
// Knows what browsers refuse and when, nothing of what the modules do.

import { Failure, reason } from "./failure.js";
import { verify } from "./replaced-fetch.js";

/** Fails where this browser has no WebAssembly. */
export function requireWebAssembly() {
  // Where it is switched off, an element of the page may bear its name.
  if (!(/** @type {Partial<typeof WebAssembly>} */ (window.WebAssembly || 0).Module)) {
    throw new Failure("failedNoWasm", "this browser has no WebAssembly, or does not allow it");
  }
}

/**
 * @param {Response} response
 * @param {string} [integrity] to be looked at here, where nobody has done so
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(response, integrity) {
  // Only what is declared as WebAssembly may be compiled while it comes in. The hash vouches for the rest as well.
  const isDeclared = response.headers.get("Content-Type") === "application/wasm";
  try {
    if (!integrity && isDeclared && WebAssembly.compileStreaming) return await WebAssembly.compileStreaming(response);
    const bytes = await response.arrayBuffer();
    if (integrity) await verify(bytes, integrity);
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // A line may break even now: in Firefox half an answer passes for one until it is read.
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new Failure("failedNoWasm", `the module could not be compiled: ${reason(error)}`);
  }
}

/**
 * An instance of a module, in a turn of its own: Safari carries on after WebAssembly in the middle of whatever it
 * calls next. That may be a ResizeObserver, and what changes its size then is an error to the page.
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 */
export async function instantiate(module, imports) {
  const instance = await WebAssembly.instantiate(module, imports);
  await new Promise((resolve) => setTimeout(resolve));
  return instance;
}
