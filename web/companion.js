// The companion as a script of its own. Built as `fix-ladder.companion.js`.
// Knows how it hands itself over to the embed that has asked for it (embed/external-script.js).

import { openPanel } from "./companion/panels.js";

dispatchEvent(new CustomEvent(DATA.event, { detail: { run: openPanel, styles: DATA.styles } }));
