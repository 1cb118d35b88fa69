//! French. No-break spaces: U+202F before ; ! ? %, U+00A0 before : and inside guillemets.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::progress::Standing;

use crate::{Words, list};

pub(crate) const WORDS: Words = Words {
    lang: "fr",
    language_name: |lang| match lang.primary() {
        "en" => "anglais".to_owned(),
        "fr" => "français".to_owned(),
        other => other.to_owned(),
    },

    loading: "Chargement…",
    not_loaded: "Les questions n’ont pas pu être chargées",
    no_connection: |url| {
        format!("Le serveur ne répond pas pour {url}. Vérifiez la connexion, puis réessayez.")
    },
    bad_status: |url, status| format!("Le serveur a répondu {status} pour {url}."),
    unreadable: |url, why| {
        format!("{url} n’est pas une banque de questions lisible (détail en anglais\u{A0}: {why}).")
    },
    no_such_module: |module, known| {
        format!(
            "La banque n’a pas de module «\u{A0}{module}\u{A0}». Elle contient\u{A0}: {}.",
            known.join(", ")
        )
    },
    no_attribute: |name| format!("Il manque à la balise l’attribut «\u{A0}{name}\u{A0}»."),
    retry: "Réessayer",

    language: "Langue",
    both_languages: "Les deux",

    checkpoint: "Bilan du module",
    answered: |n, of| format!("Réponses\u{A0}: {n}/{of}"),
    question: |n| format!("Question {n}"),
    pick_several: "Cochez toutes les bonnes réponses.",
    is_true: "Vrai",
    is_false: "Faux",
    your_answer: "Votre réponse",
    any_language: "Dans la langue de votre choix.",
    too_long: "Cette réponse est trop longue pour être lue.",
    submit: "Valider",
    unanswered: |numbers| match numbers {
        [one] => format!("La question {one} n’a pas encore de réponse."),
        several => format!(
            "Les questions {} n’ont pas encore de réponse.",
            list(several, " et ")
        ),
    },
    go_to_question: |n| format!("Aller à la question {n}"),
    submit_anyway: "Valider quand même",

    verdict: |verdict| match verdict {
        Verdict::Right => "Juste",
        Verdict::Partly => "En partie juste",
        Verdict::Wrong => "Erroné",
        Verdict::Unanswered => "Sans réponse",
    },
    right_answer: "Bonne réponse",
    why: "Pourquoi",
    mind_the_accents: |answer| format!("C’est juste. Attention aux accents\u{A0}: {answer}"),
    mind_the_spelling: |answer| format!("C’est juste. Attention à l’orthographe\u{A0}: {answer}"),
    other_language: |lang| format!("Réponse reconnue en {}.", (WORDS.language_name)(lang)),
    too_close: |rival| {
        format!("Trop proche de «\u{A0}{rival}\u{A0}» pour passer pour une faute de frappe.")
    },
    expected: |answer| format!("Réponse attendue\u{A0}: {answer}"),

    result: "Résultat",
    passed: "Réussi",
    not_passed: "Pas encore réussi",
    points: |earned, possible| match earned {
        0 | 1 => format!("{earned} point sur {possible}"),
        _ => format!("{earned} points sur {possible}"),
    },
    percent: |n| format!("{n}\u{202F}%"),
    needed: |pass| format!("{pass}\u{202F}% pour réussir"),
    try_again: "Recommencer",
    other_words: "La prochaine tentative portera sur les mêmes notions, en d’autres termes.",
    by_concept: "Où vous en êtes, notion par notion",
    standing: |standing| match standing {
        Standing::Unknown => "pas encore abordée",
        Standing::Weak => "à revoir",
        Standing::Growing => "en bonne voie",
        Standing::Solid => "acquise",
    },
    earlier_attempts: |n| match n {
        1 => "1 tentative précédente".to_owned(),
        _ => format!("{n} tentatives précédentes"),
    },

    set_aside: "Certaines données enregistrées sont illisibles. Elles ont été mises de côté sans y toucher\u{202F}; vous pouvez continuer.",
    storage_full: "L’espace de stockage de ce navigateur est plein. Vous pouvez continuer\u{202F}; vos réponses seront gardées jusqu’à la fermeture de cette page.",
    storage_forbidden: "Ce navigateur ne permet pas à la page d’enregistrer. Vous pouvez continuer\u{202F}; vos réponses seront gardées jusqu’à la fermeture de cette page.",
    bank_changed: "Certaines questions ont changé depuis votre dernière visite\u{A0}: leurs réponses ont été effacées.",

    level: |level| match level {
        Level::Foundation => "Débutant",
        Level::Intermediate => "Intermédiaire",
        Level::Advanced => "Avancé",
    },
    minutes: |n| match n {
        0 | 1 => format!("{n} minute"),
        _ => format!("{n} minutes"),
    },
    overview: "La leçon en bref",
    explanation: "L’explication du professionnel",
    example: "Un exemple concret",
    illustrations: "Exemples",
    tip: "Conseil",
    warning: "Attention",
    prompt: "À vous d’écrire",
    your_text: "Votre texte",
    text_is_saved: "Enregistré dans ce navigateur au fil de la frappe\u{202F}; personne ne le note.",
};
