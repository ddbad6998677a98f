// The fallback (the author's own HTML) and the height of a climb.
// Knows which HTML is seen and which sizes are noted, nothing of what stands in its place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide, settled } from "./harness/dom.js";

/** @param {string} html in the element */
async function followed(html) {
  const page = newPage(`<p>${html}</p>`);
  const { followFallback, parsed } = await page.load("embed/fallback");
  const slot = page.document.createElement("slot");
  return { page, element: page.find("p"), slot, parsed, fallback: followFallback(page.find("p"), slot, () => {}) };
}

for (const [html, has] of /** @type {[string, boolean][]} */ ([
  ["", false],
  [" \n ", false],
  ["<!-- a comment -->", false],
  ["<script></script><style></style><template></template><noscript></noscript><link><meta><br>", false],
  ["<i slot=other>a</i>", false],
  ["a", true],
  ["<i></i>", true],
  ["<br><b>a</b>", true],
])) {
  test(`fallback_${has ? "is" : "is_not"}_what_holds_${html.trim() || "nothing"}`, async () => {
    assert.equal((await followed(html)).fallback.has(), has);
  });
}

test("fallback_in_a_shadow_root_of_the_author_counts", async () => {
  const { fallback, slot } = await followed("");
  slot.append("own");
  assert.equal(fallback.has(), true);
});

test("fallback_that_comes_or_goes_later_is_told_once_each", async () => {
  const { element, fallback } = await followed("");
  const told = /** @type {boolean[]} */ ([]);
  fallback.follow((has) => told.push(has));
  element.append("a");
  await settled();
  element.append("b");
  await settled();
  element.textContent = "";
  await settled();
  assert.deepEqual(told, [false, true, false]);
  fallback.unfollow();
  element.append("c");
  await settled();
  assert.deepEqual(told, [false, true, false]);
});

test("fallback_a_page_that_is_still_parsed_may_bring_it", async () => {
  const { page, element, parsed } = await followed("");
  assert.equal(parsed(element), false, "the page is whole");
  Object.defineProperty(page.document, "readyState", { configurable: true, value: "loading" });
  const waiting = parsed(element);
  let isParsed = false;
  void Promise.resolve(waiting).then(() => (isParsed = true));
  await settled();
  assert.equal(isParsed, false);
  page.document.dispatchEvent(new Event("DOMContentLoaded"));
  await settled();
  assert.equal(isParsed, true);
});

const CLIMB = { ladder: "kettle", case: "default" };

/** A climb whose height is followed, with what has been laid out. */
async function climb() {
  const page = newPage("<div></div>");
  const { trackHeight, reserveHeight } = await page.load("embed/height");
  const height = trackHeight(CLIMB.ladder);
  const root = page.find("div");
  height.watch(root);
  const [observer] = page.observers;
  assert.ok(observer);
  const laidOut = (/** @type {number} */ pixels) => observer.tell([{ target: root, contentRect: { width: pixels && 390, height: pixels } }]);
  return { page, height, root, observer, laidOut, reserveHeight };
}

const noted = () => localStorage.getItem("fix-ladder/height/kettle");

test("height_is_noted_for_those_who_have_progress_only", async () => {
  const { height, root, laidOut } = await climb();
  height.hold(root, null);
  laidOut(500);
  assert.equal(noted(), null);
  localStorage.setItem("fix-ladder/1/kettle/default/step:a", "1");
  laidOut(501);
  assert.equal(noted(), "501");
});

test("height_of_a_view_that_is_no_widget_is_not_noted", async () => {
  const { height, laidOut } = await climb();
  localStorage.setItem("fix-ladder/1/kettle/default/step:a", "1");
  laidOut(500);
  height.persist();
  assert.equal(noted(), null);
});

test("height_is_held_until_the_widget_has_been_laid_out_and_not_changed_in_that_turn", async () => {
  const { page, height, root, laidOut } = await climb();
  const before = page.document.createElement("div");
  before.getBoundingClientRect = () => /** @type {DOMRect} */ ({ height: 700 });
  height.hold(root, before);
  assert.equal(root.style.minHeight, "700px");
  laidOut(0);
  page.frame();
  assert.equal(root.style.minHeight, "700px", "what is not rendered tells of no height");
  laidOut(650);
  assert.equal(root.style.minHeight, "700px");
  page.frame();
  assert.equal(root.style.minHeight, "");
  laidOut(0);
  height.hold(root, null);
  assert.equal(root.style.minHeight, "650px", "the last that was rendered");
});

test("height_of_the_last_time_is_reserved", async () => {
  const { root, reserveHeight } = await climb();
  localStorage.setItem("fix-ladder/height/kettle", "640.5");
  reserveHeight(root, CLIMB);
  assert.equal(root.style.minHeight, "640.5px");
});

test("height_full_storage_stops_nothing", async (t) => {
  const { height, root, laidOut } = await climb();
  const setItem = t.mock.fn(() => {
    throw new Error("full");
  });
  provide("localStorage", { "fix-ladder/1/kettle/default/step:a": "1", getItem: () => null, setItem });
  height.hold(root, null);
  laidOut(500);
  assert.equal(setItem.mock.callCount(), 1);
});
