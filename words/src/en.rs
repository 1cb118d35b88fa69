//! English.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::progress::Standing;

use crate::{Words, list};

pub(crate) const WORDS: Words = Words {
    lang: "en",
    language_name: |lang| match lang.primary() {
        "en" => "English".to_owned(),
        "fr" => "French".to_owned(),
        other => other.to_owned(),
    },

    loading: "Loading…",
    not_loaded: "The questions could not be loaded",
    no_connection: |url| {
        format!("No answer from the server for {url}. Check the connection, then retry.")
    },
    bad_status: |url, status| format!("The server answered {status} for {url}."),
    unreadable: |url, why| format!("{url} is not a question bank that can be read: {why}."),
    no_such_module: |module, known| {
        format!(
            "The bank has no module “{module}”. It has: {}.",
            known.join(", ")
        )
    },
    no_attribute: |name| format!("The tag needs the attribute “{name}”."),
    retry: "Retry",

    language: "Language",
    both_languages: "Both",

    checkpoint: "Module checkpoint",
    answered: |n, of| format!("Answered {n}/{of}"),
    question: |n| format!("Question {n}"),
    pick_several: "Tick every answer that is right.",
    is_true: "True",
    is_false: "False",
    your_answer: "Your answer",
    any_language: "In the language of your choice.",
    too_long: "This answer is too long to be read.",
    submit: "Submit",
    unanswered: |numbers| match numbers {
        [one] => format!("Question {one} has no answer yet."),
        several => format!("Questions {} have no answer yet.", list(several, " and ")),
    },
    go_to_question: |n| format!("Go to question {n}"),
    submit_anyway: "Submit anyway",

    verdict: |verdict| match verdict {
        Verdict::Right => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Wrong",
        Verdict::Unanswered => "Not answered",
    },
    right_answer: "Right answer",
    why: "Why",
    mind_the_accents: |answer| format!("Right. Mind the accents: {answer}"),
    mind_the_spelling: |answer| format!("Right. Mind the spelling: {answer}"),
    other_language: |lang| format!("Recognised in {}.", (WORDS.language_name)(lang)),
    too_close: |rival| format!("Too close to “{rival}” to pass for a slip of the keyboard."),
    expected: |answer| format!("Expected: {answer}"),

    result: "Result",
    passed: "Passed",
    not_passed: "Not passed yet",
    points: |earned, possible| match possible {
        1 => format!("{earned} out of 1 point"),
        _ => format!("{earned} out of {possible} points"),
    },
    percent: |n| format!("{n}%"),
    needed: |pass| format!("{pass}% needed to pass"),
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
        1 => "1 earlier attempt".to_owned(),
        _ => format!("{n} earlier attempts"),
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
        1 => "1 minute".to_owned(),
        _ => format!("{n} minutes"),
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
};
