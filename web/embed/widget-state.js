// What a widget is at, and what is known of the ladder that its element names.
// Knows names, nothing of how the one follows from the other.

/** @import { Instance } from "./instances.js" */
/** @import { Progress } from "../public/fix-ladder.d.ts" */

/**
 * @typedef {object} Widget
 * @property {(attribute: string) => void} changed an attribute of the element may have changed
 * @property {() => void} moved the element may stand elsewhere now
 * @property {() => void} stop the element has left the page
 * @property {() => void} reset starts over, as soon as there is a widget
 * @property {() => Progress | null} progress
 */

/**
 * ARCHITECTURE.md has the transitions. `abort` ends what a state has begun: whatever that still brings is ignored.
 * - `waiting`: nothing is loaded, until the widget is near the viewport or used.
 * - `loading`: modules and the document are on their way.
 * - `live`: an instance has the widget. The handle is null while that is being made.
 * - `failed`: nothing is loaded until the reader asks for it.
 * @typedef {{ kind: "waiting", abort: AbortController, unwatch?: () => void }
 *   | { kind: "loading", abort: AbortController }
 *   | { kind: "live", abort: AbortController, instance: Instance, root: HTMLElement, handle: Mount | null }
 *   | { kind: "failed", abort: AbortController }
 *   | { kind: "stopped", abort?: undefined }} State
 */

/**
 * What is known of the ladder that the element names. It outlives a crash.
 * @typedef {object} Session
 * @property {number} crashes how often an instance has crashed under it
 * @property {boolean} isReadyTold
 * @property {boolean} isReset whether it is to start over once it is ready
 * @property {string} document its text, as soon as it has been fetched
 * @property {Uint8Array | null} encoded once that has been read
 * @property {string} id of the ladder, once that is known
 * @property {string} namespace of its progress
 * @property {((swap: () => void) => void) | null} whenReleased how the widget takes the place of a post
 * @property {(() => void) | null} readAgain reads the post again, where it or its language is another by now
 */

/** @returns {Session} */
export function newSession() {
  return { crashes: 0, isReadyTold: false, isReset: false, document: "", encoded: null, id: "", namespace: "", whenReleased: null, readAgain: null };
}
