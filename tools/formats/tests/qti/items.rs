//! Items, one in a file: the question that each becomes, and what is lost.

use crate::fixture;
use crate::support::cases::{assert_lines, losses, questions, read, refusal};

/// The item becomes these questions, with these losses.
fn item(name: &str, expected: &[&str], lost: &[&str]) {
    let imported = read(name, &fixture(name));
    assert_lines(name, &questions(&imported.draft), expected);
    assert_lines(name, &losses(&imported.losses), lost);
}

#[test]
fn rules_that_name_a_set_name_the_key() {
    item(
        "rules-set.xml",
        &[
            "rules-set: choice “What lets people in?” [x] A door [x] A gate [ ] A wall scoring \
             all-or-nothing shuffle false points 2",
        ],
        &[
            "1 [rules-set] dropped 1 point for A, C: a response that is partly right is marked by a general rule, not one by one",
        ],
    );
}

#[test]
fn rules_that_name_choices_give_weights() {
    item(
        "rules-weights.xml",
        &[
            "rules-weights: choice “What lets people in best?” (x) 100 % A door ( ) 25 % A gate ( ) \
             0 % A wall shuffle false points 4",
        ],
        &[],
    );
}

#[test]
fn rules_count_where_the_declared_response_says_otherwise() {
    item(
        "rules-disagree.xml",
        &[
            "rules-disagree: choice “What keeps people out?” ( ) A door ( ) A gate (x) A wall \
             shuffle false",
        ],
        &[
            "1 [rules-disagree] changed the correct response, A: the rules for marking give the points to C, which is the key here",
        ],
    );
}

#[test]
fn rules_for_each_pick_are_marks_for_each_choice() {
    item(
        "rules-members.xml",
        &[
            "rules-members: choice “What lets people in?” [x] A door [x] A gate [ ] A wall scoring \
             right-minus-wrong shuffle false points 2",
        ],
        &[],
    );
}

#[test]
fn another_order_that_earns_something_is_told_of() {
    item(
        "rules-order.xml",
        &["rules-order: order “In which order?” b: Open; a: Enter credit all-or-nothing points 2"],
        &[
            "1 [rules-order] dropped 1 point for A, B: a response that is partly right is marked by a general rule, not one by one",
        ],
    );
}

#[test]
fn decimal_places_are_a_tolerance() {
    item(
        "rules-places.xml",
        &["rules-places: number “How much is e?” = 2.72 ± 0.005"],
        &[],
    );
}

#[test]
fn a_range_without_its_ends_is_told_of() {
    item(
        "rules-open-range.xml",
        &["rules-open-range: number “How much is e?” = 2.7 to 2.8"],
        &[
            "1 [rules-open-range] changed a range without its ends: ranges include their ends: those two numbers are right as well",
        ],
    );
}

#[test]
fn what_a_rubric_says_beside_its_list_is_a_point_as_well() {
    item(
        "essay-notes.xml",
        &[
            "essay-notes: essay “Why do doors have locks?” p1: Says who is kept out.; p1-2: Mind the \
             spelling. model “- Says who is kept out.\n- Mind the spelling.”",
        ],
        &[
            "5 [essay-notes] changed notes for those who mark: they are a point of the checklist, which learners go through themselves",
            "4 [essay-notes] guessed the model answer of the essay: the item has none; the checklist is used instead: write one",
        ],
    );
}

#[test]
fn marks_for_each_choice_are_one_of_the_usual_ways() {
    item(
        "choice-2.2.xml",
        &[
            "auditors-1: choice “Who may **audit**?\n\nPick two & no more.” [x] Somebody else # \
             Nobody audits their own work. [ ] The one who did the work # They would judge \
             themselves. [x] A third party [ ] pinned None of these least 1 most 2 points 2",
        ],
        &[],
    );
}

#[test]
fn feedback_for_right_answers_is_the_explanation() {
    item(
        "choice-3.0.xml",
        &[
            "capital: choice “Quelle ville est au sud ?” (x) lyon: Lyon & environs ( ) lille: Lille \
             shuffle false points 2 explanation “Lyon est plus au sud.”",
        ],
        &[
            "10 [capital] dropped a style sheet: texts have no styles",
            "12 [capital] changed text from right to left: texts run from left to right here; the words are all there",
            "47 [capital] dropped feedback after a wrong answer, “Regardez une carte.”: the explanation is the same for all",
        ],
    );
}

#[test]
fn upper_and_lower_case_are_told_apart_in_version_2() {
    item(
        "text-case-2.1.xml",
        &[
            "standard: text “Where are the controls listed?” = Annex A; 50 % annex a; 25 % Appendix \
             A wrong Clause 4",
        ],
        &[
            "1 [standard] dropped a pattern that what is typed has to match: fields accept any text",
            "1 [standard] changed case sensitivity: typed answers are compared with the right one tier by tier, and case, spaces and punctuation are overlooked",
        ],
    );
}

#[test]
fn upper_and_lower_case_are_the_same_in_version_3() {
    item(
        "text-case-3.0.xml",
        &["standard: text “Where are the controls listed?” = Annex A; 25 % Appendix A"],
        &[],
    );
}

#[test]
fn rules_that_look_at_texts_become_answers_and_patterns() {
    item(
        "rules-text.xml",
        &[
            "rules: text “Who signs the policy?” = top management; wildcard *board*; 50 % regex (the \
             )?managers? wrong auditor # Auditors check what others sign.",
        ],
        &[
            "1 [rules] changed the pattern (the )?managers?: patterns of XML and those here differ in rare characters: test it",
        ],
    );
}

#[test]
fn several_fields_are_gaps_of_one_text() {
    item(
        "several-fields.xml",
        &["fields: gaps “Complete the sentence, with x = 1.” \
             “Annex A lists {{response-1}} controls, {\\{braces}} and {{response-2}} more; one {{response-3}} look at {{response-4}}.” \
             {response-1: = 93} \
             {response-2: = 2.5 ± 10%} \
             {response-3: pick should} \
             {response-4: weight 2 = people} \
             of s1: shall; s2: should shuffle false points 5"],
        &[
            "11 [fields] changed a formula in MathML: a bank's texts have none; it is now plain characters",
        ],
    );
}

#[test]
fn an_answer_that_counts_once_in_several_gaps_is_noted() {
    item(
        "same-in-three-gaps.xml",
        &["towns: gaps “Two towns:” “{{a}}\n\n{{b}}” {a: = Lyon; Nice} {b: = Lyon; Nice} points 2"],
        &[
            "5 [towns] changed a line break: a bank's texts have none; what follows is a paragraph of its own",
            "6 [towns] dropped that the same answer in several gaps counts once: each gap is marked on its own",
        ],
    );
}

#[test]
fn two_bounds_are_a_range() {
    item(
        "number-range.xml",
        &["1st-number: number “About how many?” = 4.5 to 5.5 points 3"],
        &[],
    );
}

#[test]
fn a_slider_is_a_number() {
    item(
        "slider.xml",
        &["slider: number “How far is it?\n\nIn kilometres” = 16"],
        &[
            "3 [slider] changed a scale from 0 to 30: the number is typed",
            "1 [slider] guessed how it is marked: the item has no rules for it; the declared response is right",
        ],
    );
}

#[test]
fn words_from_a_list_fill_gaps() {
    item(
        "gap-match.xml",
        &[
            "gaps: gaps “Find the missing words.” “First you {{g1}}, later you {{g2}}.” {g1: pick \
             plan} {g2: pick check} of w: plan; su: check; a: act shuffle false points 2",
        ],
        &[
            "7 [gaps] dropped how often each word may be used: every gap offers all of them",
            "7 [gaps] changed a quotation set apart: a bank's texts have none; it is now a paragraph",
        ],
    );
}

#[test]
fn items_that_share_a_target_are_classified() {
    item(
        "match.xml",
        &[
            "pairs: classify “Who is in which play?” c: Clerk -> Rivers; d: Duke -> Meadows; l: Lady \
             -> Meadows of r: Rivers; m: Meadows points 2",
        ],
        &["10 [pairs] dropped different marks for the pairs: each pair earns the same"],
    );
}

#[test]
fn things_to_join_are_matched() {
    item(
        "associate.xml",
        &[
            "rivals: match “Who belongs together?” Ann -> Paul; c: Carl -> Mia of m: Mia; p: Paul; \
             x: Xenia scoring all-or-nothing",
        ],
        &[
            "4 [rivals] changed one list of things to join: the first of each pair is an item, the second its target; what is in no pair is a distractor among the targets",
        ],
    );
}

#[test]
fn an_item_that_asks_several_things_is_several_questions() {
    item(
        "order-hottext-essay.xml",
        &[
            "three-1: order “A text for all (everybody).\n\nOne **word** is **rong**.\n\nIn which \
             order?” c2: Plan; c1: Do credit all-or-nothing",
            "three-2: choice “A text for all (everybody).\n\nOne **word** is **rong**.” ( ) h1: word \
             (x) h2: rong shuffle false",
            "three-3: essay “A text for all (everybody).\n\nOne **word** is **rong**.\n\nExplain.” \
             p1: Names both roles; p2: Gives an example model “- Names both roles\n- Gives an \
             example”",
        ],
        &[
            "1 [three] changed an adaptive item, which is asked in several steps: it is asked once; its texts are imported, its steps are not",
            "8 [three] dropped a button that ends the attempt: questions are not asked in several steps; what it would show is not shown",
            "1 [three] changed an item that asks 3 things: it is a question for each of them, with the same text",
            "9 [three] changed the pronunciation of a word: a bank's texts have none; it follows the word in brackets",
            "9 [three] dropped the item “Rest”: it isn't part of the right order, and every item needs a place",
            "10 [three] changed words to pick in a text: they are bold in the text, and are picked from a list below it",
            "10 [three] changed the pronunciation of a word: a bank's texts have none; it follows the word in brackets",
            "11 [three] guessed the model answer of the essay: the item has none; the checklist is used instead: write one",
            "11 [three] changed the pronunciation of a word: a bank's texts have none; it follows the word in brackets",
            "14 [three] changed rules for marking (<lookupOutcomeValue>): the rules for marking are not imported; the correct response is",
            "14 [three] dropped that several things have to be right together: each is a question, and is marked on its own",
        ],
    );
}

#[test]
fn numbers_drawn_for_each_learner_are_no_question() {
    item(
        "template.xml",
        &[],
        &[
            "1 [drawn] dropped the question: its numbers or words are drawn for each learner (template variables); write it out for one drawing",
        ],
    );
}

#[test]
fn what_no_kind_asks_is_said() {
    item(
        "upload.xml",
        &[],
        &[
            "1 [upload] dropped the question: it asks for a file to hand in (uploadInteraction), which no kind of question does",
        ],
    );
}

#[test]
fn one_right_choice_leaves_a_part_to_others() {
    item(
        "one-right-of-many.xml",
        &[
            "weights: choice “Which is best?” (x) 100 % Good ( ) 50 % Fair # Something is better. ( \
             ) 0 % Poor # Something is better. shuffle false points 2",
        ],
        &[],
    );
}

#[test]
fn the_old_version_is_refused_with_a_word() {
    assert_eq!(
        refusal("old-1.2.xml", &fixture("old-1.2.xml")),
        "old-1.2.xml:1: this is QTI 1.2, which has other elements than QTI 2.1 to 3.0; export it as QTI 2.1 or later, or import it into Moodle and export Moodle XML there"
    );
}
