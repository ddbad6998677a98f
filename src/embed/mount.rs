//! The handle that `widget.js` holds: one widget in one place of a page.
//!
//! Knows how to put the view into an element and take it out again, and nothing of what it shows.

use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use super::host::PageHost;
use super::options::{MountOptions, Options};
use crate::browser::intl::Intl;
use crate::browser::page;
use crate::ladder::unpack;
use crate::messages::messages;
use crate::view::Widget;
use crate::view::widget::WidgetProps;

thread_local! {
    /// Whom to tell of a panic. With `panic = "abort"` the module is dead afterwards.
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
    page::hear(key);
}

fn tell_of_crash(panic: &PanicHookInfo<'_>) {
    let message = JsValue::from_str(&panic.to_string());
    ON_CRASH.with_borrow(|listener| {
        if let Some(listener) = listener {
            let _ = listener.call1(&JsValue::UNDEFINED, &message);
        }
    });
}

/// One widget in one place, or an empty place that waits for another. Dropping it leaves the widget standing.
#[wasm_bindgen]
pub struct Mount {
    app: AppHandle<Root>,
    props: RootProps,
}

#[wasm_bindgen]
impl Mount {
    /// Puts a widget into `root`, which has to be empty and fresh: Yew clears it, and keeps
    /// listeners on it for ever.
    ///
    /// # Errors
    ///
    /// The packed ladder is none of this build's.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, options: &MountOptions) -> Result<Mount, JsValue> {
        let options = Options::from(options);
        let props = RootProps { climb: 0, widget: Some(widget_props(&options)?) };
        let app = yew::Renderer::<Root>::with_root_and_props(root, props.clone()).render();
        Ok(Mount { app, props })
    }

    /// Takes over changed options; the widget and the reader's place stay.
    ///
    /// # Errors
    ///
    /// As [`new`](Mount::new); the widget then goes on with the old options.
    pub fn update(&mut self, options: &MountOptions) -> Result<(), JsValue> {
        let options = Options::from(options);
        if options.ladder.is_some() {
            // Another document is another climb: a new widget reads its own progress.
            let climb = self.props.climb.wrapping_add(1);
            self.props = RootProps { climb, widget: Some(widget_props(&options)?) };
        } else if let Some(widget) = &mut self.props.widget {
            widget.heading_level = options.heading_level;
            let messages = messages(&options.lang);
            if !std::ptr::eq(messages, widget.messages) {
                widget.messages = messages;
                widget.format = Intl::of(messages.lang);
            }
        }
        self.app.update(self.props.clone());
        Ok(())
    }

    /// Takes the widget down, in the next microtask, and keeps the empty place for another
    /// [`update`](Mount::update): of each place that is given up, Yew keeps its listeners for ever.
    pub fn rest(&mut self) {
        self.props.widget = None;
        self.app.update(self.props.clone());
    }
}

fn widget_props(options: &Options) -> Result<WidgetProps, JsValue> {
    let ladder = options.ladder.as_deref().and_then(unpack).ok_or("no ladder of this build")?;
    let messages = messages(&options.lang);
    Ok(WidgetProps {
        messages,
        format: Intl::of(messages.lang),
        heading_level: options.heading_level,
        host: Rc::new(PageHost::new(&ladder, options)),
        ladder: Rc::new(ladder),
    })
}

#[derive(Clone, PartialEq, Properties)]
struct RootProps {
    /// Counts the documents that this place has shown.
    climb: u32,
    /// Nothing in a place that rests.
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
        let RootProps { climb, widget } = ctx.props();
        match widget {
            Some(widget) => html! { <Widget key={*climb} ..widget.clone() /> },
            None => Html::default(),
        }
    }
}
