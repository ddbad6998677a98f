// Brings in the module, compiled once for all widgets of the page, and documents.
// Knows addresses and their failures, nothing of elements.

/** Why a widget could not start. `word` names the sentences for the reader, the message is for the author. */
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

/** What the author has been told: what many widgets share is said once. */
const complaints = /** @type {Set<string>} */ (new Set());

/**
 * Tells the author why a reader has only a list. A crash has said so itself.
 * @param {Failure} failure
 */
function complain(failure) {
  const complaint = failure.errors.join("\n");
  if (failure.word === "failedCrash" || complaints.has(complaint)) return;
  complaints.add(complaint);
  console.warn(`fix-ladder: ${complaint}`);
}

/**
 * The compiled modules, under way or there: the widget's and the one that reads documents. They outlive every
 * instance that is made from them. None before they are needed, and after a failure.
 * @type {Map<string, Promise<WebAssembly.Module>>}
 */
const compiling = new Map();

/**
 * @param {"module" | "documents"} which
 * @returns {Promise<WebAssembly.Module>}
 */
function compiled(which) {
  const known = compiling.get(which);
  if (known) return known;
  const begun = compileModule(DATA[which]);
  compiling.set(which, begun);
  begun.catch(() => compiling.delete(which));
  return begun;
}

/**
 * The instance that widgets share, under way or there; null before the first of them, after a failure and after its end.
 * @type {Promise<any> | null}
 */
let shared = null;

/**
 * The exports of an instance of the module.
 * @param {boolean} isOwn whether nobody else may have it
 * @param {(message: string, instance: Promise<any>) => void} onCrash called once when the instance has died
 * @returns {Promise<any>}
 */
function instanceFor(isOwn, onCrash) {
  if (!isOwn && shared) return shared;
  const forget = () => {
    if (shared === mine) shared = null;
  };
  const mine = startInstance((message) => {
    forget();
    onCrash(message, mine);
  });
  mine.catch(forget);
  if (!isOwn) shared = mine;
  return mine;
}

/** @param {(message: string) => void} onCrash */
async function startInstance(onCrash) {
  const module = await compiled("module");
  // A panic is told before it traps, and says more than the trap.
  let panic = "";
  /** @param {unknown} error */
  const onTrap = (error) => {
    console.error("fix-ladder: the widget has stopped.", panic, error);
    onCrash(panic || reason(error));
  };
  let glue;
  try {
    // Fresh glue for each instance: the old one stays bound to an instance that has died.
    glue = await freshGlue()(async (/** @type {WebAssembly.Imports} */ imports) =>
      watchExports((await instantiate(module, imports)).exports, onTrap),
    );
  } catch (error) {
    throw new Failure("failedNoWasm", `the module could not be started: ${reason(error)}`);
  }
  glue.onCrash((/** @type {string} */ message) => {
    panic = message;
  });
  return glue;
}

/**
 * An instance of a module, in a turn of its own: Safari carries on after WebAssembly in the middle of whatever it
 * calls next. That may be a ResizeObserver, and what changes its size then is an error to the page.
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(module, imports) {
  const instance = await WebAssembly.instantiate(module, imports);
  await new Promise((resolve) => setTimeout(resolve));
  return instance;
}

/**
 * Checked by its hash. During a deployment an old cache may hold another module under the same
 * name, so the first failure is answered by asking past the cache, once.
 * @param {any} wanted
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileModule(wanted) {
  // Where it is switched off, an element of the page may bear its name.
  if (!(/** @type {any} */ (window.WebAssembly || 0).Module)) {
    throw new Failure("failedNoWasm", "this browser has no WebAssembly, or does not allow it");
  }
  if (IS_INSIDE) return compileInside(wanted.bytes);
  const address = besideScript(wanted.address);
  return patiently(address, async (signal) => {
    const integrity = wanted.integrity;
    try {
      return await compile(await fetch(address, { integrity, signal }));
    } catch (first) {
      if (signal.aborted || first instanceof Failure) throw first;
    }
    try {
      return await compile(await fetch(address, { integrity, signal, cache: "reload" }));
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure("failedNetwork", `${address} could not be loaded, or is not the module that belongs to this script: ${reason(error)}`);
    }
  });
}

/**
 * What travels in the script, unpacked without `fetch`, which a policy may forbid for every address.
 * @param {string} text
 */
function inflate(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
}

/** @param {string} text */
async function compileInside(text) {
  try {
    return await compile(inflate(text));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("failedNoWasm", `the module could not be unpacked: ${reason(error)}`);
  }
}

/** @param {Response} response */
async function compile(response) {
  // Only what is declared as WebAssembly may be compiled while it comes in. The hash vouches for the rest as well.
  const isDeclared = response.headers.get("Content-Type") === "application/wasm";
  try {
    if (isDeclared && WebAssembly.compileStreaming) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    // A line may break even now: in Firefox half an answer passes for one until it is read.
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new Failure("failedNoWasm", `the module could not be compiled: ${reason(error)}`);
  }
}

/** @type {Promise<ArrayBuffer> | null} */
let inside = null;

/** The packed ladder that travels with the widget: in a section of its module, or in the script as well. */
async function ladderInside() {
  if (!IS_INSIDE) return WebAssembly.Module.customSections(await compiled("module"), "ladder")[0];
  inside = inside || inflate(DATA.packed).arrayBuffer();
  return inside;
}

/** The exports of the module that reads documents, while somebody needs them: its memory goes with it. */
let reading = /** @type {Promise<any> | null} */ (null);
/** How many do. */
let readers = 0;

/**
 * The packed ladder of a document.
 * @param {string} text
 */
async function packed(text) {
  readers += 1;
  try {
    reading = reading || compiled("documents").then((module) => instantiate(module, {}));
    return read(text, (await reading).exports);
  } finally {
    readers -= 1;
    if (!readers) reading = null;
  }
}

/**
 * @param {string} text
 * @param {any} exports
 */
function read(text, { memory, roomFor, readDocument, answerAt, answerLength }) {
  const document = new TextEncoder().encode(text);
  const start = roomFor(document.length);
  new Uint8Array(memory.buffer, start, document.length).set(document);
  const isLadder = readDocument();
  const bytes = new Uint8Array(memory.buffer, answerAt(), answerLength());
  if (isLadder) return bytes.slice();
  const errors = JSON.parse(new TextDecoder().decode(bytes));
  throw new Failure("failedDocument", errors[0], errors);
}

/**
 * @param {string} address
 * @returns {Promise<string>}
 */
function fetchDocument(address) {
  return patiently(address, async (signal) => {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.text();
  });
}

/** How long a request may take, to its last byte. In milliseconds. */
let patience = 10000;
/** A line that is slow is not dead: each request that came too late gives the next one twice the time, up to this. */
const MOST_PATIENCE = 80000;

/**
 * Ends what takes too long, so that nobody is left looking at a promise.
 * @template T
 * @param {string} address
 * @param {(signal: AbortSignal) => Promise<T>} ask
 * @returns {Promise<T>}
 */
async function patiently(address, ask) {
  const limit = patience;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limit);
  try {
    return await ask(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) {
      patience = Math.min(MOST_PATIENCE, 2 * limit);
      throw new Failure("failedNetwork", `${address} did not come within ${limit / 1000} s`);
    }
    throw error instanceof Failure ? error : new Failure("failedNetwork", `${address} could not be loaded: ${reason(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {unknown} error */
function reason(error) {
  return error instanceof Error ? error.message : String(error);
}
