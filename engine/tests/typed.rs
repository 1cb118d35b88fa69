//! What a teacher would say of typed answers, one by one, in English and in French.

use jalon_engine::grade::{MatchOptions, TextKey, TextMatch, Tier};
use jalon_engine::lang::Lang;
use jalon_engine::language::Rules;

/// What is to become of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    Exact,
    Form,
    Accents,
    Article,
    Number,
    Grammar,
    Typo,
    /// Listed as wrong.
    Wrong,
    /// Near a right answer, and at least as near to something else.
    Near,
    /// Not known.
    No,
}

use Is::{Accents, Article, Exact, Form, Grammar, Near, No, Number, Typo, Wrong};

struct Question {
    answers: &'static [&'static str],
    wrong: &'static [&'static str],
    terms: &'static [&'static str],
}

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a language")
}

fn read(question: &Question, given: &str) -> Is {
    let answers: Vec<(Option<&Lang>, &str)> = question.answers.iter().map(|a| (None, *a)).collect();
    let key = TextKey {
        answers: &answers,
        wrong: question.wrong,
        terms: question.terms,
        leeway: &MatchOptions::default(),
        rules: Rules::of(&[lang("en"), lang("fr")]),
    };
    match key.read(given) {
        TextMatch::Accepted(accepted) => match accepted.tier {
            Tier::Exact => Exact,
            Tier::Form => Form,
            Tier::Accents => Accents,
            Tier::Article => Article,
            Tier::Number => Number,
            Tier::Grammar => Grammar,
            Tier::Synonym | Tier::Order | Tier::Pattern | Tier::Words => {
                unreachable!("no leeway is given")
            }
            Tier::Typo => Typo,
        },
        TextMatch::KnownWrong(_) => Wrong,
        TextMatch::Confusable { .. } => Near,
        TextMatch::Unknown => No,
    }
}

fn hold(question: &Question, table: &[(&str, Is)]) {
    let off: Vec<_> = table
        .iter()
        .map(|&(given, expected)| (given, expected, read(question, given)))
        .filter(|(_, expected, read)| expected != read)
        .collect();
    assert!(
        off.is_empty(),
        "against {:?}: (given, expected, read)\n{off:#?}",
        question.answers
    );
}

fn hold_one(answer: &'static str, table: &[(&str, Is)]) {
    let answers: &'static [&'static str] = vec![answer].leak();
    let question = Question {
        answers,
        wrong: &[],
        terms: &[],
    };
    hold(&question, table);
}

#[test]
fn the_number_of_a_standard_is_right_or_wrong() {
    let question = Question {
        answers: &["ISO/IEC 27001", "27001"],
        wrong: &["ISO/IEC 27002"],
        terms: &["ISO/IEC 27005"],
    };
    hold(
        &question,
        &[
            ("ISO/IEC 27001", Exact),
            ("27001", Exact),
            ("iso/iec 27001", Form),
            ("ISO IEC 27001.", Form),
            ("ISO/IEC27001", Form),
            ("ISO-IEC-27001", Form),
            ("I.S.O./I.E.C. 27001", Form),
            ("27 001", Form),
            ("27\u{A0}001", Form),
            ("27\u{202F}001", Form),
            ("ISO/IEC 27 001", Form),
            ("２７００１", Form),
            ("٢٧٠٠١", Form),
            ("27\u{200B}001", Form),
            ("\u{200E}27001\u{200F}", Form),
            ("\u{2067}27001\u{2069}", Form),
            ("27001 👍", Form),
            ("27001 ✅", Form),
            ("« 27001 »", Form),
            ("(27001)", Form),
            ("\t27001\n", Form),
            ("la 27001", Article),
            ("l'ISO/IEC 27001", Article),
            ("L\u{2019}ISO/IEC 27001", Article),
            ("the ISO/IEC 27001", Article),
            ("ISO/IEC 27002", Wrong),
            ("iso iec 27 002", Wrong),
            ("the ISO/IEC 27002", Wrong),
            ("ISO/IEC 27005", No),
            ("ISO/IEC 27011", No),
            ("ISO/IEC 2701", No),
            ("ISO/IEC 270001", No),
            ("ISO/IEC 27010", No),
            ("ISO/IEC 2701O", No),
            ("2700l", No),
            ("27.001", No),
            ("27-001", No),
            ("-27001", No),
            ("IOS/IEC 27001", No),
            ("ISO/IEC", No),
            ("27001²", No),
        ],
    );
}

#[test]
fn the_parts_of_a_number_stay_apart() {
    hold_one(
        "5.15",
        &[
            ("5.15", Exact),
            ("5.15.", Form),
            ("5,15", Form),
            ("5. 15", Form),
            ("the 5.15", Article),
            ("515", No),
            ("51.5", No),
            ("5.1.5", No),
            ("5.150", No),
            ("5.16", No),
            ("-5.15", No),
            ("A.5.15", No),
        ],
    );
    hold_one(
        "A.8.2",
        &[
            ("a 8.2", Form),
            ("A8.2", Form),
            ("the A.8.2", Article),
            ("8.2", No),
            ("A.82", No),
            ("B.8.2", No),
            ("A.8.3", No),
        ],
    );
    hold_one(
        "clause 6.1.3",
        &[
            ("Clause 6.1.3", Form),
            ("the clause 6.1.3", Article),
            ("cluase 6.1.3", Typo),
            ("clause 6.1.2", No),
            ("clause 613", No),
        ],
    );
    hold_one(
        "93",
        &[
            ("93", Exact),
            ("les 93", Article),
            ("93 %", No),
            ("94", No),
            ("39", No),
            ("９３", Form),
        ],
    );
    hold_one(
        "1 000 000",
        &[("1000000", Form), ("1 000 00", No), ("1000001", No)],
    );
    hold_one("−5", &[("-5", Form), ("5", No), ("- 5", No)]);
}

#[test]
fn short_words_get_no_budget() {
    hold_one(
        "ISMS",
        &[
            ("isms", Form),
            ("I.S.M.S.", Form),
            ("an ISMS", Article),
            ("ISMP", No),
            ("IMSS", No),
            ("ISM", No),
            ("ISMSs", No),
        ],
    );
    hold_one(
        "SMSI",
        &[
            ("le SMSI", Article),
            ("SMIS", No),
            ("SMS", No),
            ("SSMI", No),
        ],
    );
    hold_one(
        "risk",
        &[
            ("Risk", Form),
            ("a risk", Article),
            ("risks", No),
            ("disk", No),
            ("ris", No),
        ],
    );
    hold_one(
        "risk owner",
        &[
            ("risk-owner", Form),
            ("riskowner", Form),
            ("risk ownre", Typo),
            ("disk owner", No),
            ("risk under", No),
        ],
    );
    hold_one(
        "annex A",
        &[
            ("Annex A", Form),
            ("annexe A", Typo),
            ("annex B", No),
            ("annexb", No),
            ("annex", No),
            ("annex AA", No),
        ],
    );
}

#[test]
fn case_marks_quotes_and_unicode_forms_are_form() {
    hold_one(
        "déclaration d'applicabilité",
        &[
            ("déclaration d'applicabilité", Exact),
            ("DÉCLARATION D'APPLICABILITÉ", Form),
            ("de\u{301}claration d'applicabilite\u{301}", Form),
            ("déclaration d\u{2019}applicabilité", Form),
            ("déclaration d\u{2BC}applicabilité", Form),
            ("déclaration d´applicabilité", Form),
            ("déclaration d\u{FF07}applicabilité", Form),
            ("déclaration d applicabilité", Form),
            ("déclaration dapplicabilité", Form),
            ("déclaration\u{A0}d'applicabilité !", Form),
            ("« déclaration d'applicabilité »", Form),
            ("décla\u{AD}ration d'applicabilité", Form),
            ("ｄéclaration d'applicabilité", Form),
            ("declaration d'applicabilite", Accents),
            ("dèclaration d'applicabilitë", Accents),
            ("DECLARATION D'APPLICABILITE", Accents),
            ("la déclaration d'applicabilité", Article),
            ("une declaration d'applicabilite", Article),
            ("Déclaration applicabilité", Grammar),
            ("déclaraton d'aplicabilité", Typo),
            ("la decalration d'applicabilite", Typo),
            ("déclaration de conformité", No),
            ("déclaration", No),
        ],
    );
    hold_one(
        "mise en œuvre",
        &[
            ("mise en oeuvre", Form),
            ("MISE EN ŒUVRE", Form),
            ("mise en ouvre", Typo),
            ("la mise en œuvre", Article),
        ],
    );
    hold_one(
        "cybersécurité",
        &[
            ("cyber-sécurité", Form),
            ("cyber sécurité", Form),
            ("Cyber\u{2011}securite", Accents),
            ("cyberséccurité", Typo),
        ],
    );
    hold_one(
        "certification",
        &[
            ("certi\u{FB01}cation", Form),
            ("CERTIFICATION™", Form),
            ("“certification”", Form),
            ("*certification*", No),
        ],
    );
    hold_one("C#", &[("c #", Form), ("C", No), ("C++", No)]);
    hold_one("R&D", &[("r & d", Form), ("RD", No)]);
    hold_one("100 %", &[("100%", Form), ("100", No), ("100 ‰", No)]);
}

#[test]
fn articles_in_front_are_overlooked_and_are_answers_of_their_own() {
    hold_one(
        "organisme",
        &[
            ("de l'organisme", Article),
            ("l organisme", Article),
            ("d’un organisme", Article),
            ("aux organismes", No),
        ],
    );
    hold_one(
        "the",
        &[
            ("The", Form),
            ("the.", Form),
            ("a", No),
            ("a the", Article),
            ("then", No),
        ],
    );
    hold_one(
        "la",
        &[
            ("la", Exact),
            ("LA", Form),
            ("là", Accents),
            ("le", No),
            ("l", No),
        ],
    );
    hold_one(
        "A",
        &[
            ("a", Form),
            ("(a)", Form),
            ("the A", Article),
            ("an", No),
            ("B", No),
        ],
    );
    hold_one(
        "auditor",
        &[
            ("the", No),
            ("an", No),
            ("l'", No),
            ("an auditor", Article),
            ("the the auditor", Article),
        ],
    );
}

#[test]
fn slips_are_read_over_in_long_words() {
    hold_one(
        "requirement",
        &[
            ("requirment", Typo),
            ("requierment", Typo),
            ("requirements", Typo),
            ("a requirements", Typo),
            ("reqirement", Typo),
            ("requirrement", Typo),
            ("equirement", Typo),
            ("erquirement", Typo),
            ("tequirement", Typo),
            ("reqiurmeent", Typo),
            ("reqiurmeet", No),
            ("require", No),
            ("requirement not", No),
        ],
    );
    hold_one(
        "guidance",
        &[
            ("guidnace", Typo),
            ("gudance", Typo),
            ("guidence", Typo),
            ("guidances", Typo),
            ("giudnace", No),
            ("buidance", No),
        ],
    );
    hold_one(
        "exigences",
        &[
            ("exigence", Typo),
            ("les exigences", Article),
            ("exigeances", Typo),
            ("exigganecess", No),
        ],
    );
    hold_one(
        "accreditation",
        &[
            ("acreditation", Typo),
            ("accreditaton", Typo),
            ("ccreditation", Typo),
            ("accrediation", Typo),
            ("accréditation", Accents),
        ],
    );
    hold_one(
        "statement of applicability",
        &[
            ("statment of aplicability", Typo),
            ("statement ofapplicability", Form),
            ("statement ofaplicability", Typo),
            ("state ment of applicabilty", Typo),
            ("statement of applicabilities", No),
            ("statement off applicability", No),
            ("statement to applicability", No),
            ("applicability of statement", No),
        ],
    );
    hold_one(
        "confidentialité, intégrité, disponibilité",
        &[
            ("confidentialite integrite disponibilite", Accents),
            ("confidentialité, integrité et disponibilité", No),
            ("confidentailité, intégrité, disponibilitée", Typo),
            ("confidentailité, intégritté, disponibbilitée", No),
        ],
    );
}

#[test]
fn two_letters_changed_for_others_make_another_word() {
    hold_one("requirement", &[("retirement", No), ("requierment", Typo)]);
    hold_one(
        "stalactite",
        &[
            ("stalagmite", No),
            ("stalacite", Typo),
            ("staalctite", Typo),
        ],
    );
    hold_one(
        "shall",
        &[
            ("shell", No),
            ("small", No),
            ("shlal", Typo),
            ("shakl", Typo),
        ],
    );
    hold_one("leadership", &[("readership", No), ("keadership", Typo)]);
}

#[test]
fn a_space_hides_no_negation() {
    hold_one("asymmetric", &[("a symmetric", No), ("a-symmetric", No)]);
    hold_one("notable", &[("not able", No), ("no table", No)]);
    hold_one(
        "clé asymétrique",
        &[("clé a symétrique", No), ("la clé asymétrique", Article)],
    );
    hold_one("cannot be certified", &[("can not be certified", Form)]);
}

#[test]
fn opposite_prefixes_and_roles_are_other_words() {
    hold_one("asymmetric", &[("symetric", No), ("assymetric", Typo)]);
    hold_one("macroeconomics", &[("microeconomics", No)]);
    hold_one("hypertension", &[("hypotension", No)]);
    hold_one("employee", &[("employer", No), ("emplyee", Typo)]);
    hold_one("employeur", &[("employé", No), ("employée", No)]);
    hold_one(
        "démilitarisée",
        &[("militarisée", No), ("remilitarisée", No)],
    );
}

#[test]
fn numbers_may_be_written_as_words() {
    hold_one(
        "93",
        &[
            ("ninety-three", Number),
            ("quatre-vingt-treize", Number),
            ("nonante-trois", Number),
            ("le quatre-vingt-treize", Number),
            ("quatre-vingt-trois", No),
            ("nonante", No),
            ("cent quatre-vingt-treize", No),
        ],
    );
    hold_one(
        "three years",
        &[
            ("3 years", Number),
            ("threee years", Typo),
            ("thirteen years", No),
        ],
    );
}

#[test]
fn the_opposite_is_never_a_slip() {
    hold_one(
        "never certified",
        &[("ever certified", No), ("never certifed", Typo)],
    );
    hold_one("notable", &[("no tables", No), ("notables", Typo)]);
    hold_one(
        "certifiable",
        &[
            ("non certifiable", No),
            ("uncertifiable", No),
            ("not certifiable", No),
            ("pas certifiable", No),
            ("incertifiable", No),
            ("certifable", Typo),
        ],
    );
    hold_one(
        "uncertifiable",
        &[
            ("certifiable", No),
            ("non certifiable", No),
            ("uncertifable", Typo),
        ],
    );
    hold_one(
        "non conforme",
        &[
            ("non-conforme", Form),
            ("nonconforme", Form),
            ("conforme", No),
            ("mon conforme", No),
        ],
    );
    hold_one(
        "not certified",
        &[
            ("certified", No),
            ("now certified", No),
            ("not certifed", Typo),
        ],
    );
    hold_one("symmetric", &[("asymmetric", No), ("symetric", Typo)]);
    hold_one("asynchrone", &[("synchrone", No), ("asyncrone", Typo)]);
    hold_one(
        "encryption",
        &[
            ("decryption", No),
            ("encription", Typo),
            ("enrcyption", Typo),
        ],
    );
    hold_one(
        "chiffrement",
        &[("déchiffrement", No), ("chifrement", Typo)],
    );
    hold_one("inclusion", &[("exclusion", No), ("inclussion", Typo)]);
    hold_one(
        "internalisation",
        &[("externalisation", No), ("internalization", Typo)],
    );
    hold_one("million", &[("billion", No), ("milion", Typo)]);
    hold_one(
        "sixième",
        &[("dixième", No), ("sixieme", Accents), ("sixiéme", Accents)],
    );
    hold_one(
        "responsabilisation",
        &[
            ("déresponsabilisation", No),
            ("responsabilsaton", Typo),
            ("resonsabilsaton", No),
        ],
    );
}

#[test]
fn what_is_at_least_as_near_to_another_term_is_refused() {
    let question = Question {
        answers: &["correction", "preventive", "œuvre"],
        wrong: &["correctives"],
        terms: &[
            "ouvre",
            "detective",
            "corrections to be made",
            "The correction",
        ],
    };
    hold(
        &question,
        &[
            ("correction", Exact),
            ("corection", Typo),
            ("correctiones", Near),
            ("correctives", Wrong),
            ("CORRECTIVES", Wrong),
            ("ouvre", Near),
            ("œuvres", Typo),
            ("preventve", Typo),
            ("detective", No),
        ],
    );
}

#[test]
fn rivals_of_another_length_and_of_the_same_tier_count() {
    let question = Question {
        answers: &["guideline", "côté du risque"],
        wrong: &["coté du risque"],
        terms: &["guidelinesx"],
    };
    hold(
        &question,
        &[
            ("guidelin", Typo),
            ("guidelines", Near),
            ("coté du risque", Wrong),
            ("cote du risque", Wrong),
            ("Côté du risque", Form),
        ],
    );
}

#[test]
fn there_is_nothing_to_read_in_marks_alone() {
    for given in [
        "",
        " ",
        "...",
        "?",
        "—",
        "''",
        "\u{200B}",
        "\u{FEFF}",
        "👍",
        "🏳\u{FE0F}\u{200D}🌈",
        "\u{202E}",
        "\u{301}",
    ] {
        hold_one("requirement", &[(given, No)]);
    }
    hold_one("?", &[("?", Exact), ("!", No), ("", No)]);
}

#[test]
fn other_scripts_are_read_to_the_letter() {
    hold_one(
        "אבטחת מידע",
        &[
            ("\u{200F}אבטחת מידע", Form),
            ("אבטחת־מידע", Form),
            ("אבטחה", No),
        ],
    );
    hold_one(
        "أمن المعلومات",
        &[
            ("أمن المعلومات؟", Form),
            ("\u{61C}أمن المعلومات", Form),
            ("أمن", No),
        ],
    );
    hold_one(
        "безопасность",
        &[("Безопасность", Form), ("безопастность", Typo)],
    );
    hold_one(
        "情報セキュリティ",
        &[("情報セキュリティ。", Form), ("情報", No)],
    );
}
