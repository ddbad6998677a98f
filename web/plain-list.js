// The plain list as a script of its own. Built as `fix-ladder.list.js`.
// Knows how it hands itself over to the embed that has asked for it (embed/external-script.js).

import { renderPlainList } from "./embed/plain-list.js";

dispatchEvent(new CustomEvent(DATA.event, { detail: { run: renderPlainList, styles: DATA.styles } }));
