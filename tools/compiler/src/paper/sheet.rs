//! The answer sheet of a form: what is written there is what is marked.

use super::form::Form;
use crate::kind::body::Printed;

/// A row for each question, and room for what it earned.
pub(super) fn rows(form: &Form<'_>, printed: &[Printed]) -> String {
    let rows = form.asked.iter().zip(printed).map(|(asked, printed)| {
        let earned = match asked.points {
            0 => String::new(),
            points => format!("<span class=\"blank\"></span> / {points}"),
        };
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"earned\">{earned}</td></tr>\n",
            asked.number, printed.sheet
        )
    });
    format!(
        "<table class=\"sheet\"><tbody>\n{}</tbody></table>\n",
        rows.collect::<String>()
    )
}
