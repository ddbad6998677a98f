// Focus and disclosure state from one view to the next.
// Knows the hooks of the contract, nothing of why there is another view.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, settled } from "./harness/dom.js";

/** A view as a widget renders it. */
const VIEW = `<div class=view><h2>Title</h2>
  <section data-rung=one><h3 class=one>One</h3><button data-action=toggle>One</button><input type=checkbox data-step=a><input type=text data-confirm=word>
  <details class=sources><summary>Sources</summary></details></section>
  <section data-rung=two><h3 class=two>Two</h3><button data-action=toggle>Two</button><details class=sources><summary>Sources</summary></details></section>
</div>`;

/** An element with such a view in its shadow root, and its focus followed. */
async function followed() {
  const page = newPage("<p></p><button id=elsewhere></button>");
  const host = page.find("p");
  const root = host.attachShadow({ mode: "open" });
  const focus = await page.load("embed/focus");
  const state = focus.trackFocus(host, root);
  const fresh = () => {
    root.innerHTML = VIEW;
    return /** @type {HTMLElement} */ (root.querySelector(".view"));
  };
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLInputElement & HTMLDetailsElement} */ (root.querySelector(selector));
  return { page, root, state, focus, fresh, find };
}

test("focus_goes_to_the_same_control_of_the_next_view", async () => {
  const { root, state, focus, fresh, find } = await followed();
  const view = fresh();
  for (const selector of ["[data-rung=two] button", "[data-step=a]", "[data-rung=one] summary"]) {
    find(selector).focus();
    focus.capture(state, view);
    const next = fresh();
    focus.restore(state, next);
    assert.equal(root.activeElement, find(selector), selector);
  }
});

test("focus_takes_the_selection_of_a_field_along", async () => {
  const { state, focus, fresh, find } = await followed();
  const view = fresh();
  const field = find("[data-confirm=word]");
  field.value = "delete";
  field.focus();
  field.setSelectionRange(2, 4);
  focus.capture(state, view);
  const next = fresh();
  find("[data-confirm=word]").value = "delete";
  focus.restore(state, next);
  const { selectionStart, selectionEnd } = find("[data-confirm=word]");
  assert.deepEqual([selectionStart, selectionEnd], [2, 4]);
});

test("focus_of_a_control_that_is_gone_goes_to_the_heading_of_its_rung_or_to_the_title", async () => {
  const { root, state, focus, fresh, find } = await followed();
  for (const [removed, heading] of /** @type {[string, string][]} */ ([["[data-rung=two] button", "h3.two"], ["[data-rung=two]", "h2"]])) {
    const view = fresh();
    find("[data-rung=two] button").focus();
    focus.capture(state, view);
    const next = fresh();
    find(removed).remove();
    focus.restore(state, next);
    assert.equal(root.activeElement, find(heading));
    assert.equal(find(heading).getAttribute("tabindex"), "-1");
  }
});

test("focus_goes_to_no_control_that_is_disabled", async () => {
  const { root, state, focus, fresh, find } = await followed();
  const view = fresh();
  find("[data-step=a]").focus();
  focus.capture(state, view);
  const next = fresh();
  find("[data-step=a]").disabled = true;
  focus.restore(state, next);
  assert.equal(root.activeElement, find("h3.one"));
});

test("focus_that_is_elsewhere_by_now_stays_there", async () => {
  const { page, state, focus, fresh, find } = await followed();
  const view = fresh();
  find("[data-step=a]").focus();
  focus.capture(state, view);
  const next = fresh();
  page.find("#elsewhere").focus();
  focus.restore(state, next);
  assert.equal(page.document.activeElement, page.find("#elsewhere"));
});

test("focus_what_is_unfolded_is_unfolded_in_the_next_view", async () => {
  const { state, focus, fresh, find } = await followed();
  const view = fresh();
  find("[data-rung=two] details").open = true;
  focus.capture(state, view);
  const next = fresh();
  focus.restore(state, next);
  assert.deepEqual([find("[data-rung=one] details").open, find("[data-rung=two] details").open], [false, true]);
  find("[data-rung=two] details").open = false;
  focus.restore(state, next);
  assert.equal(find("[data-rung=two] details").open, false, "restored once only");
});

test("focus_that_was_lost_with_a_part_goes_to_what_stands_there_now", async () => {
  const { page, root, state, focus, fresh, find } = await followed();
  const view = fresh();
  find("[data-step=a]").focus();
  const part = page.document.createElement("p");
  part.innerHTML = "<button>Try again</button>";
  focus.loseFocusOutside(state, [part]);
  root.replaceChildren(part);
  focus.settleFocus(state, part, null);
  assert.equal(root.activeElement, part.firstChild);
  assert.ok(!view.isConnected);
});

test("focus_that_stays_is_left_alone", async () => {
  const { page, root, state, focus, fresh, find } = await followed();
  const view = fresh();
  find("[data-step=a]").focus();
  focus.loseFocusOutside(state, [view]);
  const part = page.document.createElement("p");
  root.append(part);
  focus.settleFocus(state, part, null);
  assert.equal(root.activeElement, find("[data-step=a]"));
});

test("focus_that_the_reader_has_taken_away_does_not_come_back", async () => {
  const { root, state, focus, fresh, find } = await followed();
  const view = fresh();
  find("[data-step=a]").focus();
  find("[data-step=a]").blur();
  await settled();
  focus.capture(state, view);
  focus.restore(state, fresh());
  assert.equal(root.activeElement, null);
});
