//! How long a check takes. `cargo bench -p jalon-compiler` prints the figures.

use std::fmt::Write as _;

use jalon_compiler::{Options, Sources, check, check_with};

fn main() {
    divan::main();
}

/// Questions in all, in modules of a hundred.
const QUESTIONS: usize = if cfg!(debug_assertions) { 500 } else { 10_000 };

/// A bank of three kinds of questions, with two wordings in each of two languages, explanations and feedback.
fn sources() -> Sources {
    let modules = QUESTIONS / 100;
    let mut header = String::from(
        "id = \"large\"\nlanguages = [\"en\", \"fr\"]\ntitle.en = \"A large bank\"\ntitle.fr = \"Une grande banque\"\nmodules = [",
    );
    (0..modules).for_each(|n| _ = write!(header, "\"module-{n}\", "));
    header.push_str("]\n");
    for n in 0..100 {
        _ = write!(
            header,
            "[[concept]]\nid = \"concept-{n}\"\nname.en = \"Concept {n}\"\nname.fr = \"Notion {n}\"\n"
        );
    }
    let files = (0..modules).map(|n| (format!("module-{n}.toml"), module(n)));
    std::iter::once(("bank.toml".to_owned(), header))
        .chain(files)
        .collect()
}

fn module(n: usize) -> String {
    let mut text = format!(
        "title.en = \"Module {n}\"\ntitle.fr = \"Module {n}\"\ntrack.en = \"Track\"\ntrack.fr = \"Parcours\"\nlevel = \"advanced\"\nminutes = 10\n"
    );
    for q in n * 100..(n + 1) * 100 {
        _ = write!(
            text,
            "\n[[question]]\nid = \"question-{q}\"\nconcepts = [\"concept-{}\"]\ndifficulty = \"medium\"\nsource = \"ISO/IEC 27001:2022, clause {q}\"\n",
            q % 100
        );
        match q % 4 {
            0 => true_false(&mut text),
            1 => typed(&mut text, q),
            _ => choice(&mut text),
        }
        wordings(&mut text, q, q % 4 > 1);
    }
    text
}

fn true_false(text: &mut String) {
    text.push_str("kind = \"true-false\"\nkey = false\nfeedback.true.en = \"That would make advice of a requirement.\"\nfeedback.true.fr = \"Ce serait faire d'une exigence un conseil : relisez.\"\n");
}

fn typed(text: &mut String, q: usize) {
    _ = write!(
        text,
        "kind = \"text\"\naccept.any = [\"ISO/IEC {q}\", \"ISO {q}\"]\naccept.en = [\"statement of applicability\"]\naccept.fr = [\"déclaration d'applicabilité\"]\nsamples.accept = [\"statment of applicability\"]\nsamples.reject = [\"risk treatment plan\"]\n"
    );
}

fn choice(text: &mut String) {
    text.push_str("kind = \"choice\"\nkey = \"a\"\n");
    for id in ["a", "b", "c", "d"] {
        _ = write!(
            text,
            "[[question.choice]]\nid = \"{id}\"\nfeedback.en = \"It says what is right about the choice, or what the idea behind it gets wrong.\"\nfeedback.fr = \"Elle dit ce qu'il y a de juste dans ce choix, ou ce que l'idée a de faux.\"\n"
        );
    }
}

/// What the texts are about, in English and in French: enough that hardly two questions are alike.
const THINGS: [(&str, &str); 24] = [
    ("access right", "droit d'accès"),
    ("backup copy", "copie de secours"),
    ("contract", "contrat"),
    ("server room", "salle des serveurs"),
    ("log file", "journal"),
    ("supplier", "fournisseur"),
    ("training plan", "plan de formation"),
    ("internal audit", "audit interne"),
    ("risk owner", "propriétaire du risque"),
    ("mobile phone", "téléphone mobile"),
    ("visitor badge", "badge de visiteur"),
    ("source code", "code source"),
    ("password", "mot de passe"),
    ("incident report", "rapport d'incident"),
    ("network cable", "câble du réseau"),
    ("test data set", "jeu de données d'essai"),
    ("encryption key", "clé de chiffrement"),
    ("job description", "fiche de poste"),
    ("management review", "revue de direction"),
    ("scope statement", "énoncé du périmètre"),
    ("paper archive", "archive sur papier"),
    ("software update", "mise à jour du logiciel"),
    ("meeting room", "salle de réunion"),
    ("insurance policy", "police d'assurance"),
];

/// The name of the n-th of several things that a question is about.
fn thing(q: usize, n: usize, lang: &str) -> &'static str {
    let at = (q / 24usize.pow(u32::try_from(n % 3).unwrap_or(0)) + 7 * n) % THINGS.len();
    let (en, fr) = THINGS[at];
    if lang == "en" { en } else { fr }
}

fn wordings(text: &mut String, q: usize, has_choices: bool) {
    for (lang, prompts, explanation) in [
        (
            "en",
            [
                "Which of these does *clause* 6.1.3 ask of an organisation that claims conformity",
                "An auditor opens clause 6.1.3. What will she want to *see* in writing",
            ],
            "It asks for a **Statement of Applicability**, with the reasons for what is in it and for what isn't.",
        ),
        (
            "fr",
            [
                "Que demande l'*article* 6.1.3 à une organisation qui se déclare conforme",
                "Une auditrice ouvre l'article 6.1.3. Que voudra-t-elle *lire* noir sur blanc",
            ],
            "Il demande une **déclaration d'applicabilité** : ce qui est retenu, ce qui ne l'est pas, et pourquoi.",
        ),
    ] {
        let [about, beside] = [0, 1].map(|n| thing(q, n, lang));
        for prompt in prompts {
            let tail = if lang == "en" {
                format!("about the {about} and the {beside}?")
            } else {
                format!(", s'agissant de {about} et de {beside} ?")
            };
            _ = write!(
                text,
                "[[question.{lang}]]\nprompt = \"{prompt} {tail}\"\nexplanation = \"{explanation}\"\n"
            );
            for (n, id) in ["a", "b", "c", "d"]
                .into_iter()
                .enumerate()
                .filter(|_| has_choices)
            {
                let (one, other) = (thing(q, n, lang), thing(q + 5, n + 1, lang));
                _ = if lang == "en" {
                    writeln!(
                        text,
                        "choices.{id} = \"A list that says who keeps the {one} beside the {other}\""
                    )
                } else {
                    writeln!(
                        text,
                        "choices.{id} = \"Une liste qui dit où se trouve : {one}, {other}\""
                    )
                };
            }
        }
    }
}

#[divan::bench(sample_count = 5)]
fn check_10_000_questions(bencher: divan::Bencher) {
    let sources = sources();
    let bytes: usize = sources.iter().map(|(_, source)| source.text().len()).sum();
    let report = check(&sources);
    assert_eq!(report.diagnostics, [], "the bank is sound");
    bencher
        .counter(divan::counter::BytesCount::new(bytes))
        .bench(|| check(&sources));
}

#[divan::bench(sample_count = 5)]
fn check_and_build_10_000_questions(bencher: divan::Bencher) {
    let sources = sources();
    bencher.bench(|| {
        check(&sources)
            .banks
            .iter()
            .flat_map(jalon_compiler::CompiledBank::files)
            .count()
    });
}

#[divan::bench(sample_count = 5)]
fn check_10_000_questions_with_advice(bencher: divan::Bencher) {
    let sources = sources();
    bencher.bench(|| check_with(&sources, &Options::with_advice()));
}
