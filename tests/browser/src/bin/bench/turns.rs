//! Measuring both sides in turns. Knows neither browsers nor what is measured.

use anyhow::{Context, Result};
use xtask::bench::table::{Goal, Row};

use crate::side::Side;

/// How often each row is measured, and which rows.
pub struct Turns {
    pub runs: usize,
    /// Part of the name of the rows that are wanted; all where there is none.
    pub only: Option<String>,
}

impl Turns {
    pub fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| name.contains(only.as_str()))
    }

    /// As many runs at most.
    pub fn at_most(&self, runs: usize) -> Turns {
        Turns { runs: self.runs.min(runs), only: self.only.clone() }
    }

    /// Fills rows by a measurement that gives one figure for each of them. By hand first, then the widget, and again:
    /// what disturbs the machine disturbs both. No row is wanted: nothing is measured.
    pub async fn fill(
        &self,
        mut rows: Vec<Row>,
        measure: impl AsyncFn(Side) -> Result<Vec<f64>>,
    ) -> Result<Vec<Row>> {
        if !rows.iter().any(|row| self.wants(&row.name)) {
            return Ok(rows);
        }
        for _ in 0..self.runs {
            for side in [Side::Hand, Side::Widget] {
                let figures = measure(side).await.with_context(|| {
                    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
                    format!("measuring {}, {side:?}", names.join("; "))
                })?;
                for (row, figure) in rows.iter_mut().zip(figures) {
                    match side {
                        Side::Hand => row.hand.push(figure),
                        Side::Widget => row.ours.push(figure),
                    }
                }
            }
        }
        for row in rows.iter().filter(|row| self.wants(&row.name)) {
            eprintln!("measured {}", row.name);
        }
        Ok(rows)
    }
}

/// A row to be filled.
pub fn row(name: impl Into<String>, goal: Option<Goal>) -> Row {
    Row { name: name.into(), goal, ..Row::default() }
}
