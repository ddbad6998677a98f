// The dialog in which a ladder is taken out: as a tag, a page, a text, a document, a link.
// Knows the forms and how they leave the page, nothing of how they are written.

import { document } from "../embed/clobbering.js";
import { make } from "../embed/elements.js";
import { linkTo } from "./link.js";
import { byId, prepareDialog, showRefusal } from "./parts.js";
import { read, write } from "./storage.js";
import { saidIn, say } from "./words.js";

/** @import { LadderObject, StudioModule, Written } from "./module.js" */

/**
 * What is taken out: the draft, and its document where its text has no errors now.
 * @typedef {{ draft: DraftSource, ladder: LadderObject | null }} Work
 */

/** Until the author has put in their own. */
const ANYWHERE = "https://example.org/fix-ladder/fix-ladder.js";

/** A studio on a site has the script beside it. */
const BESIDE = location.protocol === "file:" ? "" : new URL("fix-ladder.js", location.href).href;

const FORMS = /** @type {const} */ (["tag", "page", "text", "document", "link"]);
/** @typedef {(typeof FORMS)[number]} Form */

const NAMES = { tag: say("out_tag"), page: say("out_page"), text: say("out_text"), document: say("out_document"), link: say("out_link") };

/**
 * @param {StudioModule} module
 * @param {string} built the page in one file
 * @param {() => Work} work
 */
export function startPublishing(module, built, work) {
  const dialog = prepareDialog("out");
  const [text, address] = [/** @type {HTMLTextAreaElement} */ (byId("out-text")), /** @type {HTMLInputElement} */ (byId("address"))];
  const made = { form: /** @type {Form} */ ("tag"), name: "", text: "", type: "" };

  /** @param {Form} form @param {Work} now @returns {Written} */
  function writeAs(form, { draft, ladder }) {
    if (form === "text") return { text: draft.text, errors: [] };
    if (form === "link") return { text: linkTo(module.pack(draft)), errors: [] };
    if (!ladder) return { text: null, errors: [] };
    if (form === "document") return { text: `${JSON.stringify(ladder, null, 2)}\n`, errors: [] };
    if (form === "page") return module.page(built, saidIn(ladder.lang || "").page, ladder, draft);
    return module.snippet(ladder, address.value.trim() || ANYWHERE);
  }

  function show() {
    const now = work();
    const { form } = made;
    const written = writeAs(form, now);
    made.text = written.text || "";
    const stem = now.draft.name.replace(/\.[a-z]+$/, "");
    const [ending, type] = /** @type {[string, string]} */ ({
      tag: ["snippet.html", "text/html"],
      page: ["html", "text/html"],
      text: ["md", "text/markdown"],
      document: ["json", "application/json"],
      link: ["", ""],
    }[form]);
    Object.assign(made, { name: `${stem}.${ending}`, type });
    byId("out-more").textContent = explain(form, made.text);
    const isMissing = !written.text;
    showRefusal(byId("out-refused"), isMissing ? say("mend_first") : form === "tag" && hasDrawings(now) ? say("no_drawings") : "", written.errors);
    byId("address-field").hidden = form !== "tag";
    text.hidden = isMissing || form === "page";
    text.value = form === "page" ? "" : made.text;
    byId("copy").hidden = isMissing || form === "page";
    byId("save").hidden = isMissing || form === "link";
    byId("out-said").textContent = "";
  }

  for (const form of FORMS) {
    const input = /** @type {HTMLInputElement} */ (make("input"));
    Object.assign(input, { type: "radio", name: "form", value: form, checked: form === made.form });
    input.addEventListener("change", () => {
      made.form = form;
      show();
    });
    byId("forms").append(make("label", input, ` ${NAMES[form]}`));
  }
  address.value = read("address") || BESIDE;
  address.placeholder = ANYWHERE;
  address.addEventListener("input", () => {
    write("address", address.value.trim());
    show();
  });
  byId("copy").addEventListener("click", () => void copyText(text));
  byId("save").addEventListener("click", () => {
    saveFile(made.name, made.text, made.type);
    byId("out-said").textContent = say("saved", { name: made.name });
  });
  byId("to-out").addEventListener("click", () => {
    show();
    dialog.open(byId("to-out"));
  });
}

/** @param {Form} form @param {string} text */
function explain(form, text) {
  const words = {
    tag: say("out_tag_more"),
    page: say("out_page_more"),
    text: say("out_text_more"),
    document: say("out_document_more"),
    link: say("out_link_more", { n: text.length }),
  };
  return form === "link" && location.protocol === "file:" ? `${words.link} ${say("local_link")}` : words[form];
}

/** @param {Work} work */
function hasDrawings({ ladder }) {
  const drawings = ladder && ladder["drawings"];
  return Array.isArray(drawings) && drawings.length > 0;
}

/** @param {HTMLTextAreaElement} text */
async function copyText(text) {
  const said = byId("out-said");
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(text.value);
    said.textContent = say("copied");
  } catch (error) {
    text.focus();
    text.select();
    // Where pages may not write to the clipboard by themselves, some let them copy what is selected.
    said.textContent = document.execCommand("copy") ? say("copied") : say("copy_by_hand");
  }
}

/** @param {string} name @param {string} text @param {string} type */
function saveFile(name, text, type) {
  const link = /** @type {HTMLAnchorElement} */ (make("a"));
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
