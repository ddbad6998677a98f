//! The style sheets of the gauntlet: those that real blogs have, and some that nobody should.

/// Packages of npm, each by its path.
pub const PACKAGES: [&str; 15] = [
    "bootstrap/dist/css/bootstrap.min.css",
    "normalize.css/normalize.css",
    "sanitize.css/sanitize.css",
    "modern-normalize/modern-normalize.css",
    "prismjs/themes/prism.css",
    "katex/dist/katex.min.css",
    "@picocss/pico/css/pico.min.css",
    "water.css/out/water.min.css",
    "bulma/css/bulma.min.css",
    "tailwindcss/preflight.css",
    "milligram/dist/milligram.min.css",
    "simpledotcss/simple.min.css",
    "github-markdown-css/github-markdown.css",
    "sakura.css/css/sakura.css",
    "mvp.css/mvp.css",
];

/// Each by what it does.
pub const MADE_UP: [(&str, &str); 13] = [
    ("all is reverted", "* { all: revert !important }"),
    ("all is unset", "*, *::before, *::after { all: unset !important }"),
    ("all is huge and hidden", "* { font-size: 77px !important; display: none !important }"),
    ("a small root", "html { font-size: 62.5% }"),
    ("a large root", ":root { font-size: 40px !important; line-height: 3 !important }"),
    ("all that is inherited", INHERITED),
    ("properties of the same names", FLOOD),
    ("all moves", MOVING),
    ("all has other boxes", BOXES),
    (
        "all controls are bare",
        "button, input, select, label, a, p, li, h2, h3, [type=checkbox] { all: unset !important; color: lime !important }",
    ),
    (
        "more before and after it",
        "fix-ladder::before, fix-ladder::after, fix-ladder *::before { content: '!!' !important; display: block !important; color: red !important }",
    ),
    ("the element itself", ELEMENT),
    (
        "first lines and letters",
        "div::first-line { color: red; font-weight: 900 } div::first-letter { font-size: 60px; float: left }",
    ),
];

/// Everything that goes from a page into what stands in it.
const INHERITED: &str = "body, fix-ladder {
letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; text-indent: 3em; text-align: right;
direction: rtl; visibility: hidden; hyphens: auto; text-shadow: 2px 2px red; white-space: pre;
cursor: wait; list-style: square inside; quotes: '(' ')'; tab-size: 2; -webkit-text-stroke: 2px red;
-webkit-text-fill-color: lime; font-feature-settings: 'smcp', 'onum'; font-variant: small-caps;
font-stretch: condensed; font-weight: 900; font-style: italic; font-kerning: none; font-synthesis: none;
font-variation-settings: 'wght' 900; font-size-adjust: 0.9; font-optical-sizing: none;
text-rendering: geometricPrecision; word-break: break-all; overflow-wrap: anywhere; line-break: anywhere;
text-underline-offset: 1em; text-underline-position: under; text-emphasis: dot red; text-align-last: center;
text-orientation: upright; text-wrap: nowrap; border-collapse: collapse; border-spacing: 9px; caption-side: bottom;
empty-cells: hide; orphans: 9; widows: 9; caret-color: red; accent-color: red; color-scheme: dark;
fill: red; stroke: red; stroke-width: 9px; paint-order: stroke; shape-rendering: crispEdges;
image-rendering: pixelated; pointer-events: none; user-select: none; -webkit-user-select: none;
-webkit-font-smoothing: antialiased; -webkit-hyphens: auto; scrollbar-color: red lime }";

/// The names that the widget's own style sheets use.
const FLOOD: &str = "* { --paper: red !important; --ink: lime !important; --soft: lime !important;
--line: lime !important; --edge: lime !important; --wash: lime !important; --tone: lime !important;
--gentle: lime !important; --moderate: lime !important; --drastic: lime !important; --last: lime !important;
--page-ink: lime !important; --ui: fantasy !important; --round: 40px !important; --text: lime !important;
--color: lime !important; --font: fantasy !important; --space: 99px !important; --border: 9px !important }";

const MOVING: &str = "@keyframes jolt { from { letter-spacing: 1em; color: red; font-size: 40px; margin: 40px }
to { letter-spacing: 2em; color: lime; font-size: 50px; padding: 40px; opacity: 0.2; transform: rotate(9deg) } }
@keyframes drift { from { letter-spacing: 1em; color: red; font-size: 40px } to { font-weight: 900; text-indent: 2em } }
* { transition: all 9s linear !important }
body { animation: drift 0.4s infinite alternate }
body * { animation: jolt 0.4s infinite alternate !important; scroll-behavior: smooth !important }";

/// Where the element stands and how wide it is, is the page's to say.
const BOXES: &str = "*:not(fix-ladder) { margin: 30px !important; max-width: 90% !important }
* { box-sizing: content-box !important; padding: 20px !important;
border: 9px solid red !important; outline: 5px dotted lime !important; border-radius: 40px !important;
background: black !important; box-shadow: 0 0 9px red !important; float: left !important;
min-height: 99px !important; line-height: 3 !important; overflow: hidden !important }";

/// What would reach only the element, with its states.
const ELEMENT: &str = "fix-ladder, [data-state], [ladder] { opacity: 0.3 !important; filter: blur(3px) !important;
transform: rotate(3deg) !important; position: fixed !important; inset: 90px !important;
height: 10px !important; columns: 3 !important; float: right !important; clip-path: inset(20px) !important;
writing-mode: vertical-rl !important; color: lime !important; font: 900 50px fantasy !important;
content-visibility: hidden !important; contain: strict !important; zoom: 3 !important; mask: none !important;
mix-blend-mode: difference !important; visibility: collapse !important; container-type: size !important }
fix-ladder::first-letter { font-size: 90px !important } ::selection { color: red }";
