//! From a file to a draft, question by question.

use std::collections::{BTreeMap, BTreeSet};

use jalon_draft::{Concept, Draft, Module, Question, Stimulus, Texts, Wording};

use super::answers::{self, Answers};
use super::blocks::{Block, Says, blocks};
use super::build::{Made, Room};
use super::escape::Piece;
use super::filing::{difficulty, title, weighed};
use super::marks::{About, Marks};
use super::source::Source;
use super::text;
use super::{choices, numbers, pairs, typed};
use crate::decode;
use crate::html::Flow;
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::pictures::Pictures;
use crate::slug::{Taken, slug};

/// Reads a file. What is wrong with one question is noted, and the next one is read.
pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let (text, encoding) = decode::text(input.bytes);
    if let Some(encoding) = encoding {
        losses.at(input.line(0), None);
        let why = "the file is not in UTF-8: check the accents";
        losses.guessed(format!("the encoding, {encoding}"), why);
    }
    let source = Source::of(&text);
    let mut reader = GiftReader {
        input,
        source: &source,
        losses,
        draft: Draft::default(),
        by_title: BTreeMap::new(),
        module: None,
        comments: 0,
        questions: 0,
        stimuli: Taken::default(),
        concepts: BTreeSet::new(),
        pictures: Pictures::default(),
        about: None,
    };
    let all = blocks(&source);
    if all.is_empty() {
        return Err(input.refuse(
            0,
            "expected questions, found none",
            "check which file it is",
        ));
    }
    for block in all {
        reader.block(block);
    }
    let left = Marks::of(source.comments.iter().skip(reader.comments));
    reader.note_comments(&left);
    let mut draft = reader.draft;
    draft.pictures = reader.pictures.0;
    Ok(draft)
}

struct GiftReader<'a> {
    input: &'a Input<'a>,
    source: &'a Source,
    losses: &'a mut Losses,
    draft: Draft,
    /// The place of each module by its title.
    by_title: BTreeMap<String, usize>,
    module: Option<usize>,
    /// How many comments have been looked at.
    comments: usize,
    /// How many questions were found, broken ones too.
    questions: usize,
    stimuli: Taken,
    concepts: BTreeSet<String>,
    pictures: Pictures,
    /// What the questions that follow are about, where nothing says so.
    about: Option<String>,
}

impl GiftReader<'_> {
    fn block(&mut self, block: Block<'_>) {
        let source = self.source;
        // A comment right behind a question belongs to it.
        let rest = source.comments.iter().skip(self.comments);
        let own = rest.take_while(|comment| comment.at <= block.end + 1);
        let marks = Marks::of(own.clone());
        self.comments += own.count();
        self.note_comments(&marks);
        self.header(&marks);
        match block.says {
            Says::Category(path) => self.category(path, &marks),
            Says::Text(text) => self.description(text, &marks),
            Says::Question {
                stem,
                answers,
                tail,
            } => {
                self.questions += 1;
                let (name, stem) = named(stem);
                self.at(block.at, name, &marks);
                self.note_oddities(&block.oddities);
                self.losses.on_line(source.line(block.at));
                self.question(name, [stem, answers, tail], &marks);
            }
            Says::Broken(at, why) => {
                self.questions += 1;
                let stem = source.text.get(block.at..block.end).unwrap_or_default();
                let (name, _) = named(Piece {
                    raw: stem,
                    at: block.at,
                });
                self.at(block.at, name, &marks);
                self.losses.on_line(source.line(at));
                self.losses.dropped("the question", why);
            }
        }
    }

    /// What follows is about the question that starts here.
    fn at(&mut self, at: usize, name: Option<Piece<'_>>, marks: &Marks) {
        let name = name.map(Piece::plain).filter(|name| !name.is_empty());
        let name = name.or_else(|| marks.get(About::Id).map(str::to_owned));
        let name = name.unwrap_or_else(|| format!("question {}", self.questions));
        self.losses.at(self.input.line(self.source.line(at)), name);
    }

    fn note_oddities(&mut self, oddities: &[(usize, &'static str, &'static str)]) {
        for (at, what, why) in oddities {
            self.losses.on_line(self.source.line(*at));
            self.losses.guessed(*what, *why);
        }
    }

    /// Comments one behind the other are one loss.
    fn note_comments(&mut self, marks: &Marks) {
        let mut notes = marks.notes.iter().peekable();
        while let Some((line, text)) = notes.next() {
            let mut last = *line;
            while let Some((next, _)) = notes.next_if(|(next, _)| *next == last + 1) {
                last = *next;
            }
            self.losses.at(self.input.line(*line), None);
            let start: String = text.chars().take(60).collect();
            let what = match last - line {
                0 => format!("the comment “{start}”"),
                more => format!("the comment “{start}” and {more} more"),
            };
            self.losses
                .dropped(what, "comments are for those who edit the file");
        }
    }

    /// What a file of ours says of the whole bank.
    fn header(&mut self, marks: &Marks) {
        if let Some((id, title)) = marks.all(About::Bank).next() {
            id.clone_into(&mut self.draft.bank.id);
            if !title.is_empty() {
                let title = (UNDETERMINED.to_owned(), title.to_owned());
                self.draft.bank.title = Texts::from([title]);
            }
        }
        for (id, name) in marks.all(About::Concept) {
            self.concept(id.to_owned(), name);
        }
    }

    fn concept(&mut self, id: String, name: &str) {
        if self.concepts.insert(id.clone()) {
            self.draft.bank.concepts.push(Concept {
                id,
                name: Texts::from([(UNDETERMINED.to_owned(), name.to_owned())]),
                prerequisites: Vec::new(),
            });
        }
    }

    fn category(&mut self, path: Piece<'_>, marks: &Marks) {
        let title = title(path.raw);
        let id = marks.get(About::Module).map(str::to_owned);
        let key = id.clone().unwrap_or_else(|| title.clone());
        self.about = None;
        if let Some(at) = self.by_title.get(&key) {
            self.module = Some(*at);
            return;
        }
        let module = Module {
            // Without a name it is called after the bank.
            title: [(UNDETERMINED.to_owned(), title.clone())]
                .into_iter()
                .filter(|(_, title)| !title.is_empty())
                .collect(),
            ..Module::default()
        };
        self.draft
            .modules
            .push((id.unwrap_or_else(|| slug(&title)), module));
        let at = self.draft.modules.len() - 1;
        self.by_title.insert(key, at);
        self.module = Some(at);
    }

    /// The module that is being read; one without a name where no category was named.
    fn module(&mut self) -> Option<&mut Module> {
        let at = match self.module {
            Some(at) => at,
            None => {
                self.draft.modules.push(Default::default());
                self.draft.modules.len() - 1
            }
        };
        self.module = Some(at);
        self.draft.modules.get_mut(at).map(|(_, module)| module)
    }

    fn description(&mut self, piece: Piece<'_>, marks: &Marks) {
        let (name, piece) = named(piece);
        let start = name.unwrap_or(piece).plain();
        let start: String = start
            .lines()
            .take(1)
            .flat_map(|line| line.chars().take(60))
            .collect();
        self.losses
            .at(self.input.line(self.source.line(piece.at)), start);
        let text = text::read(
            piece,
            text::Format::Moodle,
            Flow::Blocks,
            &mut self.pictures,
            self.losses,
        );
        if text.is_empty() {
            self.losses
                .dropped("a description", "there is no text in it");
            return;
        }
        let own = marks.get(About::Stimulus).map(str::to_owned);
        let is_ours = own.is_some();
        let name = own.or_else(|| Some(slug(&name?.plain())));
        let name = name.filter(|id| !id.is_empty());
        let id = self.stimuli.free(name.as_deref().unwrap_or("text"));
        if !is_ours {
            let why = "GIFT doesn't say which questions a description belongs to: those that follow it in its category were taken";
            self.losses.guessed("the questions of a description", why);
        }
        self.about = (!is_ours).then(|| id.clone());
        if let Some(module) = self.module() {
            module.stimuli.push(Stimulus { id, text });
        }
    }

    fn question(&mut self, name: Option<Piece<'_>>, parts: [Piece<'_>; 3], marks: &Marks) {
        let [stem, inside, tail] = parts;
        if stem.raw.starts_with("::") {
            let why = "a name also ends with `::`: it was read as part of the prompt";
            self.losses.guessed("`::` at the start", why);
        }
        let (format, stem) = text::format(stem);
        let mut room = Room {
            source: self.source,
            losses: self.losses,
            format: format.unwrap_or_default(),
            marks,
            pictures: &mut self.pictures,
        };
        let prompt = room.prompt(stem, tail);
        if prompt.is_empty() {
            let why = "expected a prompt before `{`, found none";
            self.losses.dropped("the question", why);
            return;
        }
        let (answers, general) = answers::parse(inside);
        let general = general.map(|text| room.text(text, Flow::Blocks));
        let made = match answers {
            Answers::Essay => Some(pairs::essay(general.clone(), &mut room)),
            Answers::TrueFalse(answer) => Some(choices::true_false(&answer, &mut room)),
            Answers::Choices(entries) => choices::choice(&entries, &mut room),
            Answers::Typed(entries) => typed::text(&entries, &mut room),
            Answers::Pairs(all) => pairs::matching(&all, &mut room),
            Answers::Numbers(entries) => numbers::number(&entries, &mut room),
        };
        let Some(mut made) = made else { return };
        made.wording.prompt = prompt;
        if !made.is_essay() {
            made.explain(general.unwrap_or_default(), self.losses);
        }
        let mut question = self.whole(name, made, marks);
        question.common.origins = self.losses.origins();
        if let Some(module) = self.module() {
            module.questions.push(question);
        }
    }

    /// The question with what every kind has.
    fn whole(&mut self, name: Option<Piece<'_>>, made: Made, marks: &Marks) -> Question {
        let (body, wordings) = made.spread();
        let wordings: Texts<Wording> = wordings;
        let mut question = Question {
            common: Default::default(),
            body,
            wordings: wordings
                .into_iter()
                .map(|(lang, one)| (lang, vec![one]))
                .collect(),
        };
        let name = name.map(Piece::plain).unwrap_or_default();
        let id = marks.get(About::Id).map(str::to_owned);
        if let Some(id) = id.as_ref().filter(|_| !name.is_empty())
            && slug(&name) != slug(id)
        {
            let why = format!("a question has only its id, {id}");
            self.losses.dropped(format!("the name “{name}”"), why);
        }
        question.common.id = id.unwrap_or_else(|| slug(&name));
        question.common.source = marks.get(About::Source).map(str::to_owned);
        question.common.points = marks.get(About::Points).and_then(|text| text.parse().ok());
        question.common.stimulus = match marks.get(About::Stimulus) {
            Some(id) => Some(id.to_owned()),
            None => self.about.clone(),
        };
        let mut concepts = Vec::new();
        for (tag, _) in marks.all(About::Tag) {
            match tag.strip_prefix("difficulty:").and_then(difficulty) {
                Some(found) => question.common.difficulty = Some(found),
                None => concepts.extend(self.tag(tag)),
            }
        }
        question.common.concepts = weighed(concepts);
        question
    }

    /// A concept, and its weight where one is said.
    fn tag(&mut self, tag: &str) -> Option<(String, Option<u64>)> {
        if let Some(own) = tag.strip_prefix("concept:") {
            let (id, weight) = own.split_once('=').unwrap_or((own, ""));
            self.concept(id.to_owned(), id);
            return Some((id.to_owned(), weight.parse().ok()));
        }
        let id = slug(tag);
        if id.is_empty() {
            let why = "no id can be made from it";
            self.losses.dropped(format!("the tag “{tag}”"), why);
            return None;
        }
        self.concept(id.clone(), tag);
        Some((id, None))
    }
}

/// The name between `::` and `::`, and what stands behind it. Spaces at the end may belong to a text that goes on behind the answers.
fn named(piece: Piece<'_>) -> (Option<Piece<'_>>, Piece<'_>) {
    let piece = piece.start_trimmed();
    if !piece.raw.starts_with("::") {
        return (None, piece);
    }
    match piece.cut(0, 2).1.split("::") {
        Some((name, rest)) if !name.raw.contains('\n') => {
            (Some(name.trimmed()), rest.start_trimmed())
        }
        _ => (None, piece),
    }
}
