// The page for frames: which ladder it shows, as its address says.
// Knows the names in the address, nothing of the page around the frame.

import { followHeight } from "./height.js";
import { offerOwnTab } from "./own-tab.js";

/**
 * The address of a document, where the page may show it: one of its own site, or any by https. The document is checked
 * as every other. Null where it may not.
 * @param {string} wanted
 * @returns {URL | null}
 */
function documentAt(wanted) {
  try {
    const address = new URL(wanted, location.href);
    return address.protocol === "https:" || address.origin === location.origin ? address : null;
  } catch (error) {
    return null;
  }
}

/**
 * A line of the page, which is hidden where it has nothing to say.
 * @param {string} name
 * @param {string} words
 */
function say(name, words) {
  const line = /** @type {HTMLElement} */ (document.querySelector(`[data-line="${name}"]`));
  line.textContent = words;
  line.hidden = false;
}

/**
 * The words of a language: for `de-AT` those of `de`, and the page's own where there are none.
 * @param {string} lang
 */
function wordsIn(lang) {
  let tag = lang.toLowerCase();
  while (tag && !FRAME.messages[tag]) tag = tag.replace(/-?[^-]*$/, "");
  return /** @type {FrameWords} */ (FRAME.messages[tag || document.documentElement.lang]);
}

/**
 * @param {Element} widget
 * @param {string} wanted
 * @param {FrameWords} words
 */
function showDocument(widget, wanted, words) {
  const address = documentAt(wanted);
  if (!address) {
    console.warn(`fix-ladder: ?document=${wanted} is not shown: write an address of this site, or one that begins with https`);
    say("refused", words.refused);
    return false;
  }
  widget.setAttribute("src", address.href);
  // Anybody can write an address that shows anything here: the reader sees whose words these are.
  if (address.origin !== location.origin) say("from", words.from.replace("{host}", () => address.host));
  return true;
}

export function startFrame() {
  const query = new URLSearchParams(location.search);
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);
  const widget = document.createElement("fix-ladder");
  widget.setAttribute("loading", "eager");
  const level = query.get("heading-level");
  if (level !== null) widget.setAttribute("heading-level", level);
  const wanted = query.get("document");
  // What the address says, else the language of the ladder: nobody reads around a list in another one.
  const lang = query.get("lang") || (!wanted && FRAME.languages[query.get("ladder") || ""]) || "";
  const words = wordsIn(lang);
  if (lang) widget.lang = lang;
  document.documentElement.lang = words.lang;
  followHeight(widget);
  offerOwnTab(widget, words);
  if (wanted) {
    if (!showDocument(widget, wanted, words)) return;
  } else {
    widget.setAttribute("ladder", query.get("ladder") || FRAME.builtIn);
  }
  widget.addEventListener("fix-ladder-ready", () => {
    const title = /** @type {ShadowRoot} */ (widget.shadowRoot).querySelector("[part~=title]");
    if (title) document.title = /** @type {string} */ (title.textContent);
  });
  /** @type {Element} */ (document.querySelector("main")).append(widget);
  // By this script, which the page's policy knows: in a sandbox the page has no origin that the policy could name.
  const embed = document.createElement("script");
  embed.src = "fix-ladder.js";
  embed.onerror = () => say("refused", words.notLoaded);
  document.body.append(embed);
}
