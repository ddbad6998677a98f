// What the two scripts of the bench share with the driver, and the documents that the reference reads.
// Knows names and types, nothing of what they do.

/** What the driver asks of `measure.js` (tests/browser/src/bin/bench). */
interface Bench {
  failed: Promise<never>;
  firstView(): Promise<number>;
  firstTick(): Promise<number>;
  alive(): Promise<number>;
  settled(count: number): Promise<void>;
  /** For each tick the milliseconds until it is shown, and until it is laid out. */
  ticks(count: number): Promise<[shown: number, laidOut: number][]>;
  press(action: string): Promise<void>;
  hidden(): Promise<void>;
  pause(milliseconds: number): Promise<void>;
  blocked(): number;
  calls(): number;
  moduleBytes(): number;
  post(): { largest: number, pictures: number, text: number };
}

interface Window {
  bench: Bench;
}

/** A document of the bench: all text is plain (xtask/src/bench/ladders.rs). */
interface PlainLadder {
  id: string;
  title: string;
  introduction?: string[];
  rungs: PlainRung[];
}

interface PlainRung {
  id: string;
  title: string;
  severity: "gentle" | "moderate" | "drastic" | "last-resort";
  steps: { id: string, text: string }[];
  wait?: { seconds: number };
}
