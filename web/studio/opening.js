// What an author opens, drops or pastes: files of every kind, and posts from their blogs.
// Knows where the bytes come from; what they are is for the module to say.

import { document } from "../embed/clobbering.js";
import { treeOf } from "../post/tree.js";
import { parseInert } from "./trusted.js";
import { saidIn, say } from "./words.js";

/** @import { Guess, StudioModule } from "./module.js" */

/**
 * What becomes a new draft, with what was guessed.
 * @typedef {{ draft: DraftSource, notes: string[], hints: Guess[], nodes: Node[] }} Found
 */
/** Or why there is none. @typedef {Found | { refused: "ladder" | "post", errors: string[] }} Opened */

/** The largest file that is read, in bytes. */
const MOST_BYTES = 20e6;

/** What is around a post and never part of it. */
const AROUND_POST = "nav, aside, form, header:not(article header), footer:not(article footer)";

/**
 * @param {StudioModule} module
 * @param {File} file
 * @returns {Promise<Opened | "large" | "binary">}
 */
export async function openFile(module, file) {
  if (file.size > MOST_BYTES) return "large";
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    return "binary";
  }
  return openWords(module, file.name, text);
}

/**
 * @param {StudioModule} module
 * @param {string} name of the file; empty for what was pasted
 * @param {string} text
 * @returns {Opened}
 */
export function openWords(module, name, text) {
  const { draft, isPost, notes, errors } = module.open(name, text);
  if (isPost) return openPost(module, text);
  return draft ? { draft, notes, hints: [], nodes: [] } : { refused: "ladder", errors };
}

/**
 * @param {StudioModule} module
 * @param {string} html
 * @returns {Opened}
 */
export function openPost(module, html) {
  const { page, n_left } = parsePost(html);
  const holder = page.querySelector("fix-ladder:not(:empty)") || page.querySelector("article") || page.querySelector("main, [role=main]") || page.body;
  if (holder.localName !== "fix-ladder") for (const it of holder.querySelectorAll(AROUND_POST)) it.remove();
  const title = page.querySelector("h1");
  const { trees, nodes } = treeOf(holder);
  const lang = holder.getAttribute("lang") || page.documentElement.lang;
  const read = module.post({
    trees,
    said: saidIn(lang).post,
    heading: holder.getAttribute("heading") || "",
    page: (title && !holder.contains(title) && title.textContent) || page.title,
    id: holder.localName === "fix-ladder" ? holder.id : "",
    lang,
  });
  /** @type {Guess[]} */
  const left = n_left ? [["note", say("links_left", { n: n_left }), say("links_left_cure"), null]] : [];
  return read.draft ? { draft: read.draft, notes: [], hints: [...left, ...read.hints], nodes } : { refused: "post", errors: read.errors };
}

/** @param {string} html */
function parsePost(html) {
  // Browsers mark the beginning and the end of what was copied.
  const page = parseInert(html.replace(/<!-{2}\s*(Start|End)Fragment\s*-->/g, ""));
  const known = page.querySelector("base[href], link[rel=canonical][href]");
  return { page, n_left: completeAddresses(page, (known && known.getAttribute("href")) || "") };
}

/**
 * Where addresses in a post lead depends on where it is published, and never on where this page is.
 * @param {Document} page
 * @param {string} from
 * @returns {number} how many links lead nowhere, since that is not known
 */
function completeAddresses(page, from) {
  const left = new Set();
  for (const name of ["href", "src"]) {
    for (const it of page.querySelectorAll(`a[${name}], img[${name}]`)) {
      const address = it.getAttribute(name) || "";
      try {
        it.setAttribute(name, from ? new URL(address, from).href : new URL(address).href);
      } catch (error) {
        it.removeAttribute(name);
        left.add(it);
      }
    }
  }
  return left.size;
}

/**
 * Listens for files that are dropped anywhere, and for posts that are pasted into a field.
 * @param {HTMLElement} pasted
 * @param {(file: File) => void} onFile
 * @param {(html: string) => void} onPost
 */
export function followOpening(pasted, onFile, onPost) {
  document.addEventListener("dragover", (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer || !dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer && event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  });
  pasted.addEventListener("paste", (event) => {
    const { clipboardData } = event;
    const html = clipboardData && clipboardData.getData("text/html");
    // What was copied as source is plain text, also where an editor brings its colours along.
    const isSource = clipboardData && /^\s*<(?!!-)[a-z!]/i.test(clipboardData.getData("text/plain"));
    if (!html || isSource) return;
    event.preventDefault();
    onPost(html);
  });
}
