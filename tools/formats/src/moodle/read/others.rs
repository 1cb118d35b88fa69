//! Essays, and kinds that a bank doesn't have.

use jalon_draft::{Body, Essay, EssayPoint, Texts};

use super::super::asked::{Parts, QuestionElement};
use super::super::ours;
use crate::html::Flow;
use crate::language::UNDETERMINED;

pub(super) fn essay(asked: &mut QuestionElement<'_>, parts: &mut Parts) -> Option<Body> {
    let info = asked.field("graderinfo", Flow::Blocks);
    let ids = ours::ids(asked.ours, ours::POINTS);
    split(asked, parts, info, &ids);
    if !asked.field("responsetemplate", Flow::Blocks).is_empty() {
        asked
            .losses
            .dropped("the text that learners start from", "essays start empty");
    }
    if !matches!(asked.value("attachments").as_str(), "" | "0") {
        asked
            .losses
            .dropped("files to hand in", "an essay is a text");
    }
    let words = |name: &str| asked.value(name).parse::<u64>().ok().filter(|n| *n > 0);
    let (least, most) = (words("minwordlimit"), words("maxwordlimit"));
    Some(Body::Essay(Essay {
        least,
        most: most.filter(|most| least.is_none_or(|least| least < *most)),
        points: parts
            .points
            .iter()
            .map(|(id, _)| EssayPoint { id: id.clone() })
            .collect(),
    }))
}

/// What graders read, as a model answer and the list at its end as a checklist.
fn split(asked: &mut QuestionElement<'_>, parts: &mut Parts, info: Texts, ids: &[String]) {
    let lists: Vec<(String, String, Vec<String>)> = info
        .iter()
        .map(|(lang, text)| {
            let (model, points) = checklist(text);
            (lang.clone(), model, points)
        })
        .collect();
    let count = lists.first().map_or(0, |(_, _, points)| points.len());
    let is_list = count > 0
        && lists
            .iter()
            .all(|(_, model, points)| points.len() == count && !model.is_empty());
    if is_list {
        for n in 0..count {
            let id = ids
                .get(n)
                .cloned()
                .unwrap_or_else(|| format!("point-{}", n + 1));
            let texts = lists
                .iter()
                .filter_map(|(lang, _, points)| Some((lang.clone(), points.get(n)?.clone())));
            parts.points.push((id, texts.collect()));
        }
        parts.model = lists
            .into_iter()
            .map(|(lang, model, _)| (lang, model))
            .collect();
        if ids.is_empty() {
            asked.losses.guessed(
                "the checklist of the essay",
                "it is the list at the end of what graders read",
            );
        }
        return;
    }
    parts.model = info;
    if parts.model.is_empty() {
        parts.model = asked.spread(stand_in(
            "Write a model answer here.",
            "Écrivez ici une réponse modèle.",
        ));
        asked
            .losses
            .guessed("the model answer", "the file has none: write one");
    }
    parts.points = vec![(
        "point-1".to_owned(),
        asked.spread(stand_in(
            "Answers what is asked",
            "Répond à la question posée",
        )),
    )];
    asked.losses.guessed(
        "the checklist of the essay",
        "the file has none; one general point is used: write your own",
    );
}

/// A text of ours in the languages that we write, of which the question takes those that it has.
fn stand_in(en: &str, fr: &str) -> Texts {
    [(UNDETERMINED, en), ("en", en), ("fr", fr)]
        .into_iter()
        .map(|(lang, text)| (lang.to_owned(), text.to_owned()))
        .collect()
}

/// A text and the list at its end.
fn checklist(text: &str) -> (String, Vec<String>) {
    let (before, last) = text.rsplit_once("\n\n").unwrap_or(("", text));
    let items: Option<Vec<String>> = last
        .lines()
        .map(|line| {
            let item = line
                .strip_prefix("- ")
                .or_else(|| line.strip_prefix("* "))?;
            Some(item.to_owned())
        })
        .collect();
    match items {
        Some(items) => (before.to_owned(), items),
        None => (text.to_owned(), Vec::new()),
    }
}

/// Why a kind of question can't be carried over.
pub(super) fn why_not(kind: &str) -> &'static str {
    match kind {
        "calculated" | "calculatedsimple" | "calculatedmulti" => {
            "its numbers are calculated for each learner, and those of a bank are fixed"
        }
        "random" | "randomsamatch" => {
            "it is a placeholder for questions drawn at random: use `draw` in the module"
        }
        "ddimageortext" | "ddmarker" => {
            "its regions of a picture are graded by dragging; write it as a hotspot"
        }
        "stack" | "formulas" | "coderunner" | "algebra" | "pmatch" => {
            "it is graded by a program of its own"
        }
        _ => "a bank has no kind of question like it",
    }
}
