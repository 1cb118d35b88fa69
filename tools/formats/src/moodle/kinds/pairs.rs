//! Give each item its target, or put it in its category.

use jalon_draft::{Body, KindBody, Question, Scoring, Texts, Uses, Wording};

use super::writer::{KindWriter, Marks, joined};
use crate::html::{self, Flow};
use crate::loss::Losses;
use crate::moodle::ours;
use crate::moodle::write::elements::{Writer, each};

pub(super) static MATCH: KindWriter = KindWriter {
    kind: "matching",
    lower: lower_match,
    marks: match_marks,
    answers: match_answers,
};

pub(super) static CLASSIFY: KindWriter = KindWriter {
    kind: "matching",
    lower: lower_classify,
    marks: classify_marks,
    answers: classify_answers,
};

fn no_pair_scoring(scoring: &mut Option<Scoring>, losses: &mut Losses) {
    if scoring.take().is_some_and(|own| own != Scoring::Partial) {
        losses.changed(
            "the scoring",
            "Moodle gives a share for each item in its place",
        );
    }
}

fn no_feedback(body: &mut dyn KindBody, losses: &mut Losses) {
    let mut found = false;
    for texts in body.feedbacks_mut() {
        found |= !texts.is_empty();
        texts.clear();
    }
    if found {
        losses.dropped(
            "the feedback on items",
            "Moodle has none on the pairs of a match",
        );
    }
}

fn lower_match(question: &mut Question, _: &[String], losses: &mut Losses) -> bool {
    let Body::Match(body) = &mut question.body else {
        return false;
    };
    no_pair_scoring(&mut body.scoring, losses);
    no_feedback(body, losses);
    if body.shuffle == Some(true) {
        body.shuffle = None;
    }
    if body.uses == Some(Uses::Once) {
        body.uses = None;
    }
    true
}

fn lower_classify(question: &mut Question, _: &[String], losses: &mut Losses) -> bool {
    let Body::Classify(body) = &mut question.body else {
        return false;
    };
    no_pair_scoring(&mut body.scoring, losses);
    no_feedback(body, losses);
    if body.shuffle == Some(true) {
        body.shuffle = None;
    }
    true
}

fn match_marks(question: &Question) -> Marks {
    let Body::Match(body) = &question.body else {
        return Vec::new();
    };
    let targets = joined(body.targets.iter().map(|one| &one.id));
    let mut marks = vec![(ours::TARGETS, targets)];
    if body.uses == Some(Uses::Often) {
        marks.push((ours::USES, "often".to_owned()));
    }
    marks
}

fn classify_marks(question: &Question) -> Marks {
    let Body::Classify(body) = &question.body else {
        return Vec::new();
    };
    let categories = joined(body.categories.iter().map(|one| &one.id));
    vec![
        (ours::KIND, "classify".to_owned()),
        (ours::TARGETS, categories),
    ]
}

fn match_answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::Match(body) = &question.body else {
        return;
    };
    let items = body.items.iter().map(|item| (&item.id, &item.target));
    let targets = body.targets.iter().map(|one| &one.id);
    writer.shuffle(body.shuffle);
    matched(
        writer,
        question,
        items.collect(),
        targets.collect(),
        |one| &one.targets,
    );
}

fn classify_answers(writer: &mut Writer<'_>, question: &Question) {
    let Body::Classify(body) = &question.body else {
        return;
    };
    let items = body.items.iter().map(|item| (&item.id, &item.category));
    let categories = body.categories.iter().map(|one| &one.id);
    writer.shuffle(body.shuffle);
    matched(
        writer,
        question,
        items.collect(),
        categories.collect(),
        |one| &one.categories,
    );
}

fn matched(
    writer: &mut Writer<'_>,
    question: &Question,
    items: Vec<(&String, &String)>,
    targets: Vec<&String>,
    places: impl Fn(&Wording) -> &Texts,
) {
    for (id, target) in &items {
        let texts = each(question, |one| one.items.get(*id).cloned());
        let html = html::to_multilang(&texts, writer.langs, Flow::Line);
        writer.open_html("subquestion", &[("id", id), ("target", target)], &html);
        writer.text(
            "answer",
            &[],
            &each(question, |one| places(one).get(*target).cloned()),
            Flow::Line,
        );
        writer.xml.close("subquestion");
    }
    for target in targets {
        if !items.iter().any(|(_, own)| *own == target) {
            writer.open_html("subquestion", &[("target", target)], "");
            writer.text(
                "answer",
                &[],
                &each(question, |one| places(one).get(target).cloned()),
                Flow::Line,
            );
            writer.xml.close("subquestion");
        }
    }
}
