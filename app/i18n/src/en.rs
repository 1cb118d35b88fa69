//! English.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::grade::Certainty;
use jalon_engine::progress::{Confidence, Standing};

use crate::{Template, Words};

pub(crate) const WORDS: Words = Words {
    lang: "en",
    language_name: |lang| match lang.primary() {
        "en" => "English",
        "fr" => "French",
        other => other,
    },

    not_loaded: "The questions could not be loaded",
    no_connection: Template("No answer from the server for _. Check the connection, then retry."),
    bad_status: Template("The server answered _ for _."),
    unreadable: Template("_ is not a question bank that can be read: _."),
    no_such_module: Template("The bank has no module “_”. It has: _."),
    no_attribute: Template("The tag needs the attribute “_”."),
    retry: "Retry",
    loading_result: "Loading the result…",
    result_not_loaded: "The result could not be loaded. Check the connection, then retry.",

    language: "Language",
    both_languages: "Both",

    checkpoint: "Module checkpoint",
    answered: Template("Answered _/_"),
    question: Template("Question _"),
    pick_several: "Tick every answer that is right.",
    pick_exactly: |n| match n {
        1 => Template("Tick _ answer."),
        _ => Template("Tick _ answers."),
    },
    pick_at_least: Template("Tick at least _ answers."),
    pick_at_most: Template("Tick up to _ answers."),
    pick_between: Template("Tick _ to _ answers."),
    too_many_picked: Template("Too many answers are ticked: _ at most."),
    is_true: "True",
    is_false: "False",
    your_answer: "Your answer",
    any_language: "In the language of your choice.",
    too_long: "This answer is too long to be read.",
    in_unit: Template("In _."),
    no_number: "There is no number in this answer.",
    several_numbers: "This answer has more than one number; type one.",
    unreadable_number: "This number could not be read. Examples: 1234.5, 3/4, 1.5e6.",
    ambiguous: Template("Do you mean _ or _? To leave no doubt, type _ or _."),
    number_alone: "Type the number alone.",
    unknown_unit: Template("This unit is not known here. Known units: _."),
    no_unit: Template("Add the unit. Known units: _."),
    gap: Template("Gap _ of _"),
    choose: "Choose…",
    counted_already: "This counts once, and it is in another gap already.",
    each_once: "Use each answer once at most.",
    each_often: "An answer may be used more than once.",
    put_in_order: "Move the items into the right order.",
    used_for: Template("_ (used for _)"),
    moved: Template("“_” moved from “_” to “_”."),
    move_up: Template("Move up: _"),
    move_down: Template("Move down: _"),
    now_at: Template("_: place _ of _."),
    submit: "Submit",
    unanswered: Template("Question _ has no complete answer yet."),
    several_unanswered: Template("Questions _ have no complete answer yet."),
    and: " and ",
    go_to_question: Template("Go to question _"),
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
    taken_off: Template("_% of the points were taken off for the form of the answer."),
    other_language: Template("Recognised in _."),
    too_close: ["Too close to “", "” to pass for a slip of the keyboard."],
    expected: Template("Expected: _"),
    near_enough: Template("Right: _ is close enough to _."),
    read_as: Template("Read as _."),
    range: Template("_ to _"),
    group_mark: ",",
    right_place: Template("Right place: _"),
    items_right: Template("Right: _ of _."),
    neighbours_right: Template("Straight after the right one: _ of _."),
    places_right: Template("In the right place: _ of _."),

    result: "Result",
    passed: "Passed",
    not_passed: "Not passed yet",
    points: |_, possible| match possible {
        1 => Template("_ out of _ point"),
        _ => Template("_ out of _ points"),
    },
    decimal_mark: ".",
    percent: Template("_%"),
    needed: Template("_% needed to pass"),
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
        1 => Template("_ earlier attempt"),
        _ => Template("_ earlier attempts"),
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
        1 => Template("_ minute"),
        _ => Template("_ minutes"),
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
        0 => Template("For question _"),
        1 => Template("For questions _ and _"),
        _ => Template("For questions _ to _"),
    },
    check: "Check",
    check_empty: "Give an answer first, then check it.",
    check_unready: "This answer can’t be judged as it stands, so it was not checked. That cost nothing.",
    tries_left: |n| match n {
        1 => Template("Change your answer and check again: _ try left."),
        _ => Template("Change your answer and check again: _ tries left."),
    },
    first_hint: "Show a hint",
    next_hint: "Show the next hint",
    hint_cost: Template("_ (costs _% of the points)"),
    hint: Template("Hint _"),
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
        1 => Template("_ hint"),
        _ => Template("_ hints"),
    },
    wrong_tries: |n| match n {
        1 => Template("_ wrong try"),
        _ => Template("_ wrong tries"),
    },
    account: Template("_: _"),
    attempts_left: |n| match n {
        1 => Template("You have _ attempt left."),
        _ => Template("You have _ attempts left."),
    },
    no_attempt_left: |n| match n {
        1 => Template("This module allows _ attempt, and you have made it."),
        _ => Template("You have made all _ attempts that this module allows."),
    },
    later: "Which answers are right is shown after your last attempt.",
    calibration: "How sure you were",
    right_of: Template("_ right out of _"),
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
        1 => Template("_ word"),
        _ => Template("_ words"),
    },
    advised_least: Template("Advised length: _ words or more."),
    advised_most: Template("Advised length: up to _ words."),
    advised_between: Template("Advised length: _ to _ words."),
    text_too_long: Template(
        "This text has more than _ characters. All of it is saved; please shorten it.",
    ),
    model_answer: "Model answer",
    tick_points: "Tick the points that your text covers",
    points_covered: |_| Template("_ of _ covered"),
    ticks_are_private: "Your ticks are for you alone: they don’t change any result.",
    ticks_count: "Your ticks count towards where you stand on each concept, not towards the score.",
    handed_in: "Handed in",
    nothing_graded: "Nothing here is graded. Compare what you wrote with the model answers.",
};
