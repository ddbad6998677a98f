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
/** What this script is called, whatever else a build or a host adds to its name. */
const NAME = /(^|\/)fix-ladder[\w.-]*\.js$/;
/**
 * Where this script has come from, as the engine tells of the code that runs: neither a name in the page nor a `<base>`
 * has a say in that. What runs without an address of its own goes by its tag, or by the page, and so does what runs
 * where a page has made something else of the stacks of errors.
 */
const places = /** @type {string[]} */ ([tellPlace(), SCRIPT && SCRIPT.src, location.href]).filter((it) => HAS_FILES.test(it));
/** The one that has the script's own name: other files have it in them, or have run it as text. */
let home = places.find(isNamed) || homeOfTags();

/** @param {string} address */
export function isNamed(address) {
  return NAME.test(/** @type {string} */ (address.split(/[?#]/)[0]));
}

/**
 * The address of this script that a tag holds, under whatever name: who delays scripts keeps it somewhere.
 * @param {Element} tag
 */
export function addressIn(tag) {
  return [...tag.attributes].map(({ value }) => value).find(isNamed);
}

function homeOfTags() {
  const address = [...document.querySelectorAll("script")].map((tag) => tag instanceof HTMLScriptElement && addressIn(tag)).find(Boolean);
  return address && addressOf(address, document.baseURI);
}

/** What the author says goes before all that can be found out. */
function baseUrl() {
  const element = document.querySelector("fix-ladder[base]") || SCRIPT;
  const base = element && (element.getAttribute("base") || element.getAttribute("data-base"));
  if (base) return addressOf(`${base.replace(/\/*$/, "")}/`, document.baseURI);
  return (home = home || homeOfTags()) || places[0] || document.baseURI;
}

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
 * The address of a file that stands beside the script, or where a bundler has put it.
 * @param {string} path
 */
export function besideScript(path) {
  try {
    return addressOf((DATA.files && DATA.files[path]) || path, baseUrl());
  } catch (error) {
    throw new Failure("failedNetwork", `${path} has no address on this page: ${reason(error)}`);
  }
}
