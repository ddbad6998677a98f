//! What the element hands over: the document, the messages in the reader's language, and the listener.
//!
//! Knows the shape of the JavaScript object and nothing of what is done with it.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::messages::{DEFAULT_LANG, Messages, Tables, messages};
use crate::saved::{Case, Namespace};

#[wasm_bindgen]
extern "C" {
    /// The object that `widget.js` passes to [`Mount`](super::mount::Mount).
    pub type MountOptions;

    /// The encoded ladder; none where it is the one that is shown already.
    #[wasm_bindgen(method, getter, structural)]
    fn ladder(this: &MountOptions) -> Option<Vec<u8>>;

    /// The namespace of the ladder's progress, as text; empty for most ladders.
    #[wasm_bindgen(method, getter, structural)]
    fn namespace(this: &MountOptions) -> Option<String>;

    /// Which of the reader's cases; absent where there is only one.
    #[wasm_bindgen(method, getter, structural, js_name = caseId)]
    fn case_id(this: &MountOptions) -> Option<String>;

    /// The widget's messages in another language than the one that is in the module.
    #[wasm_bindgen(method, getter, structural)]
    fn messages(this: &MountOptions) -> Option<String>;

    /// 2 to 5, for the widget's own title.
    #[wasm_bindgen(method, getter, structural, js_name = headingLevel)]
    fn heading_level(this: &MountOptions) -> Option<f64>;

    /// Who listens.
    #[wasm_bindgen(method, getter, structural)]
    fn listener(this: &MountOptions) -> Listener;

    /// `(name, lead)`: calls back in one page of those that ask under one name.
    #[wasm_bindgen(method, getter, structural, js_name = electLeader)]
    fn elect_leader(this: &MountOptions) -> Option<Function>;

    /// The element, which is told of each event that the page may hear, and of what the script itself has to
    /// know. What a page's own listener does or throws is no concern of the widget.
    #[derive(Clone, Debug, PartialEq)]
    pub type Listener;

    /// The ladder's id.
    #[wasm_bindgen(method, structural, catch)]
    pub fn ready(this: &Listener, ladder: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    pub fn change(
        this: &Listener,
        ladder: &str,
        rung: Option<String>,
        kind: &str,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    pub fn fixed(this: &Listener, ladder: &str, rung: &str, minutes: f64) -> Result<(), JsValue>;

    /// The reader asks for a panel of the companion.
    #[wasm_bindgen(method, structural, catch)]
    pub fn open(this: &Listener, panel: &str) -> Result<(), JsValue>;

    /// Something is stored under this key.
    #[wasm_bindgen(method, structural, catch)]
    pub fn stored(this: &Listener, key: &str) -> Result<(), JsValue>;

    /// A rendering begins. True where all of it has to be rendered from the top.
    #[wasm_bindgen(method, structural, catch)]
    pub fn rendering(this: &Listener) -> Result<bool, JsValue>;

    /// A rendering has ended.
    #[wasm_bindgen(method, structural, catch)]
    pub fn rendered(this: &Listener) -> Result<(), JsValue>;
}

/// The options after reading: defaults filled in, numbers within their limits.
#[derive(Clone)]
pub struct Options {
    /// Encoded. None where it is the one that is shown already.
    pub ladder: Option<Vec<u8>>,
    /// There where a document from elsewhere has the id of a built-in ladder.
    pub namespace: Option<Namespace>,
    pub case: Case,
    pub messages: &'static Messages,
    /// 2 to 5.
    pub heading_level: u8,
    pub listener: Listener,
    pub leader_election: LeaderElection,
}

/// How the leader of several pages is elected.
#[derive(Clone, Debug, PartialEq)]
pub struct LeaderElection(Option<Function>);

impl LeaderElection {
    /// Calls back in one page of those that ask under this name, now or a little later.
    pub fn run(&self, name: &str, lead: impl FnOnce() + 'static) {
        match &self.0 {
            Some(function) => {
                let lead = Closure::once_into_js(lead);
                let _ = function.call2(&JsValue::UNDEFINED, &JsValue::from_str(name), &lead);
            }
            None => lead(),
        }
    }
}

impl From<&MountOptions> for Options {
    fn from(raw: &MountOptions) -> Options {
        Options {
            ladder: raw.ladder(),
            namespace: raw.namespace().and_then(Namespace::parse),
            case: raw.case_id().and_then(Case::parse).unwrap_or_default(),
            messages: raw.messages().and_then(learn).unwrap_or_else(|| messages(DEFAULT_LANG)),
            // `as` saturates, and makes 0 of what is not a number.
            heading_level: (raw.heading_level().unwrap_or(2.0) as u8).clamp(2, 5),
            listener: raw.listener(),
            leader_election: LeaderElection(raw.elect_leader()),
        }
    }
}

/// The messages of a language that has come as data.
fn learn(lines: String) -> Option<&'static Messages> {
    thread_local! {
        static LEARNT: Tables<Messages> = const { Tables::new() };
    }
    LEARNT.with(|learnt| learnt.of(&lines))
}
