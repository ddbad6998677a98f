// Reports unit tests as Rust's runner does, so that `cargo xtask test` adds up both in one way.
// Knows the events of Node's runner, nothing of the tests.

/** @typedef {{ name: string, skip?: unknown, details: { type?: string, error?: Error & { cause?: unknown } } }} Outcome */

/** @param {AsyncIterable<{ type: string, data: any }>} events as Node describes them, which its types do in part */
export default async function* report(events) {
  let n_passed = 0;
  const failed = /** @type {Outcome[]} */ ([]);
  for await (const { type, data } of events) {
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
    const outcome = /** @type {Outcome} */ (data);
    const isEnd = type === "test:pass" || type === "test:fail";
    if (!isEnd || outcome.skip !== undefined || outcome.details.type === "suite") continue;
    if (type === "test:pass") n_passed += 1;
    else failed.push(outcome);
    yield `test ${outcome.name} ... ${type === "test:pass" ? "ok" : "FAILED"}\n`;
  }
  for (const { name, details } of failed) {
    const cause = details.error && (details.error.cause || details.error);
    yield `\n---- ${name}\n${cause instanceof Error ? cause.stack : JSON.stringify(cause)}\n`;
  }
  yield `\ntest result: ${failed.length ? "FAILED" : "ok"}. ${n_passed} passed; ${failed.length} failed\n`;
}
