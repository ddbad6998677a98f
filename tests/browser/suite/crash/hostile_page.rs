//! What a hostile page does, as script: shared by the tests of what comes of it. Knows no test.

/// `hostile.stopTime()` makes the clock throw.
/// `hostile.left` insertions fail from now on, in the widget that `hostile.host` names, else in any.
/// Some extensions of browsers break pages like this; Yew panics on it.
pub const HOSTILE: &str = "
const insert = Node.prototype.insertBefore;
window.hostile = { left: 0, host: '', at: 0 };
Node.prototype.insertBefore = function (...nodes) {
  // What is being mounted stands in no page yet, and has no host.
  const root = this.getRootNode();
  const isOurs = hostile.host ? root.host && root.host.matches(hostile.host) : root !== document;
  if (hostile.left > 0 && isOurs) {
    hostile.left -= 1;
    hostile.at = performance.now();
    throw new Error('broken by the test');
  }
  return insert.apply(this, nodes);
};
const now = Date.now;
hostile.stopTime = () => { Date.now = () => { throw new Error('no time') } };
hostile.startTime = () => { Date.now = now };";

/// Counts the drawings that take the place of others, and notes when, and everything that a reader would see of it.
pub const WATCH: &str = "
window.watched = { swaps: 0, at: 0, states: [], flashes: 0 };
for (const element of document.querySelectorAll('fix-ladder')) {
  new MutationObserver(() => watched.states.push(element.dataset.state))
    .observe(element, { attributeFilter: ['data-state'] });
  new MutationObserver((records) => {
    for (const { removedNodes, addedNodes } of records) {
      for (const node of removedNodes) {
        watched.swaps += 1;
        watched.at = performance.now();
      }
      for (const node of addedNodes) watched.flashes += node.localName === 'div' && !node.matches('.plain-list') ? 0 : 1;
    }
  }).observe(element.shadowRoot, { childList: true });
}";
