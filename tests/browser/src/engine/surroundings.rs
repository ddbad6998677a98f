//! What a browser has around it. Knows no browser.

/// What surrounds a browser, as far as pages can tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings {
    pub dark: bool,
    /// The reader's own few colours instead of the page's. WebKitGTK has no such thing.
    pub forced_colors: bool,
    pub reduced_motion: bool,
    /// As in the tz database: `Pacific/Auckland`.
    pub time_zone: Option<&'static str>,
}
