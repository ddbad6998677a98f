// What the scripts of the test pages leave in a window for the tests, which ask for it by these names.
// Knows names and types, nothing of what is tested.

/** One event of a widget, as the harness has seen it. */
interface SeenEvent {
  type: string;
  detail: unknown;
  target: string;
  composed: boolean;
  at: number;
}

interface Recorded {
  violations: [disposition: string, directive: string, uri: string][];
  said: string[];
  /** When WebAssembly first failed, and when a widget first said so. */
  refusedAt: number;
  failedAt: number;
}

interface Window {
  /** harness.js */
  __errors: string[];
  __events: SeenEvent[];
  __turn(milliseconds: number): void;
  __advance(milliseconds: number): void;
  __due(): number;

  /** recorder.js */
  __recorded: Recorded;
  __offend(): void;
  __withoutWebAssembly(): void;
  __mend(): void;

  /** browser_features.js */
  __asked: string[];
  __locks: string[];
  /** To what time the clock is turned when the page is left; 0 for none. */
  __sleepUntil?: number;
  __loseLock(): void;

  /** counts.js */
  memories: Set<WebAssembly.Memory>;
  counts(): [listeners: string[][], timers: number];
  moduleBytes(): number;

  /** throwing.js: what went wrong. */
  throwing(text: string, method: string, shift: number, from: number): Promise<string[]>;

  /** markdown_engines.js: the engines as they come from npm, and what it makes of them. */
  markdownit: (options?: object) => { render(text: string): string };
  marked: { parse(text: string, options?: object): string };
  commonmark: {
    Parser: new (options?: object) => { parse(text: string): object };
    HtmlRenderer: new (options?: object) => { render(tree: object): string };
  };
  showdown: { Converter: new () => { setFlavor(name: string): void; makeHtml(text: string): string } };
  DOMPurify: { sanitize(html: string): string };
  engines: Record<string, (text: string) => string>;
  outcome(html: string): string;
}
