//! What is printed on a paper, its answer sheet and its key, beside what [`Words`](crate::Words) has words for already. The client prints
//! none of it, and doesn't hold it.

use jalon_engine::lang::Lang;

use crate::Template;

/// The words of one language on paper.
#[expect(missing_docs, reason = "the English words say what each is")]
pub struct PaperWords {
    /// The language's tag.
    pub lang: &'static str,

    /// With its letter.
    pub form: Template,
    pub name: &'static str,
    pub date: &'static str,
    /// Before what a candidate earned, of how many.
    pub points_earned: &'static str,
    /// With their number.
    pub questions: fn(usize) -> Template,
    /// With their number, which may have decimals.
    pub points: fn(hundredths: u64) -> Template,
    /// In the margin, with their number.
    pub points_in_short: fn(usize) -> Template,
    /// With the percentage, and the points that it takes.
    pub pass_mark: Template,
    pub answer_on_sheet: &'static str,
    /// Behind that, where there are some.
    pub long_texts: &'static str,

    pub pick_one: &'static str,
    /// With their names.
    pub units: Template,
    pub write_letters: &'static str,
    pub number_items: &'static str,
    /// With the gap's number.
    pub choose_for: Template,
    pub pick_region: &'static str,
    pub go_on: &'static str,

    pub answer_sheet: &'static str,
    pub under_question: &'static str,

    pub key: &'static str,
    pub for_markers: &'static str,
    pub answer: &'static str,
    /// With what a number may be.
    pub also_right: Template,
    /// Before a pattern.
    pub pattern: &'static str,
    /// With the required words.
    pub enough_words: Template,
    /// With the numbers of gaps.
    pub any_order: Template,
    pub not_marked: &'static str,
    pub checklist: &'static str,

    pub all_or_nothing: &'static str,
    /// With the points.
    pub each_right: Template,
    /// With the points.
    pub each_neighbour: Template,
    /// With the points.
    pub each_place: Template,
    /// With the points.
    pub each_wrong: Template,
    pub never_below_zero: &'static str,
}

/// The words for readers of `lang`; English where we don't speak it.
pub fn of(lang: &Lang) -> &'static PaperWords {
    let own = ALL.into_iter().find(|words| words.lang == lang.primary());
    own.unwrap_or(&ENGLISH)
}

/// Every language, the one for readers of other languages first.
pub const ALL: [&PaperWords; 2] = [&ENGLISH, &FRENCH];

const ENGLISH: PaperWords = PaperWords {
    lang: "en",

    form: Template("Form _"),
    name: "Name",
    date: "Date",
    points_earned: "Points",
    questions: |n| match n {
        1 => Template("_ question"),
        _ => Template("_ questions"),
    },
    points: |hundredths| match hundredths {
        100 => Template("_ point"),
        _ => Template("_ points"),
    },
    points_in_short: |n| match n {
        1 => Template("_ pt"),
        _ => Template("_ pts"),
    },
    pass_mark: Template("Pass mark: _ (_)"),
    answer_on_sheet: "Answer on the answer sheet, at the end: what counts is what stands there.",
    long_texts: "Long texts are written under their questions.",

    pick_one: "Pick one answer.",
    units: Template("Unit: _"),
    write_letters: "Write the right letter before each item.",
    number_items: "Number the items in the right order: 1 comes first.",
    choose_for: Template("For (_), pick one:"),
    pick_region: "Pick one region.",
    go_on: "Go on overleaf if you need more room.",

    answer_sheet: "Answer sheet",
    under_question: "Written under the question",

    key: "Key",
    for_markers: "For markers only",
    answer: "Answer",
    also_right: Template("right: _"),
    pattern: "whatever fits",
    enough_words: Template("enough: _"),
    any_order: Template("may change places: _"),
    not_marked: "No points: compare with the model answer.",
    checklist: "A good answer:",

    all_or_nothing: "All or nothing.",
    each_right: Template("+_ for each right one."),
    each_neighbour: Template("+_ for each item straight after the right one."),
    each_place: Template("+_ for each item in its place."),
    each_wrong: Template("\u{2212}_ for each wrong one."),
    never_below_zero: "Never below 0.",
};

const FRENCH: PaperWords = PaperWords {
    lang: "fr",

    form: Template("Sujet _"),
    name: "Nom",
    date: "Date",
    points_earned: "Points",
    questions: |n| match n {
        0 | 1 => Template("_ question"),
        _ => Template("_ questions"),
    },
    points: |hundredths| match hundredths {
        0..200 => Template("_ point"),
        _ => Template("_ points"),
    },
    points_in_short: |n| match n {
        0 | 1 => Template("_ pt"),
        _ => Template("_ pts"),
    },
    pass_mark: Template("Seuil de réussite\u{A0}: _ (_)"),
    answer_on_sheet: "Répondez sur la feuille de réponses, à la fin\u{A0}: elle seule compte.",
    long_texts: "Les textes longs s’écrivent sous leur question.",

    pick_one: "Choisissez une réponse.",
    units: Template("Unité\u{A0}: _"),
    write_letters: "Écrivez la bonne lettre devant chaque élément.",
    number_items: "Numérotez les éléments dans le bon ordre\u{A0}: 1 pour le premier.",
    choose_for: Template("Pour (_), au choix\u{A0}:"),
    pick_region: "Choisissez une zone.",
    go_on: "Poursuivez au verso si la place manque.",

    answer_sheet: "Feuille de réponses",
    under_question: "Rédigé sous la question",

    key: "Corrigé",
    for_markers: "Réservé aux correcteurs",
    answer: "Réponse",
    also_right: Template("juste\u{A0}: _"),
    pattern: "tout ce que décrit",
    enough_words: Template("suffisent\u{A0}: _"),
    any_order: Template("peuvent s’échanger\u{A0}: _"),
    not_marked: "Sans points\u{A0}: à comparer avec la réponse type.",
    checklist: "Une bonne réponse\u{A0}:",

    all_or_nothing: "Tout ou rien.",
    each_right: Template("+_ par bonne réponse."),
    each_neighbour: Template("+_ par élément placé juste après le bon."),
    each_place: Template("+_ par élément à sa place."),
    each_wrong: Template("\u{2212}_ par erreur."),
    never_below_zero: "Jamais moins de 0.",
};

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Every sentence, with something in its gaps.
    fn sentences(words: &PaperWords) -> Vec<String> {
        let fixed = [
            words.name,
            words.date,
            words.points_earned,
            words.answer_on_sheet,
            words.long_texts,
            words.pick_one,
            words.write_letters,
            words.number_items,
            words.pick_region,
            words.go_on,
            words.answer_sheet,
            words.under_question,
            words.key,
            words.for_markers,
            words.answer,
            words.pattern,
            words.not_marked,
            words.checklist,
            words.all_or_nothing,
            words.never_below_zero,
        ];
        let mut all: Vec<String> = fixed.map(str::to_owned).to_vec();
        for n in 0..3 {
            for counted in [words.questions, words.points_in_short] {
                all.push(counted(n).count(&[n]));
            }
            all.push((words.points)(n as u64 * 100).count(&[n]));
        }
        let gaps = [
            words.form,
            words.pass_mark,
            words.units,
            words.choose_for,
            words.also_right,
            words.enough_words,
            words.any_order,
            words.each_right,
            words.each_neighbour,
            words.each_place,
            words.each_wrong,
        ];
        all.extend(gaps.map(|gaps| gaps.fill(&["1", "2"])));
        all
    }

    #[test]
    fn paper_is_set_as_the_screen_is() {
        for words in ALL {
            for sentence in sentences(words) {
                assert_well_set(words.lang, &sentence);
            }
        }
    }

    pub(crate) fn assert_well_set(lang: &str, sentence: &str) {
        assert!(!sentence.trim().is_empty());
        assert!(!sentence.contains('\''), "{sentence}");
        let mut before = ' ';
        for sign in sentence.chars() {
            let expected = match sign {
                ';' | '!' | '?' | '%' => '\u{202F}',
                ':' | '»' => '\u{A0}',
                _ => before,
            };
            assert!(lang != "fr" || before == expected, "{sentence}");
            before = sign;
        }
    }

    #[test]
    fn a_part_of_a_point_is_counted_as_each_language_does() {
        let both =
            |hundredths, number: &str| ALL.map(|words| (words.points)(hundredths).fill(&[number]));
        assert_eq!(both(60, "0.6"), ["0.6 points", "0.6 point"]);
        assert_eq!(both(100, "1"), ["1 point", "1 point"]);
        assert_eq!(both(180, "1.8"), ["1.8 points", "1.8 point"]);
        assert_eq!(both(240, "2.4"), ["2.4 points", "2.4 points"]);
    }
}
