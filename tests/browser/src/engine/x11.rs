//! Does for a browser on a bare screen what a desktop does: brings its window to the front. Knows X11's
//! windows, and no pages.

use anyhow::{Context, Result};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, InputFocus, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// Gives the keyboard to the largest window of a screen: without that no page of it ever has the focus.
pub(super) fn bring_to_front(display: &str) -> Result<()> {
    let (connection, screen) = x11rb::connect(Some(display)).context("reaching the screen")?;
    let root = connection.setup().roots.get(screen).context("the display has no screen")?.root;
    let windows = connection.query_tree(root)?.reply()?.children;
    let mut largest: Option<(u32, Window)> = None;
    for window in windows {
        let size = size_if_seen(&connection, window).unwrap_or(0);
        if size > largest.map_or(0, |(size, _)| size) {
            largest = Some((size, window));
        }
    }
    let (_, window) = largest.context("the screen shows no window")?;
    connection.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?.check()?;
    Ok(())
}

/// In pixels; None for a window that is not seen, or has just gone.
fn size_if_seen(connection: &RustConnection, window: Window) -> Option<u32> {
    let attributes = connection.get_window_attributes(window).ok()?.reply().ok()?;
    let geometry = connection.get_geometry(window).ok()?.reply().ok()?;
    let seen = attributes.map_state == MapState::VIEWABLE;
    seen.then(|| u32::from(geometry.width) * u32::from(geometry.height))
}
