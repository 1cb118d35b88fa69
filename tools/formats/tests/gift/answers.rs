//! Weights and numbers.

use jalon_formats::Format;

use crate::lost_on_the_way_back;
use crate::support::cases::{Frame, Trap, assert_lines, check_each};

#[test]
fn weights_become_policies_or_whole_percents() {
    let draft = check_each(&Frame::of_paragraphs(Format::Gift), WEIGHTS);
    assert_lines(
        "Lost on the way back",
        &lost_on_the_way_back(&draft),
        &[
            "[decimals] changed the weights 67 %, 33 %, -13 %: they are in the file, but Moodle has no such weights: let it take the nearest ones when you import it",
            "[one-less-than-right] changed the weights 33 %: they are in the file, but Moodle has no such weights: let it take the nearest ones when you import it",
        ],
    );
}

/// Choices and answers with weights.
const WEIGHTS: &[Trap] = &[
    (
        "::Thirds:: Pick three. {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}",
        &["thirds: choice “Pick three.” [x] a [x] b [x] c [ ] d"],
        &[],
    ),
    (
        "::Nothing for wrong ones:: Pick two. {~%50%a ~%50%b ~c ~d}",
        &["nothing-for-wrong-ones: choice “Pick two.” [x] a [x] b [ ] c [ ] d scoring partial"],
        &[],
    ),
    (
        "::Own weights:: Pick two. {~%70%a ~%30%b ~%-20%c}",
        &["own-weights: choice “Pick two.” [x] 70 % a [x] 30 % b [ ] -20 % c"],
        &[],
    ),
    (
        "::Decimals:: Pick two. {~%66.7%a ~%33.3%b ~%-12.5%c ~d}",
        &["decimals: choice “Pick two.” [x] 67 % a [x] 33 % b [ ] -13 % c [ ] 0 % d"],
        &[
            "1 [Decimals] changed the weights of the choices: weights are whole percents here: they were rounded",
        ],
    ),
    (
        "::French decimals:: Pick three. {~%33,333%a ~%33,333%b ~%33,333%c}",
        &["french-decimals: choice “Pick three.” [x] a [x] b [x] c"],
        &[
            "1 [French decimals] guessed the weight 33.333 %: Moodle takes a weight with a comma for a part of the answer; it was read as a weight",
        ],
    ),
    (
        "::Too much:: Pick two. {~%100%a ~%100%b ~c}",
        &["too-much: choice “Pick two.” [x] a [x] b [ ] c scoring partial"],
        &[
            "1 [Too much] changed the weights of the right choices, 200 % together: they have to add up to 100: they were scaled to that",
        ],
    ),
    (
        "::Too little:: Pick two. {~%20%a ~%20%b ~%-10%c}",
        &["too-little: choice “Pick two.” [x] 50 % a [x] 50 % b [ ] -10 % c"],
        &[
            "1 [Too little] changed the weights of the right choices, 40 % together: they have to add up to 100: they were scaled to that",
        ],
    ),
    (
        "::Two right ones:: Pick one. {=a =b ~c}",
        &["two-right-ones: choice “Pick one.” [x] a [x] b [ ] c"],
        &[
            "1 [Two right ones] changed 2 right choices: Moodle lets learners pick one of them for all points; a bank asks for all of them, in check boxes",
        ],
    ),
    (
        "::One less than right:: Pick one. {=a ~%33.3%b ~%-200%c}",
        &["one-less-than-right: choice “Pick one.” (x) a ( ) 33 % b ( ) -100 % c"],
        &[
            "1 [One less than right] changed the weight 33.3 %: weights are whole percents from -100 to 99 here: it is 33 % now",
            "1 [One less than right] changed the weight -200 %: weights are whole percents from -100 to 99 here: it is -100 % now",
        ],
    ),
    (
        "::None right:: Pick one. {~a ~b}",
        &[],
        &[
            "1 [None right] dropped the question: expected a right choice, with = or a weight above 0, found none",
        ],
    ),
    (
        "::None quite right:: Type it. {=%80%nearly =%20%hardly}",
        &["none-quite-right: text “Type it.” = nearly; 20 % hardly"],
        &[
            "1 [None quite right] changed the weight 80 % of the best answer: in a bank, the right answer earns everything: it is worth 100 % now",
        ],
    ),
    (
        "::One choice:: Pick one. {~%100%a}",
        &[],
        &["1 [One choice] dropped the question: expected 2 to 500 choices, found 1"],
    ),
    (
        "::An empty choice:: Pick one. {=a ~ ~b}",
        &["an-empty-choice: choice “Pick one.” (x) a ( ) b"],
        &["1 [An empty choice] dropped a choice: there is no text in it"],
    ),
];

#[test]
fn numbers_are_read_exactly_or_refused() {
    let draft = check_each(&Frame::of_paragraphs(Format::Gift), NUMBERS);
    assert_lines("Lost on the way back", &lost_on_the_way_back(&draft), &[]);
}

/// Numbers and what is near enough.
const NUMBERS: &[Trap] = &[
    (
        "::Decimal comma:: How much is pi? {#3,14}",
        &[],
        &[
            "1 [Decimal comma] dropped the question: expected a number with a decimal point, found the comma of `3,14`: some versions of Moodle accept every answer there; write 3.14",
        ],
    ),
    (
        "::Comma in a tolerance:: How much is pi? {#3.14:0,01}",
        &[],
        &[
            "1 [Comma in a tolerance] dropped the question: expected a number with a decimal point, found the comma of `0,01`: some versions of Moodle accept every answer there; write 0.01",
        ],
    ),
    (
        "::Thousands:: How many are there? {#1,000}",
        &[],
        &[
            "1 [Thousands] dropped the question: expected a number with a decimal point, found the comma of `1,000`: some versions of Moodle accept every answer there; write 1.000",
        ],
    ),
    (
        "::Minus:: How cold is it? {#-40}",
        &["minus: number “How cold is it?” = -40"],
        &[],
    ),
    (
        "::Power:: How many? {#1.5e6:1e3}",
        &["power: number “How many?” = 1500000 ± 1000"],
        &[],
    ),
    (
        "::Range:: How many? {#=90..96 # Between 90 and 96.}",
        &["range: number “How many?” = 90 to 96 explanation “Between 90 and 96.”"],
        &[
            "1 [Range] changed the feedback for the right answer: a bank has no place for it in this kind: it is now the explanation, which everybody sees",
        ],
    ),
    (
        "::Range upside down:: How many? {#96..90}",
        &[],
        &[
            "1 [Range upside down] dropped the question: expected the smaller number first in `96..90`, found the larger one",
        ],
    ),
    (
        "\
::Tolerances with weights:: When was it? {#
=1822:0 # Right.
=%50%1822:2 # Half of it.
~%0%1800 # Far too early.
~ # No.
}",
        &[
            "tolerances-with-weights: number “When was it?” = 1822 wrong 1800 # Far too early. explanation “Right.”",
        ],
        &[
            "5 [Tolerances with weights] dropped the feedback for any other answer: a bank has feedback only for wrong numbers that are listed",
            "3 [Tolerances with weights] dropped the answer 1822:2, worth 50 %: a number earns everything or nothing here, and has one key",
            "2 [Tolerances with weights] changed the feedback for the right answer: a bank has no place for it in this kind: it is now the explanation, which everybody sees",
        ],
    ),
    (
        r"::Two right ones:: Which is a root of x\^2 \= 4? {#=2 =-2}",
        &[r"two-right-ones: text “Which is a root of x\\^2 = 4?” = 2; -2"],
        &[
            "1 [Two right ones] changed 2 right numbers: a number has one key here: it is a typed answer now, and each of them is right as written",
        ],
    ),
    (
        "::A wrong one that is right:: How many? {#=10:2 =%0%11 # No.}",
        &["a-wrong-one-that-is-right: number “How many?” = 10 ± 2"],
        &["1 [A wrong one that is right] dropped the answer 11: the right answer covers it"],
    ),
    (
        "::With a unit:: How far? {#5 km}",
        &[],
        &["1 [With a unit] dropped the question: expected a number such as 3.14, found `5 km`"],
    ),
    (
        "::No number:: How far? {#}",
        &[],
        &["1 [No number] dropped the question: expected a right number, found none"],
    ),
    (
        "::Long:: How much is pi? {#3.14159265358979323846}",
        &["long: number “How much is pi?” = 3.14159265358979323846"],
        &[],
    ),
    (
        "::General:: How many? {#93####Annex A of the edition of 2022.}",
        &["general: number “How many?” = 93 explanation “Annex A of the edition of 2022.”"],
        &[],
    ),
];
