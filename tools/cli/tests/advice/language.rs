//! Texts in another language than theirs.

use super::*;

#[test]
fn a_text_in_the_other_language_is_noticed() {
    let english = "Which of these do people use the standard for?";
    finds(
        "J108",
        &prompts(&["What is it for?"], &[english]),
        &[Problem {
            at: (
                "first.toml:19:10",
                "'''Which of these do people use the standard for?'''",
            ),
            message: "the prompt is filed under `fr` and reads as `en`",
            labels: &[],
            help: Some(
                "write it in `fr`; a name or a title in another language is left alone in quotes or *stars*",
            ),
        }],
    );
    let french = "À quoi sert la norme, et qui peut s'en servir dans une entreprise ?";
    finds(
        "J108",
        &prompts(&[french], &["À quoi sert-elle ?"]),
        &[Problem {
            at: (
                "first.toml:15:10",
                "'''À quoi sert la norme, et qui peut s'en servir dans une entreprise ?'''",
            ),
            message: "the prompt is filed under `en` and reads as `fr`",
            labels: &[],
            help: Some(
                "write it in `en`; a name or a title in another language is left alone in quotes or *stars*",
            ),
        }],
    );
    for (english, french) in [
        ("The chief auditor", "The lead auditor"),
        ("It depends on it", "It depends"),
        ("La loi", "La règle"),
        (
            "Visitors sign at first",
            "Visitors get access once they sign",
        ),
    ] {
        assert_ne!(advice("J108", &choice(english, french)), "", "{french}");
    }
    finds(
        "J108",
        &choice("It shows how it is done", "It says how to do it"),
        &[Problem {
            at: ("first.toml:28:13", "'''It says how to do it'''"),
            message: "the choice `a` is filed under `fr` and reads as `en`",
            labels: &[],
            help: Some(
                "write it in `fr`; a name or a title in another language is left alone in quotes or *stars*",
            ),
        }],
    );
}

#[test]
fn names_and_titles_in_another_language_are_passed_over() {
    for (english, french) in [
        (
            "Confidentiality, integrity, availability",
            "Confidentialité, intégrité, disponibilité",
        ),
        ("ISO/IEC 27001 Lead Auditor", "ISO/IEC 27001 Lead Auditor"),
        (
            "A lead auditor's personal certificate",
            "Le certificat d'un auditeur",
        ),
        (
            "What is *Code de la route* about?",
            "De quoi parle le « Code of practice for the use of controls » ?",
        ),
        (
            "In 2022 it became *Annex A of the standard*.",
            "En 2022, c'est devenu *the Annex A of the standard*.",
        ),
        ("Plan, Do, Check, Act", "Plan, Do, Check, Act"),
        ("A test of an idea", "Proof of concept"),
        (
            "Charter of Fundamental Rights",
            "Charter of Fundamental Rights",
        ),
        (
            "The déjà vu of a coup d'état",
            "Le week-end du top management",
        ),
    ] {
        is_silent("J108", &prompts(&[english], &[french]));
    }
}

#[test]
fn a_text_that_was_never_translated_is_noticed() {
    let same = "A guide shows how it is done.";
    finds(
        "J109",
        &prompts(&[same], &[same]),
        &[Problem {
            at: ("first.toml:19:10", "'''A guide shows how it is done.'''"),
            message: "the prompt is the same in `en` and in `fr`",
            labels: &[(
                "first.toml:15:10",
                "'''A guide shows how it is done.'''",
                "in `en`",
            )],
            help: Some("write it for those who read `fr`"),
        }],
    );
    is_silent("J108", &prompts(&[same], &[same]));
    let feedback = |french: &str| {
        let heard = format!(
            "key = true\nfeedback.true.en = \"Right: it is a matter of taste.\"\nfeedback.true.fr = \"{french}\""
        );
        prompts(
            &["Guidance binds nobody."],
            &["Un guide n'oblige personne."],
        )
        .replace("key = true", &heard)
    };
    finds(
        "J109",
        &feedback("Right: it is a matter of taste."),
        &[Problem {
            at: ("first.toml:14:20", "\"Right: it is a matter of taste.\""),
            message: "the feedback is the same in `en` and in `fr`",
            labels: &[(
                "first.toml:13:20",
                "\"Right: it is a matter of taste.\"",
                "in `en`",
            )],
            help: Some("write it for those who read `fr`"),
        }],
    );
    finds(
        "J108",
        &feedback("Right, that is what it is for."),
        &[Problem {
            at: ("first.toml:14:20", "\"Right, that is what it is for.\""),
            message: "the feedback is filed under `fr` and reads as `en`",
            labels: &[],
            help: Some(
                "write it in `fr`; a name or a title in another language is left alone in quotes or *stars*",
            ),
        }],
    );
    for code in ["J108", "J109"] {
        is_silent(code, &feedback("Exact : *it is a matter of taste*."));
    }
    for same in [
        "ISO/IEC 27001:2022",
        "Audit",
        "Plan, Do, Check, Act",
        "Documentation, certification, audit",
        "The Information Security Manager",
        "Plan, do, check, act",
        "Privacy by design",
        "Le Monde",
        "`for i in range(10): print(i)`",
    ] {
        is_silent("J109", &choice(same, same));
    }
    for same in [
        "The lead auditor",
        "Une loi",
        "Sécurité des données",
        "Access to the premises",
    ] {
        assert_ne!(advice("J109", &choice(same, same)), "", "{same}");
    }
}
