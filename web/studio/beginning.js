// The dialog in which a ladder is begun: from an example, a file, a post.
// Knows where each comes from, nothing of what becomes of it.

import { make } from "../embed/elements.js";
import { followOpening, openFile, openPost, openWords } from "./opening.js";
import { byId, prepareDialog, pressButton, showRefusal } from "./parts.js";
import { say } from "./words.js";

/** @import { StudioModule } from "./module.js" */
/** @import { Found, Opened } from "./opening.js" */

/** A draft of the small ladder. */
export const freshSource = () => ({ name: "my-ladder.md", text: STUDIO.beginning, drawings: [], pieces: [] });

/**
 * @param {StudioModule} module
 * @param {(found: Found, isPost: boolean) => void} onOpen
 */
export function startBeginning(module, onOpen) {
  const dialog = prepareDialog("start", () => showRefusal(byId("refused"), ""));
  const post = /** @type {HTMLTextAreaElement} */ (byId("post"));
  const file = /** @type {HTMLInputElement} */ (byId("file"));

  /** @param {Opened} opened @param {boolean} [isPost] */
  function take(opened, isPost = false) {
    if ("draft" in opened) {
      post.value = "";
      dialog.close();
      onOpen(opened, isPost);
      return;
    }
    const { refused, errors } = opened;
    const words = refused === "ladder" ? say("not_a_ladder") : errors.length ? say("not_written") : say("nothing_in_post");
    refuse(words, errors);
  }

  /** @param {string} words @param {string[]} [errors] */
  function refuse(words, errors = []) {
    dialog.open();
    showRefusal(byId("refused"), words, errors);
    byId("refused").scrollIntoView({ block: "nearest" });
  }

  /** @param {File} chosen */
  async function takeFile(chosen) {
    const opened = await openFile(module, chosen);
    if (opened === "large") refuse(say("too_large"));
    else if (opened === "binary") refuse(say("not_text"));
    else take(opened, "nodes" in opened && opened.nodes.length > 0);
  }

  const example = (/** @type {string} */ title, /** @type {string} */ about, /** @type {DraftSource} */ draft) => {
    const button = pressButton("", () => take({ draft, notes: [], hints: [], nodes: [] }));
    button.append(make("b", title), make("span", about));
    return make("li", button);
  };
  byId("examples").append(
    example(say("beginning"), say("about_beginning"), freshSource()),
    ...STUDIO.examples.map(({ title, about, draft }) => example(title, about || "", draft)),
  );
  byId("choose-file").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const chosen = file.files && file.files[0];
    if (chosen) void takeFile(chosen);
    // The same file may be chosen again.
    file.value = "";
  });
  byId("read-post").addEventListener("click", () => {
    if (!post.value.trim()) return post.focus();
    const opened = openWords(module, "", post.value);
    take(opened, "nodes" in opened && opened.nodes.length > 0);
  });
  followOpening(post, (dropped) => void takeFile(dropped), (html) => take(openPost(module, html), true));
  byId("to-start").addEventListener("click", () => dialog.open(byId("to-start")));
  return dialog;
}
