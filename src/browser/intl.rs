//! Numbers, times and months by the reader's own habit, by `Intl`. Knows no words.
//!
//! `Intl` may throw in a hostile page; then the plain formatter stands in.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::ladder::Month;
use crate::messages::{Format, Plain, PluralCategory};
use crate::progress::Time;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &JsValue, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, millis: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &JsValue) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &NumberFormat, number: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &JsValue) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &PluralRules, number: f64) -> Result<String, JsValue>;
}

thread_local! {
    /// The one that was asked for last: all widgets of a page mostly have one language, and each formatter
    /// takes a browser about as long as a rung.
    static LAST: RefCell<Option<Rc<Intl>>> = const { RefCell::new(None) };
}

/// The browser's formatters for one language, made when they are asked. Those for times are made each time: each
/// keeps for good the time zone that it was made in, and readers travel.
pub struct Intl {
    /// Of the words.
    lang: String,
    /// Of the reader's habits.
    habits: String,
    locale: JsValue,
    /// Whether numbers below a thousand, months and plurals are what [`Plain`] makes of them. They are in
    /// all of its language; and the first formatter of a page takes a browser as long as half a ladder.
    is_plain: bool,
    month: OnceCell<Option<DateTimeFormat>>,
    number: OnceCell<Option<NumberFormat>>,
    plural: OnceCell<Option<PluralRules>>,
}

type Part = (&'static str, &'static str);

const YEAR: Part = ("year", "numeric");
const MONTH: Part = ("month", "long");
const DAY: Part = ("day", "numeric");
const WEEKDAY: Part = ("weekday", "long");
const HOUR: Part = ("hour", "numeric");
const MINUTE: Part = ("minute", "2-digit");

impl Intl {
    /// `lang` is that of the words. Times follow the reader's own region where it is of the same
    /// language: a reader in Britain is told 14:32, one in the United States 2:32 PM.
    pub fn of(lang: &str) -> Rc<Intl> {
        let browser = web_sys::window().and_then(|it| it.navigator().language());
        let same = browser.filter(|it| language(it) == language(lang));
        let habits = same.unwrap_or_else(|| lang.to_owned());
        LAST.with_borrow_mut(|last| match last {
            Some(last) if last.lang == lang && last.habits == habits => last.clone(),
            _ => last.insert(Rc::new(Intl::new(lang, habits))).clone(),
        })
    }

    fn new(lang: &str, habits: String) -> Intl {
        Intl {
            lang: lang.to_owned(),
            locale: JsValue::from_str(&habits),
            // What follows `-u-` are other digits, or another calendar.
            is_plain: language(lang) == Plain::LANG && !habits.contains("-u-"),
            habits,
            month: OnceCell::new(),
            number: OnceCell::new(),
            plural: OnceCell::new(),
        }
    }

    fn at(&self, time: Time, parts: &[Part]) -> Option<String> {
        formatter(&self.locale, parts)?.format(time.millis() as f64).ok()
    }
}

fn formatter(locale: &JsValue, parts: &[Part]) -> Option<DateTimeFormat> {
    let options = Object::new();
    for (name, value) in parts {
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    DateTimeFormat::new(locale, &options).ok()
}

fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl Format for Intl {
    fn time_of_day(&self, time: Time) -> String {
        self.at(time, &[HOUR, MINUTE]).unwrap_or_else(|| Plain.time_of_day(time))
    }

    fn day_and_time(&self, time: Time) -> String {
        self.at(time, &[WEEKDAY, HOUR, MINUTE]).unwrap_or_else(|| Plain.day_and_time(time))
    }

    fn date_and_time(&self, time: Time) -> String {
        self.at(time, &[DAY, MONTH, HOUR, MINUTE]).unwrap_or_else(|| Plain.date_and_time(time))
    }

    /// Asks no formatter: days begin and end alike in all calendars.
    fn same_day(&self, one: Time, other: Time) -> bool {
        let day = |time: Time| Date::new(&JsValue::from_f64(time.millis() as f64)).to_date_string();
        day(one) == day(other)
    }

    fn number(&self, number: u64) -> String {
        if self.is_plain && number < 1000 {
            return Plain.number(number);
        }
        let make = || NumberFormat::new(&self.locale).ok();
        let said = self.number.get_or_init(make).as_ref();
        let said = said.and_then(|it| it.format(number as f64).ok());
        said.unwrap_or_else(|| Plain.number(number))
    }

    fn month(&self, month: Month) -> String {
        if self.is_plain {
            return Plain.month(month);
        }
        let months = (i64::from(month.year) - 1970) * 12 + i64::from(month.month) - 1;
        // The middle of the month, near enough whatever its length.
        let millis = (months as f64 + 0.5) * 30.436_875 * 86_400_000.0;
        let make = || formatter(&self.locale, &[YEAR, MONTH, ("timeZone", "UTC")]);
        let said = self.month.get_or_init(make).as_ref().and_then(|it| it.format(millis).ok());
        said.unwrap_or_else(|| Plain.month(month))
    }

    fn plural(&self, number: u64) -> PluralCategory {
        if self.is_plain {
            return Plain.plural(number);
        }
        let make = || PluralRules::new(&JsValue::from_str(&self.lang)).ok();
        let rule = self.plural.get_or_init(make).as_ref();
        let rule = rule.and_then(|it| it.select(number as f64).ok());
        match rule.as_deref() {
            Some("zero") => PluralCategory::Zero,
            Some("one") => PluralCategory::One,
            Some("two") => PluralCategory::Two,
            Some("few") => PluralCategory::Few,
            Some("many") => PluralCategory::Many,
            Some(_) => PluralCategory::Other,
            None => Plain.plural(number),
        }
    }
}
