// Stands before the widget on pages that forbid or break something, and remembers what happens:
// what the policy refused, what scripts wrote to the console, when WebAssembly failed and when the widget said so.
(() => {
  /** @type {Recorded} */
  const recorded = (window.__recorded = { violations: [], said: [], refusedAt: 0, failedAt: 0 });

  document.addEventListener("securitypolicyviolation", (event) => {
    recorded.violations.push([event.disposition, event.effectiveDirective, event.blockedURI]);
  });

  for (const level of /** @type {const} */ (["debug", "info", "log", "warn", "error"])) {
    const real = console[level];
    console[level] = (/** @type {unknown[]} */ ...words) => {
      recorded.said.push(words.join(" "));
      real(...words);
    };
  }

  const api = /** @type {Record<string, Function>} */ (/** @type {unknown} */ (WebAssembly));
  for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
    const real = /** @type {Function} */ (api[name]);
    api[name] = (/** @type {unknown[]} */ ...values) => {
      const result = real(...values);
      result.catch(() => {
        recorded.refusedAt = recorded.refusedAt || performance.now();
      });
      return result;
    };
  }
  addEventListener("fix-ladder-error", () => {
    recorded.failedAt = recorded.failedAt || performance.now();
  });

  /** Does what no strict policy allows, so that a test can see that it would have been told. */
  window.__offend = () => {
    new Image().src = "/offence.png";
    try {
      document.createElement("p").innerHTML = "offence";
    } catch (error) {
      // Trusted Types throw besides telling.
    }
  };

  /** Takes WebAssembly away until it is given back. */
  window.__withoutWebAssembly = () => {
    const page = /** @type {{ WebAssembly?: unknown }} */ (window);
    const real = page.WebAssembly;
    delete page.WebAssembly;
    window.__mend = () => {
      page.WebAssembly = real;
    };
  };
})();
