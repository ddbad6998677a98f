//! Scripts for the start of a page that watch what the widget does there: its timers, what it says.

/// `timers`: the widget's own timers that are pending, each with its length. A driver sets timers in
/// the page as well, so only those count that the script asked for.
pub const COUNTED_TIMERS: &str = r#"<script>{
  window.timers = new Map();
  const isOwn = () => new Error().stack.includes('/fix-ladder.js');
  const { setTimeout, clearTimeout } = window;
  window.setTimeout = (run, length, ...rest) => {
    // By those of no length the framework yields to the browser while it renders.
    const own = length > 0 && isOwn();
    const id = setTimeout((...all) => { timers.delete(id); run(...all); }, length, ...rest);
    if (own) timers.set(id, length);
    return id;
  };
  window.clearTimeout = (id) => { timers.delete(id); clearTimeout(id); };
}</script>"#;

/// `listen()` notes from now on everything that the widgets of the page say, as `said`.
pub const LISTENING: &str = r#"<script>
window.said = [];
window.listen = () => {
  for (const widget of document.querySelectorAll('fix-ladder')) {
    const status = widget.shadowRoot.querySelector('[role=status]');
    const hear = () => { if (status.textContent) said.push(status.textContent); };
    new MutationObserver(hear).observe(status, { childList: true, characterData: true, subtree: true });
  }
};
</script>"#;
