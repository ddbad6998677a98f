// The modules that unit tests load afresh for each page, by their paths below `web/`.
// Knows what they export, nothing of the tests.

interface EmbedModules {
  "climb-key": typeof import("../../../web/embed/climb-key.js");
  "early-input": typeof import("../../../web/embed/early-input.js");
  failure: typeof import("../../../web/embed/failure.js");
  fallback: typeof import("../../../web/embed/fallback.js");
  focus: typeof import("../../../web/embed/focus.js");
  height: typeof import("../../../web/embed/height.js");
  instances: typeof import("../../../web/embed/instances.js");
  languages: typeof import("../../../web/embed/languages.js");
  leader: typeof import("../../../web/embed/leader.js");
  loader: typeof import("../../../web/embed/loader.js");
  namespace: typeof import("../../../web/embed/namespace.js");
  options: typeof import("../../../web/embed/options.js");
  prerender: typeof import("../../../web/embed/prerender.js");
  request: typeof import("../../../web/embed/request.js");
  source: typeof import("../../../web/embed/source.js");
  "style-sheet": typeof import("../../../web/embed/style-sheet.js");
  tags: typeof import("../../../web/embed/tags.js");
  theme: typeof import("../../../web/embed/theme.js");
  view: typeof import("../../../web/embed/view.js");
  viewport: typeof import("../../../web/embed/viewport.js");
  widget: typeof import("../../../web/embed/widget.js");
}

interface CompanionModules {
  "companion/address": typeof import("../../../web/companion/address.js");
  "companion/facts": typeof import("../../../web/companion/facts.js");
  "companion/module": typeof import("../../../web/companion/module.js");
}

type EmbedPaths = { [Name in keyof EmbedModules as `embed/${Name}`]: EmbedModules[Name] };

/** The page's and the worker's are written down, not taken: in Node's world their own globals are others. */
export interface Modules extends EmbedPaths, CompanionModules {
  "companion/signals/alarm": { newAlarm(onRing: () => void): { set(moment: number): void, stop(): void } };
  "companion/signals/signals": {
    startSignals(around: { element: Element, root: ShadowRoot }): { turn(name: "sound" | "notify" | "awake", isOn: boolean): Promise<boolean> };
  };
  "companion/signals/title": { putBeforeTitle(words: string): void };
  "page/install": { offerInstall(): void };
  "page/main": { startPage(): void };
  "page/notifications": { offerNotifications(widget: Element): void };
  "page/settings": { closeSettingsOutside(): void, addSwitch(name: string, onPress: () => void): (isOn: boolean) => void };
  "page/storage": { stored(name: string): string | null, persist(name: string, value: string): boolean };
  "page/toasts": {
    keepFocusVisible(root: Document | ShadowRoot): void;
    showToast(name: string, text: string, buttons?: [string, string, () => void][], dismissLabel?: string): void;
    hideToast(name: string): void;
  };
  "page/updates": { registerWorker(): Promise<void> };
  "page/wake-lock": { offerWakeLock(): void };
  "worker/service-worker": { listen(): void };
  "worker/service-worker-off": { end(): void };
}
