// Markdown engines that run in a page, and what has become of our tags in HTML.
// Knows the engines by their globals, nothing of what is expected.

/** What a paste says: no widget may take the words around it along. */
const AFTER = /After\.|and on\./;

/** @type {Record<string, (text: string) => string>} */
const engines = {
  "markdown-it, html: false": (text) => window.markdownit().render(text),
  "markdown-it, html: false, all else on": (text) => window.markdownit({ linkify: true, typographer: true, breaks: true }).render(text),
  "markdown-it, html: true": (text) => window.markdownit({ html: true }).render(text),
  "markdown-it, all on": (text) => window.markdownit({ html: true, linkify: true, typographer: true, breaks: true, xhtmlOut: true }).render(text),
  marked: (text) => window.marked.parse(text),
  "marked, breaks": (text) => window.marked.parse(text, { breaks: true }),
  "marked, pedantic": (text) => window.marked.parse(text, { gfm: false, pedantic: true }),
  "marked, DOMPurify": (text) => window.DOMPurify.sanitize(window.marked.parse(text)),
  commonmark: (text) => byCommonmark(text, {}),
  "commonmark, smart": (text) => byCommonmark(text, { smart: true, softbreak: "<br />" }),
  "commonmark, safe": (text) => byCommonmark(text, { safe: true }),
  showdown: (text) => new window.showdown.Converter().makeHtml(text),
  "showdown, GitHub": (text) => {
    const converter = new window.showdown.Converter();
    converter.setFlavor("github");
    return converter.makeHtml(text);
  },
};

/** @param {string} text @param {object} options */
function byCommonmark(text, options) {
  const { Parser, HtmlRenderer } = window.commonmark;
  return new HtmlRenderer(options).render(new Parser(options).parse(text));
}

/**
 * In a word or two, as a reader would find it once the script has run.
 * @param {string} html
 */
function outcome(html) {
  const page = new DOMParser().parseFromString(`<!doctype html><body><main>${html}</main>`, "text/html");
  const post = /** @type {HTMLElement} */ (page.querySelector("main"));
  const element = post.querySelector("fix-ladder");
  const tag = post.querySelector("script[src$='fix-ladder.js']");
  const text = post.textContent || "";
  const rows = Array.from(post.querySelectorAll("li")).filter((it) => !it.querySelector("li") && /^(Is it really|Restart)/.test((it.textContent || "").trim()));
  if (!AFTER.test(text)) return "the post is gone";
  if (/<(script|fix-ladder)/.test(text)) return post.querySelector("pre") ? "shown as code" : "shown as text";
  if (!tag) return rows.length ? "the list alone" : "gone";
  if (!element) return tag.matches("[data-ladder]") ? "whole" : "no element";
  if (AFTER.test(element.textContent || "")) return "the post is taken for the fallback";
  if (rows.every((it) => element.contains(it))) return "whole";
  return "the list beside the widget";
}

Object.assign(window, { engines, outcome });
