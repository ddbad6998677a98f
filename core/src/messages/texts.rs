//! Languages that come as data: from texts, one after the other, to the table of a section.
//!
//! Knows how the texts travel and that a table is nothing but texts. Knows no single message, and no language.

use std::cell::RefCell;

/// A table that is nothing but texts, one after the other.
///
/// # Safety
///
/// It is `repr(C)`, and each of its fields is a `&'static str`, transparent around one, or such a table.
#[expect(unsafe_code, reason = "what is promised of a layout can only be promised so")]
pub unsafe trait Texts: 'static {}

/// The table of texts that stand one after the other, a line each; nothing where there are more or fewer than it has.
fn table<T: Texts>(lines: &'static str) -> Option<&'static T> {
    let texts: &'static [&'static str] = lines.split('\n').collect::<Vec<_>>().leak();
    if size_of_val(texts) != size_of::<T>() {
        return None;
    }
    // SAFETY: by its promise the table is so many texts and nothing else, and these are kept for good.
    #[expect(
        unsafe_code,
        reason = "a field for each message would be code for each, and all readers would load it"
    )]
    Some(unsafe { &*texts.as_ptr().cast::<T>() })
}

/// The tables that have been made. Each is kept for good, so there is one for each language.
pub struct Tables<T: 'static>(RefCell<Vec<(&'static str, &'static T)>>);

impl<T: Texts> Tables<T> {
    pub const fn new() -> Tables<T> {
        Tables(RefCell::new(Vec::new()))
    }

    /// The table of these lines.
    pub fn of(&self, lines: &str) -> Option<&'static T> {
        let mut known = self.0.try_borrow_mut().ok()?;
        if let Some((_, found)) = known.iter().find(|(its, _)| *its == lines) {
            return Some(found);
        }
        let lines: &'static str = lines.to_owned().leak();
        let made = table(lines)?;
        known.push((lines, made));
        Some(made)
    }
}

impl<T: Texts> Default for Tables<T> {
    fn default() -> Tables<T> {
        Tables::new()
    }
}
