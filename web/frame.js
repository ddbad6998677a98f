// The script of the page for frames, before the embed itself.
// Knows the order in which things begin, nothing of what they do.

import { startFrame } from "./frame/main.js";

startFrame();
