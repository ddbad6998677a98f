// The post's module: a tree goes in, an encoded ladder and hints come out.
// Knows its exports, nothing of where the tree is from.

/** @typedef {[severity: string, message: string, cure: string, node: number | null]} Hint */
/** @typedef {{ encoded: Uint8Array | null, id: string, isOwn: boolean, hints: Hint[] }} Answer */

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<(request: object) => Answer>}
 */
export async function startReader(module) {
  const instance = await WebAssembly.instantiate(module, {});
  const { memory, roomFor, readPost, answerAt, answerLength, hintsAt, hintsLength } = /** @type {PostReader} */ (/** @type {unknown} */ (instance.exports));
  return (request) => {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    const room = roomFor(bytes.length);
    new Uint8Array(memory.buffer, room, bytes.length).set(bytes);
    const isLadder = readPost();
    const hints = new Uint8Array(memory.buffer, hintsAt(), hintsLength());
    return {
      ...JSON.parse(new TextDecoder().decode(hints)),
      encoded: isLadder ? new Uint8Array(memory.buffer, answerAt(), answerLength()).slice() : null,
    };
  };
}
