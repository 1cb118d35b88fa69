//! English.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::grade::Certainty;
use jalon_engine::progress::{Confidence, Standing};

use crate::paper::PaperWords;
use crate::progress::ProgressWords;
use crate::site::SiteWords;
use crate::{Quote, Template, Words};

pub(crate) static WORDS: Words = Words {
    lang: "en",
    language_name: |lang| match lang.primary() {
        "en" => "English",
        "fr" => "French",
        "de" => "German",
        "es" => "Spanish",
        "it" => "Italian",
        "pt" => "Portuguese",
        "nl" => "Dutch",
        other => other,
    },

    not_loaded: "The questions could not be loaded",
    no_connection: Template(
        "No answer from the server for {address}. Check the connection, then retry.",
    ),
    bad_status: Template("The server answered {status} for {address}."),
    unreadable: Template("{address} is not a question bank that can be read: {reason}."),
    no_such_module: Template("The bank has no module “{module}”. It has: {modules}."),
    no_attribute: Template("The tag needs the attribute “{attribute}”."),
    retry: "Retry",
    loading_result: "Loading the result…",
    result_not_loaded: "The result could not be loaded. Check the connection, then retry.",

    language: "Language",
    both_languages: "Both",
    all_languages: "All",

    checkpoint: "Module checkpoint",
    attempt: Template("Attempt {number}"),
    answered: |_, _| Template("Answered {count}/{total}"),
    question: Template("Question {number}"),
    pick_several: "Tick every answer that is right.",
    pick_exactly: |n| match n {
        1 => Template("Tick {count} answer."),
        _ => Template("Tick {count} answers."),
    },
    pick_at_least: Template("Tick at least {count} answers."),
    pick_at_most: Template("Tick up to {count} answers."),
    pick_between: Template("Tick {least} to {most} answers."),
    too_many_picked: Template("Too many answers are ticked: {most} at most."),
    is_true: "True",
    is_false: "False",
    your_answer: "Your answer",
    your_answer_wrong: "Your answer, wrong",
    any_language: "In the language of your choice.",
    too_long: "This answer is too long to be read.",
    in_unit: Template("In {unit}."),
    no_number: "There is no number in this answer.",
    several_numbers: "This answer has more than one number; type one.",
    unreadable_number: "This number could not be read. Examples: 1234.5, 3/4, 1.5e6.",
    ambiguous: Template(
        "Do you mean {grouped} or {decimal}? To leave no doubt, type {grouped} or {clear}.",
    ),
    number_alone: "Type the number alone.",
    unknown_unit: Template("This unit is not known here. Known units: {units}."),
    no_unit: Template("Add the unit. Known units: {units}."),
    gap: Template("Gap {number} of {total}"),
    choose: "Choose…",
    counted_already: "This counts once, and it is in another gap already.",
    each_once: "Use each answer once at most.",
    each_often: "An answer may be used more than once.",
    put_in_order: "Move the items into the right order.",
    used_for: Template("{target} (used for {item})"),
    moved: Template("“{target}” moved from “{from}” to “{to}”."),
    move_up: Template("Move up: {item}"),
    move_down: Template("Move down: {item}"),
    now_at: Template("{item}: place {place} of {total}."),
    submit: "Submit",
    unanswered: Template("Question {number} has no complete answer yet."),
    several_unanswered: Template("Questions {numbers} have no complete answer yet."),
    and: " and ",
    go_to_question: Template("Go to question {number}"),
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
    mind_the_accents: Quote("Mind the accents: {answer}"),
    mind_the_grammar: Quote("More exactly: {answer}"),
    also_called: Quote("Another name for it: {answer}"),
    usual_order: Quote("In the usual order: {answer}"),
    in_short: Quote("In short: {answer}"),
    mind_the_spelling: Quote("Mind the spelling: {answer}"),
    taken_off: Template("{percent}% of the points were taken off for the form of the answer."),
    other_language: Template("Recognised in {language}."),
    too_close: Quote("Too close to “{answer}” to pass for a slip of the keyboard."),
    expected: Template("Expected: {answer}"),
    near_enough: Template("Right: {given} is close enough to {key}."),
    read_as: Template("Read as {number}."),
    range: Template("{from} to {to}"),
    group_mark: ",",
    right_place: Template("Right place: {place}"),
    items_right: Template("Right: {count} of {total}."),
    neighbours_right: Template("Neighbours in the right order: {count} of {total}."),
    places_right: Template("In the right place: {count} of {total}."),

    result: "Result",
    passed: "Passed",
    not_passed: "Not passed yet",
    points: |_, possible| match possible {
        1 => Template("{earned} out of {possible} point"),
        _ => Template("{earned} out of {possible} points"),
    },
    decimal_mark: ".",
    percent: Template("{number}%"),
    needed: Template("{percent}% needed to pass"),
    try_again: "Try again",
    other_words: "The next attempt asks about the same concepts in other words.",
    other_questions: "The next attempt asks other questions of this module.",
    questions_missed: "Questions to look at again",
    next_module: "Next module",
    read_again: "Read the lesson again",
    by_concept: "Where you stand, by concept",
    standing: |standing| match standing {
        Standing::Unknown => "Not asked yet",
        Standing::Weak => "To review",
        Standing::Growing => "Getting there",
        Standing::Unconfirmed => "Not enough answers yet",
        Standing::Solid => "Solid",
    },
    from_questions: |n| match n {
        1 => Template("{count} question"),
        _ => Template("{count} questions"),
    },
    earlier_attempts: |n| match n {
        1 => Template("{count} earlier attempt"),
        _ => Template("{count} earlier attempts"),
    },

    set_aside: "Some saved data could not be read. It was set aside unchanged, and you can carry on.",
    storage_full: "This browser’s storage is full. You can carry on; your answers will last until you close this page.",
    storage_forbidden: "This browser does not let the page save anything. You can carry on; your answers will last until you close this page.",
    bank_changed: "Some questions have changed since your last visit, so their answers were cleared.",
    plan_redrawn: "The list of questions of an attempt was damaged. Your answers were kept, and you can carry on.",
    not_stored: "The last changes of your earlier visit could not be saved, because the browser did not store them. Please look over your answers.",
    newer_version: "A newer version of this page has saved progress here. Reload the page to continue with it; what you enter before that may not be kept.",

    level: |level| match level {
        Level::Foundation => "Foundation",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    },
    minutes: |n| match n {
        1 => Template("{count} minute"),
        _ => Template("{count} minutes"),
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
        0 => Template("For question {first}"),
        1 => Template("For questions {first} and {last}"),
        _ => Template("For questions {first} to {last}"),
    },
    check: "Check",
    check_empty: "Give an answer first, then check it.",
    check_unready: "This answer can’t be judged as it stands, so it was not checked. That cost nothing.",
    tries_left: |n| match n {
        1 => Template("Change your answer and check again: {count} try left."),
        _ => Template("Change your answer and check again: {count} tries left."),
    },
    first_hint: "Show a hint",
    next_hint: "Show the next hint",
    hint_cost: Template("{action} (costs {percent}% of the points)"),
    hint: Template("Hint {number}"),
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
        1 => Template("{count} hint"),
        _ => Template("{count} hints"),
    },
    wrong_tries: |n| match n {
        1 => Template("{count} wrong try"),
        _ => Template("{count} wrong tries"),
    },
    account_line: Template("{conditions}: {points}"),
    attempts_left: |n| match n {
        1 => Template("You have {count} attempt left."),
        _ => Template("You have {count} attempts left."),
    },
    no_attempt_left: |n| match n {
        1 => Template("This module allows {count} attempt, and you have made it."),
        _ => Template("You have made all {count} attempts that this module allows."),
    },
    later: "Which answers are right is shown after your last attempt.",
    calibration: "How sure you were",
    right_of: Template("{count} right out of {total}"),
    confidence: |confidence| match confidence {
        Confidence::Over => "You were overconfident: some of these answers deserved more doubt.",
        Confidence::Well => "You judged yourself well: you were about as sure as you were right.",
        Confidence::Under => {
            "You know more than you dared to say: you were right more often than you were sure."
        }
    },

    words_written: |n| match n {
        1 => Template("{count} word"),
        _ => Template("{count} words"),
    },
    advised_least: Template("Advised length: {count} words or more."),
    advised_most: Template("Advised length: up to {count} words."),
    advised_between: Template("Advised length: {least} to {most} words."),
    text_too_long: Template(
        "This text has more than {limit} characters. All of it is saved; please shorten it.",
    ),
    model_answer: "Model answer",
    tick_points: "Tick the points that your text covers",
    points_covered: |_, _| Template("{count} of {total} covered"),
    ticks_are_private: "Your ticks are for you alone: they don’t change any result.",
    ticks_count: "Your ticks count towards where you stand on each concept, not towards the score.",
    handed_in: "Handed in",
    nothing_graded: "Nothing here is graded. Compare what you wrote with the model answers.",
};

pub(crate) const PAPER: PaperWords = PaperWords {
    lang: "en",

    form: Template("Form {letter}"),
    name: "Name",
    date: "Date",
    points_earned: "Points",
    questions: |n| match n {
        1 => Template("{count} question"),
        _ => Template("{count} questions"),
    },
    points: |hundredths| match hundredths {
        100 => Template("{count} point"),
        _ => Template("{count} points"),
    },
    points_in_short: |n| match n {
        1 => Template("{count} pt"),
        _ => Template("{count} pts"),
    },
    pass_mark: Template("Pass mark: {percent} ({points})"),
    answer_on_sheet: "Answer on the answer sheet, at the end: what counts is what stands there.",
    long_texts: "Long texts are written under their questions.",

    pick_one: "Pick one answer.",
    units: Template("Unit: {units}"),
    write_letters: "Write the right letter before each item.",
    number_items: "Number the items in the right order: 1 comes first.",
    choose_for: Template("For ({gap}), pick one:"),
    pick_region: "Pick one region.",
    go_on: "Go on overleaf if you need more room.",

    answer_sheet: "Answer sheet",
    under_question: "Written under the question",

    key: "Key",
    for_markers: "For markers only",
    answer: "Answer",
    also_right: Template("right: {range}"),
    pattern: "whatever fits",
    enough_words: Template("enough: {words}"),
    any_order: Template("may change places: {gaps}"),
    not_marked: "No points: compare with the model answer.",
    checklist: "A good answer:",

    all_or_nothing: "All or nothing.",
    each_right: Template("+{points} for each right one."),
    each_neighbour: Template("+{points} for each item that directly follows the right one."),
    each_place: Template("+{points} for each item in its place."),
    each_wrong: Template("\u{2212}{points} for each wrong one."),
    never_below_zero: "Never below 0.",
};

pub(crate) const PROGRESS: ProgressWords = ProgressWords {
    lang: "en",

    title: "Your progress",
    nothing_yet: "You have not answered any questions yet. Your results will appear here.",
    not_readable: "This browser does not let the page read what was saved, so your results cannot be shown here.",
    not_started: "Not started yet",
    begun: "In progress",
    goes_on: |n| match n {
        1 => Template("An attempt is in progress, with {count} answer so far."),
        _ => Template("An attempt is in progress, with {count} answers so far."),
    },
    finished: |n, _| match n {
        1 => Template("{count} attempt finished, on {date}"),
        _ => Template("{count} attempts finished, the last one on {date}"),
    },
    start_with: Template("Start with “{module}”"),
    continue_with: Template("Continue with “{module}”"),
    all_passed: "You have passed every module.",
    scores: Template("Last score: {last}, best: {best} ({needed})"),
};

pub(crate) const SITE: SiteWords = SiteWords {
    lang: "en",

    skip: "Skip to the content",
    menu: "Site",
    purpose: Template(
        "Lessons on {title}, each with a checkpoint that tells you what you know and what to read again.",
    ),
    modules: |n| match n {
        1 => Template("{count} module"),
        _ => Template("{count} modules"),
    },
    questions: |n| match n {
        1 => Template("{count} question"),
        _ => Template("{count} questions"),
    },
    to_pass: Template("{needed} to pass"),
    start_with: Template("Start with “{module}”"),
    start_checkpoint: "Start the checkpoint",
    checkpoint_of: Template("Checkpoint: {module}"),
    about_checkpoint: "Each answer is explained. You can stop at any time and go on later: your answers stay in this browser.",
    back_to_lesson: "Back to the lesson",
    contents: "On this page",
    previous: "Previous module",
    next: "Next module",
    progress: "Where you stand",
    about_progress: "Your results in each module. They are kept in this browser and go nowhere else.",
    embed: "Put this checkpoint in a page of yours",
    about_embedding: "Copy this site to any static host, and paste this where the checkpoint should appear:",
    licence: Template("Licence: {licence}"),
    made_with: "Made with Jalon",
    needs_script: "The exercise runs in the browser and needs JavaScript.",
    not_shown: "This part of the page did not load.",
};
