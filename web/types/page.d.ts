// What the build gives to the standalone page, and what only some browsers have.
// Knows names and types, nothing of what they do.

declare const PAGE: PageData;

interface Navigator {
  /** On iPhone and iPad: whether the page was opened from the home screen. */
  readonly standalone?: boolean;
}
