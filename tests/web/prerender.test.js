// The prerendered view, and what the reader does in it before the module is there.
// Knows the form of its data and the hooks of the contract, nothing of what a ladder means.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./harness/dom.js";

/** @type {PrerenderedElement} */
const TREE = [
  "div.ladder",
  ["0.ladder-title!", "The kettle"],
  ["ol.rungs\nrole=list",
    ["li.rung.here\ndata-rung=one",
      ["1.row", ["button\ndata-action=toggle\naria-expanded=false", "One"]],
      ["svg\nviewBox=0 0 1 1", ["circle\nr=1"]],
      ["label\nfor=which", "Which?"],
      ["p.choice", ["select\ndata-choice=which", ["option\nvalue="], ["option", "Gas & electric"], ["option", "Other"]]],
      ["ol", ["li.item.next", ["input\ndata-step=a\ntype=checkbox"], ["label", "Fill it"]], ["li.item", ["input\ndata-step=b\ntype=checkbox"], ["label", "Plug it in"]]],
      ["button\ndata-action=fixed", "Yes"],
      ["button\ndata-action=skip\ndisabled", "No"],
    ],
  ],
];

/** @param {number} [level] */
async function prerendered(level = 2) {
  const page = newPage("", { prerender: TREE });
  const module = await page.load("embed/prerender");
  const input = /** @type {Map<string, string | boolean>} */ (new Map());
  let n_wanted = 0;
  const { OWN } = await page.load("embed/languages");
  const view = module.prerender({ ladder: "kettle", case: "default" }, level, input, () => (n_wanted += 1), OWN);
  page.document.body.append(view.root);
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLInputElement} */ (view.root.querySelector(selector));
  return { page, module, view, input, find, n_wanted: () => n_wanted };
}

test("prerender_only_the_ladder_that_travels_with_the_script_has_one", async () => {
  /** @param {Record<string, unknown>} data @param {Record<string, string>} attributes */
  const seen = async (data, attributes) => {
    const page = newPage("", data);
    const element = page.document.createElement("fix-ladder");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    page.document.body.append(element);
    const { viewOf } = await page.load("embed/view");
    const { OWN } = await page.load("embed/languages");
    viewOf(element).loading(() => {}, OWN);
    return Boolean(element.shadowRoot?.querySelector("[data-rung]"));
  };
  assert.equal(await seen({ prerender: TREE }, { ladder: "kettle" }), true);
  assert.equal(await seen({ prerender: TREE }, { ladder: "lamp" }), false);
  assert.equal(await seen({ prerender: TREE }, { ladder: "kettle", src: "/other.json" }), false);
  assert.equal(await seen({ prerender: TREE }, {}), false);
  assert.equal(await seen({ prerender: null }, { ladder: "kettle" }), false);
});

test("prerender_headings_go_by_the_level_of_the_title", async () => {
  assert.equal((await prerendered(2)).find(".row").localName, "h3");
  assert.equal((await prerendered(5)).find(".row").localName, "h6");
  const deep = await prerendered(6);
  assert.deepEqual([deep.find(".ladder-title").localName, deep.find(".row").localName], ["h6", "p"]);
});

test("prerender_what_follows_from_the_rest_is_not_in_the_data", async () => {
  const { find } = await prerendered();
  assert.equal(find(".ladder-title").getAttribute("part"), "ladder-title");
  assert.equal(find(".rungs").getAttribute("part"), null);
  assert.equal(find("button").getAttribute("type"), "button");
  assert.equal(find("[data-step=a]").id, "step.a");
  assert.deepEqual(Array.from(find("ol ol").querySelectorAll("label"), (it) => it.getAttribute("for")), ["step.a", "step.b"]);
  assert.deepEqual(Array.from(find("select").querySelectorAll("option"), (it) => it.getAttribute("value")), ["", "gas-electric", "other"]);
  assert.equal(find("circle").namespaceURI, "http://www.w3.org/2000/svg");
  assert.equal(find("svg").getAttribute("viewBox"), "0 0 1 1");
});

test("prerender_nothing_can_be_answered_before_the_widget_hears_it", async () => {
  const { find, module, view } = await prerendered();
  assert.ok(find("[data-action=fixed]").disabled && find("[data-action=fixed]").hasAttribute("data-early"));
  assert.ok(!find("[data-action=skip]").hasAttribute("data-early"), "what is closed anyway looks closed");
  assert.ok(!find("[data-action=toggle]").disabled && !find("[data-step=a]").disabled);
  module.disable(view.root);
  assert.equal(view.root.querySelectorAll("button:disabled, input:disabled, select:disabled").length, 6);
  assert.equal(view.root.querySelectorAll("[data-early]").length, 0);
});

test("prerender_who_has_progress_sees_the_title_and_the_height_of_the_last_time", async () => {
  const page = newPage("", { prerender: TREE });
  localStorage.setItem("fix-ladder/1/kettle/default/step:a", "1");
  localStorage.setItem("fix-ladder/height/kettle", "640.5");
  const { prerender } = await page.load("embed/prerender");
  const { OWN } = await page.load("embed/languages");
  const { root } = prerender({ ladder: "kettle", case: "default" }, 2, new Map(), () => {}, OWN);
  assert.equal(root.textContent, "The kettleLoading");
  assert.equal(/** @type {HTMLElement} */ (root.firstChild).style.minHeight, "640.5px");
});

test("early_input_is_kept_in_order_and_asks_for_the_widget", async () => {
  const { find, input, n_wanted } = await prerendered();
  find("[data-step=a]").click();
  find("[data-step=b]").click();
  find("[data-step=a]").click();
  const select = find("select");
  select.value = "other";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  find("[data-action=toggle]").click();
  assert.deepEqual(Array.from(input), [
    ['[data-step="b"]', true],
    ['[data-step="a"]', false],
    ['[data-choice="which"]', "other"],
    ['[data-rung="one"]', true],
  ]);
  assert.equal(n_wanted(), 5);
});

test("early_input_is_marked_as_the_widget_will", async () => {
  const { find } = await prerendered();
  const items = () => Array.from(find("ol ol").children, (it) => it.className);
  assert.deepEqual(items(), ["item next", "item"]);
  find("[data-step=b]").click();
  assert.deepEqual(items(), ["item next", "item done"]);
  find("[data-step=a]").click();
  assert.deepEqual(items(), ["item done", "item done"]);
  find("[data-step=b]").click();
  assert.deepEqual(items(), ["item done", "item next"]);
  find("[data-step=a]").click();
  assert.deepEqual(items(), ["item next", "item"], "only the first is next");
});

/**
 * Replays input in a view that is live, and notes what the view hears.
 * @param {[string, string | boolean][]} input
 * @param {(find: (selector: string) => HTMLInputElement) => void} [change] of the view before
 */
async function replayed(input, change = () => {}) {
  const { page, view, find } = await prerendered();
  change(find);
  const { replay } = await page.load("embed/early-input");
  const heard = /** @type {string[]} */ ([]);
  for (const type of ["click", "change"]) {
    view.root.addEventListener(type, (event) => heard.push(`${type} ${/** @type {Element} */ (event.target).localName}`));
  }
  replay(new Map(input), view.root, true);
  return { find, heard };
}

test("early_input_replayed_the_widget_hears_what_was_done", async () => {
  const { find, heard } = await replayed([['[data-step="a"]', true], ['[data-choice="which"]', "other"], ['[data-rung="one"]', true]]);
  assert.ok(find("[data-step=a]").checked);
  assert.equal(find("select").value, "other");
  assert.ok(find("p.choice").classList.contains("made"));
  assert.deepEqual(heard, ["click input", "change input", "change select", "click button"]);
});

test("early_input_replayed_what_cannot_be_done_any_more_is_left_as_it_stands", async () => {
  const input = /** @type {[string, string | boolean][]} */ ([['[data-step="gone"]', true], ['[data-step="a"]', true], ['[data-step="b"]', false], ['[data-choice="which"]', "steam"]]);
  const { find, heard } = await replayed(input, (view) => {
    view("[data-step=a]").disabled = true;
    view("select").value = "gas-electric";
  });
  assert.ok(!find("[data-step=a]").checked);
  assert.equal(find("select").value, "gas-electric", "an option that is not there is not chosen");
  assert.deepEqual(heard, []);
});

test("early_input_replayed_nothing_is_folded_that_was_unfolded_meanwhile", async () => {
  const { heard } = await replayed([['[data-rung="one"]', true]], (view) => view("[data-action=toggle]").setAttribute("aria-expanded", "true"));
  assert.deepEqual(heard, []);
});

test("prerender_is_not_taken_away_under_a_pressed_pointer", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { view, find } = await prerendered();
  const released = t.mock.fn();
  find("select").dispatchEvent(new Event("pointerdown", { bubbles: true }));
  view.whenReleased(released);
  t.mock.timers.tick(50);
  assert.equal(released.mock.callCount(), 0, "a list may be open");
  find("select").dispatchEvent(new Event("focusout", { bubbles: true }));
  t.mock.timers.tick(50);
  assert.equal(released.mock.callCount(), 1);
  find("select").dispatchEvent(new Event("pointerdown", { bubbles: true }));
  view.whenReleased(released);
  for (let turn = 0; turn < 199; turn += 1) t.mock.timers.tick(50);
  assert.equal(released.mock.callCount(), 1);
  t.mock.timers.tick(50);
  assert.equal(released.mock.callCount(), 2, "but not for ever either");
});
