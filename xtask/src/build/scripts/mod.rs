//! The scripts: what they are put together from, and the data that they carry.

pub mod bundle;
pub mod embed;
pub mod minify;
pub mod prerender;
pub mod script;
pub mod service_worker;

pub use self::script::{Module, Script};
pub use self::service_worker::{Kept, worker};
