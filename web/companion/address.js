// The address of the page, and the part of its fragment that is a resume link.
// Knows how parts of a fragment stand beside each other, nothing of what ours holds.

/** What our part begins with. All other parts are the page's. */
const OWN_PART = "fix-ladder=";

/** The parts of the fragment, without the sign before them. */
const fragmentParts = () => location.hash.slice(1).split("&");

/** What the address of this page carries for a ladder; empty where it carries nothing. */
export function carriedToken() {
  const own = fragmentParts().find((part) => part.startsWith(OWN_PART));
  return own ? own.slice(OWN_PART.length) : "";
}

/** The address of this page without our part. */
function plainAddress() {
  const rest = fragmentParts().filter((part) => part && !part.startsWith(OWN_PART));
  const [page] = location.href.split("#");
  return page + (rest.length ? `#${rest.join("&")}` : "");
}

/** The address for a resume link. None where nobody else could open it: a file of this device, a page without an address. */
export function shareableAddress() {
  return /^https?:$/.test(location.protocol) ? plainAddress() : null;
}

/**
 * Takes our part out of the address bar, unless it holds something else by now. What the page has noted beside its
 * address stays.
 * @param {string} token
 */
export function forgetToken(token) {
  if (!token || carriedToken() !== token) return;
  try {
    history.replaceState(history.state, "", plainAddress());
  } catch (error) {
    // A page without an address of its own keeps it as it is.
  }
}
