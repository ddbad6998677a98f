// The end of the script that draws plain lists: hands itself over to whoever has asked for it (see list.js).

dispatchEvent(new CustomEvent(DATA.event, { detail: drawPlainList }));
