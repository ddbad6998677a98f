//! What the standalone page says around its ladder, one language a table.
//!
//! Knows nothing of how it is said. Of the end of a wait it promises nothing: a sleeping phone runs no page.

/// The words of the standalone page in one language.
pub struct PageWords {
    pub lang: &'static str,
    /// After the title of the ladder, in the title of the page: `{title}`.
    pub page_title: &'static str,
    /// What this is, for those who find it linked.
    pub about: &'static str,
    /// What the social picture shows.
    pub picture: &'static str,
    /// What the pictures of the page show, for who is about to install it.
    pub screen: &'static str,
    /// Above the other ladders.
    pub gallery: &'static str,
    /// How many fixes a ladder has, below its title: `{n}`.
    pub n_rungs: &'static str,
    pub kept_here: &'static str,
    /// `{version}`.
    pub version: &'static str,
    /// On what opens the two switches below.
    pub aids: &'static str,
    pub awake: &'static str,
    pub awake_refused: &'static str,
    pub remind: &'static str,
    pub reminding: &'static str,
    pub remind_refused: &'static str,
    pub wait_over: &'static str,
    pub wait_over_more: &'static str,
    pub new_version: &'static str,
    pub take_version: &'static str,
    pub later: &'static str,
    pub install_hint: &'static str,
    pub dismiss: &'static str,
}

/// The words of the page for a language, by its BCP 47 tag. English until there are more.
pub fn page_words(_lang: &str) -> &'static PageWords {
    &ENGLISH
}

static ENGLISH: PageWords = PageWords {
    lang: "en",
    page_title: "{title}: from the gentlest fix to the last resort",
    about: "Fixes for a stuck device, one at a time: the gentlest first, and a safe copy before anything that could cost you something.",
    picture: "A ladder whose rungs grow heavier: gentle, moderate, drastic, last resort",
    screen: "A ladder as it begins: what to know, and the first fix",
    gallery: "All fix ladders",
    n_rungs: "{n} fixes, the gentlest first",
    kept_here: "What you tick stays in this browser. Nothing is sent anywhere.",
    version: "Version {version}",
    aids: "While you do this",
    awake: "Keep the screen on while I do this",
    awake_refused: "This device does not keep the screen on just now. Its battery may be low.",
    remind: "Try to show me a note when a wait is over",
    reminding: "A note may come if this page lies behind something else when a wait ends. On a phone it often does not. To be sure, set your device’s own timer.",
    remind_refused: "This browser does not let the page show notes. Set your device’s own timer instead.",
    wait_over: "The wait is over",
    wait_over_more: "You can say now whether it helped.",
    new_version: "A new version is ready. Your place and a wait that is running stay as they are.",
    take_version: "Use it now",
    later: "Later",
    install_hint: "To have this as an app: press Share (the square with an arrow pointing up; on iPhone at the bottom of Safari or behind its three dots, on iPad at the top right), then “Add to Home Screen”. The app keeps ticks of its own, apart from these.",
    dismiss: "Got it",
};
