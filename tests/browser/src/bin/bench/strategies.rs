//! When to fetch the module: how early the widget is alive, and what that costs the post around it.
//!
//! Knows the strategies as a page can play them: by the attribute `loading`, by a link in its head, and by taking
//! away the widget's own way of noticing that it is near.

use anyhow::{Context, Result};
use xtask::bench::figures::spread;
use xtask::bench::table::{cell, rendered};

use crate::stage::{SMALL, Stage};
use crate::visit::{Line, Visit};

/// What fetches the module.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strategy {
    /// There is no widget: what the post takes by itself.
    None,
    Near,
    Loaded,
    Idle,
    Script,
    Preload,
}

const ALL: [Strategy; 6] = [
    Strategy::None,
    Strategy::Near,
    Strategy::Loaded,
    Strategy::Idle,
    Strategy::Script,
    Strategy::Preload,
];

/// Where the widget stands in the post.
const PLACES: [(&str, usize); 2] = [("in sight", 1), ("far below", PARAGRAPHS)];
const PARAGRAPHS: usize = 24;
/// Each picture stands above every fourth paragraph.
const PICTURES: usize = PARAGRAPHS / 4;

const PARAGRAPH: &str = "My mother photographs her garden every morning, and every morning my sister looks at it \
    from far away. On a Tuesday the garden stopped. Nothing on the screen said that anything was wrong, which is the \
    unpleasant part: it waits, politely, for a better moment, and the better moment does not come.";

/// Leaves it to the page when the widget is to load: it neither sees nor is told that it is near.
const BLIND: &str = "<script>
    window.IntersectionObserver = class { observe() {} disconnect() {} };
    const { getClientRects } = Element.prototype;
    Element.prototype.getClientRects = function () {
        return this.localName === 'fix-ladder' ? [] : getClientRects.call(this);
    };
    </script>";
const WAKE: &str = "document.querySelector('fix-ladder').setAttribute('loading', 'eager')";

impl Strategy {
    fn name(self) -> &'static str {
        match self {
            Strategy::None => "no widget",
            Strategy::Near => "near the screen (as it is)",
            Strategy::Loaded => "after the page's `load`",
            Strategy::Idle => "when the browser is idle",
            Strategy::Script => "as soon as the script runs",
            Strategy::Preload => "preload in the head",
        }
    }

    /// What stands before the post, and the element with its script.
    fn parts(self, module: &str) -> (String, String) {
        let (before, loading, after) = match self {
            Strategy::None => return Default::default(),
            Strategy::Near => (String::new(), "lazy", String::new()),
            Strategy::Loaded => {
                let wake = format!("<script>addEventListener('load', () => {WAKE})</script>");
                (BLIND.to_owned(), "lazy", wake)
            }
            Strategy::Idle => {
                let wake = format!(
                    "<script>customElements.whenDefined('fix-ladder').then(() => requestIdleCallback(() => {WAKE}))</script>"
                );
                (BLIND.to_owned(), "lazy", wake)
            }
            Strategy::Script => (String::new(), "eager", String::new()),
            Strategy::Preload => {
                let link = format!(
                    "<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"/{module}\">"
                );
                (link, "eager", String::new())
            }
        };
        let element = format!(
            "<fix-ladder ladder=\"{SMALL}\" loading=\"{loading}\"></fix-ladder>\
            <script async src=\"/fix-ladder.js\"></script>{after}"
        );
        (before, element)
    }
}

/// Measures all of them in turns, and says what came out as tables.
pub async fn measure(stage: &Stage, runs: usize) -> Result<String> {
    for index in 0..PICTURES {
        stage.put_picture(&picture_path(index), &picture(index)?);
    }
    let mut text = stage.machine(runs).await?;
    for (place, at) in PLACES {
        let mut figures = vec![[const { Vec::new() }; 4]; ALL.len()];
        for strategy in ALL {
            let (before, element) = strategy.parts(stage.module());
            stage.put_page_with(&path(strategy), &before, &post(&element, at))?;
        }
        for _ in 0..runs {
            for (strategy, figures) in ALL.into_iter().zip(&mut figures) {
                let lives = strategy != Strategy::None && (strategy != Strategy::Near || at == 1);
                let visit = async |visit: &Visit<'_>| look(visit, strategy, lives).await;
                let times = stage.visit(Line::Slow, visit).await;
                let times = times.with_context(|| format!("{}, {place}", strategy.name()))?;
                for (figures, time) in figures.iter_mut().zip(times) {
                    figures.extend(time);
                }
            }
        }
        let rows = ALL.into_iter().zip(&figures).map(|(strategy, figures)| {
            let cells = figures.iter().map(|it| cell(spread(it)));
            [strategy.name().to_owned()].into_iter().chain(cells).collect()
        });
        let head = [place, "widget alive, ms", "text, ms", "largest part, ms", "last picture, ms"];
        text.push_str(&format!("\n{}", rendered(&head, rows)));
        eprintln!("measured the widget {place}");
    }
    Ok(text)
}

fn path(strategy: Strategy) -> String {
    format!("/strategy-{}.html", strategy as usize)
}

/// When the widget was alive, where it is to be, and when the text, the largest part and the last picture were there.
async fn look(visit: &Visit<'_>, strategy: Strategy, lives: bool) -> Result<[Option<f64>; 4]> {
    visit.open(&path(strategy)).await?;
    let alive = match lives {
        true => Some(visit.ask_number("alive()").await?),
        false => None,
    };
    visit.ask("pause(1000)").await?;
    let post = visit.ask("post()").await?;
    Ok([alive, post["text"].as_f64(), post["largest"].as_f64(), post["pictures"].as_f64()])
}

/// A post with pictures, and the widget before one of its paragraphs, or at its end.
fn post(element: &str, at: usize) -> String {
    let mut html = String::from("<h1>Nine days of photos that went nowhere</h1>");
    for index in 0..PARAGRAPHS {
        if index % 4 == 0 {
            let path = picture_path(index / 4);
            html.push_str(&format!("<img src=\"{path}\" width=\"380\" height=\"320\" alt=\"\">"));
        }
        if index == at {
            html.push_str(element);
        }
        html.push_str(&format!("<p>{PARAGRAPH}</p>"));
    }
    if at >= PARAGRAPHS {
        html.push_str(element);
    }
    html
}

fn picture_path(index: usize) -> String {
    format!("/picture-{index}.png")
}

/// Some 58 kB that nothing makes smaller, as a photo is.
fn picture(index: usize) -> Result<Vec<u8>> {
    const WIDTH: u32 = 152;
    const HEIGHT: u32 = 128;
    let mut state = 0x2545_f491_u32 ^ u32::try_from(index)?;
    let noise: Vec<u8> = (0..WIDTH * HEIGHT * 3)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            (state & 0xff) as u8
        })
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header()?.write_image_data(&noise)?;
    Ok(file)
}
