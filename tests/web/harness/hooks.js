// Gives every import of a graph of modules the query of the module that imports it: so each query has modules of its own.
// Runs in Node's thread for hooks. Knows addresses, nothing of the modules.

/**
 * @param {string} specifier
 * @param {{ parentURL?: string }} context
 * @param {(specifier: string, context: object) => Promise<{ url: string }>} next
 */
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const { search } = context.parentURL ? new URL(context.parentURL) : { search: "" };
  return search && specifier.startsWith(".") ? { ...resolved, url: resolved.url + search } : resolved;
}
