// What the build gives to the page for frames.
// Knows names and types, nothing of what they do.

declare const FRAME: FrameData;
