//! Languages as keys, wherever they stand in a draft.

use crate::{
    Answer, Bank, Body, Draft, GapNumber, Image, Lesson, Module, Number, Question, Text, Texts,
};

/// The new name of a language, or nothing to leave its texts out.
type Naming<'a> = &'a dyn Fn(&str) -> Option<String>;

impl Draft {
    /// The same with other names for its languages; texts of those that get none are left out.
    #[must_use]
    pub fn relabelled(mut self, name: &dyn Fn(&str) -> Option<String>) -> Self {
        bank(&mut self.bank, name);
        for (_, part) in &mut self.modules {
            module(part, name);
        }
        self
    }

    /// The same in one language alone.
    #[must_use]
    pub fn only(self, lang: &str) -> Self {
        self.relabelled(&|own| (own == lang).then(|| own.to_owned()))
    }
}

impl Question {
    /// The same with other names for its languages; texts of those that get none are left out.
    pub fn relabel(&mut self, name: &dyn Fn(&str) -> Option<String>) {
        keys(&mut self.wordings, name);
        match &mut self.body {
            Body::Choice(body) => body
                .choices
                .iter_mut()
                .for_each(|choice| keys(&mut choice.feedback, name)),
            Body::TrueFalse(body) => {
                if let Some(feedback) = &mut body.feedback {
                    keys(&mut feedback.if_true, name);
                    keys(&mut feedback.if_false, name);
                }
            }
            Body::Text(body) => text(body, name),
            Body::Number(body) => number(body, name),
            Body::Match(body) => body
                .items
                .iter_mut()
                .for_each(|item| keys(&mut item.feedback, name)),
            Body::Classify(body) => body
                .items
                .iter_mut()
                .for_each(|item| keys(&mut item.feedback, name)),
            Body::Order(_) | Body::Essay(_) => {}
            Body::Gaps(body) => {
                for gap in &mut body.gaps {
                    gap.text.iter_mut().for_each(|body| text(body, name));
                    if let Some(GapNumber::Whole(body)) = &mut gap.number {
                        number(body, name);
                    }
                }
            }
            Body::Hotspot(body) => {
                if let Image::Each(images) = &mut body.image {
                    keys(images, name);
                }
                body.regions
                    .iter_mut()
                    .for_each(|region| keys(&mut region.feedback, name));
            }
        }
    }
}

fn bank(bank: &mut Bank, name: Naming<'_>) {
    let langs = std::mem::take(&mut bank.languages);
    bank.languages = langs.iter().filter_map(|lang| name(lang)).collect();
    keys(&mut bank.title, name);
    for concept in &mut bank.concepts {
        keys(&mut concept.name, name);
    }
    for misconception in &mut bank.misconceptions {
        keys(&mut misconception.name, name);
    }
    for group in bank.terms.iter_mut().chain(&mut bank.synonyms) {
        keys(group, name);
    }
    // A single name of a thing is no synonym.
    bank.terms.retain(|group| !group.is_empty());
    bank.synonyms
        .retain(|group| group.values().map(Vec::len).sum::<usize>() > 1);
}

fn module(module: &mut Module, name: Naming<'_>) {
    keys(&mut module.title, name);
    keys(&mut module.track, name);
    for stimulus in &mut module.stimuli {
        keys(&mut stimulus.text, name);
    }
    module.lesson.iter_mut().for_each(|part| lesson(part, name));
    for question in &mut module.questions {
        question.relabel(name);
    }
}

fn lesson(lesson: &mut Lesson, name: Naming<'_>) {
    let texts = [
        &mut lesson.summary,
        &mut lesson.overview,
        &mut lesson.explanation,
        &mut lesson.example,
    ];
    texts.into_iter().for_each(|text| keys(text, name));
    for block in &mut lesson.blocks {
        keys(&mut block.title, name);
        keys(&mut block.text, name);
    }
    for paragraph in lesson.illustrations.iter_mut().chain(&mut lesson.prompt) {
        keys(&mut paragraph.text, name);
    }
    for callout in &mut lesson.callouts {
        keys(&mut callout.title, name);
        keys(&mut callout.text, name);
    }
}

fn text(text: &mut Text, name: Naming<'_>) {
    with_any(&mut text.accept, name);
    keys(&mut text.words, name);
    for answer in text.accept.values_mut().flatten() {
        match answer {
            Answer::Plain(_) => {}
            Answer::Exact(exact) => keys(&mut exact.feedback, name),
            Answer::Wildcard(wildcard) => keys(&mut wildcard.feedback, name),
            Answer::Regex(regex) => keys(&mut regex.feedback, name),
        }
    }
    for wrong in &mut text.wrong {
        keys(&mut wrong.feedback, name);
    }
}

fn number(number: &mut Number, name: Naming<'_>) {
    for unit in &mut number.units {
        with_any(&mut unit.names, name);
    }
    for wrong in &mut number.wrong {
        keys(&mut wrong.feedback, name);
    }
}

fn keys<T>(texts: &mut Texts<T>, name: Naming<'_>) {
    let all = std::mem::take(texts);
    let named = all.into_iter();
    texts.extend(named.filter_map(|(lang, value)| Some((name(&lang)?, value))));
}

/// `any` is no language.
fn with_any<T>(texts: &mut Texts<T>, name: Naming<'_>) {
    keys(texts, &|lang| match lang {
        "any" => Some("any".to_owned()),
        lang => name(lang),
    });
}
