//! Every sentence that a learner reads from us, in every interface language. The client shows them on screen, the compiler on paper and in
//! static pages.
//!
//! A language is one file, with a value of [`Words`], of [`paper::PaperWords`], of [`progress::ProgressWords`] and of [`site::SiteWords`], which are listed here. A text
//! that is missing in it doesn't compile. Sentences have named placeholders; methods named after the sentences fill them.

mod de;
mod en;
mod essay;
mod fr;
mod number;
pub mod paper;
pub mod progress;
pub mod site;
mod template;

use std::cell::RefCell;

use jalon_engine::bank::Level;
use jalon_engine::feedback::{Account, Verdict};
use jalon_engine::grade::{Certainty, Mark};
use jalon_engine::lang::{Lang, Reading};
use jalon_engine::progress::{Confidence, Standing};

use template::words;
pub use template::{Quote, Template};

words! {
/// The words of one interface language.
Words {
    /// The language's tag.
    lang: &'static str;
    /// What the language calls another one: "French", « français ». The tag, where it has no name for it.
    language_name: fn(&Lang) -> &str;

    not_loaded;
    no_connection(address: &str);
    bad_status(status: usize, address: &str);
    unreadable(address: &str, reason: &str);
    /// `modules` are those that the bank has.
    no_such_module(module: &str, modules: &str);
    no_attribute(attribute: &str);
    retry;
    loading_result;
    result_not_loaded;

    language;
    both_languages;
    /// Of three or more.
    all_languages;

    checkpoint;
    attempt(number: usize);
    /// `count` questions of `total` have an answer.
    answered[count: usize, total: usize];
    question(number: usize);
    pick_several;
    pick_exactly[count: usize];
    /// Two or more.
    pick_at_least(count: usize);
    /// Two or more.
    pick_at_most(count: usize);
    pick_between(least: usize, most: usize);
    too_many_picked(most: usize);
    is_true;
    is_false;
    your_answer;
    your_answer_wrong;
    any_language;
    too_long;
    in_unit(unit: &str);
    no_number;
    several_numbers;
    unreadable_number;
    /// Two ways to read a number, and the second one written so that it can't be taken for the first.
    ambiguous(grouped: &str, decimal: &str, clear: &str);
    number_alone;
    unknown_unit(units: &str);
    no_unit(units: &str);
    gap(number: usize, total: usize);
    /// In a list of which nothing is picked yet.
    choose;
    counted_already;
    each_once;
    each_often;
    put_in_order;
    /// A target, and the item that has it.
    used_for(target: &str, item: &str);
    /// A target goes `from` one item `to` another.
    moved(target: &str, from: &str, to: &str);
    move_up(item: &str);
    move_down(item: &str);
    now_at(item: &str, place: usize, total: usize);
    submit;
    unanswered(number: &str);
    several_unanswered(numbers: &str);
    /// Between the last two of several.
    and;
    go_to_question(number: usize);
    submit_anyway;

    verdict: fn(Verdict) -> &'static str;
    right_answer;
    why;
    mind_the_accents: Quote;
    mind_the_grammar: Quote;
    also_called: Quote;
    usual_order: Quote;
    in_short: Quote;
    mind_the_spelling: Quote;
    taken_off(percent: usize);
    /// `language` is a name from `language_name`.
    other_language(language: &str);
    too_close: Quote;
    expected(answer: &str);
    near_enough(given: &str, key: &str);
    read_as(number: &str);
    range(from: &str, to: &str);
    /// Between thousands.
    group_mark;

    right_place(place: usize);
    items_right(count: usize, total: usize);
    neighbours_right(count: usize, total: usize);
    places_right(count: usize, total: usize);

    result;
    passed;
    not_passed;
    /// Has `{earned}` and `{possible}`; [`Words::count_points`] fills them.
    points: fn(hundredths: u64, possible: u32) -> Template;
    /// Between a number's whole part and its decimals.
    decimal_mark;
    percent(number: &str);
    needed(percent: usize);
    try_again;
    other_words;
    /// Of a module that draws some of its questions.
    other_questions;
    questions_missed;
    next_module;
    read_again;
    by_concept;
    standing: fn(Standing) -> &'static str;
    /// What a standing rests on.
    from_questions[count: usize];
    earlier_attempts[count: usize];

    set_aside;
    storage_full;
    storage_forbidden;
    bank_changed;
    plan_redrawn;
    not_stored;
    newer_version;

    level: fn(Level) -> &'static str;
    minutes[count: usize];
    overview;
    explanation;
    example;
    illustrations;
    tip;
    warning;
    prompt;
    your_text;
    text_is_saved;

    /// The numbers of the first and the last question that something belongs to.
    for_questions[first: usize, last: usize];
    check;
    check_empty;
    check_unready;
    tries_left[count: usize];
    first_hint;
    next_hint;
    /// `action` is `first_hint` or `next_hint`.
    hint_cost(action: &str, percent: usize);
    hint(number: usize);
    how_sure;
    certainty: fn(Certainty) -> &'static str;
    /// What an answer may earn and lose at this level.
    at_stake: fn(Certainty) -> &'static str;
    hints_shown[count: usize];
    wrong_tries[count: usize];
    /// What the points depend on besides the answer, and the points.
    account_line(conditions: &str, points: &str);
    attempts_left[count: usize];
    /// How many there were.
    no_attempt_left[count: usize];
    later;
    calibration;
    right_of(count: usize, total: usize);
    confidence: fn(Confidence) -> &'static str;

    /// Has `{count}`; [`Words::count_words`] fills it.
    words_written: fn(usize) -> Template;
    advised_least(count: &str);
    advised_most(count: &str);
    advised_between(least: &str, most: &str);
    /// `limit` is a number of characters.
    text_too_long(limit: &str);
    model_answer;
    tick_points;
    points_covered[count: usize, total: usize];
    ticks_are_private;
    ticks_count;
    handed_in;
    nothing_graded;
}
}

/// Every interface language, the one for readers of other languages first.
#[cfg(feature = "every-language")]
pub const ALL: [&Words; 3] = [&en::WORDS, &fr::WORDS, &de::WORDS];

/// The tags of every interface language, whether its words are there or not. Tests hold the other lists of languages against this one: the
/// client's chunks, the loader, the starter bank and the files of rules.
pub const TAGS: [&str; 3] = ["en", "fr", "de"];

/// The languages that this program always has: every one, or English alone without the feature `every-language`.
const BUILT_IN: &[&Words] = match cfg!(feature = "every-language") {
    true => &[&en::WORDS, &fr::WORDS, &de::WORDS],
    false => &[&en::WORDS],
};

thread_local! {
    /// The languages that were added.
    static ADDED: RefCell<Vec<&'static Words>> = const { RefCell::new(Vec::new()) };
}

/// The French words, for a program that adds them when they are needed.
pub fn french() -> &'static Words {
    &fr::WORDS
}

/// The German words, for a program that adds them when they are needed.
pub fn german() -> &'static Words {
    &de::WORDS
}

/// Adds a language that this program does not always have.
pub fn add(words: &'static Words) {
    if !speaks(words.lang) {
        ADDED.with_borrow_mut(|added| added.push(words));
    }
}

/// Whether the words of a language are there; `tag` is the first part of its tag.
pub fn speaks(tag: &str) -> bool {
    find(tag).is_some()
}

/// Every language whose words are there, English first.
pub fn spoken() -> Vec<&'static Words> {
    let mut all = BUILT_IN.to_vec();
    ADDED.with_borrow(|added| all.extend_from_slice(added));
    all
}

fn find(tag: &str) -> Option<&'static Words> {
    let is_wanted = |words: &&&'static Words| words.lang == tag;
    let built_in = BUILT_IN.iter().find(is_wanted).copied();
    built_in.or_else(|| ADDED.with_borrow(|added| added.iter().find(is_wanted).copied()))
}

/// The same languages on paper. Lists of their own, since the client holds only the words that it says.
const LANGUAGES_ON_PAPER: [&paper::PaperWords; 3] = [&en::PAPER, &fr::PAPER, &de::PAPER];

/// The same languages about progress.
const LANGUAGES_OF_PROGRESS: [&progress::ProgressWords; 3] =
    [&en::PROGRESS, &fr::PROGRESS, &de::PROGRESS];

const LANGUAGES_OF_SITE: [&site::SiteWords; 3] = [&en::SITE, &fr::SITE, &de::SITE];

/// The words for readers of `lang`; English where its words are not there.
pub fn of(lang: &Lang) -> &'static Words {
    find(lang.primary()).unwrap_or(&en::WORDS)
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
        match numbers {
            [_] => self.unanswered(&list),
            _ => self.several_unanswered(&list),
        }
    }

    /// The points in hundredths, of those possible.
    pub fn count_points(&self, hundredths: i64, possible: u32) -> String {
        let sentence = (self.points)(hundredths.unsigned_abs(), possible);
        let earned = self.signed(hundredths);
        sentence.fill(
            &["earned", "possible"],
            &[earned.as_str().into(), (possible as usize).into()],
        )
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
        self.percent(&[minus(percent < 0), &number].concat())
    }

    /// What a mark depends on besides the answer, and the mark.
    pub fn account(&self, account: &Account) -> String {
        let mut all = String::new();
        if let Some(certainty) = account.certainty {
            all.push_str((self.certainty)(certainty));
        }
        for (number, words) in [
            (
                account.hints,
                Self::hints_shown as fn(&Self, usize) -> String,
            ),
            (account.wrong_tries, Self::wrong_tries),
        ] {
            if number > 0 {
                all.push_str(if all.is_empty() { "" } else { ", " });
                all.push_str(&words(self, number.into()));
            }
        }
        let mark = account.mark;
        let points = self.count_points(mark.earned_hundredths(), mark.possible());
        self.account_line(&all, &points)
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
            cost => self.hint_cost(words, cost.into()),
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
            (least, None) => self.pick_at_least(least),
            (least, Some(most)) if least >= most => self.pick_exactly(most),
            (1, Some(most)) => self.pick_at_most(most),
            (least, Some(most)) => self.pick_between(least, most),
        }
    }
}

fn minus(below_zero: bool) -> &'static str {
    if below_zero { "\u{2212}" } else { "" }
}

#[cfg(test)]
mod tests;
