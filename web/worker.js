// The service worker of the standalone page. Built as `sw.js`.
// Knows nothing but where it begins.

import { listen } from "./worker/service-worker.js";

listen();
