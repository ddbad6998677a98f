// The names that the build puts before a bundle, and what they hold.
// Knows their shapes as xtask writes them, nothing of who reads them.

/** Sentences of one failure: for readers who have the plain list, the fallback, or nothing besides. */
interface FailureSentences {
  /** None where the failure leaves no list. */
  list?: string;
  own: string;
  nothing: string;
}

/** Failures that the script has sentences for. */
type FailureKey = "failedNoWasm" | "failedNetwork" | "failedDocument" | "failedNewer" | "failedCrash";

/** What the script says until the widget is there, and where it cannot be. */
interface ScriptMessages extends Record<FailureKey, FailureSentences> {
  lang: string;
  dir: "ltr" | "rtl";
  loading: string;
  onPaper: string;
  notOpened: string;
  retry: string;
}

/** What the companion says. Some have `{n}` or `{name}`. */
type PanelMessages = { lang: string; dir: "ltr" | "rtl" } & Record<
  | "close"
  | "goOn"
  | "notKept"
  | "casesTitle"
  | "casesAbout"
  | "shownNow"
  | "notBegun"
  | "deviceName"
  | "addCase"
  | "added"
  | "rename"
  | "nameLabel"
  | "save"
  | "named"
  | "remove"
  | "removed"
  | "undoRemove"
  | "putBack"
  | "removedOnes"
  | "resumeTitle"
  | "resumeAbout"
  | "scan"
  | "picture"
  | "linkAbout"
  | "link"
  | "copyLink"
  | "codeAbout"
  | "noCode"
  | "code"
  | "copyCode"
  | "asFile"
  | "fileAbout"
  | "saveFile"
  | "enterTitle"
  | "enterLabel"
  | "enter"
  | "openFile"
  | "openTitle"
  | "askedAgain"
  | "askedAgainMore"
  | "takeOver"
  | "merge"
  | "mergeMore"
  | "replace"
  | "replaceMore"
  | "ignore"
  | "taken"
  | "damaged"
  | "reportTitle"
  | "reportAbout"
  | "reportForm"
  | "text"
  | "markdown"
  | "copyReport"
  | "saveReport"
  | "sendReport"
  | "share"
  | "notShared"
  | "copied"
  | "copyByHand"
  | "remindTitle"
  | "calendarAbout"
  | "saveCalendar"
  | "orTimer"
  | "whileOpen"
  | "whileOpenAbout"
  | "sound"
  | "soundOn"
  | "soundRefused"
  | "notify"
  | "notifyOn"
  | "notifyRefused"
  | "awake"
  | "awakeOn"
  | "awakeRefused"
  | "turnedOff"
  | "mayGoOn"
  | "waitOver"
  | "waitOverMore"
  | "printTitle"
  | "printAbout"
  | "printAsIs"
  | "printAsIsMore"
  | "printEmpty"
  | "printEmptyMore"
  | "printByBrowser"
  | "asItStood"
  | "wayBack",
  string
>;

/** What the plain list says. Patterns keep their `{name}`. */
interface ListMessages {
  lang: string;
  otherwise: string;
  picture: string;
  severities: Record<string, string | undefined>;
  touches: string;
  undo: string;
  takes: string;
  minutes: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
  beforeYouStart: string;
  warning: string;
  advisesAgainst: string;
  steps: string;
  wait: string;
  check: string;
  sources: string;
  checked: string;
  whenFixed: string;
  whenMoving: string;
  stillSafe: string;
  ifFewer: string;
  ifEqual: string;
  ifMore: string;
  whileMoving: string;
  ifNothingHelped: string;
}

/** What a ladder says that is read from a post, where its author has said nothing. */
interface PostMessages {
  /** What a reader confirms where something is deleted and nothing guards it. */
  warning: string;
  /** A link to a picture without words. */
  picture: string;
}

/** What is said in another language than the script's own. */
interface LanguageFile {
  messages: ScriptMessages & ListMessages & { post?: PostMessages };
  panels: PanelMessages;
  /** For the widget's module and the companion's: a message a line, in the order of their tables. */
  widget: string;
  companion: string;
}

/** A file beside the script. */
interface ExternalAsset {
  address: string;
  integrity: string;
}

/** A script beside the script, and the event by which it hands itself over. */
type ScriptAsset = ExternalAsset & { event: string };

/** A file inside the script: base64 of raw deflate. */
interface InlineAsset {
  bytes: string;
}

/** A module of WebAssembly, in the one form or the other. Each form of the script knows which of them it has. */
type ModuleAsset = ExternalAsset & InlineAsset;

/** An element of the prerendered view: its head (name, classes, attributes), then its children. */
type PrerenderedElement = [head: string, ...children: (string | PrerenderedElement)[]];

interface ScriptData {
  /** The ids of all built-in ladders. */
  ids: string[];
  /** Of the external script without what the module and the list bring; in a script beside it what that brings. */
  styles: string;
  /** The plain list and the reader of posts have their messages only where they are inside, or in their own script. */
  messages: ScriptMessages & ListMessages & { post?: PostMessages };
  /** The widget's module. */
  module: ModuleAsset;
  /** The module that reads documents. */
  documents: ModuleAsset;
  /** The companion's module. */
  companion: ModuleAsset;
  /** The other languages, by their tags in small letters. */
  languages: Record<string, ModuleAsset | undefined>;
  /** Where a bundler has put files that have no hash, by their paths; only in modules. */
  files?: Record<string, string>;
  /** The module that reads posts. */
  post: ModuleAsset;
  /** What the companion says, in its own script and where everything is inside. */
  panels: PanelMessages;
  /** The plain list, the companion and the reader of posts, where they are files beside the script. */
  list: ScriptAsset;
  companionScript: ScriptAsset;
  postScript: ScriptAsset;
  /** In a script of those: the event by which it hands itself over. */
  event: string;
  /** The id of the ladder that travels with the script. */
  builtIn: string;
  /** Its document, by its id, where the plain list is inside. */
  ladders: Record<string, unknown>;
  /** Its encoded form, where the module is inside. */
  encoded: string;
  /** Its prerendered view. None where a date is seen in it. */
  prerender: PrerenderedElement | null;
}

/** What the standalone page is told. */
interface PageData {
  /** The way from the page to the folder of `sw.js`; null where the page has no files beside it. */
  root: string | null;
  /** All ladders in it, by their ids. */
  ladders: Record<string, PageLadder>;
  messages: PageMessages;
}

type PageMessages = Record<
    | "awakeRefused"
    | "reminding"
    | "remindRefused"
    | "waitOver"
    | "waitOverMore"
    | "newVersion"
    | "takeVersion"
    | "later"
    | "installHint"
    | "dismiss",
    string
  >;

interface PageLadder {
  title: string;
  /** For one in another language than the page: which, what the scripts say, and what stands in the page. */
  lang?: string;
  messages?: PageMessages;
  around?: Record<string, string>;
}

interface WorkerFile {
  /** Its media type. */
  type: string;
  integrity: string;
}

/** What the service worker is told. */
interface WorkerData {
  version: string;
  /** By their addresses from the worker's folder; `./` is the page itself. */
  files: Record<string, WorkerFile>;
  /** The ids of the ladders that have an address of their own. */
  ladders: string[];
}

/** What the page for frames is told. */
interface FrameData {
  /** The id of the ladder that travels with the script. */
  builtIn: string;
  /** The language of each built-in ladder that is in another than the page. */
  languages: Record<string, string>;
  /** By the tag of the language, in small letters. */
  messages: Record<string, FrameWords>;
}

interface FrameWords {
  lang: string;
  /** Has `{host}`. */
  from: string;
  refused: string;
  notLoaded: string;
  ownTab: string;
  ownTabWhy: string;
}
