// The base URL: the address that this script has come from, and so the addresses of the files beside it.
// Knows what engines and tags say of that, nothing of the files.

import { document } from "./clobbering.js";
import { Failure, reason } from "./failure.js";

/** The script's own tag, if it has one: a module is not told its tag, and `import()` makes none. */
export const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** The place that an error tells of first: after a title in Chromium, and perhaps after the name of a function. */
const FIRST_PLACE = /^(?:TypeError: .*\n)?(?:.*?[ (@])??([\w-]+:\/\/\S+):\d+:\d+\)?(?:\n|$)/;
/** What has files beside it. Tools that bundle call their sources by addresses of schemes that nobody else knows. */
const HAS_FILES = RegExp(`^(https?:|[\\w-]+-extension:|${location.protocol})//`);
/**
 * Where this script has come from, as the engine tells of the code that runs: neither a name in the page nor a `<base>`
 * has a say in that. What runs without an address of its own goes by its tag, or by the page, and so does what runs
 * where a page has made something else of the stacks of errors.
 */
const HOME = /** @type {string[]} */ ([tellPlace(), SCRIPT && SCRIPT.src, location.href]).find((it) => HAS_FILES.test(it)) || document.baseURI;

/**
 * By an error of the engine's own: what is called `Error` here may be some library's, and tell of that.
 * @returns {string | false | void}
 */
function tellPlace() {
  try {
    /** @type {any} */ (null)();
  } catch (error) {
    const { stack } = /** @type {{ stack?: unknown }} */ (error);
    return typeof stack === "string" && (FIRST_PLACE.exec(stack) || [])[1];
  }
}

/**
 * Without a name to sign in with: `fetch` takes no address that holds one, and browsers know by then who has signed in.
 * @param {string} path
 * @param {string} base
 */
export function addressOf(path, base) {
  const url = new URL(path, base);
  url.username = url.password = "";
  return url.href;
}

/**
 * The address of a file that stands beside the script.
 * @param {string} path
 */
export function besideScript(path) {
  try {
    return addressOf(path, HOME);
  } catch (error) {
    throw new Failure("failedNetwork", `${path} has no address on this page: ${reason(error)}`);
  }
}
