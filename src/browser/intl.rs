//! Numbers, times and months by the reader's own habit, by `Intl`. Knows no words.
//!
//! Everything here may throw in a hostile page; then the plain formatter stands in.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::ladder::Month;
use crate::progress::Time;
use crate::words::{Format, Plain, Plural};

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

/// The browser's formatters for one language. Those for times are made when they are asked: each keeps
/// for good the time zone that it was made in, and readers travel.
pub struct Intl {
    locale: JsValue,
    month: Option<DateTimeFormat>,
    number: Option<NumberFormat>,
    plural: Option<PluralRules>,
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
    pub fn new(lang: &str) -> Intl {
        let browser = web_sys::window().and_then(|it| it.navigator().language());
        let same = browser.filter(|it| language(it) == language(lang));
        let locale = JsValue::from_str(same.as_deref().unwrap_or(lang));
        Intl {
            month: formatter(&locale, &[YEAR, MONTH, ("timeZone", "UTC")]),
            number: NumberFormat::new(&locale).ok(),
            plural: PluralRules::new(&JsValue::from_str(lang)).ok(),
            locale,
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

    fn same_day(&self, one: Time, other: Time) -> bool {
        let day = |time| self.at(time, &[YEAR, MONTH, DAY]);
        match (day(one), day(other)) {
            (Some(one), Some(other)) => one == other,
            _ => Plain.same_day(one, other),
        }
    }

    fn number(&self, number: u64) -> String {
        let said = self.number.as_ref().and_then(|it| it.format(number as f64).ok());
        said.unwrap_or_else(|| Plain.number(number))
    }

    fn month(&self, month: Month) -> String {
        let months = (i64::from(month.year) - 1970) * 12 + i64::from(month.month) - 1;
        // The middle of the month, near enough whatever its length.
        let millis = (months as f64 + 0.5) * 30.436_875 * 86_400_000.0;
        let said = self.month.as_ref().and_then(|it| it.format(millis).ok());
        said.unwrap_or_else(|| Plain.month(month))
    }

    fn plural(&self, number: u64) -> Plural {
        let rule = self.plural.as_ref().and_then(|it| it.select(number as f64).ok());
        match rule.as_deref() {
            Some("zero") => Plural::Zero,
            Some("one") => Plural::One,
            Some("two") => Plural::Two,
            Some("few") => Plural::Few,
            Some("many") => Plural::Many,
            Some(_) => Plural::Other,
            None => Plain.plural(number),
        }
    }
}
