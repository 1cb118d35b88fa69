//! English.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::progress::Standing;

use crate::{Gaps, Words};

pub(crate) const WORDS: Words = Words {
    lang: "en",
    language_name: |lang| match lang.primary() {
        "en" => "English",
        "fr" => "French",
        other => other,
    },

    not_loaded: "The questions could not be loaded",
    no_connection: Gaps("No answer from the server for _. Check the connection, then retry."),
    bad_status: Gaps("The server answered _ for _."),
    unreadable: Gaps("_ is not a question bank that can be read: _."),
    no_such_module: Gaps("The bank has no module “_”. It has: _."),
    no_attribute: Gaps("The tag needs the attribute “_”."),
    retry: "Retry",

    language: "Language",
    both_languages: "Both",

    checkpoint: "Module checkpoint",
    answered: Gaps("Answered _/_"),
    question: Gaps("Question _"),
    pick_several: "Tick every answer that is right.",
    pick_exactly: |n| match n {
        1 => Gaps("Tick _ answer."),
        _ => Gaps("Tick _ answers."),
    },
    pick_at_least: Gaps("Tick at least _ answers."),
    pick_at_most: Gaps("Tick up to _ answers."),
    pick_between: Gaps("Tick _ to _ answers."),
    too_many_picked: Gaps("Too many answers are ticked: _ at most."),
    is_true: "True",
    is_false: "False",
    your_answer: "Your answer",
    any_language: "In the language of your choice.",
    too_long: "This answer is too long to be read.",
    in_unit: Gaps("In _."),
    no_number: "There is no number in this answer.",
    several_numbers: "This answer has more than one number; type one.",
    unreadable_number: "This number could not be read. Examples: 1234.5, 3/4, 1.5e6.",
    ambiguous: Gaps("Do you mean _ or _? To leave no doubt, type _ or _."),
    number_alone: "Type the number alone.",
    unknown_unit: Gaps("This unit is not known here. Known units: _."),
    no_unit: Gaps("Add the unit. Known units: _."),
    submit: "Submit",
    unanswered: Gaps("Question _ has no answer yet."),
    several_unanswered: Gaps("Questions _ have no answer yet."),
    and: " and ",
    go_to_question: Gaps("Go to question _"),
    submit_anyway: "Submit anyway",

    verdict: |verdict| match verdict {
        Verdict::Right => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Wrong",
        Verdict::Unanswered => "Not answered",
        Verdict::Compare => "Compare with the model answer",
    },
    right_answer: "Right answer",
    why: "Why",
    mind_the_accents: ["Right. Mind the accents: ", ""],
    mind_the_grammar: ["Right. More exactly: ", ""],
    also_called: ["Right. Another name for it: ", ""],
    usual_order: ["Right. In the usual order: ", ""],
    in_short: ["Right. In short: ", ""],
    mind_the_spelling: ["Right. Mind the spelling: ", ""],
    other_language: Gaps("Recognised in _."),
    too_close: ["Too close to “", "” to pass for a slip of the keyboard."],
    expected: Gaps("Expected: _"),
    near_enough: Gaps("Right: _ is close enough to _."),
    read_as: Gaps("Read as _."),
    range: Gaps("_ to _"),
    group_mark: ",",

    result: "Result",
    passed: "Passed",
    not_passed: "Not passed yet",
    points: |_, possible| match possible {
        1 => Gaps("_ out of _ point"),
        _ => Gaps("_ out of _ points"),
    },
    decimal_mark: ".",
    percent: Gaps("_%"),
    needed: Gaps("_% needed to pass"),
    try_again: "Try again",
    other_words: "The next attempt asks about the same concepts in other words.",
    by_concept: "Where you stand, by concept",
    standing: |standing| match standing {
        Standing::Unknown => "not asked yet",
        Standing::Weak => "to review",
        Standing::Growing => "getting there",
        Standing::Solid => "solid",
    },
    earlier_attempts: |n| match n {
        1 => Gaps("_ earlier attempt"),
        _ => Gaps("_ earlier attempts"),
    },

    set_aside: "Some saved data could not be read. It was set aside unchanged, and you can carry on.",
    storage_full: "This browser’s storage is full. You can carry on; your answers will last until you close this page.",
    storage_forbidden: "This browser does not let the page save anything. You can carry on; your answers will last until you close this page.",
    bank_changed: "Some questions have changed since your last visit, so their answers were cleared.",

    level: |level| match level {
        Level::Foundation => "Foundation",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    },
    minutes: |n| match n {
        1 => Gaps("_ minute"),
        _ => Gaps("_ minutes"),
    },
    overview: "Lesson overview",
    explanation: "Professional explanation",
    example: "Practical example",
    illustrations: "Examples",
    tip: "Tip",
    warning: "Warning",
    prompt: "Your turn to write",
    your_text: "Your text",
    text_is_saved: "Saved in this browser as you type; nobody grades it.",

    for_questions: |first, last| match last.saturating_sub(first) {
        0 => Gaps("For question _"),
        1 => Gaps("For questions _ and _"),
        _ => Gaps("For questions _ to _"),
    },

    words_written: |n| match n {
        1 => Gaps("_ word"),
        _ => Gaps("_ words"),
    },
    advised_least: Gaps("Advised length: _ words or more."),
    advised_most: Gaps("Advised length: up to _ words."),
    advised_between: Gaps("Advised length: _ to _ words."),
    text_too_long: Gaps(
        "This text has more than _ characters. All of it is saved; please shorten it.",
    ),
    model_answer: "Model answer",
    tick_points: "Tick the points that your text covers",
    points_covered: |_| Gaps("_ of _ covered"),
    ticks_are_private: "Your ticks are for you alone: they don’t change any result.",
    ticks_count: "Your ticks count towards where you stand on each concept, not towards the score.",
    handed_in: "Handed in",
    nothing_graded: "Nothing here is graded. Compare what you wrote with the model answers.",
};
