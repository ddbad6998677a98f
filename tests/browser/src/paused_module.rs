//! Modules that are not compiled before a test says so, for tests of what stands in the page until then.
//!
//! Knows how a module is compiled and how frames are counted, nothing of what is rendered.

use anyhow::Result;
use serde_json::Value;

use crate::test_page::Page;

/// Stands before the script: no module is compiled before `__release()`. No timeout is over in between.
///
/// `__frames` notes, for every frame from now on, what `__look` makes of the page, without repetitions.
pub const PAUSED: &str = "<script>(() => {
const released = new Promise((done) => { window.__release = done; });
for (const name of ['compile', 'compileStreaming']) {
  const real = WebAssembly[name];
  WebAssembly[name] = (...all) => released.then(() => real(...all)).then((module) => {
    window.__compiled = true;
    return module;
  });
}
const later = window.setTimeout;
window.setTimeout = (call, wait, ...rest) => wait >= 10000 ? 0 : later(call, wait, ...rest);
window.__frames = [];
window.__count = 0;
const look = () => {
  window.__count += 1;
  const seen = window.__look ? window.__look() : null;
  const text = JSON.stringify(seen);
  if (seen !== null && __frames[__frames.length - 1] !== text) __frames.push(text);
  requestAnimationFrame(look);
};
look();
// Told by Chromium only.
window.__shifts = [];
try {
  new PerformanceObserver((list) => list.getEntries().forEach((it) => __shifts.push(it.value)))
    .observe({ type: 'layout-shift', buffered: true });
} catch (error) {}
})()</script>";

impl Page {
    /// Has the modules compiled that [`PAUSED`] holds.
    pub async fn release(&self) -> Result<()> {
        self.run("window.__release()", &[]).await.map(drop)
    }

    /// Waits until some more frames have been drawn.
    pub async fn more_frames(&self) -> Result<()> {
        let count = self.run("return window.__count", &[]).await?.as_u64().unwrap_or(0);
        self.until_true(&format!("window.__count > {}", count + 3)).await
    }

    /// What `__look` has made of the page so far, frame by frame, without repetitions.
    pub async fn frames(&self) -> Result<Vec<Value>> {
        let frames = self.run("return window.__frames.map((it) => JSON.parse(it))", &[]).await?;
        Ok(frames.as_array().cloned().unwrap_or_default())
    }

    /// The layout shifts so far, where the engine counts them.
    pub async fn shifts(&self) -> Result<Value> {
        self.run("return window.__shifts", &[]).await
    }
}
