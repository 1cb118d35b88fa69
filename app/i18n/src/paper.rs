//! What is printed on a paper, its answer sheet and its key, beside what [`Words`] has words for already. The client prints
//! none of it, and doesn't hold it.

use jalon_engine::lang::Lang;

use crate::template::words;
use crate::{LANGUAGES_ON_PAPER, Template, Words, en};

words! {
/// The words of one language on paper.
PaperWords {
    /// The language's tag.
    lang: &'static str;

    form(letter: &str);
    name;
    date;
    /// Before what a candidate earned, of how many.
    points_earned;
    questions[count: usize];
    /// Has `{count}`; [`PaperWords::count_points`] fills it.
    points: fn(hundredths: u64) -> Template;
    /// In the margin.
    points_in_short[count: usize];
    /// `percent` of the points, and how many points that is.
    pass_mark(percent: &str, points: &str);
    answer_on_sheet;
    /// After that, where there are some.
    long_texts;

    pick_one;
    units(units: &str);
    write_letters;
    number_items;
    choose_for(gap: &str);
    pick_region;
    go_on;

    answer_sheet;
    under_question;

    key;
    for_markers;
    answer;
    /// `range` is what a number may be.
    also_right(range: &str);
    /// Before a pattern.
    pattern;
    /// `words` are those that an answer must have.
    enough_words(words: &str);
    /// `gaps` are numbers of gaps.
    any_order(gaps: &str);
    not_marked;
    checklist;

    all_or_nothing;
    each_right(points: &str);
    each_neighbour(points: &str);
    each_place(points: &str);
    each_wrong(points: &str);
    never_below_zero;
}
}

impl PaperWords {
    /// A number of points in hundredths, written with the decimal mark of `words`.
    pub fn count_points(&self, hundredths: u64, words: &Words) -> String {
        let count = words.hundredths(hundredths);
        (self.points)(hundredths).fill(&["count"], &[count.as_str().into()])
    }
}

/// The words for readers of `lang`; English where we don't speak it.
pub fn of(lang: &Lang) -> &'static PaperWords {
    let own = LANGUAGES_ON_PAPER
        .into_iter()
        .find(|words| words.lang == lang.primary());
    own.unwrap_or(&en::PAPER)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_part_of_a_point_is_counted_as_each_language_does() {
        let all = |hundredths| crate::ALL.map(|words| of(words).count_points(hundredths, words));
        assert_eq!(all(60), ["0.6 points", "0,6 point", "0,6 Punkte"]);
        assert_eq!(all(100), ["1 point", "1 point", "1 Punkt"]);
        assert_eq!(all(180), ["1.8 points", "1,8 point", "1,8 Punkte"]);
        assert_eq!(all(240), ["2.4 points", "2,4 points", "2,4 Punkte"]);
    }

    fn of(words: &crate::Words) -> &'static super::PaperWords {
        super::of(&words.lang.parse().unwrap())
    }
}
