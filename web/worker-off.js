// The end of the standalone page's service worker. Built as `sw-off.js`.
// Knows nothing but where it begins.

import { end } from "./worker/service-worker-off.js";

end();
