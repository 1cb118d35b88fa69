//! The language of texts of which a file doesn't say it.

use jalon_draft::{Draft, Question};
use jalon_engine::lang::Lang;
use whatlang::Lang as Known;

use crate::loss::Losses;

/// The language of texts of which a file doesn't say it: BCP 47's tag for an undetermined one.
pub(crate) const UNDETERMINED: &str = "und";

/// The tag of a language as banks write it.
///
/// # Errors
///
/// It can't be one: with what was expected.
pub fn tag(text: &str) -> Result<String, String> {
    let read: Result<Lang, _> = text.trim().parse();
    read.map(|lang| lang.to_string())
        .map_err(|_| format!("expected the tag of a language such as en or fr, found {text}"))
}

/// The draft with a name for its unknown language: the one that is told, the one that the texts are in, or where they are too short to
/// tell, the one that stands in the name of the file.
pub(crate) fn named(draft: Draft, told: Option<&str>, path: &str, losses: &mut Losses) -> Draft {
    let questions = || {
        draft
            .modules
            .iter()
            .flat_map(|(_, module)| &module.questions)
    };
    if !questions().any(|question| question.wordings.contains_key(UNDETERMINED)) {
        return draft.relabelled(&|lang| (lang != UNDETERMINED).then(|| lang.to_owned()));
    }
    let name = match told {
        Some(told) => told.to_owned(),
        None => {
            let (found, is_sure) = match info(&sample(questions())) {
                Some((found, is_sure)) => (Some(found), is_sure),
                None => (None, false),
            };
            let in_name = in_name(path).filter(|_| !is_sure);
            let why = match (in_name, found) {
                (Some(_), _) => "only the name of the file says so: give another one with --lang",
                (None, Some(_)) => {
                    "the file names none; it was recognised from the texts: give another one with --lang"
                }
                (None, None) => {
                    "the file names none, and its texts are too short to recognise one: give it with --lang"
                }
            };
            let name = in_name.or(found).unwrap_or("en");
            losses.guessed(format!("the language, {name}"), why);
            name.to_owned()
        }
    };
    draft.relabelled(&|lang| match lang {
        UNDETERMINED => Some(name.clone()),
        lang => Some(lang.to_owned()),
    })
}

/// Enough text to tell a language by.
fn sample<'a>(questions: impl Iterator<Item = &'a Question>) -> String {
    const ENOUGH: usize = 20_000;
    let mut text = String::new();
    for question in questions {
        for wording in question.wordings.get(UNDETERMINED).into_iter().flatten() {
            let others = [&wording.choices, &wording.items, &wording.targets];
            let others = others.into_iter().flat_map(|texts| texts.values());
            let whole = [
                Some(&wording.prompt),
                wording.explanation.as_ref(),
                wording.text.as_ref(),
            ];
            for part in whole.into_iter().flatten().chain(others) {
                text.push_str(part);
                text.push('\n');
            }
        }
        if text.len() > ENOUGH {
            break;
        }
    }
    text
}

/// The languages that are told apart, and their tags.
const KNOWN: [(Known, &str); 26] = [
    (Known::Eng, "en"),
    (Known::Fra, "fr"),
    (Known::Deu, "de"),
    (Known::Spa, "es"),
    (Known::Ita, "it"),
    (Known::Por, "pt"),
    (Known::Nld, "nl"),
    (Known::Cat, "ca"),
    (Known::Pol, "pl"),
    (Known::Ron, "ro"),
    (Known::Swe, "sv"),
    (Known::Dan, "da"),
    (Known::Nob, "nb"),
    (Known::Fin, "fi"),
    (Known::Ces, "cs"),
    (Known::Slk, "sk"),
    (Known::Hun, "hu"),
    (Known::Ell, "el"),
    (Known::Rus, "ru"),
    (Known::Ukr, "uk"),
    (Known::Tur, "tr"),
    (Known::Ara, "ar"),
    (Known::Heb, "he"),
    (Known::Jpn, "ja"),
    (Known::Cmn, "zh"),
    (Known::Kor, "ko"),
];

/// The language in the name of a file: that of `quiz.fr.gift` or `quiz-fr.txt`.
fn in_name(path: &str) -> Option<&'static str> {
    let name = path.rsplit(['/', '\\']).next()?.to_lowercase();
    let (stem, _) = name.rsplit_once('.')?;
    let (_, last) = stem.rsplit_once(['.', '-', '_', ' '])?;
    let known = KNOWN.iter().find(|(_, tag)| *tag == last);
    known.map(|(_, tag)| *tag)
}

/// The language of a text, where it is long enough to tell.
pub(crate) fn guess(text: &str) -> Option<&'static str> {
    info(text).map(|(name, _)| name)
}

/// The language of a text, and whether that is sure.
fn info(text: &str) -> Option<(&'static str, bool)> {
    let info = whatlang::detect(text)?;
    let (_, name) = KNOWN.iter().find(|(lang, _)| *lang == info.lang())?;
    // Between English and French a few words are enough; elsewhere it has to be sure.
    let near = whatlang::Detector::with_allowlist(vec![Known::Eng, Known::Fra]).detect(text)?;
    Some(match (info.is_reliable(), near.lang()) {
        (true, _) => (name, true),
        (false, Known::Fra) => ("fr", false),
        (false, _) => ("en", false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_shows_in_a_few_words() {
        assert_eq!(
            guess("What is the capital of France? The largest city in it."),
            Some("en")
        );
        assert_eq!(
            guess("Quelle est la capitale de la France ? La plus grande ville."),
            Some("fr")
        );
        assert_eq!(
            guess("Was ist die Hauptstadt von Deutschland, und wie viele Menschen leben dort?"),
            Some("de")
        );
        assert_eq!(guess("27001"), None);
    }
}
