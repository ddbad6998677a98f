// Under which name the progress of a document is kept.
// Knows the ids of the ladders that come with the script, nothing of what is kept.

/**
 * What a document from elsewhere has its name followed by, where it bears the id of a ladder that comes with this
 * script: no fact of the one is to count for the other. No id can have a name like this.
 * @param {string} text the document
 * @param {string} address
 */
function apartBy(text, address) {
  const { id } = JSON.parse(text);
  const [place] = address.split(/[?#]/);
  if (!DATA.ids.includes(id) || place === besideScript(`ladders/${id}.json`)) return "";
  complain(
    new Failure("", `${place} has the id of a built-in ladder, ${id}, and is kept apart from it: give it an id of its own`),
  );
  // What is written in an address itself may be long, and each fact has a key.
  return `@${encodeURIComponent(place).slice(0, 400)}`;
}
