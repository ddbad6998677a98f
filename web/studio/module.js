// The studio's module: one instance, asked by JSON.
// Knows its exports and how it is packed, nothing of what is asked (studio/src/request.rs).

/** @typedef {{ severity: "error" | "warning" | "note", message: string, cure: string, line: number, column: number, start: number, end: number, file: string | null }} Said */
/** @typedef {{ format: number, id: string, title: unknown, lang?: string, [name: string]: unknown }} LadderObject */
/** @typedef {[severity: string, message: string, cure: string, node: number | null]} Guess */
/** @typedef {{ text: string | null, errors: string[] }} Written */

/**
 * What can be asked, and what is answered.
 * @typedef {object} StudioModule
 * @property {(draft: DraftSource) => { document: LadderObject | null, diagnostics: Said[] }} compile
 * @property {(post: object) => { draft: DraftSource | null, hints: Guess[], errors: string[] }} post
 * @property {(name: string, text: string) => { draft: DraftSource | null, isPost: boolean, notes: string[], errors: string[] }} open
 * @property {(document: LadderObject, address: string) => Written} snippet
 * @property {(built: string, said: object, document: LadderObject, draft: DraftSource) => Written} page
 * @property {(built: string) => Written} preview
 * @property {(draft: DraftSource) => string} pack
 * @property {(text: string) => DraftSource | null} unpack
 */

/** @returns {Promise<StudioModule>} */
export async function startModule() {
  const bytes = Uint8Array.from(atob(STUDIO.module), (letter) => letter.charCodeAt(0));
  const packed = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const { instance } = await WebAssembly.instantiate(await new Response(packed).arrayBuffer(), {});
  const { memory, roomFor, answer, answerAt, answerLength } = /** @type {StudioExports} */ (/** @type {unknown} */ (instance.exports));

  /** @param {object} request */
  function ask(request) {
    const asked = new TextEncoder().encode(JSON.stringify(request));
    const room = roomFor(asked.length);
    new Uint8Array(memory.buffer, room, asked.length).set(asked);
    answer();
    return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answerAt(), answerLength())));
  }

  return {
    compile: (draft) => ask({ ask: "compile", ...draft }),
    post: (post) => ask({ ask: "post", ...post }),
    open: (name, text) => ask({ ask: "open", name, text }),
    snippet: (ladder, address) => ask({ ask: "snippet", document: ladder, address }),
    page: (built, said, ladder, draft) => ask({ ask: "page", built, said, document: ladder, ...draft }),
    preview: (built) => ask({ ask: "preview", built }),
    pack: (draft) => ask({ ask: "pack", ...draft }).text,
    unpack: (text) => ask({ ask: "unpack", text }).draft,
  };
}
