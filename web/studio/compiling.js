// When a text is compiled: as soon as the author pauses, and never more often than the page can bear.
// Knows times, nothing of texts.

/** @import { LadderObject, Said, StudioModule } from "./module.js" */

/** How long a pause is at least, in milliseconds. */
const LEAST_PAUSE = 120;
/** How many times as long as the last compiling, so that most of the time is for writing. */
const SHARE = 3;
const LONGEST_PAUSE = 1500;

/** @typedef {{ document: LadderObject | null, diagnostics: Said[] }} Compiled */

/**
 * @param {StudioModule} module
 * @param {() => DraftSource} draft
 * @param {(compiled: Compiled) => Promise<void>} onCompiled until what it shows is seen
 */
export function compileWhenIdle(module, draft, onCompiled) {
  const state = {
    timer: /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined),
    pause: LEAST_PAUSE,
  };

  function compile() {
    clearTimeout(state.timer);
    const { name, text, drawings, pieces } = draft();
    const begun = performance.now();
    const compiled = module.compile({ name, text, drawings, pieces });
    void onCompiled(compiled).then(() => {
      state.pause = Math.min(LONGEST_PAUSE, Math.max(LEAST_PAUSE, (performance.now() - begun) * SHARE));
    });
  }

  return {
    soon() {
      clearTimeout(state.timer);
      state.timer = setTimeout(compile, state.pause);
    },
    now: compile,
  };
}
