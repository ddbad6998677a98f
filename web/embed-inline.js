// The embed that holds everything itself. Built as `fix-ladder.inline.js` and into the standalone page.
// Knows which form of the script this is, nothing else.

import { start } from "./embed/element.js";
import { inline } from "./embed/inline.js";

start(inline);
