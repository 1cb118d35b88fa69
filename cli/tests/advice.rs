//! What a person sees of the rules that hold the languages of a bank against one another, and what they pass over.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod small;

use small::{advice, stated};

/// Wordings that a rule finds: the name of the case, the rule, and the wordings.
const FOUND: &[(&str, &str, &str)] = &[(
    "missing-wording",
    "J101",
    r#"
[[question.en]]
prompt = "Guidance binds nobody."
explanation = "It says so."

[[question.en]]
prompt = "Nobody has to follow a guide."
explanation = "It says so."

[[question.fr]]
prompt = "Une recommandation n'oblige personne."
explanation = "C'est écrit."
"#,
)];

#[test]
fn what_a_person_sees_of_each_rule() {
    for (name, code, wordings) in FOUND {
        let seen = advice(code, &stated(wordings));
        assert!(!seen.is_empty(), "{name}: {code} finds nothing");
        insta::assert_snapshot!(*name, seen);
    }
}
