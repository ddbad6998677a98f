// The assets of the script, from files beside it.
// Knows addresses, hashes and caches, nothing of what the files do.

import { besideScript } from "./base-url.js";
import { compile, requireWebAssembly } from "./compile.js";
import { bringScript } from "./external-script.js";
import { Failure, reason } from "./failure.js";
import { isFetchReplaced } from "./replaced-fetch.js";
import { refusal, withTimeout } from "./request.js";
import { addStyles } from "./style-sheet.js";

/** @import { Assets } from "./loader.js" */

/** @type {Assets} */
export const external = {
  async compile(asset) {
    requireWebAssembly();
    const module = await bringFile(asset, compile);
    for (const styles of sectionsOf(module, "styles")) addStyles(new TextDecoder().decode(styles));
    return module;
  },
  builtIn: async (module) => /** @type {ArrayBuffer} */ (sectionsOf(await module, "ladder")[0]),
  text: (asset) => bringFile(asset, (response) => response.text()),
  plainList: () => bringScript(DATA.list),
  companion: () => bringScript(DATA.companionScript),
  post: () => bringScript(DATA.postScript),
};

/**
 * The widget's module brings along what only a live widget needs.
 * @param {WebAssembly.Module} module
 * @param {string} name
 */
function sectionsOf(module, name) {
  return WebAssembly.Module.customSections(module, name);
}

/**
 * Checked by its hash. During a deployment an old cache may hold another file under the same
 * name, so the first failure is answered by asking past the cache, once. What a page has put in the place of `fetch`
 * may look at no hash, so it is looked at here.
 * @template T
 * @param {ExternalAsset} asset
 * @param {(response: Response, integrity: string) => Promise<T>} read
 * @returns {Promise<T>}
 */
async function bringFile(asset, read) {
  const address = besideScript(asset.address);
  const { integrity } = asset;
  const isReplaced = isFetchReplaced();
  return withTimeout(address, async (signal) => {
    /** @type {RequestInit} */
    const options = isReplaced ? { signal } : { integrity, signal };
    const bring = async () => read(await fetch(address, options), isReplaced ? integrity : "");
    try {
      return await bring();
    } catch (first) {
      if (signal.aborted || first instanceof Failure) throw first;
    }
    try {
      options.cache = "reload";
      return await bring();
    } catch (error) {
      if (signal.aborted || error instanceof Failure) throw error;
      throw (await refusal(address, signal)) || new Failure("failedNetwork", `${address} could not be loaded, or is not the file that belongs to this script: ${reason(error)}`);
    }
  });
}
