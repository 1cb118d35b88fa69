//! The language of texts of which a file doesn't say it.

use jalon_author::draft::{Draft, Question};
use whatlang::Lang;

use crate::import::UNKNOWN;
use crate::loss::Losses;

/// The draft with a name for its unknown language: the one that is told, or the one that the texts are in.
pub(crate) fn named(draft: Draft, told: Option<&str>, losses: &mut Losses) -> Draft {
    let questions = || {
        draft
            .modules
            .iter()
            .flat_map(|(_, module)| &module.questions)
    };
    if !questions().any(|question| question.wordings.contains_key(UNKNOWN)) {
        return draft.relabelled(&|lang| (lang != UNKNOWN).then(|| lang.to_owned()));
    }
    let name = match told {
        Some(told) => told.to_owned(),
        None => {
            let found = guess(&sample(questions()));
            let why = match found {
                Some(_) => {
                    "the file names none; this is what its texts look like: say another one with --lang"
                }
                None => {
                    "the file names none, and its texts are too short to tell: say which one with --lang"
                }
            };
            let name = found.unwrap_or("en");
            losses.guessed(format!("the language, {name}"), why);
            name.to_owned()
        }
    };
    draft.relabelled(&|lang| match lang {
        UNKNOWN => Some(name.clone()),
        lang => Some(lang.to_owned()),
    })
}

/// Enough text to tell a language by.
fn sample<'a>(questions: impl Iterator<Item = &'a Question>) -> String {
    const ENOUGH: usize = 20_000;
    let mut text = String::new();
    for question in questions {
        for wording in question.wordings.get(UNKNOWN).into_iter().flatten() {
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

/// The language of a text, where it is long enough to tell.
pub(crate) fn guess(text: &str) -> Option<&'static str> {
    let info = whatlang::detect(text)?;
    let name = match info.lang() {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Cat => "ca",
        Lang::Pol => "pl",
        Lang::Ron => "ro",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Hun => "hu",
        Lang::Ell => "el",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Jpn => "ja",
        Lang::Cmn => "zh",
        Lang::Kor => "ko",
        _ => return None,
    };
    // Between English and French a few words are enough; elsewhere it has to be sure.
    let near = whatlang::Detector::with_allowlist(vec![Lang::Eng, Lang::Fra]).detect(text)?;
    match (info.is_reliable(), near.lang()) {
        (true, _) => Some(name),
        (false, Lang::Fra) => Some("fr"),
        (false, _) => Some("en"),
    }
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
