//! The handle that `web/embed/widget.js` holds: one widget in one mount root.
//!
//! Knows how to put the view into an element and take it out again, and nothing of what it shows.

use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use super::options::{MountOptions, Options};
use super::page_host::PageHost;
use crate::browser::intl::Intl;
use crate::browser::subscription;
use crate::ladder::decode;
use crate::signal::Printing;
use crate::signal::Signal;
use crate::view::Widget;
use crate::view::widget::WidgetProps;

thread_local! {
    /// Who is told of a panic. With `panic = "abort"` the module has crashed for good afterwards.
    static ON_CRASH: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Names the function that is told, with the message, when the module panics.
/// To be called once, before the first widget is mounted.
#[wasm_bindgen(js_name = onCrash)]
pub fn on_crash(listener: Function) {
    ON_CRASH.set(Some(listener));
    yew::set_custom_panic_hook(Box::new(tell_of_crash));
}

/// Tells the widgets of this instance that another instance of the page has stored something.
#[wasm_bindgen]
pub fn stored(key: String) {
    subscription::stored_elsewhere(&key);
}

/// Tells the widgets of this instance that the page is about to be printed, or has been: 0 that it has been, 1 as it
/// stands, 2 empty, and so for whatever is told before 0 is.
#[wasm_bindgen]
pub fn print(printing: u32) {
    subscription::print(Printing::from_number(printing));
}

fn tell_of_crash(panic: &PanicHookInfo<'_>) {
    let message = JsValue::from_str(&panic.to_string());
    ON_CRASH.with_borrow(|listener| {
        if let Some(listener) = listener {
            let _ = listener.call1(&JsValue::UNDEFINED, &message);
        }
    });
}

/// One widget in a mount root, or an empty mount root that is kept for another widget. Dropping it leaves the widget
/// where it is.
#[wasm_bindgen]
pub struct Mount {
    app: AppHandle<Root>,
    props: RootProps,
    /// That of the widget; none in a mount root that is released.
    host: Option<Rc<PageHost>>,
}

#[wasm_bindgen]
impl Mount {
    /// Puts a widget into `root`, which has to be empty and fresh: Yew clears it, and keeps
    /// listeners on it for ever.
    ///
    /// # Errors
    ///
    /// The encoded ladder is none of this build's.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, options: &MountOptions) -> Result<Mount, JsValue> {
        let options = Options::from(options);
        let (widget, host) = widget_props(&options)?;
        let props = RootProps { document: 0, widget: Some(widget) };
        let app = yew::Renderer::<Root>::with_root_and_props(root, props.clone()).render();
        Ok(Mount { app, props, host: Some(host) })
    }

    /// Takes over changed options; the widget stays, and so does the reader's position.
    ///
    /// # Errors
    ///
    /// As [`new`](Mount::new); the widget then goes on with the old options.
    pub fn update(&mut self, options: &MountOptions) -> Result<(), JsValue> {
        let options = Options::from(options);
        if options.ladder.is_some() {
            // Another document is another climb: a new widget reads its own progress.
            let document = self.props.document.wrapping_add(1);
            let (widget, host) = widget_props(&options)?;
            self.props = RootProps { document, widget: Some(widget) };
            self.host = Some(host);
        } else if let Some(widget) = &mut self.props.widget {
            widget.heading_level = options.heading_level;
            let messages = options.messages;
            if !std::ptr::eq(messages, widget.messages) {
                widget.messages = messages;
                widget.format = Intl::of(messages.lang);
            }
        }
        self.app.update(self.props.clone());
        Ok(())
    }

    /// Hands over all facts of the climb, also those that could not be stored: lines of a name, a tab and the stored text.
    pub fn facts(&self, then: Function) {
        self.send(Signal::Facts(Callback::from(move |lines: String| {
            let _ = then.call1(&JsValue::UNDEFINED, &JsValue::from_str(&lines));
        })));
    }

    /// Takes in facts from elsewhere, in the same form, as if another tab had stored them.
    pub fn take(&self, lines: String) {
        self.send(Signal::Take(lines));
    }

    /// Starts over, as the reader's button does.
    #[wasm_bindgen(js_name = startOver)]
    pub fn start_over(&self) {
        self.send(Signal::StartOver);
    }

    fn send(&self, signal: Signal) {
        if let Some(host) = &self.host {
            host.send(signal);
        }
    }

    /// Unmounts the widget, in the next microtask, and keeps the empty mount root for another
    /// [`update`](Mount::update): Yew keeps its listeners on each mount root for ever.
    pub fn release(&mut self) {
        self.props.widget = None;
        self.host = None;
        self.app.update(self.props.clone());
    }
}

fn widget_props(options: &Options) -> Result<(WidgetProps, Rc<PageHost>), JsValue> {
    let ladder = options.ladder.as_deref().and_then(decode).ok_or("no ladder of this build")?;
    let messages = options.messages;
    let host = Rc::new(PageHost::new(&ladder, options));
    let widget = WidgetProps {
        messages,
        format: Intl::of(messages.lang),
        heading_level: options.heading_level,
        host: host.clone(),
        ladder: Rc::new(ladder),
    };
    Ok((widget, host))
}

#[derive(Clone, PartialEq, Properties)]
struct RootProps {
    /// Counts the documents that this mount root has shown.
    document: u32,
    /// None in a mount root that is released.
    widget: Option<WidgetProps>,
}

/// The outermost component: another document makes another widget.
struct Root;

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(_: &Context<Self>) -> Self {
        Root
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RootProps { document, widget } = ctx.props();
        match widget {
            Some(widget) => html! { <Widget key={*document} ..widget.clone() /> },
            None => Html::default(),
        }
    }
}
