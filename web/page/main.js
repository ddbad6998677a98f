// The standalone page comes alive: which ladder it shows, and what it offers around it.
// Knows the order of things, and the names in the address.

const LADDER = /** @type {Element} */ (document.querySelector("fix-ladder"));

/** The ladder that the address asks for, where it is another than the one in the page. */
function chooseLadder() {
  const wanted = new URLSearchParams(location.search).get("ladder");
  if (!wanted || wanted === LADDER.getAttribute("ladder")) return;
  if (!Object.prototype.hasOwnProperty.call(PAGE.ladders, wanted)) return;
  // Its own HTML is another ladder's, and would be a wrong answer to a reader for whom this one cannot start.
  LADDER.textContent = "";
  LADDER.setAttribute("ladder", wanted);
  document.title = PAGE.ladders[wanted];
}

chooseLadder();
try {
  keepFocusClear(document);
  offerAwake();
  offerReminding(LADDER);
} catch (error) {
  // The ladder comes after this, and needs none of it.
  console.error("fix-ladder: the page cannot offer everything.", error);
}
LADDER.addEventListener(
  "fix-ladder-ready",
  () => {
    keepFocusClear(/** @type {ShadowRoot} */ (LADDER.shadowRoot));
    offerInstalling();
  },
  { once: true },
);
keepPage();
