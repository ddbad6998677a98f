// The reader of posts as a script of its own. Built as `fix-ladder.post.js`.
// Knows how it hands itself over to the embed that has asked for it (embed/external-script.js).

import { readPost } from "./post/reading.js";

dispatchEvent(new CustomEvent(DATA.event, { detail: { run: readPost, styles: "" } }));
