// Script tags that ask for a widget: which are ours, which have one already, which are copies, and what the author is told.
// Knows the exports, nothing of what a widget shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, provide } from "./harness/dom.js";

const KEPT = 'type="text/plain" data-late-src="/files/fix-ladder.js?ver=2"';

/**
 * A page with these tags, after they have been looked at.
 * @param {string} html
 */
async function serve(html) {
  const page = newPage(html);
  const said = /** @type {string[]} */ ([]);
  provide("console", { ...console, error: (/** @type {string} */ text) => said.push(text) });
  const { serveTags } = await page.load("embed/tags");
  serveTags();
  /** The elements behind each other, by their names and what they ask for. */
  const seen = () => Array.from(page.find("body").querySelectorAll("script, fix-ladder"), (it) => (it.localName === "script" ? "-" : it.getAttribute("ladder") || it.getAttribute("src"))).join(" ");
  return { page, said, serveTags, seen };
}

for (const [html, expected] of /** @type {[string, string][]} */ ([
  [`<script ${KEPT} data-ladder=kettle></script>`, "- kettle"],
  [`<script ${KEPT} data-document=/a.json></script>`, "- /a.json"],
  [`<script ${KEPT} data-src=/a.json></script>`, "- /a.json"],
  [`<script ${KEPT} data-document=/a.json data-src=/b.json></script>`, "- /a.json"],
  // The address of the script itself is no document.
  ['<script type="text/plain" data-src="/fix-ladder.0a1b.js" data-ladder=kettle></script>', "- kettle"],
  ['<script type="text/plain" data-src="/fix-ladder.js"></script>', "-"],
  // Whatever has no address of ours is somebody else's.
  ['<script type="text/plain" src="/scores.js" data-ladder=season></script>', "-"],
  ['<script type="text/plain" src="/my-fix-ladder-stats.js" data-ladder=season></script>', "-"],
  ['<script type="text/plain" data-src="/player.js"></script>', "-"],
  // In what the author wrote for those who see no widget.
  [`<fix-ladder ladder=lamp><script ${KEPT} data-ladder=kettle></script></fix-ladder>`, "lamp -"],
  // Copies that stand beside each other have one widget, wherever that stands.
  [`<script ${KEPT} data-ladder=kettle></script><script ${KEPT} data-ladder=kettle></script>`, "- kettle -"],
  [`<script ${KEPT} data-ladder=kettle></script><script ${KEPT} data-ladder=lamp></script>`, "- kettle - lamp"],
  [`<script ${KEPT} data-ladder=kettle></script><fix-ladder ladder=kettle></fix-ladder>`, "- kettle"],
  [`<script ${KEPT} data-ladder=kettle></script><p></p><script ${KEPT} data-ladder=kettle></script>`, "- kettle - kettle"],
  // What runs is a copy where another has been kept from running.
  [`<div><script ${KEPT} data-ladder=kettle></script></div><p></p><script src="/fix-ladder.js" data-ladder=kettle></script>`, "- kettle -"],
])) {
  test(`tags_${html}`, async () => {
    const { seen, serveTags } = await serve(html);
    assert.equal(seen(), expected);
    serveTags();
    assert.equal(seen(), expected, "another look changes nothing");
  });
}

test("tags_every_attribute_is_handed_over", async () => {
  const { page } = await serve(`<script ${KEPT} data-ladder=kettle data-lang=de data-theme=dark data-heading-level=3 data-loading=eager data-base="/f/"></script>`);
  const { attributes } = page.find("fix-ladder");
  assert.deepEqual(Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value])), {
    ladder: "kettle", lang: "de", theme: "dark", "heading-level": "3", loading: "eager", base: "/f/",
  });
});

test("tags_a_widget_that_is_taken_away_is_put_back_until_the_page_insists", async () => {
  const { page, said, serveTags } = await serve(`<div><script ${KEPT} data-ladder=kettle></script></div>`);
  const first = page.find("fix-ladder");
  for (const returns of [1, 2, 3]) {
    first.remove();
    serveTags();
    assert.ok(first.isConnected, `the same element is back: ${returns}`);
  }
  assert.deepEqual(said, []);
  first.remove();
  serveTags();
  serveTags();
  assert.ok(!first.isConnected);
  assert.equal(said.length, 1, "once");
  assert.match(String(said[0]), /^fix-ladder: the page takes the widget/);
});

test("tags_in_the_head_the_author_is_told_once_unless_it_stands_where_it_was_meant_as_well", async () => {
  const page = newPage("");
  const said = /** @type {string[]} */ ([]);
  provide("console", { ...console, error: (/** @type {string} */ text) => said.push(text) });
  page.document.head.innerHTML = `<script ${KEPT} data-ladder=kettle></script><script ${KEPT} data-ladder=lamp></script>`;
  const { serveTags } = await page.load("embed/tags");
  serveTags();
  serveTags();
  assert.equal(said.length, 1);
  assert.match(String(said[0]), /stands in <head>/);
  assert.equal(page.find("fix-ladder"), null);
  page.document.body.innerHTML = `<script ${KEPT} data-ladder=lamp></script>`;
  serveTags();
  assert.equal(page.find("fix-ladder").getAttribute("ladder"), "lamp");
});
