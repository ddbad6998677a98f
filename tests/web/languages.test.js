// Which language is spoken, what is fetched for it and when, and what becomes of one that does not come.
// Knows the modules' exports, nothing of what is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./harness/dom.js";

/**
 * Elements of a page whose files are at the test's command.
 * @param {import("node:test").TestContext} t
 * @param {string} html
 */
async function speaking(t, html) {
  const page = newPage(html, { languages: { de: { address: "messages/de.json" }, "pt-br": { address: "messages/pt-BR.json" } } });
  const warn = t.mock.method(console, "warn", () => {});
  const { loadFrom } = await page.load("embed/loader");
  const files = { fetched: /** @type {string[]} */ ([]), isOffline: false };
  const refused = () => Promise.reject(new Error("none"));
  loadFrom({
    compile: refused,
    builtIn: refused,
    plainList: refused,
    companion: refused,
    async text({ address }) {
      files.fetched.push(address);
      if (files.isOffline) throw new Error("offline");
      return JSON.stringify({ messages: { lang: address }, widget: "w", companion: "c", panels: {} });
    },
  });
  const { languageFor, askAgain, OWN } = await page.load("embed/languages");
  const at = (/** @type {string} */ selector, ladder = "") => languageFor(page.find(selector), () => ladder);
  return { at, files, askAgain, OWN, page, warn };
}

test("languages_nothing_is_fetched_where_the_scripts_own_will_do", async (t) => {
  const { at, files, OWN } = await speaking(t, "<p></p><p lang=en id=a></p><p lang=en-GB id=b></p><p lang=fr id=c></p><p lang=pt-PT id=d></p><p lang=deu id=e></p>");
  for (const selector of ["p", "#a", "#b", "#c", "#d", "#e"]) {
    const language = at(selector);
    assert.equal(language.words(), OWN, selector);
    await language.prepare(() => assert.fail("nothing has come"));
  }
  assert.deepEqual(files.fetched, []);
});

test("languages_one_that_is_asked_for_comes_once_for_all", async (t) => {
  const { at, files, OWN } = await speaking(t, "<div lang=de-AT><p></p><b lang=PT-br></b></div>");
  const [one, other, third] = [at("p"), at("div"), at("b")];
  assert.equal(one.words(), undefined, "nothing is said before it is there");
  assert.equal(one.known(), OWN);
  const shown = t.mock.fn();
  await Promise.all([one.prepare(shown), other.prepare(shown), third.prepare(shown)]);
  assert.equal(shown.mock.callCount(), 3);
  assert.deepEqual(files.fetched, ["messages/de.json", "messages/pt-BR.json"]);
  assert.equal(one.words()?.messages.lang, "messages/de.json");
  assert.equal(third.known().widget, "w");
  await one.prepare(shown);
  assert.equal(shown.mock.callCount(), 3, "it is there");
});

test("languages_where_the_page_names_none_the_ladder_speaks_its_own", async (t) => {
  const { at, files } = await speaking(t, "<p></p><b lang=en></b>");
  await at("b", "de").prepare(() => {});
  assert.deepEqual(files.fetched, [], "the page has the first word");
  await at("p", "de").prepare(() => {});
  assert.deepEqual(files.fetched, ["messages/de.json"]);
});

test("languages_one_that_does_not_come_is_no_failure_and_asked_for_again_by_the_reader", async (t) => {
  const { at, files, askAgain, OWN, warn } = await speaking(t, "<p lang=de></p>");
  files.isOffline = true;
  const language = at("p");
  const shown = t.mock.fn();
  await language.prepare(shown);
  await language.prepare(shown);
  assert.equal(language.known(), OWN);
  assert.equal(shown.mock.callCount(), 0);
  assert.equal(files.fetched.length, 1, "not at every look");
  assert.equal(warn.mock.callCount(), 0, "of what is no failure of a request, nothing is said");
  files.isOffline = false;
  askAgain();
  await language.prepare(shown);
  assert.equal(language.known().widget, "w");
  assert.equal(shown.mock.callCount(), 1);
});
