// Tells the page around the frame how high it has to be. Knows the words that such pages listen to, nothing of what is
// shown.

/** By so much a frame may be lower than asked for, in pixels, as one with a border is: that is cut off the padding. */
const SLACK = 8;
/** How long the page around may take to answer, in milliseconds. What is not answered scrolls inside the frame. */
const PATIENCE = 1000;

/** @param {Element} widget whose events tell that there is something new to tell */
export function followHeight(widget) {
  if (parent === window) return;
  let told = 0;
  let timer = 0;
  // A scroll bar takes width, and narrow text is higher: with a bar that comes and goes, heights would never settle.
  const fit = () => {
    document.documentElement.toggleAttribute("data-fitted", innerHeight + SLACK >= told);
  };
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // What is not rendered has no height.
    if (!height) return;
    told = height;
    // How high it is may be known to everybody.
    parent.postMessage({ type: "fix-ladder-height", height }, "*");
    // As pages of AMP understand it, and those that show what Embedly does.
    parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
    parent.postMessage(JSON.stringify({ context: "iframe.resize", src: location.href, height }), "*");
    clearTimeout(timer);
    timer = setTimeout(fit, PATIENCE);
  };
  new ResizeObserver(tell).observe(document.body);
  addEventListener("resize", fit);
  // Whoever listens may have begun only now.
  addEventListener("load", tell);
  widget.addEventListener("fix-ladder-ready", tell);
}
