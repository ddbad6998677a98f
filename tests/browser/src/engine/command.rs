//! Commands of one driver only, which the standard does not know.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::Value;

/// A command by its path below the session.
#[derive(Debug)]
pub struct Command {
    path: String,
    /// None: the driver is asked, not told.
    body: Option<Value>,
}

impl Command {
    pub fn get(path: impl Into<String>) -> Command {
        Command { path: path.into(), body: None }
    }

    pub fn post(path: &'static str, body: Value) -> Command {
        Command { path: path.to_owned(), body: Some(body) }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}
