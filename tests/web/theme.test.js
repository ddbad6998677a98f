// The theme by the colour of the text around a widget.
// Knows how browsers write colours, nothing of what is drawn in them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, settled } from "./harness/dom.js";

/**
 * A page in which every element has this colour.
 * @param {string} color
 */
async function colored(color) {
  const page = newPage("<div><p></p><b></b></div>");
  const state = { color, n_measured: 0 };
  Object.assign(page.window, {
    getComputedStyle: () => {
      state.n_measured += 1;
      return { color: state.color };
    },
  });
  const { followTheme } = await page.load("embed/theme");
  const [element, root] = [page.find("p"), page.document.createElement("div")];
  return { page, state, element, root, followTheme };
}

/** @param {string} color */
async function themeOf(color) {
  const { element, root, followTheme } = await colored(color);
  followTheme(element, root, "");
  return root.dataset.theme;
}

/** Text, and the theme that it stands for. Each pair is on the two sides of a threshold. */
const COLORS = [
  ["rgb(34, 37, 42)", "light"],
  ["rgb(141, 141, 141)", "dark"],
  ["rgb(139, 139, 139)", "light"],
  ["rgba(238, 238, 238, 0.8)", "dark"],
  ["lab(58 0 0)", "light"],
  ["lab(59% 0 0)", "dark"],
  ["lch(20 5 none)", "light"],
  ["oklch(0.65 0.02 100)", "dark"],
  ["oklch(63% 0.02 100)", "light"],
  ["oklab(65% 0 0 / 0.5)", "dark"],
  ["color(srgb 0.9 0.9 0.9)", "dark"],
  ["color(srgb none none 0.9)", "light"],
  ["color(display-p3 0.5 0.5 0.5)", "light"],
  ["color(srgb-linear 0.27 0.27 0.27)", "dark"],
  ["color(xyz-d65 0.2 0.25 0.2)", "light"],
  ["color(xyz 0 0.27 0)", "dark"],
  ["canvastext", "light"],
];
for (const [color, theme] of COLORS) {
  test(`theme_text_of_${color}_stands_on_something_${theme}`, async () => {
    assert.equal(await themeOf(String(color)), theme);
  });
}

test("theme_the_author_may_ask_for_the_other_one_which_brings_its_own_ground", async () => {
  const { element, root, followTheme } = await colored("rgb(238, 238, 238)");
  element.setAttribute("theme", "light");
  const theme = followTheme(element, root, "");
  assert.equal(root.dataset.theme, "light");
  assert.ok(root.hasAttribute("data-ground"));
  assert.equal(root.style.getPropertyValue("--page-ink"), "", "the text's colour is not for this ground");
  element.setAttribute("theme", "auto");
  theme.update();
  assert.equal(root.dataset.theme, "dark");
  assert.ok(!root.hasAttribute("data-ground"));
  assert.equal(root.style.getPropertyValue("--page-ink"), "rgb(238, 238, 238)");
});

test("theme_neighbours_are_measured_once_in_a_turn", async () => {
  const { page, state, element, root, followTheme } = await colored("rgb(0, 0, 0)");
  followTheme(element, root, "");
  followTheme(page.find("b"), page.document.createElement("div"), "");
  assert.equal(state.n_measured, 1);
  await settled();
  followTheme(page.find("b"), page.document.createElement("div"), "");
  assert.equal(state.n_measured, 2, "in the next turn it may be another colour");
});

test("theme_follows_the_transition_that_tells_of_another_colour", async () => {
  const { state, element, root, followTheme } = await colored("rgb(0, 0, 0)");
  followTheme(element, root, "rgb(0, 0, 0)");
  assert.equal(state.n_measured, 0, "what is known is not measured");
  state.color = "rgb(255, 255, 255)";
  root.dispatchEvent(new Event("transitionrun"));
  assert.equal(root.dataset.theme, "dark");
});

test("theme_follows_a_page_that_fades_to_the_end_of_it", async () => {
  const { page, state, element, root, followTheme } = await colored("rgb(0, 0, 0)");
  let running = [{ playState: "running", transitionProperty: "color" }];
  Object.assign(page.find("div"), { getAnimations: () => running });
  followTheme(element, root, "");
  state.color = "rgb(255, 255, 255)";
  page.frame();
  assert.equal(root.dataset.theme, "dark");
  running = [];
  page.frame();
  page.frame();
  assert.equal(state.n_measured, 3, "once it has ended nothing is measured any more");
});

test("theme_that_is_stopped_measures_no_more", async () => {
  const { page, state, element, root, followTheme } = await colored("rgb(0, 0, 0)");
  const theme = followTheme(element, root, "");
  theme.stop();
  root.dispatchEvent(new Event("transitionrun"));
  root.dispatchEvent(new Event("transitionend"));
  page.frame();
  assert.equal(state.n_measured, 1);
  assert.deepEqual(page.observers.map((it) => it.observed.length), [0]);
});
