// The script of the standalone page, around its widget.
// Knows the order in which things begin, nothing of what they do.

import { startPage } from "./page/main.js";

startPage();
