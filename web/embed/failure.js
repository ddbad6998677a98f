// Why a widget could not start, for its reader and for its author.
// Knows how a failure is told, nothing of what has failed.

/** Why a widget could not start. `key` names the sentences for the reader, the message is for the author. */
export class Failure extends Error {
  /**
   * @param {FailureKey | ""} key none where the reader is told nothing
   * @param {string} message
   * @param {string[]} [errors] everything that is wrong, where there is more than one thing
   * @param {boolean} [isLasting] whether it would be the same again: then the reader is offered no other try
   */
  constructor(key, message, errors, isLasting = key !== "failedNetwork" && key !== "failedCrash") {
    super(message);
    this.key = key;
    this.errors = errors || [message];
    this.isLasting = isLasting;
  }
}

/** What the author has been told: what many widgets share is said once. */
const complaints = /** @type {Set<string>} */ (new Set());

/**
 * Tells the author why a reader has only a list. A crash has said so itself.
 * @param {Failure} failure
 */
export function complain(failure) {
  const complaint = failure.errors.join("\n");
  if (failure.key === "failedCrash" || complaints.has(complaint)) return;
  complaints.add(complaint);
  console.warn(`fix-ladder: ${complaint}`);
}

/**
 * Tells the author, once, why a widget is not where it was meant.
 * @param {string} sentence
 */
export function explain(sentence) {
  if (complaints.has(sentence)) return;
  complaints.add(sentence);
  console.error(`fix-ladder: ${sentence}`);
}

/** @param {unknown} error */
export function reason(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * What a module throws is a trap.
 * @param {unknown} error
 * @returns {Failure}
 */
export function asFailure(error) {
  if (error instanceof Failure) return error;
  return new Failure("failedCrash", reason(error));
}
