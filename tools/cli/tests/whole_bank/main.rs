//! What a person sees of the rules on a whole bank, and what they pass over.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod links;
#[path = "../small/mod.rs"]
mod small;

use jalon_compiler::{LintId, Sources};
use small::{drawn, report};

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

fn seen(code: &str, files: &[(&str, String)]) -> String {
    let sources: Sources = files
        .iter()
        .map(|(name, text)| (*name, text.clone()))
        .collect();
    let mut report = report(&sources);
    report.diagnostics.retain(|one| one.code.as_str() == code);
    drawn(&sources, &report)
}

fn bank(more: &str, keys: &str, questions: &str) -> [(&'static str, String); 2] {
    [
        ("bank.toml", header("\"first\"", more)),
        ("first.toml", module(keys, questions)),
    ]
}

#[track_caller]
fn sees(name: &str, code: &str, files: &[(&str, String)]) {
    let seen = seen(code, files);
    assert!(!seen.is_empty(), "{name}: {code} finds nothing");
    insta::assert_snapshot!(name, seen);
}

#[track_caller]
fn is_silent(code: &str, files: &[(&str, String)]) {
    assert_eq!(seen(code, files), "");
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
    sees(
        "near-questions",
        "J301",
        &bank("", "", &[first.clone(), second.clone()].concat()),
    );
    // In another module as well.
    let files = [
        ("bank.toml", header("\"first\", \"second\"", "")),
        ("first.toml", module("", &first)),
        ("second.toml", module("", &second)),
    ];
    sees("near-questions-elsewhere", "J301", &files);
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
    sees("thin-concept", "J302", &bank(SCOPE, "draw = 2", &questions));
    for keys in ["", "draw = 3", "draw = 2\nattempts = 1"] {
        is_silent("J302", &bank(SCOPE, keys, &questions));
    }
    let enough = [questions.clone(), apart("delta", "guidance")].concat();
    is_silent("J302", &bank(SCOPE, "draw = 2", &enough));
    // Three of four are drawn: both questions about one concept, in one wording each.
    sees(
        "thin-concept-wordings",
        "J302",
        &bank(SCOPE, "draw = 3", &enough),
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
    sees("late-prerequisite", "J303", &files("\"first\", \"second\""));
    is_silent("J303", &files("\"second\", \"first\""));
}

#[test]
fn a_misconception_that_no_answer_has_is_noticed() {
    let more = "[[misconception]]\nid = \"binding\"\nname.en = \"Takes advice for law\"\nname.fr = \"Prend un conseil pour une loi\"\n";
    sees(
        "unused-misconception",
        "J304",
        &bank(more, "", &apart("alpha", "guidance")),
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
    sees("unused-picture", "J305", &files);
    let shown =
        apart("alpha", "guidance").replacen("prompt = \"", "prompt = \"![A wheel](wheel.svg) ", 1);
    let mut files = bank("", "", &shown).to_vec();
    files.push(("wheel.svg", SVG.to_owned()));
    is_silent("J305", &files);
}

#[test]
fn names_that_no_answer_has_are_noticed() {
    let more = "[[synonym]]\nen = [\"ISMS\", \"information security management system\"]\nfr = [\"SMSI\"]\n";
    sees(
        "idle-synonym",
        "J306",
        &bank(more, "", &apart("alpha", "guidance")),
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
    sees("no-samples", "J307", &bank("", on, typed));
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
