//! What the rules on a whole bank find, and what they pass over.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod links;
#[path = "../small/mod.rs"]
mod small;

use jalon_compiler::{LintId, Sources};
use small::{Problem, advice_on, finds_in};

/// `bank.toml` with more at its end.
fn header(modules: &str, more: &str) -> String {
    format!(
        "id = \"small\"\nlanguages = [\"en\", \"fr\"]\ntitle.en = \"A small bank\"\ntitle.fr = \"Une petite banque\"\nmodules = [{modules}]\n\n\
         [[concept]]\nid = \"guidance\"\nname.en = \"Guidance\"\nname.fr = \"Recommandations\"\n\n{more}"
    )
}

/// A module with more keys, and questions.
fn module(keys: &str, questions: &str) -> String {
    format!(
        "title.en = \"First steps\"\ntitle.fr = \"Premiers pas\"\ntrack.en = \"Logic\"\ntrack.fr = \"Logique\"\nlevel = \"foundation\"\nminutes = 5\n\
         {keys}\n\n{questions}"
    )
}

/// A statement about a concept, with one wording in each language.
fn stated(id: &str, concept: &str, en: &str, fr: &str) -> String {
    format!(
        "[[question]]\nid = \"{id}\"\nkind = \"true-false\"\nconcepts = [\"{concept}\"]\nkey = true\n\n\
         [[question.en]]\nprompt = \"{en}\"\nexplanation = \"It says so.\"\n\n\
         [[question.fr]]\nprompt = \"{fr}\"\nexplanation = \"C'est écrit.\"\n\n"
    )
}

/// Statements that have nothing in common.
fn apart(id: &str, concept: &str) -> String {
    stated(
        id,
        concept,
        &format!("Nobody forgot {id} {concept}."),
        &format!("Personne n'a oublié {id} {concept}."),
    )
}

fn sources(files: &[(&str, String)]) -> Sources {
    let files = files.iter();
    files.map(|(name, text)| (*name, text.clone())).collect()
}

fn bank(more: &str, keys: &str, questions: &str) -> [(&'static str, String); 2] {
    [
        ("bank.toml", header("\"first\"", more)),
        ("first.toml", module(keys, questions)),
    ]
}

#[track_caller]
fn finds(code: &str, files: &[(&str, String)], expected: &[Problem]) {
    finds_in(code, &sources(files), expected);
}

#[track_caller]
fn is_silent(code: &str, files: &[(&str, String)]) {
    assert_eq!(advice_on(code, &sources(files)), "");
}

const ENGLISH: &str = "A certification body audits each certified company at least once a year.";
const FRENCH: &str =
    "L'organisme de certification audite chaque entreprise certifiée une fois par an.";

#[test]
fn questions_that_ask_nearly_the_same_are_noticed() {
    let first = stated("audits-yearly", "guidance", ENGLISH, FRENCH);
    let other_french = "Un certificat ne dure jamais plus de trois ans sans visite.";
    let near = ENGLISH
        .replace("A certification body", "The certification body")
        .replace("company", "firm");
    let second = stated("audits-each-year", "guidance", &near, other_french);
    finds(
        "J301",
        &bank("", "", &[first.clone(), second.clone()].concat()),
        &[Problem {
            at: (
                "first.toml:30:10",
                "\"The certification body audits each certified firm at least once a year.\"",
            ),
            message: "this asks nearly the same as `audits-yearly`: 83% of the words are the same",
            labels: &[(
                "first.toml:16:10",
                "\"A certification body audits each certified company at least once a year.\"",
                "`audits-yearly`",
            )],
            help: Some(
                "make them two wordings of one question, or let each ask something of its own",
            ),
        }],
    );
    // In another module as well.
    let files = [
        ("bank.toml", header("\"first\", \"second\"", "")),
        ("first.toml", module("", &first)),
        ("second.toml", module("", &second)),
    ];
    finds(
        "J301",
        &files,
        &[Problem {
            at: (
                "second.toml:16:10",
                "\"The certification body audits each certified firm at least once a year.\"",
            ),
            message: "this asks nearly the same as `audits-yearly`: 83% of the words are the same",
            labels: &[(
                "first.toml:16:10",
                "\"A certification body audits each certified company at least once a year.\"",
                "`audits-yearly`",
            )],
            help: Some(
                "make them two wordings of one question, or let each ask something of its own",
            ),
        }],
    );
    // Either of them can say no.
    for quiet in [&first, &second] {
        let questions = [first.clone(), second.clone()].concat();
        let said = quiet.replace("key = true", "key = true\nlint = { off = [\"J301\"] }");
        is_silent("J301", &bank("", "", &questions.replace(quiet, &said)));
    }
}

#[test]
fn questions_that_are_alike_for_a_reason_are_left_alone() {
    let first = stated("one", "guidance", ENGLISH, FRENCH);
    let other_french = "Un certificat ne dure jamais plus de trois ans sans visite.";
    let with = |en: &str| {
        bank(
            "",
            "",
            &[first.clone(), stated("two", "guidance", en, other_french)].concat(),
        )
    };
    // Another number, another matter, the other language.
    is_silent("J301", &with(&ENGLISH.replace("once", "2 times")));
    is_silent(
        "J301",
        &with("A certification body sells each certified company a report of the audit."),
    );
    is_silent("J301", &with(FRENCH));
    // Other code.
    let about = |id: &str, code: &str| {
        let en = format!("In most languages, {code} compares two values of any type.");
        let fr = format!("Dans {id} langages, {code} ne sert à rien d'autre.");
        stated(id, "guidance", &en, &fr)
    };
    let code = [about("one", "`a == b`"), about("two", "`a = b`")];
    is_silent("J301", &bank("", "", &code.concat()));
    // Wordings of one question.
    let twice = first.replace(
        "[[question.fr]]",
        &format!("[[question.en]]\nprompt = \"{ENGLISH}\"\nexplanation = \"It says so.\"\n\n[[question.fr]]"),
    );
    is_silent("J301", &bank("", "", &twice));
    // The same question about other things, with other answers.
    let pick = |id: &str, right: &str, wrong: &str| {
        format!(
            "[[question]]\nid = \"{id}\"\nkind = \"choice\"\nconcepts = [\"guidance\"]\nkey = \"a\"\n[[question.choice]]\nid = \"a\"\n[[question.choice]]\nid = \"b\"\n\
             [[question.en]]\nprompt = \"Which of these statements is true?\"\nchoices.a = \"{right}\"\nchoices.b = \"{wrong}\"\nexplanation = \"So.\"\n\
             [[question.fr]]\nprompt = \"Laquelle de ces affirmations est vraie ?\"\nchoices.a = \"{right}\"\nchoices.b = \"{wrong}\"\nexplanation = \"Oui.\"\n\n"
        )
    };
    let questions = [
        pick("one", "Guides advise their readers", "Guides bind"),
        pick(
            "two",
            "Certificates expire after three years",
            "Guides bind",
        ),
    ];
    is_silent("J301", &bank("", "", &questions.concat()));
}

const SCOPE: &str = "[[concept]]\nid = \"scope\"\nname.en = \"Scope\"\nname.fr = \"Périmètre\"\n";

#[test]
fn a_concept_with_too_few_questions_for_a_second_attempt_is_noticed() {
    let questions = [
        apart("alpha", "guidance"),
        apart("beta", "scope"),
        apart("gamma", "scope"),
    ]
    .concat();
    finds(
        "J302",
        &bank(SCOPE, "draw = 2", &questions),
        &[Problem {
            at: ("first.toml:10:6", "\"alpha\""),
            message: "every attempt asks `alpha`: nothing else in the module is mainly about `guidance`",
            labels: &[],
            help: Some("add another question about the concept, or draw fewer"),
        }],
    );
    for keys in ["", "draw = 3", "draw = 2\nattempts = 1"] {
        is_silent("J302", &bank(SCOPE, keys, &questions));
    }
    let enough = [questions.clone(), apart("delta", "guidance")].concat();
    is_silent("J302", &bank(SCOPE, "draw = 2", &enough));
    // Three of four are drawn: both questions about one concept, in one wording each.
    finds(
        "J302",
        &bank(SCOPE, "draw = 3", &enough),
        &[
            Problem {
                at: ("first.toml:10:6", "\"alpha\""),
                message: "each attempt asks 2 questions about `guidance`, and there are 2 wordings in `en`: a second one repeats some",
                labels: &[],
                help: Some(
                    "add another [[question.en]], or a question about the concept, until there are 4",
                ),
            },
            Problem {
                at: ("first.toml:10:6", "\"alpha\""),
                message: "each attempt asks 2 questions about `guidance`, and there are 2 wordings in `fr`: a second one repeats some",
                labels: &[],
                help: Some(
                    "add another [[question.fr]], or a question about the concept, until there are 4",
                ),
            },
        ],
    );
}

#[test]
fn what_builds_on_what_comes_later_is_noticed() {
    let concepts = format!("{SCOPE}prerequisites = [\"guidance\"]\n");
    let files = |order: &str| {
        [
            ("bank.toml", header(order, &concepts)),
            ("first.toml", module("", &apart("alpha", "scope"))),
            ("second.toml", module("", &apart("beta", "guidance"))),
        ]
    };
    finds(
        "J303",
        &files("\"first\", \"second\""),
        &[Problem {
            at: ("bank.toml:16:18", "\"guidance\""),
            message: "`scope` is asked about in `first`, and what it builds on, `guidance`, no earlier than in `second`",
            labels: &[],
            help: Some(
                "add a question about it to an earlier module, put the modules in another order, or take the prerequisite out",
            ),
        }],
    );
    is_silent("J303", &files("\"second\", \"first\""));
}

#[test]
fn a_misconception_that_no_answer_has_is_noticed() {
    let more = "[[misconception]]\nid = \"binding\"\nname.en = \"Takes advice for law\"\nname.fr = \"Prend un conseil pour une loi\"\n";
    finds(
        "J304",
        &bank(more, "", &apart("alpha", "guidance")),
        &[Problem {
            at: ("bank.toml:13:6", "\"binding\""),
            message: "no wrong answer comes from the misconception `binding`",
            labels: &[],
            help: Some(
                "write misconception = \"binding\" at the wrong answers that do, or take it out",
            ),
        }],
    );
    let tagged = "[[question]]\nid = \"n\"\nkind = \"number\"\nconcepts = [\"guidance\"]\nkey = 93\n[[question.wrong]]\nanswers = [114]\nmisconception = \"binding\"\n\
        [[question.en]]\nprompt = \"How many?\"\nexplanation = \"So many.\"\n[[question.fr]]\nprompt = \"Combien ?\"\nexplanation = \"Tant.\"\n";
    is_silent("J304", &bank(more, "", tagged));
}

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 200\"/>";

#[test]
fn a_picture_that_nothing_shows_is_noticed() {
    let mut files = bank("", "", &apart("alpha", "guidance")).to_vec();
    files.push(("wheel.svg", SVG.to_owned()));
    finds(
        "J305",
        &files,
        &[Problem {
            at: ("bank.toml:1:6", "\"small\""),
            message: "nothing in the bank shows the picture `wheel.svg`",
            labels: &[],
            help: Some("show it, ![what it shows](wheel.svg), or take the file away"),
        }],
    );
    let shown =
        apart("alpha", "guidance").replacen("prompt = \"", "prompt = \"![A wheel](wheel.svg) ", 1);
    let mut files = bank("", "", &shown).to_vec();
    files.push(("wheel.svg", SVG.to_owned()));
    is_silent("J305", &files);
}

#[test]
fn names_that_no_answer_has_are_noticed() {
    let more = "[[synonym]]\nen = [\"ISMS\", \"information security management system\"]\nfr = [\"SMSI\"]\n";
    finds(
        "J306",
        &bank(more, "", &apart("alpha", "guidance")),
        &[Problem {
            at: ("bank.toml:13:7", "\"ISMS\""),
            message: "no answer that may be typed has `ISMS` or another name of it",
            labels: &[],
            help: Some("take the synonym out, or check how the answers spell it"),
        }],
    );
    let typed = "[[question]]\nid = \"t\"\nkind = \"text\"\nconcepts = [\"guidance\"]\naccept.en = [\"scope of the ISMS\"]\naccept.fr = [\"périmètre\"]\n\
        [[question.en]]\nprompt = \"What is it?\"\nexplanation = \"That.\"\n[[question.fr]]\nprompt = \"Qu'est-ce ?\"\nexplanation = \"Cela.\"\n";
    is_silent("J306", &bank(more, "", typed));
}

#[test]
fn a_typed_answer_without_samples_is_noticed_by_those_who_ask() {
    let typed = "[[question]]\nid = \"n\"\nkind = \"number\"\nconcepts = [\"guidance\"]\nkey = 93\n\
        [[question.en]]\nprompt = \"How many?\"\nexplanation = \"So many.\"\n[[question.fr]]\nprompt = \"Combien ?\"\nexplanation = \"Tant.\"\n";
    is_silent("J307", &bank("", "", typed));
    let on = "lint = { on = [\"J307\"] }";
    finds(
        "J307",
        &bank("", on, typed),
        &[Problem {
            at: ("first.toml:10:6", "\"n\""),
            message: "no sample answers show what is right here and what is not",
            labels: &[],
            help: Some(
                "add samples.accept = [\"...\"] and samples.reject = [\"...\"], as learners would type them",
            ),
        }],
    );
    is_silent(
        "J307",
        &bank(
            "",
            on,
            &typed.replace("key = 93\n", "key = 93\nsamples.accept = [\"93\"]\n"),
        ),
    );
}

#[test]
fn the_guide_names_every_rule() {
    let guide = include_str!("../../../../questions/README.md");
    let ids = LintId::ALL.iter();
    for id in ids.filter(|id| !id.code().starts_with("J1")) {
        let row = format!("| {} | `{}` | ", id.code(), id.name());
        assert!(guide.contains(&row), "the guide lacks {row}");
    }
}
