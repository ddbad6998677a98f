// Which language is spoken, what is fetched for it and when, and what becomes of one that does not come.
// Knows the modules' exports, nothing of what is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./harness/dom.js";

/**
 * Elements of a page whose files are at the test's command.
 * @param {string} html
 */
async function speaking(html) {
  const page = newPage(html, { languages: { de: { address: "messages/de.json" }, "pt-br": { address: "messages/pt-BR.json" } } });
  const { loadFrom } = await page.load("embed/loader");
  const files = { fetched: /** @type {string[]} */ ([]), isOffline: false };
  const refused = () => Promise.reject(new Error("none"));
  loadFrom({
    compile: refused,
    builtIn: refused,
    plainList: refused,
    companion: refused,
    post: refused,
    async text({ address }) {
      files.fetched.push(address);
      if (files.isOffline) throw new Error("offline");
      return JSON.stringify({ messages: { lang: address }, widget: "w", companion: "c", panels: {} });
    },
  });
  const { learn, wordsFor, askAgain, OWN } = await page.load("embed/languages");
  return {
    files,
    askAgain,
    OWN,
    learn: (/** @type {string} */ selector, shown = () => {}) => learn(page.find(selector), shown),
    words: (/** @type {string} */ selector) => wordsFor(page.find(selector)),
  };
}

test("languages_nothing_is_fetched_where_the_scripts_own_will_do", async () => {
  const { words, learn, files, OWN } = await speaking("<p></p><p lang=en id=a></p><p lang=en-GB id=b></p><p lang=fr id=c></p><p lang=pt-PT id=d></p><p lang=deu id=e></p>");
  for (const selector of ["p", "#a", "#b", "#c", "#d", "#e"]) {
    assert.equal(words(selector), OWN, selector);
    await learn(selector, () => assert.fail("nothing has come"));
  }
  assert.deepEqual(files.fetched, []);
});

test("languages_one_that_is_asked_for_comes_once_for_all", async (t) => {
  const { words, learn, files } = await speaking("<div lang=de-AT><p></p><b lang=PT-br></b></div>");
  assert.equal(words("p").messages.loading, "", "nothing is said before it is there");
  const shown = t.mock.fn();
  await Promise.all([learn("p", shown), learn("div", shown), learn("b", shown)]);
  assert.equal(shown.mock.callCount(), 3);
  assert.deepEqual(files.fetched, ["messages/de.json", "messages/pt-BR.json"]);
  assert.equal(words("p").messages.lang, "messages/de.json");
  assert.equal(words("b").widget, "w");
  await learn("p", shown);
  assert.equal(shown.mock.callCount(), 3, "it is there");
});

test("languages_one_that_does_not_come_is_no_failure_and_asked_for_again_by_the_reader", async (t) => {
  const { words, learn, files, askAgain, OWN } = await speaking("<p lang=de></p>");
  files.isOffline = true;
  const shown = t.mock.fn();
  await learn("p", shown);
  await learn("p", shown);
  assert.equal(words("p"), OWN);
  assert.equal(shown.mock.callCount(), 1);
  assert.equal(files.fetched.length, 1, "not at every look");
  files.isOffline = false;
  askAgain();
  await learn("p", shown);
  assert.equal(words("p").widget, "w");
});
