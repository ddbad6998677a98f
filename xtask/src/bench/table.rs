//! The table that a run prints and writes down, and the place in a paper where it stands.
//!
//! Knows rows of figures, not how they were measured.

use anyhow::{Context, Result};

use super::figures::{Spread, ratio, spread};

/// One thing that was measured, on both sides, in turns.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// With the unit.
    pub name: String,
    pub hand: Vec<f64>,
    pub ours: Vec<f64>,
    pub goal: Option<Goal>,
}

/// What the widget should not be over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// So many times the reference.
    Times(f64),
    /// So much of the row's own unit, whatever the reference takes.
    AtMost(f64),
}

/// The rows as a table in Markdown.
pub fn table(rows: &[Row]) -> String {
    let cells = rows.iter().map(|row| {
        let ratio = ratio(&row.hand, &row.ours);
        vec![
            row.name.clone(),
            cell(spread(&row.hand)),
            cell(spread(&row.ours)),
            cell(ratio),
            judged(row, ratio),
        ]
    });
    rendered(&["", "by hand", "widget", "×", "goal"], cells)
}

/// A table in Markdown: names in the first column, figures in the others.
pub fn rendered(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = format!("| {} |\n|---|", head.join(" | "));
    text.push_str(&"--:|".repeat(head.len() - 1));
    text.push('\n');
    for cells in rows {
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

/// Met is what is met by the median: the spread stands beside it.
fn judged(row: &Row, ratio: Option<Spread>) -> String {
    let (goal, figure, unit) = match row.goal {
        Some(Goal::Times(goal)) => (goal, ratio, " ×"),
        Some(Goal::AtMost(goal)) => (goal, spread(&row.ours), ""),
        None => return String::new(),
    };
    match figure {
        Some(figure) if figure.median <= goal => format!("≤ {goal}{unit}: met"),
        Some(_) => format!("≤ {goal}{unit}: missed"),
        None => format!("≤ {goal}{unit}"),
    }
}

/// The median, and in brackets the least and the most where they differ from it.
pub fn cell(spread: Option<Spread>) -> String {
    let Some(Spread { median, least, most }) = spread else { return "–".to_owned() };
    let [median, least, most] = [median, least, most].map(number);
    if least == most { median } else { format!("{median} ({least}–{most})") }
}

/// As many digits as mean something: three.
fn number(figure: f64) -> String {
    match figure.abs() {
        size if size >= 99.95 => format!("{figure:.0}"),
        size if size >= 9.995 => format!("{figure:.1}"),
        size if size > 0.0 => format!("{figure:.2}"),
        _ => "0".to_owned(),
    }
}

/// A paper with other text between `<!-- name -->` and `<!-- /name -->`.
///
/// # Errors
///
/// The paper has no such place.
pub fn put_between(paper: &str, name: &str, text: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let parted = paper.split_once(&begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&end)?;
        Some((before, after))
    });
    let (before, after) =
        parted.with_context(|| format!("no {begin} … {end}; write both where the text belongs"))?;
    Ok(format!("{before}{begin}\n\n{}\n\n{end}{after}", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_its_ratio_and_its_goal() {
        let row = |goal| Row {
            name: "first view, ms".to_owned(),
            hand: vec![100.0, 200.0, 100.0],
            ours: vec![130.0, 120.0, 125.04],
            goal,
        };
        let goals = [Some(Goal::Times(1.25)), Some(Goal::AtMost(125.0)), None];
        let text = table(&goals.map(row));
        let cells = "| first view, ms | 100 (100–200) | 125 (120–130) | 1.25 (0.60–1.30) |";
        let lines: Vec<&str> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                format!("{cells} ≤ 1.25 ×: missed |"),
                format!("{cells} ≤ 125: missed |"),
                format!("{cells}  |"),
            ]
        );
        let met = table(&[row(Some(Goal::Times(1.3))), row(Some(Goal::AtMost(126.0)))]);
        assert!(met.contains("≤ 1.3 ×: met |\n") && met.ends_with("≤ 126: met |\n"), "{met}");
    }

    #[test]
    fn nothing_measured_and_nothing_to_divide_by() {
        let silent = Row { name: "x".to_owned(), ours: vec![0.0, 0.0], ..Row::default() };
        assert!(table(&[silent]).ends_with("| x | – | 0 | – |  |\n"));
        let goal = Some(Goal::Times(1.0));
        let still = Row { hand: vec![0.0], ours: vec![0.0], goal, ..Row::default() };
        assert!(table(&[still]).ends_with("| 0 | 0 | – | ≤ 1 × |\n"));
    }

    #[test]
    fn figures_have_three_digits() {
        let figures = [0.123, 1.0, 9.996, 99.94, 99.96, 1234.5].map(number);
        assert_eq!(figures, ["0.12", "1.00", "10.0", "99.9", "100", "1234"]);
    }

    #[test]
    fn a_paper_keeps_what_is_around_the_place() -> Result<()> {
        let paper = "before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n";
        let changed = put_between(paper, "bench", "new\n")?;
        assert_eq!(changed, "before\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\nafter\n");
        assert_eq!(put_between(&changed, "bench", "new")?, changed);
        assert!(put_between("<!-- /bench --> <!-- bench -->", "bench", "new").is_err());
        Ok(())
    }
}
