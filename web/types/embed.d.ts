// What the build gives to the scripts of the embed, and the exports of the modules of WebAssembly.
// Knows names and types, nothing of what they do.

declare const DATA: ScriptData;

/** An element that may be a control of a form, with what only some of them have. */
type Control = HTMLElement &
  Partial<Pick<HTMLInputElement, "checked" | "disabled" | "selectionEnd" | "selectionStart" | "type" | "value">>;

/** The exports of the widget's glue, of one instance (src/embed/mount.rs). */
interface WidgetModule {
  Mount: new (root: HTMLElement, options: MountOptions) => Mount;
  /** Another instance of the page has stored something under this key. */
  stored(key: string): void;
  /** The page is about to be printed: 1 as it stands, 2 empty; or has been, 0. */
  print(how: number): void;
  /** The listener is told why the module panics, before it does. */
  onCrash(listener: (message: string) => void): void;
}

/** A widget in its mount root. Each call may throw: then its instance has crashed. */
interface Mount {
  update(options: MountOptions): void;
  /** All facts of the climb, also those that could not be stored: lines of a name, a tab and the stored text. */
  facts(then: (lines: string) => void): void;
  /** Takes in facts from elsewhere, in the same form, as if another tab had stored them. */
  take(lines: string): void;
  /** Starts over, as the reader's button does. */
  startOver(): void;
  /** Takes the widget down, and leaves the mount root for another `update`. */
  release(): void;
}

/** src/embed/options.rs has the same for the module. */
interface MountOptions {
  /** The encoded ladder; none where it is still the same. */
  ladder: Uint8Array | undefined;
  /** The namespace of its progress. */
  namespace: string | undefined;
  /** Which of the reader's cases; absent where there is only one. */
  caseId?: string;
  /** The widget's messages in another language than the module's, a line each. */
  messages: string | undefined;
  /** 2 to 5. */
  headingLevel: number;
  electLeader(name: string, lead: () => void): void;
  listener: MountListener;
}

interface MountListener {
  /** The widget is about to render: whether all of it has to be rendered anew. */
  rendering(): boolean | undefined;
  rendered(): void;
  stored(key: string): void;
  ready(ladder: string): void;
  change(ladder: string, rung: string | undefined, kind: string): void;
  fixed(ladder: string, rung: string, minutes: number): void;
  /** The reader asks for a panel of the companion. */
  open?(panel: string): void;
}

/** The exports of the module that reads documents (extras/). Addresses and lengths are in bytes of its memory. */
interface DocumentReader {
  memory: WebAssembly.Memory;
  /** Room for a document of this length. */
  roomFor(length: number): number;
  /** Reads the document: whether it is a ladder. */
  readDocument(): number;
  /** Where the encoded ladder is, or the JSON of what is wrong with the document. */
  answerAt(): number;
  answerLength(): number;
}

/** The exports of the companion's module (companion/). Addresses and lengths are in bytes of its memory. */
interface CompanionExports {
  memory: WebAssembly.Memory;
  /** Room for an encoded ladder of this length. */
  ladderRoom(length: number): number;
  /** Reads the ladder: whether it is one of this build. */
  setLadder(): number;
  /** Room for a request of this length. */
  roomFor(length: number): number;
  /** Answers the request. */
  answer(): void;
  answerAt(): number;
  answerLength(): number;
}

/** The exports of the module that reads posts (reader/). Addresses and lengths are in bytes of its memory. */
interface PostReader {
  memory: WebAssembly.Memory;
  /** Room for a request of this length. */
  roomFor(length: number): number;
  /** Reads the post: whether it is a ladder. */
  readPost(): number;
  answerAt(): number;
  answerLength(): number;
  /** Where the hints are, whatever has become of the post. */
  hintsAt(): number;
  hintsLength(): number;
}

/** Instantiates a module with these imports, and returns its exports. */
type Instantiate = (imports: WebAssembly.Imports) => Promise<WebAssembly.Exports>;

/** Fresh glue of the widget's module, for one instance. */
declare function freshGlue(): (instantiate: Instantiate) => Promise<WidgetModule>;
