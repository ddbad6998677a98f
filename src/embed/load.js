// Brings in the module, once for all widgets of the page, and documents.
// Knows addresses and their failures, nothing of elements.

/** The script's own address: the module and the built-in ladders stand beside it. */
const BASE = (SCRIPT && SCRIPT.src) || document.baseURI;

/** Why a widget could not start. `word` names the sentence for the reader, the message is for the author. */
class Failure extends Error {
  /**
   * @param {string} word a key of DATA.words
   * @param {string} message
   * @param {string[]} [errors] everything that is wrong, where there is more than one thing
   */
  constructor(word, message, errors) {
    super(message);
    this.word = word;
    this.errors = errors || [message];
  }
}

/**
 * The module under way or there; null before the first widget, after a failure and after a crash.
 * @type {Promise<any> | null}
 */
let loading = null;

/**
 * The module's exports, shared by all widgets.
 * @param {(message: string) => void} onCrash called when the module has panicked and is dead
 * @returns {Promise<any>}
 */
function loadModule(onCrash) {
  if (!loading) {
    const mine = startModule((message) => {
      if (loading === mine) loading = null;
      onCrash(message);
    });
    loading = mine;
    mine.catch(() => {
      if (loading === mine) loading = null;
    });
  }
  return loading;
}

/** @param {(message: string) => void} onCrash */
async function startModule(onCrash) {
  if (typeof WebAssembly !== "object") {
    throw new Failure("failedNoWasm", "this browser has no WebAssembly, or does not allow it");
  }
  const response = await fetchModule();
  // Fresh glue for each instance: the old one stays bound to a module that has panicked.
  const glue = freshGlue();
  try {
    await glue({ module_or_path: response });
  } catch (error) {
    throw new Failure("failedNoWasm", `the module could not be started: ${reason(error)}`);
  }
  glue.onCrash(onCrash);
  return glue;
}

/**
 * Checked by its hash. During a deployment an old cache may hold another module under the same
 * name, so the first failure is answered by asking past the cache, once.
 */
async function fetchModule() {
  const address = new URL(DATA.module.address, BASE).href;
  const integrity = DATA.module.integrity;
  try {
    return await fetch(address, { integrity });
  } catch (first) {
    try {
      return await fetch(address, { integrity, cache: "reload" });
    } catch (error) {
      throw new Failure("failedNetwork", `${address} could not be loaded, or is not the module that belongs to this script: ${reason(error)}`);
    }
  }
}

/**
 * @param {string} address
 * @returns {Promise<string>}
 */
async function fetchDocument(address) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new Failure("failedNetwork", `${address} could not be loaded: ${reason(error)}`);
  }
  if (!response.ok) {
    throw new Failure("failedNetwork", `${address} could not be loaded: the server answered ${response.status}`);
  }
  try {
    return await response.text();
  } catch (error) {
    throw new Failure("failedNetwork", `${address} was not loaded to its end: ${reason(error)}`);
  }
}

/** @param {unknown} error */
function reason(error) {
  return error instanceof Error ? error.message : String(error);
}
