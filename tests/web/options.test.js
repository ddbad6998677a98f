// What an author sets: options from attributes, where a ladder comes from, under which names it is stored.
// Knows the modules' exports, nothing of what shows a ladder.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./harness/dom.js";

/** @param {string} html @param {string} selector */
async function optionsOf(html, selector) {
  const page = newPage(html);
  const { readOptions } = await page.load("embed/options");
  return readOptions(page.find(selector));
}

/** @param {string} html @param {string} selector */
async function languageAt(html, selector) {
  const page = newPage(html);
  const { languageOf } = await page.load("embed/options");
  return languageOf(page.find(selector));
}

test("options_the_language_is_that_of_the_nearest_element_that_has_one", async () => {
  const html = "<div lang=de><p lang=fr><i></i></p><b></b><u lang=''></u></div>";
  assert.equal(await languageAt(html, "i"), "fr");
  assert.equal(await languageAt(html, "b"), "de");
});

test("options_the_language_is_looked_for_outside_of_shadow_roots", async () => {
  const page = newPage("<div lang=ar></div>");
  const root = page.find("div").attachShadow({ mode: "open" });
  const inner = page.document.createElement("p");
  root.append(inner);
  const { languageOf } = await page.load("embed/options");
  assert.equal(languageOf(inner), "ar");
});

test("options_a_page_that_names_no_language_asks_for_none", async () => {
  assert.equal(await languageAt("<p></p>", "p"), "");
});

test("options_a_name_in_a_form_hides_no_language", async () => {
  const page = newPage("<form lang=de><input name=getAttribute><i></i></form>");
  // Browsers put a named field before the form's own method; this DOM is told to.
  const input = page.find("input");
  Object.defineProperty(page.find("form"), "getAttribute", { configurable: true, value: input });
  const { languageOf } = await page.load("embed/options");
  assert.equal(languageOf(page.find("i")), "de");
});

for (const [set, level] of /** @type {[string, number][]} */ ([["", 2], ["1", 2], ["2", 2], ["3.9", 3], ["5", 5], ["6", 5], ["x", 2], ["-4", 2], ["4th", 4]])) {
  test(`options_the_heading_level_${set || "unset"}_is_${level}`, async () => {
    assert.equal((await optionsOf(`<p heading-level="${set}"></p>`, "p")).headingLevel, level);
  });
}

/** @param {string} attributes */
async function sourceOf(attributes) {
  const page = newPage(`<p ${attributes}></p>`);
  const source = await page.load("embed/source");
  return source.sourceOf(page.find("p"));
}

test("source_without_attributes_is_the_elements_own_html", async () => {
  assert.deepEqual(await sourceOf(""), { kind: "inline" });
  assert.deepEqual(await sourceOf("src='' ladder=''"), { kind: "inline" });
});

test("source_the_ladder_that_travels_with_the_script_is_built_in", async () => {
  assert.deepEqual(await sourceOf("ladder=kettle"), { kind: "built-in", id: "kettle" });
});

test("source_another_id_is_a_file_beside_the_script", async () => {
  assert.deepEqual(await sourceOf("ladder=lamp-2"), { kind: "url", address: "https://blog.example/posts/ladders/lamp-2.json" });
});

test("source_an_address_wins_over_an_id_and_goes_by_the_page", async () => {
  assert.deepEqual(await sourceOf("src=../a.json?b ladder=kettle"), { kind: "url", address: "https://blog.example/a.json?b" });
});

test("source_an_address_is_asked_without_the_name_to_sign_in_with", async () => {
  assert.deepEqual(await sourceOf("src=https://me:word@other.example/a.json"), { kind: "url", address: "https://other.example/a.json" });
});

test("source_what_cannot_be_an_address_or_an_id_fails_as_a_document", async () => {
  for (const attributes of ["src=http://[", "ladder=../secret", "ladder=Kettle", `ladder=${"a".repeat(65)}`, "ladder=-a"]) {
    await assert.rejects(sourceOf(attributes), { key: "failedDocument" }, attributes);
  }
});

test("source_an_element_with_an_address_names_no_built_in_ladder", async () => {
  const page = newPage("<p ladder=kettle></p><b ladder=kettle src=a.json></b><i ladder=lamp></i>");
  const { builtInOf } = await page.load("embed/source");
  assert.equal(builtInOf(page.find("p")), "kettle");
  assert.equal(builtInOf(page.find("b")), null);
  assert.equal(builtInOf(page.find("i")), null);
});

test("namespace_the_documents_of_the_script_itself_and_unknown_ids_have_none", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const { namespaceOf } = await newPage().load("embed/namespace");
  assert.equal(namespaceOf('{"id":"mine"}', "https://other.example/mine.json"), "");
  assert.equal(namespaceOf('{"id":"lamp"}', "https://blog.example/posts/ladders/lamp.json?v=2#x"), "");
  assert.equal(warn.mock.callCount(), 0);
});

test("namespace_a_document_with_the_id_of_a_built_in_ladder_has_its_own_and_its_author_is_told_once", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const { namespaceOf } = await newPage().load("embed/namespace");
  const address = "https://other.example/a b.json";
  assert.equal(namespaceOf('{"id":"lamp"}', `${address}?1`), "@https%3A%2F%2Fother.example%2Fa%20b.json");
  assert.equal(namespaceOf('{"id":"lamp"}', `${address}?2`), namespaceOf('{"id":"lamp"}', address));
  assert.equal(warn.mock.callCount(), 1);
});

test("namespace_of_a_long_address_is_no_longer_than_a_key_may_be", async (t) => {
  t.mock.method(console, "warn", () => {});
  const { namespaceOf } = await newPage().load("embed/namespace");
  assert.equal(namespaceOf('{"id":"lamp"}', `data:,${"x".repeat(5000)}`).length, 401);
});

test("climb_key_the_first_case_keeps_the_key_that_it_had_before_there_were_cases", async () => {
  const { shownClimb, heightKey } = await newPage().load("embed/climb-key");
  assert.equal(heightKey(shownClimb("kettle")), "fix-ladder/height/kettle");
  assert.equal(heightKey({ ladder: "kettle", case: "two" }), "fix-ladder/height/kettle/two");
});

test("climb_key_progress_is_that_of_one_ladder_and_one_case", async () => {
  const page = newPage();
  const { shownClimb, hasProgress } = await page.load("embed/climb-key");
  for (const key of ["fix-ladder/1/kettle-2/default/step:a", "fix-ladder/1/kettle/two/step:a", "fix-ladder/height/kettle"]) {
    localStorage.setItem(key, "1");
  }
  assert.equal(hasProgress(shownClimb("kettle")), false);
  localStorage.setItem("fix-ladder/1/kettle/default/step:a", "1");
  assert.equal(hasProgress(shownClimb("kettle")), true);
});

test("climb_key_blocked_storage_holds_no_progress", async () => {
  const page = newPage();
  const { shownClimb, hasProgress } = await page.load("embed/climb-key");
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get() { throw new Error("blocked"); } });
  assert.equal(hasProgress(shownClimb("kettle")), false);
});

test("options_quotation_marks_of_any_kind_are_none_of_the_value", async () => {
  const { unquoted } = await newPage("").load("embed/options");
  for (const typed of ["“it’s a”", "„it’s a“", "»it’s a«", "’it’s a’", "”it’s a″", '"it’s a"', "\\'it’s a\\'", "`it’s a`"]) {
    assert.equal(unquoted(typed), "it’s a", typed);
  }
  assert.equal(unquoted(null), null);
  assert.equal(unquoted("“”"), "");
  assert.equal(unquoted("/ladders/“a”.json"), "/ladders/“a”.json");
});
