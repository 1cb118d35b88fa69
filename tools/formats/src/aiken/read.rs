//! From a file to a draft, question by question.

use jalon_draft::{Body, Choice, Choices, Draft, Key, Module, Question, Texts, Wording};

use super::expected;
use super::line::Line;
use crate::decode;
use crate::input::{Input, Refusal};
use crate::language::UNDETERMINED;
use crate::loss::Losses;
use crate::markdown;

/// Reads a file. What is wrong with one question is noted, and the next one is read.
pub(crate) fn read(input: &Input<'_>, losses: &mut Losses) -> Result<Draft, Refusal> {
    let (text, encoding) = decode::text(input.bytes);
    if let Some(encoding) = encoding {
        losses.at(input.line(0), None);
        let why = "the file is not in UTF-8: check the accents";
        losses.guessed(format!("the encoding, {encoding}"), why);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = AikenReader {
        input,
        losses,
        questions: Vec::new(),
        found: 0,
        open: Open::default(),
    };
    for (number, line) in text.lines().enumerate() {
        reader.line(number + 1, line);
    }
    reader.give_up("the end of the file");
    if reader.found == 0 {
        let why = "expected a question, choices such as `A) ...` and `ANSWER: A`, found none";
        return Err(input.refuse(0, why, "check which file it is"));
    }
    let module = Module {
        questions: reader.questions,
        ..Module::default()
    };
    Ok(Draft {
        modules: vec![(String::new(), module)],
        ..Draft::default()
    })
}

/// A question that has no answer yet.
#[derive(Default)]
struct Open<'a> {
    line: usize,
    /// What is asked, line by line.
    stem: Vec<&'a str>,
    /// A line of it that looked like a choice.
    first: Option<String>,
    /// Lines of it behind that one.
    rest: Vec<&'a str>,
    choices: Vec<(char, String)>,
    /// Lines behind the last choice, which are of it or of the next question.
    extra: Vec<(usize, &'a str)>,
    /// What Moodle would read in another way.
    odd: Vec<(usize, &'static str, &'static str)>,
}

struct AikenReader<'a, 'b> {
    input: &'a Input<'a>,
    losses: &'a mut Losses,
    questions: Vec<Question>,
    found: usize,
    open: Open<'b>,
}

impl<'b> AikenReader<'_, 'b> {
    fn line(&mut self, number: usize, line: &'b str) {
        match Line::of(line) {
            Line::Blank => {}
            Line::Text(text) => self.text(number, text),
            Line::Choice {
                letter,
                text,
                is_small,
            } => self.choice(number, (letter, text, is_small), line.trim()),
            Line::Answer { given, is_odd } => self.answer(number, given, is_odd),
        }
    }

    fn text(&mut self, number: usize, text: &'b str) {
        if text.chars().count() == 1 {
            let why = "Moodle skips lines of one character; it was read";
            self.open.odd.push((number, "a line of one character", why));
        }
        if self.open.choices.is_empty() {
            if self.open.stem.is_empty() {
                self.open.line = number;
            }
            self.open.stem.push(text);
        } else {
            self.open.extra.push((number, text));
        }
    }

    fn choice(&mut self, number: usize, choice: (char, &'b str, bool), whole: &'b str) {
        let (letter, text, is_small) = choice;
        let next = expected(self.open.choices.len());
        let is_first = letter == 'A';
        if letter != next && is_first {
            self.start_again();
        } else if letter != next && (self.open.choices.is_empty() || letter < next) {
            // I) and II) in what is asked, or a choice that goes on.
            return self.text(number, whole);
        } else if letter != next {
            let why = "letters are missing before it; it was read as written";
            self.open.odd.push((number, "a choice out of order", why));
        }
        if is_small {
            let why = "Moodle wants capitals before the choices; they were read";
            self.open.odd.push((number, "a small letter", why));
        }
        self.join_extra();
        if self.open.stem.is_empty() && self.open.choices.is_empty() {
            self.open.line = number;
        }
        self.open.choices.push((letter, text.to_owned()));
    }

    /// A second `A)`: what looked like a choice was the question, or the question before has no answer.
    fn start_again(&mut self) {
        let extra = std::mem::take(&mut self.open.extra);
        if let [(_, text)] = self.open.choices.as_slice()
            && (extra.is_empty() || self.open.stem.is_empty())
        {
            let line = self.open.line;
            let why = "Moodle takes it for a choice; it was read as the prompt";
            self.open
                .odd
                .push((line, "a question that starts like a choice", why));
            let text = format!("A. {text}");
            self.open.choices.clear();
            self.open.first = Some(text);
            self.open
                .rest
                .extend(extra.into_iter().map(|(_, text)| text));
            return;
        }
        self.give_up("the next question");
        self.open.line = extra.first().map_or(0, |(line, _)| *line);
        self.open.stem = extra.into_iter().map(|(_, text)| text).collect();
    }

    /// Lines behind a choice are of it.
    fn join_extra(&mut self) {
        let extra = std::mem::take(&mut self.open.extra);
        let Some((line, _)) = extra.first() else {
            return;
        };
        let why = "a choice is one line in Aiken; the next lines were read as the rest of it";
        self.open
            .odd
            .push((*line, "a choice of several lines", why));
        if let Some((_, last)) = self.open.choices.last_mut() {
            for (_, text) in extra {
                last.push(' ');
                last.push_str(text);
            }
        }
    }

    /// The open question has no answer.
    fn give_up(&mut self, found: &str) {
        let open = std::mem::take(&mut self.open);
        if open.is_empty() {
            return;
        }
        self.found += usize::from(!open.choices.is_empty());
        self.losses
            .at(self.input.line(open.line), open.name(self.found));
        if open.choices.is_empty() {
            let text = open.stem.join(" ");
            let start: String = text.chars().take(60).collect();
            let why = format!("expected choices such as `A) ...` after it, found {found}");
            self.losses.dropped(format!("the text “{start}”"), why);
        } else {
            let why = format!("expected `ANSWER: A`, found {found}");
            self.losses.dropped("the question", why);
        }
    }

    fn answer(&mut self, number: usize, given: &str, is_odd: bool) {
        self.join_extra();
        let open = std::mem::take(&mut self.open);
        self.found += 1;
        let line = if open.is_empty() { number } else { open.line };
        self.losses.at(self.input.line(line), open.name(self.found));
        for (line, what, why) in &open.odd {
            self.losses.on_line(*line);
            self.losses.guessed(*what, *why);
        }
        self.losses.on_line(line);
        if open.lines().count() > 1 {
            let why = "Moodle keeps only the last line; all were read";
            self.losses.guessed("a question of several lines", why);
        }
        self.losses.on_line(number);
        match open.key(given) {
            Err(why) => self.losses.dropped("the question", why),
            Ok((key, is_named)) => {
                if is_named {
                    let why = "Moodle wants a letter there; the choice with this text was taken";
                    self.losses.guessed(format!("the answer “{given}”"), why);
                }
                if is_odd {
                    let why = "Moodle wants ANSWER in capitals, and nothing before its colon; it was read";
                    self.losses.guessed("the word before the answer", why);
                }
                if key.len() > 1 {
                    let why = "Aiken has one right choice; all of them were read, in check boxes";
                    self.losses
                        .guessed(format!("{} right choices", key.len()), why);
                }
                let mut question = open.question(&key);
                question.common.origins = self.losses.origins();
                self.questions.push(question);
            }
        }
    }
}

impl Open<'_> {
    fn is_empty(&self) -> bool {
        self.lines().next().is_none() && self.choices.is_empty()
    }

    /// What is asked, line by line.
    fn lines(&self) -> impl Iterator<Item = &str> {
        let first = self.first.as_deref().into_iter();
        let rest = self.rest.iter().copied();
        self.stem.iter().copied().chain(first).chain(rest)
    }

    fn name(&self, number: usize) -> String {
        let start: String = self
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(40)
            .collect();
        if start.is_empty() {
            format!("question {number}")
        } else {
            start
        }
    }

    /// The places of the right choices, and whether their text stands for their letter.
    fn key(&self, given: &str) -> Result<(Vec<usize>, bool), String> {
        if self.lines().next().is_none() {
            return Err("expected a question before its choices, found none".to_owned());
        }
        if self.choices.iter().any(|(_, text)| text.is_empty()) {
            return Err("expected a text after each letter, found none".to_owned());
        }
        if self.choices.len() < 2 {
            return Err(format!(
                "expected two choices or more, found {}",
                self.choices.len()
            ));
        }
        let place = |letter: &str| {
            let letter = letter.trim_end_matches(['.', ')']).to_ascii_uppercase();
            self.choices
                .iter()
                .position(|(own, _)| own.to_string() == letter)
        };
        let parts = given
            .split([',', ' ', '/', ';'])
            .filter(|part| !part.is_empty());
        let found: Option<Vec<usize>> = parts.map(place).collect();
        let by_text = || {
            let mut all = self.choices.iter();
            all.position(|(_, text)| text == given).map(|at| vec![at])
        };
        let found = found.filter(|all| !all.is_empty());
        let is_named = found.is_none();
        let mut found = found.or_else(by_text).ok_or_else(|| {
            let letters: Vec<String> = self
                .choices
                .iter()
                .map(|(own, _)| own.to_string())
                .collect();
            format!(
                "expected one of {} after `ANSWER:`, found “{given}”",
                letters.join(", ")
            )
        })?;
        found.sort_unstable();
        found.dedup();
        Ok((found, is_named))
    }

    fn question(&self, key: &[usize]) -> Question {
        let id = |n: usize| expected(n).to_ascii_lowercase().to_string();
        let texts = self.choices.iter().enumerate();
        let texts: Texts = texts
            .map(|(n, (_, text))| (id(n), markdown::of_line(text)))
            .collect();
        let right = match key {
            [one] => Key::One(id(*one)),
            all => Key::Several(all.iter().map(|n| id(*n)).collect()),
        };
        let choices = (0..self.choices.len()).map(|n| Choice {
            id: id(n),
            ..Choice::default()
        });
        let prompt: Vec<String> = self.lines().map(markdown::of_line).collect();
        let wording = Wording {
            prompt: prompt.join("\n\n"),
            choices: texts,
            ..Wording::default()
        };
        Question {
            common: Default::default(),
            body: Body::Choice(Choices {
                key: right,
                scoring: None,
                least: None,
                most: None,
                shuffle: None,
                samples: None,
                choices: choices.collect(),
            }),
            wordings: Texts::from([(UNDETERMINED.to_owned(), vec![wording])]),
        }
    }
}
