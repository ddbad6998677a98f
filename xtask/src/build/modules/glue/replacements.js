// Functions of wasm-bindgen's glue, written for the browsers that can run the module. Each takes the place of the
// one of its name. Knows the names that the glue uses for itself.

/** Wraps an import once. What it throws is handed to the module. */
function handleError(run) {
  return (...args) => {
    try {
      return run(...args);
    } catch (e) {
      wasm.__wbindgen_exn_store(addToExternrefTable0(e));
    }
  };
}

/** A buffer that has been taken away is no longer the one of the memory. */
function getDataViewMemory0() {
  if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer !== wasm.memory.buffer) {
    cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
  }
  return cachedDataViewMemory0;
}

/** In one piece, so that nothing has to be allocated again. */
function passStringToWasm0(arg, malloc) {
  return passArray8ToWasm0(cachedTextEncoder.encode(arg), malloc);
}

/** What stands in the message of a crash need not be told apart by its type. */
function debugString(val) {
  try {
    return String(val);
  } catch (e) {
    return typeof val;
  }
}
