// A whole draft in an address, behind `#text=`: nothing of it is ever sent to a server.
// Knows addresses, nothing of drafts.

const MARK = "#text=";

/**
 * What the address brings, which is taken out of it: it would be opened again at each reload.
 * @returns {string | null}
 */
export function takeLink() {
  if (!location.hash.startsWith(MARK)) return null;
  const packed = location.hash.slice(MARK.length);
  history.replaceState(history.state, "", location.pathname + location.search);
  return packed;
}

/** @param {string} packed */
export const linkTo = (packed) => location.href.split("#")[0] + MARK + packed;

/** @param {(packed: string) => void} onLink */
export function followLinks(onLink) {
  addEventListener("hashchange", () => {
    const packed = takeLink();
    if (packed !== null) onLink(packed);
  });
}
