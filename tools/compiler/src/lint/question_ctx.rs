//! What rules look at: the questions without errors, as their authors wrote them beside what the engine made of them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jalon_engine::bank;
use jalon_engine::bank::ModuleFile;
use jalon_engine::id::{ChoiceId, ModuleId, WordingId};
use jalon_engine::kind::choice;
use jalon_engine::lang::Lang;
use jalon_engine::markup::{Line, Markup};
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity};
use crate::kind;
use crate::kind::part::PartName;
use crate::language;
use crate::pictures::Pictures;
use crate::prose::{self, Word};
use crate::read::{Raw, Tried};
use crate::source::bank::Bank;
use crate::source::module::{Module, Stimulus};
use crate::source::question::{Question, Wording};
use jalon_draft::sources::{FileId, Source, Span};

/// One module, as it is handed to the rules.
pub(crate) struct Compiled<'a> {
    pub(crate) id: ModuleId,
    pub(crate) source: &'a Module,
    pub(crate) file: &'a ModuleFile,
    /// For each compiled question, its place among those of the source.
    pub(crate) places: &'a [usize],
}

/// What there is to look at.
pub(crate) struct Inputs<'a> {
    pub(crate) header: &'a Bank,
    pub(crate) langs: &'a [Lang],
    pub(crate) modules: Vec<Compiled<'a>>,
    /// What was found already: a question with an error gets no advice.
    pub(crate) problems: &'a [Diagnostic],
    /// The files as they are: `bank.toml` and the modules.
    pub(crate) texts: Vec<(FileId, &'a Source)>,
    /// The pictures beside them.
    pub(crate) pictures: &'a Pictures<'a>,
    /// The names of the pictures that the bank shows, where nothing in it has an error.
    pub(crate) shown: Option<&'a BTreeSet<String>>,
}

/// A bank: what of it is sound.
pub(crate) struct AskedBank<'a> {
    /// `bank.toml`.
    pub(crate) header: &'a Bank,
    /// The bank's languages, in its order.
    pub(crate) langs: &'a [Lang],
    /// In reading order.
    pub(crate) modules: Vec<AskedModule<'a>>,
    /// True when nothing in the bank has an error.
    pub(crate) is_sound: bool,
    /// Its files as they are: `bank.toml` and the modules.
    pub(crate) texts: Vec<(FileId, &'a Source)>,
    pictures: &'a Pictures<'a>,
    shown: Option<&'a BTreeSet<String>>,
}

/// A module: what of it is sound.
pub(crate) struct AskedModule<'a> {
    pub(crate) id: ModuleId,
    pub(crate) source: &'a Module,
    /// The engine's form of it; its questions include unsound ones.
    pub(crate) compiled: &'a ModuleFile,
    /// The questions without errors, in order.
    pub(crate) questions: Vec<QuestionCtx<'a>>,
    /// True when nothing in its file has an error.
    pub(crate) is_sound: bool,
}

/// A question without errors.
pub(crate) struct QuestionCtx<'a> {
    /// What its author wrote.
    pub(crate) source: &'a Question,
    /// What the engine made of it, with the key.
    pub(crate) compiled: &'a bank::Question,
    /// Its wordings, language by language in the bank's order.
    pub(crate) wordings: Vec<Worded<'a>>,
    /// What learners read beside the wordings, each text in the languages that it is written in: what they are told by their answer; the
    /// stimulus, with the first question that is about it.
    pub(crate) remarks: Vec<Vec<(Lang, Text<'a>)>>,
}

/// A wording of a question.
pub(crate) struct Worded<'a> {
    pub(crate) lang: Lang,
    /// Its name: as its author wrote it, or its place.
    pub(crate) id: WordingId,
    pub(crate) source: &'a Wording,
    /// Its texts: prompt, text with gaps, picture, parts in their order, explanation, hints, model.
    pub(crate) texts: Vec<Text<'a>>,
}

/// Which text of a wording it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Prompt,
    /// The text with the gaps.
    Gapped,
    /// What the picture shows.
    Alt,
    /// A choice, an item, a target, a category, a region, a point of an essay.
    Of(PartName, ChoiceId),
    Explanation,
    /// By its place, from 0.
    Hint(usize),
    /// The model answer of an essay.
    Model,
    /// What a learner is told by the answer; it belongs to no wording.
    Feedback,
    /// What several questions are about.
    Stimulus,
}

/// One text of a wording.
pub(crate) struct Text<'a> {
    pub(crate) part: Part,
    lang: Lang,
    /// As its author wrote it, and where.
    pub(crate) raw: &'a Raw,
    /// As the engine holds it.
    pub(crate) tree: Tree<'a>,
    /// The words alone, without marks. Apostrophes are straight, spaces ordinary and gaps `…`.
    pub(crate) plain: String,
    /// The words of what is asked, read once for all rules.
    read: Option<Vec<Word<'a>>>,
}

/// The engine's form of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tree<'a> {
    Blocks(&'a Markup),
    Line(&'a Line),
    Words(&'a str),
}

impl<'a> AskedBank<'a> {
    pub(super) fn new(inputs: &Inputs<'a>) -> Self {
        let errors = inputs.problems.iter();
        let errors = errors.filter(|problem| problem.severity() == Severity::Error);
        let errors: Vec<Span> = errors.map(|problem| problem.span).collect();
        let modules = inputs.modules.par_iter();
        Self {
            header: inputs.header,
            langs: inputs.langs,
            modules: modules
                .map(|one| AskedModule::new(one, inputs.langs, &errors))
                .collect(),
            is_sound: errors.is_empty(),
            texts: inputs.texts.clone(),
            pictures: inputs.pictures,
            shown: inputs.shown,
        }
    }

    /// True when a picture of that name lies beside the texts.
    pub(crate) fn has_picture(&self, name: &str) -> bool {
        self.pictures.get(name).is_some()
    }

    /// The pictures beside the texts that nothing shows.
    pub(crate) fn unseen_pictures(&self) -> impl Iterator<Item = &'a str> {
        let shown = self.shown;
        let names = self.pictures.names();
        names.filter(move |name| shown.is_some_and(|shown| !shown.contains(*name)))
    }

    /// Every sound question of the bank.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &QuestionCtx<'a>> {
        self.modules.iter().flat_map(|module| &module.questions)
    }
}

impl<'a> AskedModule<'a> {
    fn new(compiled: &Compiled<'a>, langs: &[Lang], errors: &[Span]) -> Self {
        let source = compiled.source;
        let file = source.span.file;
        let errors: Vec<u32> = errors
            .iter()
            .filter(|span| span.file == file)
            .map(|span| span.start)
            .collect();
        let pairs = compiled.file.questions.iter().zip(compiled.places);
        let questions = pairs.filter_map(|(question, place)| {
            let own = source.questions().get(*place)?;
            let next = source.questions().get(place + 1);
            let end = next.map_or(u32::MAX, |next| next.common.span.start);
            let bytes = own.common.span.start..end;
            let is_sound = !errors.iter().any(|at| bytes.contains(at));
            let stimulus = own.common.stimulus.as_ref().and_then(|at| {
                let is_about = |own: &Question| {
                    own.common.stimulus.as_ref().map(|own| own.value) == Some(at.value)
                };
                let is_first = !source.questions().iter().take(*place).any(is_about);
                let mut stimuli = source.stimuli().iter().filter(|_| is_first);
                stimuli.find(|one| one.id.as_ref().is_some_and(|id| id.value == at.value))
            });
            is_sound.then(|| QuestionCtx::new(own, question, langs, stimulus))
        });
        Self {
            id: compiled.id,
            source,
            compiled: compiled.file,
            questions: questions.collect(),
            is_sound: errors.is_empty(),
        }
    }

    /// Its file.
    pub(crate) fn file(&self) -> FileId {
        self.source.span.file
    }
}

impl<'a> QuestionCtx<'a> {
    fn new(
        source: &'a Question,
        compiled: &'a bank::Question,
        langs: &[Lang],
        stimulus: Option<&'a Stimulus>,
    ) -> Self {
        let mut wordings = Vec::new();
        for lang in langs {
            let written = source.wordings.values().find(|(own, _)| *own == lang);
            let made = compiled.wordings.get(lang).into_iter().flatten();
            let pairs = written.into_iter().flat_map(|(_, all)| all).zip(made);
            wordings.extend(pairs.map(|(source, made)| Worded {
                lang: *lang,
                id: made.id,
                source,
                texts: texts(source, made, *lang),
            }));
        }
        let feedback = source.kind.iter().flat_map(|kind| kind.remarks());
        let feedback = feedback.map(|texts| (Part::Feedback, texts));
        let about = stimulus
            .iter()
            .filter_map(|stimulus| Some((Part::Stimulus, stimulus.text.as_ref()?)));
        let remarks = about.chain(feedback).map(|(part, texts)| {
            let texts = texts
                .values()
                .map(|(lang, raw)| (*lang, Text::written(part, *lang, raw)));
            texts.collect()
        });
        Self {
            source,
            compiled,
            wordings,
            remarks: remarks.collect(),
        }
    }

    /// Its id, as its author reads it.
    pub(crate) fn id(&self) -> &str {
        self.compiled.id.as_str()
    }

    /// Where it stands: its id.
    pub(crate) fn span(&self) -> Span {
        self.source.span()
    }

    /// Its wordings in one language.
    pub(crate) fn in_lang(&self, lang: &Lang) -> impl Iterator<Item = &Worded<'a>> {
        self.wordings
            .iter()
            .filter(move |wording| wording.lang == *lang)
    }

    /// Its choices as the engine holds them: of a `choice` question or of the regions of a `hotspot`.
    pub(crate) fn choice(&self) -> Option<&'a choice::Choice> {
        kind::of(&self.compiled.body).choice()
    }
}

impl<'a> Worded<'a> {
    /// The text of a part.
    pub(crate) fn text(&self, part: Part) -> Option<&Text<'a>> {
        self.texts.iter().find(|text| text.part == part)
    }

    /// What the learner is asked.
    pub(crate) fn prompt(&self) -> Option<&Text<'a>> {
        self.text(Part::Prompt)
    }

    /// Why the key is right.
    pub(crate) fn explanation(&self) -> Option<&Text<'a>> {
        self.text(Part::Explanation)
    }

    /// Its choices, items, targets, categories, regions or points, in the order of the wording.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (ChoiceId, &Text<'a>)> {
        self.texts.iter().filter_map(|text| match text.part {
            Part::Of(_, id) => Some((id, text)),
            _ => None,
        })
    }

    /// Where it stands: its prompt, which a person looks for, else its heading.
    pub(crate) fn span(&self) -> Span {
        self.source
            .prompt
            .as_ref()
            .map_or(self.source.span, |raw| raw.span)
    }
}

impl Part {
    /// True for what a learner reads before answering, whose words many rules look at.
    fn is_asked(self) -> bool {
        matches!(self, Self::Prompt | Self::Gapped | Self::Of(..))
    }

    /// What a person calls it.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Prompt => "the prompt".to_owned(),
            Self::Gapped => "the text".to_owned(),
            Self::Alt => "the picture's `alt`".to_owned(),
            Self::Of(name, id) => format!("{} `{id}`", name.the()),
            Self::Explanation => "the explanation".to_owned(),
            Self::Hint(at) => format!("hint {}", at + 1),
            Self::Model => "the model answer".to_owned(),
            Self::Feedback => "the feedback".to_owned(),
            Self::Stimulus => "the stimulus".to_owned(),
        }
    }
}

impl<'a> Text<'a> {
    /// A text as it is written, with its marks, but without the addresses of links.
    fn written(part: Part, lang: Lang, raw: &'a Raw) -> Self {
        let mut plain = raw.text.clone();
        while let Some(start) = plain.find("](") {
            let end = plain.get(start..).and_then(|rest| rest.find(')'));
            plain.replace_range(start..end.map_or(plain.len(), |end| start + end + 1), "");
        }
        Self {
            part,
            lang,
            raw,
            tree: Tree::Words(&raw.text),
            plain,
            read: None,
        }
    }
}

impl<'a> Text<'a> {
    /// Its words as its author wrote them, with their places in what is written.
    pub(crate) fn words(&self) -> Cow<'_, [Word<'a>]> {
        match &self.read {
            Some(read) => Cow::Borrowed(read),
            None => Cow::Owned(prose::words(&self.raw.text, language::of(&self.lang))),
        }
    }

    /// The words of it that learners read, with their places in `plain`.
    pub(crate) fn plain_words(&self) -> Cow<'_, [Word<'_>]> {
        match &self.read {
            Some(read) if self.plain == self.raw.text => Cow::Borrowed(read),
            _ => Cow::Owned(prose::words(&self.plain, language::of(&self.lang))),
        }
    }

    /// Where some words of it stand: exactly where its author wrote them in one piece, else the whole text.
    pub(crate) fn find(&self, words: &str) -> Span {
        let whole = || self.raw.part(0..self.raw.text.len());
        let at = self.raw.text.find(words);
        at.map_or_else(whole, |at| self.raw.part(at..at + words.len()))
    }

    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        self.raw.span
    }
}

/// The texts of a wording, each with what was made of it.
fn texts<'a>(source: &'a Wording, made: &'a bank::Wording, lang: Lang) -> Vec<Text<'a>> {
    fn tried(text: &Option<Tried<Raw>>) -> Option<&Raw> {
        text.as_ref().and_then(Tried::get)
    }
    let language = language::of(&lang);
    let mut texts = Vec::new();
    let mut add = |part: Part, raw: Option<&'a Raw>, tree: Tree<'a>| {
        texts.extend(raw.map(|raw| Text {
            part,
            lang,
            raw,
            tree,
            plain: plain(tree),
            read: part.is_asked().then(|| prose::words(&raw.text, language)),
        }));
    };
    add(
        Part::Prompt,
        source.prompt.as_ref(),
        Tree::Blocks(&made.prompt),
    );
    add(Part::Gapped, tried(&source.text), Tree::Blocks(&made.text));
    add(Part::Alt, tried(&source.alt), Tree::Words(&made.alt));
    for ((name, (id, raw)), (_, line)) in source.texts().zip(made.choices.iter()) {
        add(Part::Of(name, id.value), raw.as_ref(), Tree::Line(line));
    }
    add(
        Part::Explanation,
        source.explanation.as_ref(),
        Tree::Blocks(&made.explanation),
    );
    let hints = source.hints.iter().flat_map(|hints| &hints.value);
    for (at, (raw, hint)) in hints.zip(&made.hints).enumerate() {
        add(Part::Hint(at), Some(raw), Tree::Blocks(hint));
    }
    add(
        Part::Model,
        source.model.as_ref(),
        Tree::Blocks(&made.model),
    );
    texts
}

/// The words of a text as an author types them.
fn plain(tree: Tree<'_>) -> String {
    let text = match tree {
        Tree::Blocks(markup) => markup.to_plain(),
        Tree::Line(line) => line.to_plain(),
        Tree::Words(words) => words.to_owned(),
    };
    if text.is_ascii() {
        return text;
    }
    let typed = text.chars().map(|c| match c {
        '’' => '\'',
        '\u{A0}' | '\u{202F}' => ' ',
        c => c,
    });
    typed.collect()
}
