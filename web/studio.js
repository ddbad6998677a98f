// The studio, where an author writes a ladder and sees it at once. Built into `studio.html`.
// Knows where it begins, nothing else.

import { startStudio } from "./studio/main.js";

void startStudio();
