//! Templates of HTML: every value is escaped, unless it says that it is HTML itself.
//!
//! Knows how values come into a text, nothing of the texts. What a template names and nobody gives is an error with
//! the template and the line.

use anyhow::{Context, Result};
use html_escape::encode_double_quoted_attribute;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, escape_formatter};

/// Templates by their names, which may include one another.
pub struct Templates(Environment<'static>);

impl Templates {
    /// # Errors
    ///
    /// A text that is no template.
    pub fn new<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Templates> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(SyntaxConfig::builder().keep_trailing_newline(true).build()?);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        // Its own way to escape would write `/` and `'` otherwise than the widget's components do.
        environment.set_formatter(|output, state, value| match value.as_str() {
            Some(text) if !value.is_safe() => {
                Ok(output.write_str(&encode_double_quoted_attribute(text))?)
            }
            _ => escape_formatter(output, state, value),
        });
        for (name, text) in texts {
            let added = environment.add_template_owned(name.to_owned(), text.to_owned());
            added.with_context(|| format!("reading the template {name}"))?;
        }
        Ok(Templates(environment))
    }

    /// The text of a template with these values.
    ///
    /// # Errors
    ///
    /// It names what is not among them.
    pub fn render(&self, name: &str, values: Value) -> Result<String> {
        let rendered = self.0.get_template(name).and_then(|it| it.render(values));
        rendered.with_context(|| format!("rendering {name}"))
    }
}

/// A value that is HTML already.
pub fn html(text: impl Into<String>) -> Value {
    Value::from_safe_string(text.into())
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    fn rendered(text: &str, values: Value) -> Result<String> {
        Templates::new([("a.html", text)])?.render("a.html", values)
    }

    #[test]
    fn a_template_names_only_what_is_there() -> Result<()> {
        assert_eq!(rendered("<{{ a }}>\n", context! { a => "{{b}}" })?, "<{{b}}>\n");
        for (text, said) in [("\n{{ c }}", "a.html:2"), ("\n\n{{ a", "a.html:3")] {
            let error = rendered(text, context! { a => 1 }).err().map(|it| format!("{it:#}"));
            let error = error.unwrap_or_default();
            assert!(error.contains(said), "{error}");
        }
        Ok(())
    }

    #[test]
    fn text_is_no_html() -> Result<()> {
        let values = context! { text => "\"<&>\" 'x'/", own => html("<b>&amp;</b>"), n => 7 };
        assert_eq!(
            rendered("{{ text }} {{ own }} {{ n }}", values)?,
            "&quot;&lt;&amp;&gt;&quot; 'x'/ <b>&amp;</b> 7"
        );
        Ok(())
    }
}
