//! Drives the built widget in real browsers: what a test needs, so that a test reads as a story.
//!
//! A test gets a [`Page`] with a server of its own, and therefore an origin and storage of its own.

pub mod accessibility_tree;
pub mod app_site;
mod axe;
pub mod blog_and_cdn;
pub mod bundles;
pub mod caches;
pub mod climb;
pub mod clock;
pub mod documents;
pub mod engine;
pub mod engine_posts;
pub mod local_files;
pub mod npm_package;
pub mod packed_folder;
pub mod paused_module;
pub mod pixels;
mod process_group;
pub mod recipes;
mod reserved_port;
pub mod restarted_browser;
pub mod runner;
pub mod shrink;
pub mod tab;
pub mod tabs;
mod temp_folder;
pub mod test_page;
pub mod timeout;
pub mod watchers;
pub mod widget;
pub mod widget_states;
pub mod without_scripts;

pub use test_page::Page;
pub use widget::Widget;
