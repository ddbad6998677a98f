// The embed whose module, document reader and plain list are files beside it. Built as `fix-ladder.js`.
// Knows which form of the script this is, nothing else.

import { start } from "./embed/element.js";
import { external } from "./embed/external.js";

start(external);
