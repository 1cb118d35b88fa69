//! English.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::grade::Certainty;
use jalon_engine::progress::{Confidence, Standing};

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
    loading_result: "Loading the result…",
    result_not_loaded: "The result could not be loaded. Check the connection, then retry.",

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
    gap: Gaps("Gap _ of _"),
    choose: "Choose…",
    counted_already: "This counts once, and it is in another gap already.",
    each_once: "Use each answer once at most.",
    each_often: "An answer may be used more than once.",
    put_in_order: "Move the items into the right order.",
    used_for: Gaps("_ (used for _)"),
    moved: Gaps("“_” moved from “_” to “_”."),
    move_up: Gaps("Move up: _"),
    move_down: Gaps("Move down: _"),
    now_at: Gaps("_: place _ of _."),
    submit: "Submit",
    unanswered: Gaps("Question _ has no complete answer yet."),
    several_unanswered: Gaps("Questions _ have no complete answer yet."),
    and: " and ",
    go_to_question: Gaps("Go to question _"),
    submit_anyway: "Submit anyway",

    verdict: |verdict| match verdict {
        Verdict::Right => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Wrong",
        Verdict::Unanswered => "Not answered",
        Verdict::NotYet => "Not yet right",
        Verdict::Compare => "Compare with the model answer",
    },
    right_answer: "Right answer",
    why: "Why",
    mind_the_accents: ["Mind the accents: ", ""],
    mind_the_grammar: ["More exactly: ", ""],
    also_called: ["Another name for it: ", ""],
    usual_order: ["In the usual order: ", ""],
    in_short: ["In short: ", ""],
    mind_the_spelling: ["Mind the spelling: ", ""],
    taken_off: Gaps("_% of the points were taken off for the form of the answer."),
    other_language: Gaps("Recognised in _."),
    too_close: ["Too close to “", "” to pass for a slip of the keyboard."],
    expected: Gaps("Expected: _"),
    near_enough: Gaps("Right: _ is close enough to _."),
    read_as: Gaps("Read as _."),
    range: Gaps("_ to _"),
    group_mark: ",",
    right_place: Gaps("Right place: _"),
    items_right: Gaps("Right: _ of _."),
    neighbours_right: Gaps("Straight after the right one: _ of _."),
    places_right: Gaps("In the right place: _ of _."),

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
    plan_redrawn: "The list of questions of an attempt was damaged. Your answers were kept, and you can carry on.",
    not_stored: "The last changes of your earlier visit could not be saved, because the browser did not store them. Please look over your answers.",
    newer_version: "A newer version of this page has saved progress here. Reload the page to go on with it; what you enter before that may not be kept.",

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
    check: "Check",
    check_empty: "Give an answer first, then check it.",
    check_unready: "This answer can’t be judged as it stands, so it was not checked. That cost nothing.",
    tries_left: |n| match n {
        1 => Gaps("Change your answer and check again: _ try left."),
        _ => Gaps("Change your answer and check again: _ tries left."),
    },
    first_hint: "Show a hint",
    next_hint: "Show the next hint",
    hint_cost: Gaps("_ (costs _% of the points)"),
    hint: Gaps("Hint _"),
    how_sure: "How sure are you of this answer?",
    certainty: |certainty| match certainty {
        Certainty::Low => "Not very sure",
        Certainty::Middle => "Fairly sure",
        Certainty::High => "Very sure",
    },
    at_stake: |certainty| match certainty {
        Certainty::Low => "right earns a third of the points, wrong costs nothing",
        Certainty::Middle => "right earns two thirds of the points, wrong costs as much",
        Certainty::High => "right earns all the points, wrong costs twice as much",
    },
    hints_shown: |n| match n {
        1 => Gaps("_ hint"),
        _ => Gaps("_ hints"),
    },
    wrong_tries: |n| match n {
        1 => Gaps("_ wrong try"),
        _ => Gaps("_ wrong tries"),
    },
    account: Gaps("_: _"),
    attempts_left: |n| match n {
        1 => Gaps("You have _ attempt left."),
        _ => Gaps("You have _ attempts left."),
    },
    no_attempt_left: |n| match n {
        1 => Gaps("This module allows _ attempt, and you have made it."),
        _ => Gaps("You have made all _ attempts that this module allows."),
    },
    later: "Which answers are right is shown after your last attempt.",
    calibration: "How sure you were",
    right_of: Gaps("_ right out of _"),
    confidence: |confidence| match confidence {
        Confidence::Over => {
            "You were surer than you were right: some of these answers deserved more doubt."
        }
        Confidence::Well => "You judged yourself well: you were about as sure as you were right.",
        Confidence::Under => {
            "You know more than you dared to say: you were right more often than you were sure."
        }
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
