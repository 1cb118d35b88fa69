//! Every sentence that a learner reads from us, in every interface language. The client says them on screen, the
//! author's tool on paper and in static pages.
//!
//! A language is one value of [`Words`]; a sentence that is missing in it doesn't compile.

mod en;
mod essay;
mod fr;
mod number;
pub mod paper;
pub mod progress;

use jalon_engine::bank::Level;
use jalon_engine::feedback::{Account, Verdict};
use jalon_engine::grade::{Certainty, Mark};
use jalon_engine::lang::{Lang, Reading};
use jalon_engine::progress::{Confidence, Standing};

/// A sentence with gaps, each written `_`. Filling them takes less code in the client than a `format!` for each sentence.
#[derive(Debug, Clone, Copy)]
pub struct Template(&'static str);

impl Template {
    /// The sentence with these in its gaps, in their order.
    pub fn fill(self, values: &[&str]) -> String {
        let mut values = values.iter();
        let mut text = String::new();
        for sign in self.0.chars() {
            match sign {
                '_' => text.push_str(values.next().unwrap_or(&"")),
                sign => text.push(sign),
            }
        }
        text
    }

    /// The sentence with numbers in its gaps.
    pub fn count(self, numbers: &[usize]) -> String {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        self.fill(&numbers)
    }
}

/// What stands before and after an answer, which is quoted in a language of its own.
pub type Around = [&'static str; 2];

/// The words of one interface language.
#[expect(missing_docs, reason = "the English words say what each is")]
pub struct Words {
    /// The language's tag.
    pub lang: &'static str,
    /// What the language calls another one: "French", « français ».
    pub language_name: fn(&Lang) -> &str,

    pub not_loaded: &'static str,
    /// With the address.
    pub no_connection: Template,
    /// With the status and the address.
    pub bad_status: Template,
    /// With the address and the reason.
    pub unreadable: Template,
    /// With the module and those there are.
    pub no_such_module: Template,
    /// With the attribute's name.
    pub no_attribute: Template,
    pub retry: &'static str,
    pub loading_result: &'static str,
    pub result_not_loaded: &'static str,

    pub language: &'static str,
    pub both_languages: &'static str,

    pub checkpoint: &'static str,
    /// With the number of answers and that of questions.
    pub answered: Template,
    /// With its number.
    pub question: Template,
    pub pick_several: &'static str,
    /// With how many.
    pub pick_exactly: fn(usize) -> Template,
    /// With how many, two or more.
    pub pick_at_least: Template,
    /// With how many, two or more.
    pub pick_at_most: Template,
    /// With how many at least and at most.
    pub pick_between: Template,
    /// With how many at most.
    pub too_many_picked: Template,
    pub is_true: &'static str,
    pub is_false: &'static str,
    pub your_answer: &'static str,
    pub any_language: &'static str,
    pub too_long: &'static str,
    /// With the unit.
    pub in_unit: Template,
    pub no_number: &'static str,
    pub several_numbers: &'static str,
    pub unreadable_number: &'static str,
    /// With two numbers, and with both written so that nobody can take one for the other.
    pub ambiguous: Template,
    pub number_alone: &'static str,
    /// With their names.
    pub unknown_unit: Template,
    /// With the names of the units there are.
    pub no_unit: Template,
    /// With its number, and how many there are.
    pub gap: Template,
    /// In a list of which nothing is picked yet.
    pub choose: &'static str,
    pub counted_already: &'static str,
    pub each_once: &'static str,
    pub each_often: &'static str,
    pub put_in_order: &'static str,
    /// With the target, and the item that has it.
    pub used_for: Template,
    /// With the target, the item that had it, and the one that has it now.
    pub moved: Template,
    /// With the item.
    pub move_up: Template,
    /// With the item.
    pub move_down: Template,
    /// With the item, its place, and how many there are.
    pub now_at: Template,
    pub submit: &'static str,
    /// With the question's number.
    pub unanswered: Template,
    /// With their numbers.
    pub several_unanswered: Template,
    /// Between the last two of several.
    pub and: &'static str,
    /// With its number.
    pub go_to_question: Template,
    pub submit_anyway: &'static str,

    pub verdict: fn(Verdict) -> &'static str,
    pub right_answer: &'static str,
    pub why: &'static str,
    pub mind_the_accents: Around,
    pub mind_the_grammar: Around,
    pub also_called: Around,
    pub usual_order: Around,
    pub in_short: Around,
    pub mind_the_spelling: Around,
    /// With a percentage.
    pub taken_off: Template,
    /// With the language's name.
    pub other_language: Template,
    pub too_close: Around,
    /// With the answer.
    pub expected: Template,
    /// With what was given, and what is right.
    pub near_enough: Template,
    /// With the number.
    pub read_as: Template,
    /// With both its ends.
    pub range: Template,
    pub group_mark: &'static str,

    /// With the item's place.
    pub right_place: Template,
    /// With how many of how many.
    pub items_right: Template,
    /// With how many of how many.
    pub neighbours_right: Template,
    /// With how many of how many.
    pub places_right: Template,

    pub result: &'static str,
    pub passed: &'static str,
    pub not_passed: &'static str,
    /// With those earned and those possible.
    pub points: fn(hundredths: u64, possible: u32) -> Template,
    /// Between a number's whole part and its decimals.
    pub decimal_mark: &'static str,
    pub percent: Template,
    /// With the percentage.
    pub needed: Template,
    pub try_again: &'static str,
    pub other_words: &'static str,
    pub by_concept: &'static str,
    pub standing: fn(Standing) -> &'static str,
    /// With their number.
    pub earlier_attempts: fn(usize) -> Template,

    pub set_aside: &'static str,
    pub storage_full: &'static str,
    pub storage_forbidden: &'static str,
    pub bank_changed: &'static str,
    pub plan_redrawn: &'static str,
    pub not_stored: &'static str,
    pub newer_version: &'static str,

    pub level: fn(Level) -> &'static str,
    /// With their number.
    pub minutes: fn(usize) -> Template,
    pub overview: &'static str,
    pub explanation: &'static str,
    pub example: &'static str,
    pub illustrations: &'static str,
    pub tip: &'static str,
    pub warning: &'static str,
    pub prompt: &'static str,
    pub your_text: &'static str,
    pub text_is_saved: &'static str,

    /// With the numbers of the first and the last of them.
    pub for_questions: fn(first: usize, last: usize) -> Template,
    pub check: &'static str,
    pub check_empty: &'static str,
    pub check_unready: &'static str,
    /// With how many more tries there are.
    pub tries_left: fn(usize) -> Template,
    pub first_hint: &'static str,
    pub next_hint: &'static str,
    /// With one of these two and the cost in percent.
    pub hint_cost: Template,
    /// With its number.
    pub hint: Template,
    pub how_sure: &'static str,
    pub certainty: fn(Certainty) -> &'static str,
    /// What an answer may earn and lose at this level.
    pub at_stake: fn(Certainty) -> &'static str,
    /// With their number.
    pub hints_shown: fn(usize) -> Template,
    /// With their number.
    pub wrong_tries: fn(usize) -> Template,
    /// With what else counts, and the points.
    pub account: Template,
    /// With how many more attempts there are.
    pub attempts_left: fn(usize) -> Template,
    /// With how many there were.
    pub no_attempt_left: fn(usize) -> Template,
    pub later: &'static str,
    pub calibration: &'static str,
    /// With the right ones and all of them.
    pub right_of: Template,
    pub confidence: fn(Confidence) -> &'static str,

    /// With their number.
    pub words_written: fn(usize) -> Template,
    /// With how many, at least.
    pub advised_least: Template,
    /// With how many, at most.
    pub advised_most: Template,
    /// With how many, at least and at most.
    pub advised_between: Template,
    /// With the greatest number of characters.
    pub text_too_long: Template,
    pub model_answer: &'static str,
    pub tick_points: &'static str,
    /// With how many, and of how many.
    pub points_covered: fn(usize) -> Template,
    pub ticks_are_private: &'static str,
    pub ticks_count: &'static str,
    pub handed_in: &'static str,
    pub nothing_graded: &'static str,
}

/// Every interface language, the one for readers of other languages first.
pub const ALL: [&Words; 2] = [&en::WORDS, &fr::WORDS];

/// The words for readers of `lang`; English where we don't speak it.
pub fn of(lang: &Lang) -> &'static Words {
    let own = ALL.into_iter().find(|words| words.lang == lang.primary());
    own.unwrap_or(&en::WORDS)
}

/// The words for somebody who reads like this, each language once.
pub fn for_reading(reading: &Reading, languages: &[Lang]) -> Vec<&'static Words> {
    let shown = languages.iter().filter(|lang| reading.shows(lang));
    let mut all: Vec<&'static Words> = Vec::new();
    for words in shown.map(of) {
        if all.iter().all(|known| known.lang != words.lang) {
            all.push(words);
        }
    }
    if all.is_empty() {
        all.push(&en::WORDS);
    }
    all
}

impl Words {
    /// Which questions have no answer.
    pub fn name_unanswered(&self, numbers: &[usize]) -> String {
        let mut list = String::new();
        for (n, number) in numbers.iter().enumerate() {
            let last = n + 1 == numbers.len();
            list.push_str(match n {
                0 => "",
                _ if last => self.and,
                _ => ", ",
            });
            list.push_str(&number.to_string());
        }
        let sentence = match numbers {
            [_] => self.unanswered,
            _ => self.several_unanswered,
        };
        sentence.fill(&[&list])
    }

    /// The points in hundredths, of those possible.
    pub fn count_points(&self, hundredths: i64, possible: u32) -> String {
        let gaps = (self.points)(hundredths.unsigned_abs(), possible);
        gaps.fill(&[&self.signed(hundredths), &possible.to_string()])
    }

    /// A number given in hundredths, which may be below zero: 1.5, −0,25.
    pub fn signed(&self, hundredths: i64) -> String {
        let number = self.hundredths(hundredths.unsigned_abs());
        [minus(hundredths < 0), &number].concat()
    }

    /// The share of the points, in whole percent.
    pub fn share(&self, mark: Mark) -> String {
        let percent = mark.percent();
        let number = percent.unsigned_abs().to_string();
        self.percent
            .fill(&[&[minus(percent < 0), &number].concat()])
    }

    /// What a mark depends on besides the answer, and the mark.
    pub fn account(&self, account: &Account) -> String {
        let mut all = String::new();
        if let Some(certainty) = account.certainty {
            all.push_str((self.certainty)(certainty));
        }
        for (number, words) in [
            (account.hints, self.hints_shown),
            (account.wrong_tries, self.wrong_tries),
        ] {
            if number > 0 {
                all.push_str(if all.is_empty() { "" } else { ", " });
                all.push_str(&words(number.into()).count(&[number.into()]));
            }
        }
        let mark = account.mark;
        let points = self.count_points(mark.earned_hundredths(), mark.possible());
        self.account.fill(&[&all, &points])
    }

    /// What shows the next hint, the first one or a later one, at this cost in percent.
    pub fn show_hint(&self, is_first: bool, cost: u16) -> String {
        let words = if is_first {
            self.first_hint
        } else {
            self.next_hint
        };
        match cost {
            0 => words.to_owned(),
            cost => self.hint_cost.fill(&[words, &cost.to_string()]),
        }
    }

    /// A number given in hundredths, with no more decimals than it needs: 1.5, 0,25.
    pub fn hundredths(&self, hundredths: u64) -> String {
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        let mut text = whole.to_string();
        if rest > 0 {
            text.push_str(self.decimal_mark);
            text.push_str(&(rest / 10).to_string());
            if rest % 10 > 0 {
                text.push_str(&(rest % 10).to_string());
            }
        }
        text
    }

    /// How many choices to pick, at least and at most.
    pub fn how_many(&self, least: usize, most: Option<usize>) -> String {
        match (least, most) {
            (1, None) => self.pick_several.to_owned(),
            (least, None) => self.pick_at_least.count(&[least]),
            (least, Some(most)) if least >= most => (self.pick_exactly)(most).count(&[most]),
            (1, Some(most)) => self.pick_at_most.count(&[most]),
            (least, Some(most)) => self.pick_between.count(&[least, most]),
        }
    }

    /// The number of earlier attempts.
    pub fn count_earlier_attempts(&self, n: usize) -> String {
        (self.earlier_attempts)(n).count(&[n])
    }

    /// Which questions something is there for.
    pub fn name_questions(&self, first: usize, last: usize) -> String {
        (self.for_questions)(first, last).count(&[first, last])
    }

    /// The number of minutes.
    pub fn count_minutes(&self, n: usize) -> String {
        (self.minutes)(n).count(&[n])
    }
}

fn minus(below_zero: bool) -> &'static str {
    if below_zero { "\u{2212}" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_engine::grade::Score;

    /// Every sentence of a language, with sample values filled in.
    fn sentences(words: &Words) -> Vec<String> {
        let french: Lang = "fr".parse().unwrap();
        let fixed = [
            words.not_loaded,
            words.retry,
            words.language,
            words.both_languages,
            words.checkpoint,
            words.pick_several,
            words.is_true,
            words.is_false,
            words.your_answer,
            words.any_language,
            words.too_long,
            words.no_number,
            words.several_numbers,
            words.unreadable_number,
            words.number_alone,
            words.choose,
            words.counted_already,
            words.each_once,
            words.each_often,
            words.put_in_order,
            words.submit,
            words.submit_anyway,
            words.right_answer,
            words.why,
            words.result,
            words.passed,
            words.not_passed,
            words.try_again,
            words.other_words,
            words.by_concept,
            words.set_aside,
            words.storage_full,
            words.storage_forbidden,
            words.bank_changed,
            words.plan_redrawn,
            words.not_stored,
            words.newer_version,
            words.overview,
            words.explanation,
            words.example,
            words.illustrations,
            words.tip,
            words.warning,
            words.prompt,
            words.your_text,
            words.text_is_saved,
            words.check,
            words.check_empty,
            words.check_unready,
            words.first_hint,
            words.next_hint,
            words.how_sure,
            words.later,
            words.calibration,
            words.model_answer,
            words.tick_points,
            words.ticks_are_private,
            words.ticks_count,
            words.handed_in,
            words.nothing_graded,
        ];
        let mut all: Vec<String> = fixed.map(str::to_owned).to_vec();
        all.extend([
            (words.language_name)(&french).to_owned(),
            words.no_connection.fill(&["b.json"]),
            words.bad_status.fill(&["404", "b.json"]),
            words.unreadable.fill(&["b.json", "line 1"]),
            words.no_such_module.fill(&["m", "a, b"]),
            words.no_attribute.fill(&["bank"]),
            words.answered.count(&[1, 2]),
            words.question.count(&[1]),
            words.gap.count(&[1, 3]),
            words.name_unanswered(&[1, 3, 4]),
            words.name_unanswered(&[1]),
            words.go_to_question.count(&[2]),
            words.mind_the_accents.join("été"),
            words.mind_the_grammar.join("guide"),
            words.also_called.join("guide"),
            words.usual_order.join("guide"),
            words.in_short.join("guide"),
            words.mind_the_spelling.join("guide"),
            words.taken_off.count(&[20]),
            words.other_language.fill(&["français"]),
            words.too_close.join("guide"),
            words.expected.fill(&["guide"]),
            words.count_points(100, 1),
            words.count_points(150, 2),
            words.how_many(1, None),
            words.how_many(1, Some(1)),
            words.how_many(2, Some(2)),
            words.how_many(1, Some(3)),
            words.how_many(2, Some(3)),
            words.how_many(2, None),
            words.too_many_picked.count(&[2]),
            words.in_unit.fill(&["km"]),
            words.ambiguous.fill(&["1234", "1.234", "1234", "1.2340"]),
            words.unknown_unit.fill(&["km, m"]),
            words.no_unit.fill(&["km, m"]),
            words.near_enough.fill(&["93.2", "93"]),
            words.read_as.fill(&["93.2"]),
            words.range.fill(&["1", "2"]),
            words.used_for.fill(&["guide", "27002"]),
            words.moved.fill(&["guide", "27001", "27002"]),
            words.move_up.fill(&["plan"]),
            words.move_down.fill(&["plan"]),
            words.now_at.fill(&["plan", "1", "4"]),
            words.right_place.count(&[1]),
            words.items_right.count(&[1, 4]),
            words.neighbours_right.count(&[1, 4]),
            words.places_right.count(&[1, 4]),
            words.percent.count(&[50]),
            words.needed.count(&[60]),
            words.count_earlier_attempts(1),
            words.count_earlier_attempts(2),
            words.count_minutes(1),
            words.count_minutes(14),
            words.name_questions(2, 2),
            words.name_questions(2, 3),
            words.name_questions(2, 4),
            words.show_hint(true, 10),
            words.show_hint(false, 0),
            words.hint.count(&[1]),
            words.right_of.count(&[1, 2]),
            words.account(&account(2, 1, Some(Certainty::High))),
            words.account(&account(0, 2, None)),
            words.count_words(1),
            words.count_words(20),
            words.advised(Some(2), None),
            words.advised(None, Some(3)),
            words.advised(Some(2), Some(3)),
            words.longest_text(20_000),
            words.count_covered(1, 2),
            words.count_covered(2, 2),
        ]);
        for n in [1, 2] {
            let counted = [words.tries_left, words.attempts_left, words.no_attempt_left];
            all.extend(counted.map(|words| words(n).count(&[n])));
        }
        for certainty in Certainty::ALL {
            all.push((words.certainty)(certainty).to_owned());
            all.push((words.at_stake)(certainty).to_owned());
        }
        for confidence in [Confidence::Over, Confidence::Well, Confidence::Under] {
            all.push((words.confidence)(confidence).to_owned());
        }
        all
    }

    fn account(hints: u16, wrong_tries: u16, certainty: Option<Certainty>) -> Account {
        let nothing = Score::all_or_nothing(false, 1);
        let mark = certainty.map_or(nothing.into(), |level| level.mark(nothing, nothing));
        Account {
            mark,
            hints,
            wrong_tries,
            certainty,
        }
    }

    #[test]
    fn what_a_mark_depends_on_is_said_before_it() {
        let both = |account: Account| ALL.map(|words| words.account(&account));
        assert_eq!(
            both(account(1, 2, Some(Certainty::High))),
            [
                "Very sure, 1 hint, 2 wrong tries: \u{2212}2 out of 1 point",
                "Certitude forte, 1 indice, 2 essais erronés\u{A0}: \u{2212}2 points sur 1",
            ]
        );
        assert_eq!(
            both(account(2, 0, None)),
            [
                "2 hints: 0 out of 1 point",
                "2 indices\u{A0}: 0 point sur 1"
            ]
        );
        let share = Certainty::Middle.mark(Score::default(), Score::all_or_nothing(false, 1));
        assert_eq!(
            ALL.map(|words| words.share(share)),
            ["\u{2212}67%", "\u{2212}67\u{202F}%"]
        );
    }

    #[test]
    fn french_has_a_no_break_space_before_high_punctuation_and_inside_guillemets() {
        for sentence in sentences(&fr::WORDS) {
            let chars: Vec<char> = sentence.chars().collect();
            for (before, sign) in chars.iter().zip(chars.iter().skip(1)) {
                let expected = match sign {
                    ';' | '!' | '?' | '%' => '\u{202F}',
                    ':' | '»' => '\u{A0}',
                    _ => continue,
                };
                assert_eq!(*before, expected, "before {sign} in {sentence:?}");
            }
            for (sign, after) in chars.iter().zip(chars.iter().skip(1)) {
                assert!(
                    *sign != '«' || *after == '\u{A0}',
                    "after « in {sentence:?}"
                );
            }
        }
    }

    #[test]
    fn points_are_written_as_each_language_does() {
        let both = |hundredths, possible| ALL.map(|words| words.count_points(hundredths, possible));
        assert_eq!(both(0, 1), ["0 out of 1 point", "0 point sur 1"]);
        assert_eq!(both(100, 2), ["1 out of 2 points", "1 point sur 2"]);
        assert_eq!(both(150, 2), ["1.5 out of 2 points", "1,5 point sur 2"]);
        assert_eq!(both(266, 3), ["2.66 out of 3 points", "2,66 points sur 3"]);
        assert_eq!(both(205, 3), ["2.05 out of 3 points", "2,05 points sur 3"]);
    }

    #[test]
    fn apostrophes_are_typographic_and_nothing_is_empty() {
        for sentence in ALL.into_iter().flat_map(sentences) {
            assert!(!sentence.trim().is_empty());
            assert!(!sentence.contains('\''), "{sentence}");
        }
    }
}
