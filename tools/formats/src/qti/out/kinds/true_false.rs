//! Say whether a statement is true.

use jalon_draft::Body;

use super::super::asked::ItemSource;
use super::super::parts::Parts;
use super::super::rules::{Mapping, Shows};
use super::writer::{KindWriter, as_it_is};

pub(super) static WRITER: KindWriter = KindWriter {
    lower: as_it_is,
    write,
};

fn write(parts: &mut Parts, asked: &ItemSource<'_>) {
    let Body::TrueFalse(body) = &asked.question.body else {
        return;
    };
    parts.mark("kind", "true-false");
    let (yes, no) = match asked.lang.starts_with("fr") {
        true => ("Vrai", "Faux"),
        false => ("True", "False"),
    };
    parts.rules.declare(
        "RESPONSE",
        "single",
        "identifier",
        &[body.key.to_string()],
        &Mapping::default(),
    );
    parts.match_correct();
    parts.body.push_str(&format!(
        "    <qti-choice-interaction response-identifier=\"RESPONSE\" shuffle=\"false\" max-choices=\"1\">\n      \
         <qti-simple-choice identifier=\"true\">{yes}</qti-simple-choice>\n      \
         <qti-simple-choice identifier=\"false\">{no}</qti-simple-choice>\n    </qti-choice-interaction>\n"
    ));
    let feedback = body.feedback.as_ref();
    let told = feedback
        .into_iter()
        .flat_map(|own| [("true", &own.if_true), ("false", &own.if_false)]);
    for (id, texts) in told {
        if let Some(html) = asked.told(texts) {
            parts.rules.notes.push((Shows::Choice(id.to_owned()), html));
        }
    }
}
