//! French. No-break spaces: U+202F before ; ! ? %, U+00A0 before : and inside guillemets.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::grade::Certainty;
use jalon_engine::progress::{Confidence, Standing};

use crate::{Template, Words};

pub(crate) const WORDS: Words = Words {
    lang: "fr",
    language_name: |lang| match lang.primary() {
        "en" => "anglais",
        "fr" => "français",
        other => other,
    },

    not_loaded: "Les questions n’ont pas pu être chargées",
    no_connection: Template(
        "Le serveur ne répond pas pour _. Vérifiez la connexion, puis réessayez.",
    ),
    bad_status: Template("Le serveur a répondu _ pour _."),
    unreadable: Template(
        "_ n’est pas une banque de questions lisible (détail en anglais\u{A0}: _).",
    ),
    no_such_module: Template(
        "La banque n’a pas de module «\u{A0}_\u{A0}». Elle contient\u{A0}: _.",
    ),
    no_attribute: Template("Il manque à la balise l’attribut «\u{A0}_\u{A0}»."),
    retry: "Réessayer",
    loading_result: "Chargement du résultat…",
    result_not_loaded: "Le résultat n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.",

    language: "Langue",
    both_languages: "Les deux",

    checkpoint: "Bilan du module",
    answered: Template("Réponses\u{A0}: _/_"),
    question: Template("Question _"),
    pick_several: "Cochez toutes les bonnes réponses.",
    pick_exactly: |n| match n {
        1 => Template("Cochez _ réponse."),
        _ => Template("Cochez _ réponses."),
    },
    pick_at_least: Template("Cochez au moins _ réponses."),
    pick_at_most: Template("Cochez jusqu’à _ réponses."),
    pick_between: Template("Cochez de _ à _ réponses."),
    too_many_picked: Template("Trop de réponses sont cochées\u{A0}: _ au plus."),
    is_true: "Vrai",
    is_false: "Faux",
    your_answer: "Votre réponse",
    any_language: "Dans la langue de votre choix.",
    too_long: "Cette réponse est trop longue pour être lue.",
    in_unit: Template("En _."),
    no_number: "Cette réponse ne contient pas de nombre.",
    several_numbers: "Cette réponse contient plusieurs nombres\u{202F}; n’en tapez qu’un.",
    unreadable_number: "Ce nombre n’a pas pu être lu. Exemples\u{A0}: 1234,5, 3/4, 1,5e6.",
    ambiguous: Template("Voulez-vous dire _ ou _\u{202F}? Pour lever le doute, tapez _ ou _."),
    number_alone: "Tapez le nombre seul.",
    unknown_unit: Template("Cette unité n’est pas connue ici. Unités connues\u{A0}: _."),
    no_unit: Template("Ajoutez l’unité. Unités connues\u{A0}: _."),
    gap: Template("Trou _ sur _"),
    choose: "Choisir…",
    counted_already: "Cette réponse ne compte qu’une fois, et elle est déjà dans un autre trou.",
    each_once: "Chaque réponse ne sert qu’une fois.",
    each_often: "Une même réponse peut servir plusieurs fois.",
    put_in_order: "Remettez les éléments dans le bon ordre.",
    used_for: Template("_ (sert déjà pour _)"),
    moved: Template("«\u{A0}_\u{A0}» passe de «\u{A0}_\u{A0}» à «\u{A0}_\u{A0}»."),
    move_up: Template("Monter\u{A0}: _"),
    move_down: Template("Descendre\u{A0}: _"),
    now_at: Template("_\u{A0}: place _ sur _."),
    submit: "Valider",
    unanswered: Template("La question _ n’a pas encore de réponse complète."),
    several_unanswered: Template("Les questions _ n’ont pas encore de réponse complète."),
    and: " et ",
    go_to_question: Template("Aller à la question _"),
    submit_anyway: "Valider quand même",

    verdict: |verdict| match verdict {
        Verdict::Right => "Juste",
        Verdict::Partly => "En partie juste",
        Verdict::Wrong => "Erroné",
        Verdict::Unanswered => "Sans réponse",
        Verdict::NotYet => "Pas encore juste",
        Verdict::Compare => "À comparer avec la réponse type",
    },
    right_answer: "Bonne réponse",
    why: "Pourquoi",
    mind_the_accents: ["Attention aux accents\u{A0}: ", ""],
    mind_the_grammar: ["Plus exactement\u{A0}: ", ""],
    also_called: ["On dit aussi\u{A0}: ", ""],
    usual_order: ["Dans l’ordre habituel\u{A0}: ", ""],
    in_short: ["En bref\u{A0}: ", ""],
    mind_the_spelling: ["Attention à l’orthographe\u{A0}: ", ""],
    taken_off: Template("_\u{202F}% des points ont été retirés pour la forme de la réponse."),
    other_language: Template("Réponse reconnue en _."),
    too_close: [
        "Trop proche de «\u{A0}",
        "\u{A0}» pour passer pour une faute de frappe.",
    ],
    expected: Template("Réponse attendue\u{A0}: _"),
    near_enough: Template("C’est juste\u{A0}: _ est assez proche de _."),
    read_as: Template("Lu comme _."),
    range: Template("de _ à _"),
    group_mark: "\u{202F}",
    right_place: Template("Bonne place\u{A0}: _"),
    items_right: Template("Bonnes réponses\u{A0}: _ sur _."),
    neighbours_right: Template("Bons enchaînements\u{A0}: _ sur _."),
    places_right: Template("À la bonne place\u{A0}: _ sur _."),

    result: "Résultat",
    passed: "Réussi",
    not_passed: "Pas encore réussi",
    points: |hundredths, _| match hundredths {
        0..200 => Template("_ point sur _"),
        _ => Template("_ points sur _"),
    },
    decimal_mark: ",",
    percent: Template("_\u{202F}%"),
    needed: Template("_\u{202F}% pour réussir"),
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
        1 => Template("_ tentative précédente"),
        _ => Template("_ tentatives précédentes"),
    },

    set_aside: "Certaines données enregistrées sont illisibles. Elles ont été mises de côté sans y toucher\u{202F}; vous pouvez continuer.",
    storage_full: "L’espace de stockage de ce navigateur est plein. Vous pouvez continuer\u{202F}; vos réponses seront gardées jusqu’à la fermeture de cette page.",
    storage_forbidden: "Ce navigateur ne permet pas à la page d’enregistrer. Vous pouvez continuer\u{202F}; vos réponses seront gardées jusqu’à la fermeture de cette page.",
    bank_changed: "Certaines questions ont changé depuis votre dernière visite\u{A0}: leurs réponses ont été effacées.",
    plan_redrawn: "La liste des questions d’une tentative était endommagée. Vos réponses ont été gardées\u{202F}; vous pouvez continuer.",
    not_stored: "Les dernières modifications de votre visite précédente n’ont pas pu être enregistrées par le navigateur. Veuillez relire vos réponses.",
    newer_version: "Une version plus récente de cette page a enregistré votre progression. Rechargez la page pour la reprendre\u{202F}; ce que vous saisissez d’ici là pourrait ne pas être gardé.",

    level: |level| match level {
        Level::Foundation => "Débutant",
        Level::Intermediate => "Intermédiaire",
        Level::Advanced => "Avancé",
    },
    minutes: |n| match n {
        0 | 1 => Template("_ minute"),
        _ => Template("_ minutes"),
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

    for_questions: |first, last| match last.saturating_sub(first) {
        0 => Template("Pour la question _"),
        1 => Template("Pour les questions _ et _"),
        _ => Template("Pour les questions _ à _"),
    },
    check: "Vérifier",
    check_empty: "Répondez d’abord, puis vérifiez.",
    check_unready: "Telle quelle, cette réponse ne peut pas être notée\u{202F}; elle n’a pas été vérifiée, et cela ne coûte rien.",
    tries_left: |n| match n {
        1 => Template("Modifiez votre réponse et vérifiez à nouveau\u{A0}: il reste _ essai."),
        _ => Template("Modifiez votre réponse et vérifiez à nouveau\u{A0}: il reste _ essais."),
    },
    first_hint: "Voir un indice",
    next_hint: "Voir l’indice suivant",
    hint_cost: Template("_ (coûte _\u{202F}% des points)"),
    hint: Template("Indice _"),
    how_sure: "Quelle est votre certitude\u{202F}?",
    certainty: |certainty| match certainty {
        Certainty::Low => "Certitude faible",
        Certainty::Middle => "Certitude moyenne",
        Certainty::High => "Certitude forte",
    },
    at_stake: |certainty| match certainty {
        Certainty::Low => {
            "juste, elle rapporte un tiers des points\u{202F}; erronée, elle ne coûte rien"
        }
        Certainty::Middle => {
            "juste, elle rapporte deux tiers des points\u{202F}; erronée, elle en coûte autant"
        }
        Certainty::High => {
            "juste, elle rapporte tous les points\u{202F}; erronée, elle en coûte le double"
        }
    },
    hints_shown: |n| match n {
        1 => Template("_ indice"),
        _ => Template("_ indices"),
    },
    wrong_tries: |n| match n {
        1 => Template("_ essai erroné"),
        _ => Template("_ essais erronés"),
    },
    account: Template("_\u{A0}: _"),
    attempts_left: |n| match n {
        1 => Template("Il vous reste _ tentative."),
        _ => Template("Il vous reste _ tentatives."),
    },
    no_attempt_left: |n| match n {
        1 => Template("Ce module n’autorise que _ tentative, et vous l’avez faite."),
        _ => Template("Vous avez fait les _ tentatives que ce module autorise."),
    },
    later: "Les bonnes réponses seront montrées après votre dernière tentative.",
    calibration: "Votre certitude",
    right_of: Template("justes\u{A0}: _ sur _"),
    confidence: |confidence| match confidence {
        Confidence::Over => {
            "Votre certitude dépasse vos résultats\u{A0}: certaines de ces réponses méritaient plus de doute."
        }
        Confidence::Well => {
            "Vous vous jugez bien\u{A0}: votre certitude est à la mesure de vos résultats."
        }
        Confidence::Under => {
            "Vous en savez plus que vous n’osez le dire\u{A0}: vos résultats dépassent votre certitude."
        }
    },

    words_written: |n| match n {
        0 | 1 => Template("_ mot"),
        _ => Template("_ mots"),
    },
    advised_least: Template("Longueur conseillée\u{A0}: au moins _ mots."),
    advised_most: Template("Longueur conseillée\u{A0}: jusqu’à _ mots."),
    advised_between: Template("Longueur conseillée\u{A0}: de _ à _ mots."),
    text_too_long: Template(
        "Ce texte dépasse _ caractères. Tout est enregistré\u{202F}; raccourcissez-le.",
    ),
    model_answer: "Réponse type",
    tick_points: "Cochez les points que votre texte aborde",
    points_covered: |n| match n {
        0 | 1 => Template("_ abordé sur _"),
        _ => Template("_ abordés sur _"),
    },
    ticks_are_private: "Ce que vous cochez reste entre vous et vous\u{A0}: cela ne change aucun résultat.",
    ticks_count: "Ce que vous cochez compte pour savoir où vous en êtes sur chaque notion, pas pour le résultat.",
    handed_in: "Remis",
    nothing_graded: "Rien n’est noté ici. Comparez ce que vous avez écrit aux réponses types.",
};
