// What draws a plain list, where it is in the script itself. Stands in the place of list.js.

/** @returns {Promise<typeof drawPlainList>} */
function bringList() {
  return Promise.resolve(drawPlainList);
}
