// A soft sound, made by the browser itself. Knows no waits.

/** Two notes, one after the other: their pitch in hertz, and when they begin, in seconds. */
const NOTES = /** @type {const} */ ([[659, 0], [988, 0.22]]);
/** In seconds: how fast a note comes, and how long it takes to go. */
const COMES = 0.03;
const GOES = 1.4;
const LOUD = 0.22;
/** How long a browser may take to begin, in milliseconds. */
const PATIENCE = 1000;

export function newSound() {
  let context = /** @type {AudioContext | null} */ (null);
  /** Whether it is heard. */
  const play = async () => {
    if (!context) return false;
    try {
      // Where the browser lets the page make none, this may never end.
      await Promise.race([context.resume(), new Promise((done) => setTimeout(done, PATIENCE))]);
      if (context.state !== "running") return false;
      for (const [pitch, from] of NOTES) playNote(context, pitch, context.currentTime + from);
      return true;
    } catch (error) {
      return false;
    }
  };
  return {
    play,
    /** Only a press may begin it: browsers let a page make no sound by itself. */
    async unlock() {
      try {
        context = context || new AudioContext();
      } catch (error) {
        return false;
      }
      return play();
    },
    close() {
      if (context) void context.close().catch(() => {});
      context = null;
    },
  };
}

/**
 * @param {AudioContext} context
 * @param {number} pitch
 * @param {number} from
 */
function playNote(context, pitch, from) {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = pitch;
  // Nothing is to click, at its beginning or its end.
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(LOUD, from + COMES);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + GOES);
  tone.connect(volume).connect(context.destination);
  tone.start(from);
  tone.stop(from + GOES);
}
