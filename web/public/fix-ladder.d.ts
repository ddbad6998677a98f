// What scripts of a page may use of `<fix-ladder>`: the element, its attributes, its events, and what it tells of a climb.
// Knows the contract of docs/embedding.md, nothing of how it is kept.

/** How a rung stands. */
export type RungState = "locked" | "preparing" | "open" | "waiting" | "not-fixed" | "fixed" | "skipped";

/** How much a rung may cost. */
export type Severity = "gentle" | "moderate" | "drastic" | "last-resort";

/** What the reader has done. */
export type ChangeKind =
  | "step"
  | "requirement"
  | "confirm"
  | "choice"
  | "wait"
  | "answer"
  | "skip"
  | "undo"
  | "start-over";

/** A ladder as a document: `ladder.schema.json` has all of it. Whether it is one is found out when it is loaded. */
export interface LadderDocument {
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  readonly rungs: readonly object[];
  readonly [name: string]: unknown;
}

/** A climb at one moment. It does not change; ask again after `fix-ladder-change`. */
export interface Progress {
  /** The id of the ladder. */
  readonly ladder: string;
  /** The device that the climb is for: `default`, or eight letters and digits. */
  readonly case: string;
  /** The id of the reader's rung; null once the climb has ended. */
  readonly rung: string | null;
  /** The id of the rung that has helped. */
  readonly fixed: string | null;
  /** Whether the climb is over: something has helped, or no rung is left. */
  readonly ended: boolean;
  /** All rungs, from the first to the last. */
  readonly rungs: readonly RungProgress[];
  /** What the reader has chosen: the id of the option, by the id of the choice; an empty text where nothing is. */
  readonly choices: Readonly<Record<string, string>>;
}

export interface RungProgress {
  readonly id: string;
  readonly state: RungState;
  readonly severity: Severity;
}

/** The element `<fix-ladder>`. */
export interface FixLadderElement extends HTMLElement {
  /**
   * An object is a document, which goes before the attributes; null lets them count again. A string is the value of the
   * attribute `ladder`. It may be set before the element is defined, or stands in a page.
   */
  get ladder(): object | string | null;
  set ladder(document: LadderDocument | object | string | null | undefined);
  /** How the climb stands; null before the widget is ready, and where it has failed. */
  readonly progress: Progress | null;
  /** Starts over, as the reader's button does: it can be undone for a day, and `fix-ladder-change` tells of it. */
  reset(): void;
}

/** The attributes, as they are written in HTML. */
export interface FixLadderAttributes {
  ladder?: string;
  src?: string;
  lang?: string;
  theme?: "auto" | "light" | "dark";
  "heading-level"?: "2" | "3" | "4" | "5";
  base?: string;
  loading?: "lazy" | "eager";
}

/** The events, by their names. They bubble, and cross shadow roots. */
export interface FixLadderEvents {
  "fix-ladder-ready": CustomEvent<{ readonly ladder: string }>;
  "fix-ladder-change": CustomEvent<{
    readonly ladder: string;
    readonly rung: string | null;
    readonly kind: ChangeKind;
  }>;
  "fix-ladder-fixed": CustomEvent<{ readonly ladder: string; readonly rung: string; readonly minutes: number }>;
  "fix-ladder-error": CustomEvent<{ readonly message: string; readonly errors: readonly string[] }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "fix-ladder": FixLadderElement;
  }
  interface HTMLElementEventMap extends FixLadderEvents {}
  interface DocumentEventMap extends FixLadderEvents {}
  interface WindowEventMap extends FixLadderEvents {}
}
