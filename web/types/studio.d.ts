// What the build gives to the studio, and the exports of its module.
// Knows names and types, nothing of what they do.

/** A text with its files, as pages hold it that have their text inside. */
interface DraftSource {
  name: string;
  text: string;
  drawings: NamedText[];
  pieces: NamedText[];
}

interface NamedText {
  name: string;
  text: string;
}

/** What the studio is told. */
interface StudioData {
  /** Its words by their keys (web/studio/words/); a plural has its forms. */
  words: Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;
  /** The module: base64 of raw deflate. */
  module: string;
  /** The text of a small ladder to begin with. */
  beginning: string;
  examples: { title: string; about: string | null; draft: DraftSource }[];
  /** By the tag of a language, in small letters: what a ladder says that is read from a post, and what a page says around one. */
  said: Record<string, { post: object; page: object }>;
}

declare const STUDIO: StudioData;

/** The exports of the studio's module (studio/). Addresses and lengths are in bytes of its memory. */
interface StudioExports {
  memory: WebAssembly.Memory;
  /** Room for a request of this length. */
  roomFor(length: number): number;
  /** Answers the request. */
  answer(): void;
  answerAt(): number;
  answerLength(): number;
}

/** Of browsers that have them. */
interface Window {
  trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
  };
}
