//! French. No-break spaces: U+202F before ; ! ? %, U+00A0 before : and inside guillemets.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::grade::Certainty;
use jalon_engine::progress::{Confidence, Standing};

use crate::paper::PaperWords;
use crate::progress::ProgressWords;
use crate::site::SiteWords;
use crate::{Quote, Template, Words};

pub(crate) static WORDS: Words = Words {
    lang: "fr",
    language_name: |lang| match lang.primary() {
        "en" => "anglais",
        "fr" => "français",
        "de" => "allemand",
        "es" => "espagnol",
        "it" => "italien",
        "pt" => "portugais",
        "nl" => "néerlandais",
        other => other,
    },

    not_loaded: "Les questions n’ont pas pu être chargées",
    no_connection: Template(
        "Le serveur ne répond pas pour {address}. Vérifiez la connexion, puis réessayez.",
    ),
    bad_status: Template("Le serveur a répondu {status} pour {address}."),
    unreadable: Template(
        "{address} n’est pas une banque de questions lisible (détail en anglais\u{A0}: {reason}).",
    ),
    no_such_module: Template(
        "La banque n’a pas de module «\u{A0}{module}\u{A0}». Elle contient\u{A0}: {modules}.",
    ),
    no_attribute: Template("Il manque à la balise l’attribut «\u{A0}{attribute}\u{A0}»."),
    retry: "Réessayer",
    loading_result: "Chargement du résultat…",
    result_not_loaded: "Le résultat n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.",

    language: "Langue",
    both_languages: "Les deux",
    all_languages: "Toutes",

    checkpoint: "Bilan du module",
    attempt: Template("Tentative {number}"),
    answered: |n, _| match n {
        0 | 1 => Template("{count} réponse sur {total}"),
        _ => Template("{count} réponses sur {total}"),
    },
    question: Template("Question {number}"),
    pick_several: "Cochez toutes les bonnes réponses.",
    pick_exactly: |n| match n {
        1 => Template("Cochez {count} réponse."),
        _ => Template("Cochez {count} réponses."),
    },
    pick_at_least: Template("Cochez au moins {count} réponses."),
    pick_at_most: Template("Cochez jusqu’à {count} réponses."),
    pick_between: Template("Cochez de {least} à {most} réponses."),
    too_many_picked: Template("Trop de réponses sont cochées\u{A0}: {most} au plus."),
    is_true: "Vrai",
    is_false: "Faux",
    your_answer: "Votre réponse",
    your_answer_wrong: "Votre réponse, incorrecte",
    any_language: "Dans la langue de votre choix.",
    too_long: "Cette réponse est trop longue pour être lue.",
    in_unit: Template("En {unit}."),
    no_number: "Cette réponse ne contient pas de nombre.",
    several_numbers: "Cette réponse contient plusieurs nombres\u{202F}; n’en tapez qu’un.",
    unreadable_number: "Ce nombre n’a pas pu être lu. Exemples\u{A0}: 1234,5, 3/4, 1,5e6.",
    ambiguous: Template(
        "Voulez-vous dire {grouped} ou {decimal}\u{202F}? Pour lever le doute, tapez {grouped} ou {clear}.",
    ),
    number_alone: "Tapez le nombre seul.",
    unknown_unit: Template("Cette unité n’est pas connue ici. Unités connues\u{A0}: {units}."),
    no_unit: Template("Ajoutez l’unité. Unités connues\u{A0}: {units}."),
    gap: Template("Trou {number} sur {total}"),
    choose: "Choisir…",
    counted_already: "Cette réponse ne compte qu’une fois, et elle est déjà dans un autre trou.",
    each_once: "Chaque réponse ne sert qu’une fois.",
    each_often: "Une même réponse peut servir plusieurs fois.",
    put_in_order: "Remettez les éléments dans le bon ordre.",
    used_for: Template("{target} (sert déjà pour {item})"),
    moved: Template("«\u{A0}{target}\u{A0}» passe de «\u{A0}{from}\u{A0}» à «\u{A0}{to}\u{A0}»."),
    move_up: Template("Monter\u{A0}: {item}"),
    move_down: Template("Descendre\u{A0}: {item}"),
    now_at: Template("{item}\u{A0}: place {place} sur {total}."),
    submit: "Valider",
    unanswered: Template("La question {number} n’a pas encore de réponse complète."),
    several_unanswered: Template("Les questions {numbers} n’ont pas encore de réponse complète."),
    and: " et ",
    go_to_question: Template("Aller à la question {number}"),
    submit_anyway: "Valider quand même",

    verdict: |verdict| match verdict {
        Verdict::Right => "Juste",
        Verdict::Partly => "En partie juste",
        Verdict::Wrong => "Incorrect",
        Verdict::Unanswered => "Sans réponse",
        Verdict::NotYet => "Pas encore juste",
        Verdict::Compare => "À comparer avec la réponse type",
    },
    right_answer: "Bonne réponse",
    why: "Pourquoi",
    mind_the_accents: Quote("Attention aux accents\u{A0}: {answer}"),
    mind_the_grammar: Quote("Plus exactement\u{A0}: {answer}"),
    also_called: Quote("On dit aussi\u{A0}: {answer}"),
    usual_order: Quote("Dans l’ordre habituel\u{A0}: {answer}"),
    in_short: Quote("En bref\u{A0}: {answer}"),
    mind_the_spelling: Quote("Attention à l’orthographe\u{A0}: {answer}"),
    taken_off: Template(
        "{percent}\u{202F}% des points ont été retirés pour la forme de la réponse.",
    ),
    other_language: Template("Réponse reconnue en {language}."),
    too_close: Quote("Trop proche de «\u{A0}{answer}\u{A0}» pour passer pour une faute de frappe."),
    expected: Template("Réponse attendue\u{A0}: {answer}"),
    near_enough: Template("C’est juste\u{A0}: {given} est assez proche de {key}."),
    read_as: Template("Lu comme {number}."),
    range: Template("de {from} à {to}"),
    group_mark: "\u{202F}",
    right_place: Template("Bonne place\u{A0}: {place}"),
    items_right: Template("Bonnes réponses\u{A0}: {count} sur {total}."),
    neighbours_right: Template("Bons enchaînements\u{A0}: {count} sur {total}."),
    places_right: Template("À la bonne place\u{A0}: {count} sur {total}."),

    result: "Résultat",
    passed: "Réussi",
    not_passed: "Pas encore réussi",
    points: |hundredths, _| match hundredths {
        0..200 => Template("{earned} point sur {possible}"),
        _ => Template("{earned} points sur {possible}"),
    },
    decimal_mark: ",",
    percent: Template("{number}\u{202F}%"),
    needed: Template("{percent}\u{202F}% pour réussir"),
    try_again: "Recommencer",
    other_words: "La prochaine tentative portera sur les mêmes notions, en d’autres termes.",
    other_questions: "La prochaine tentative posera d’autres questions de ce module.",
    questions_missed: "Questions à revoir",
    next_module: "Module suivant",
    read_again: "Relire la leçon",
    by_concept: "Où vous en êtes, notion par notion",
    standing: |standing| match standing {
        Standing::Unknown => "Pas encore abordée",
        Standing::Weak => "À revoir",
        Standing::Growing => "En bonne voie",
        Standing::Unconfirmed => "Pas encore assez de réponses",
        Standing::Solid => "Acquise",
    },
    from_questions: |n| match n {
        0 | 1 => Template("{count}\u{A0}question"),
        _ => Template("{count}\u{A0}questions"),
    },
    earlier_attempts: |n| match n {
        1 => Template("{count} tentative précédente"),
        _ => Template("{count} tentatives précédentes"),
    },

    set_aside: "Certaines données enregistrées sont illisibles. Elles ont été mises de côté sans y toucher\u{202F}; vous pouvez continuer.",
    storage_full: "L’espace de stockage de ce navigateur est plein. Vous pouvez continuer\u{202F}; vos réponses seront gardées jusqu’à la fermeture de cette page.",
    storage_forbidden: "Ce navigateur ne permet pas à la page d’enregistrer. Vous pouvez continuer\u{202F}; vos réponses seront gardées jusqu’à la fermeture de cette page.",
    bank_changed: "Certaines questions ont changé depuis votre dernière visite\u{A0}: leurs réponses ont été effacées.",
    plan_redrawn: "La liste des questions d’une tentative était endommagée. Vos réponses ont été gardées\u{202F}; vous pouvez continuer.",
    not_stored: "Les dernières modifications de votre visite précédente n’ont pas pu être enregistrées par le navigateur. Veuillez relire vos réponses.",
    newer_version: "Une version plus récente de cette page a enregistré votre progression. Rechargez la page pour la reprendre\u{202F}; ce que vous saisissez d’ici là pourrait ne pas être gardé.",

    level: |level| match level {
        Level::Foundation => "Fondamentaux",
        Level::Intermediate => "Intermédiaire",
        Level::Advanced => "Avancé",
    },
    minutes: |n| match n {
        0 | 1 => Template("{count} minute"),
        _ => Template("{count} minutes"),
    },
    overview: "La leçon en bref",
    explanation: "Le regard du professionnel",
    example: "Un exemple concret",
    illustrations: "Exemples",
    tip: "Conseil",
    warning: "Attention",
    prompt: "À vous d’écrire",
    your_text: "Votre texte",
    text_is_saved: "Enregistré dans ce navigateur au fil de la frappe\u{202F}; personne ne le note.",

    for_questions: |first, last| match last.saturating_sub(first) {
        0 => Template("Pour la question {first}"),
        1 => Template("Pour les questions {first} et {last}"),
        _ => Template("Pour les questions {first} à {last}"),
    },
    check: "Vérifier",
    check_empty: "Répondez d’abord, puis vérifiez.",
    check_unready: "Telle quelle, cette réponse ne peut pas être notée\u{202F}; elle n’a pas été vérifiée, et cela ne coûte rien.",
    tries_left: |n| match n {
        1 => {
            Template("Modifiez votre réponse et vérifiez à nouveau\u{A0}: il reste {count} essai.")
        }
        _ => {
            Template("Modifiez votre réponse et vérifiez à nouveau\u{A0}: il reste {count} essais.")
        }
    },
    first_hint: "Voir un indice",
    next_hint: "Voir l’indice suivant",
    hint_cost: Template("{action} (coûte {percent}\u{202F}% des points)"),
    hint: Template("Indice {number}"),
    how_sure: "Êtes-vous sûr de votre réponse\u{202F}?",
    certainty: |certainty| match certainty {
        Certainty::Low => "Certitude faible",
        Certainty::Middle => "Certitude moyenne",
        Certainty::High => "Certitude forte",
    },
    at_stake: |certainty| match certainty {
        Certainty::Low => {
            "juste, elle rapporte un tiers des points\u{202F}; fausse, elle ne coûte rien"
        }
        Certainty::Middle => {
            "juste, elle rapporte deux tiers des points\u{202F}; fausse, elle en coûte autant"
        }
        Certainty::High => {
            "juste, elle rapporte tous les points\u{202F}; fausse, elle en coûte le double"
        }
    },
    hints_shown: |n| match n {
        1 => Template("{count} indice"),
        _ => Template("{count} indices"),
    },
    wrong_tries: |n| match n {
        1 => Template("{count} erreur"),
        _ => Template("{count} erreurs"),
    },
    account_line: Template("{conditions}\u{A0}: {points}"),
    attempts_left: |n| match n {
        1 => Template("Il vous reste {count} tentative."),
        _ => Template("Il vous reste {count} tentatives."),
    },
    no_attempt_left: |n| match n {
        1 => Template("Ce module n’autorise que {count} tentative, et vous l’avez faite."),
        _ => Template("Vous avez fait les {count} tentatives que ce module autorise."),
    },
    later: "Les bonnes réponses seront montrées après votre dernière tentative.",
    calibration: "Votre certitude",
    right_of: Template("justes\u{A0}: {count} sur {total}"),
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
        0 | 1 => Template("{count} mot"),
        _ => Template("{count} mots"),
    },
    advised_least: Template("Longueur conseillée\u{A0}: au moins {count} mots."),
    advised_most: Template("Longueur conseillée\u{A0}: jusqu’à {count} mots."),
    advised_between: Template("Longueur conseillée\u{A0}: de {least} à {most} mots."),
    text_too_long: Template(
        "Ce texte dépasse {limit} caractères. Tout est enregistré\u{202F}; raccourcissez-le.",
    ),
    model_answer: "Réponse type",
    tick_points: "Cochez les points que votre texte aborde",
    points_covered: |n, _| match n {
        0 | 1 => Template("{count} abordé sur {total}"),
        _ => Template("{count} abordés sur {total}"),
    },
    ticks_are_private: "Ce que vous cochez reste entre vous et vous\u{A0}: cela ne change aucun résultat.",
    ticks_count: "Ce que vous cochez compte pour savoir où vous en êtes sur chaque notion, pas pour le résultat.",
    handed_in: "Copie remise",
    nothing_graded: "Rien n’est noté ici. Comparez ce que vous avez écrit aux réponses types.",
};

pub(crate) const PAPER: PaperWords = PaperWords {
    lang: "fr",

    form: Template("Sujet {letter}"),
    name: "Nom",
    date: "Date",
    points_earned: "Points",
    questions: |n| match n {
        0 | 1 => Template("{count} question"),
        _ => Template("{count} questions"),
    },
    points: |hundredths| match hundredths {
        0..200 => Template("{count} point"),
        _ => Template("{count} points"),
    },
    points_in_short: |n| match n {
        0 | 1 => Template("{count} pt"),
        _ => Template("{count} pts"),
    },
    pass_mark: Template("Seuil de réussite\u{A0}: {percent} ({points})"),
    answer_on_sheet: "Répondez sur la feuille de réponses, à la fin\u{A0}: elle seule compte.",
    long_texts: "Les textes longs s’écrivent sous leur question.",

    pick_one: "Choisissez une réponse.",
    units: Template("Unité\u{A0}: {units}"),
    write_letters: "Écrivez la bonne lettre devant chaque élément.",
    number_items: "Numérotez les éléments dans le bon ordre\u{A0}: 1 pour le premier.",
    choose_for: Template("Pour ({gap}), au choix\u{A0}:"),
    pick_region: "Choisissez une zone.",
    go_on: "Poursuivez au verso si la place manque.",

    answer_sheet: "Feuille de réponses",
    under_question: "Rédigé sous la question",

    key: "Corrigé",
    for_markers: "Réservé aux correcteurs",
    answer: "Réponse",
    also_right: Template("juste\u{A0}: {range}"),
    pattern: "tout ce que décrit",
    enough_words: Template("suffisent\u{A0}: {words}"),
    any_order: Template("peuvent s’échanger\u{A0}: {gaps}"),
    not_marked: "Sans points\u{A0}: à comparer avec la réponse type.",
    checklist: "Une bonne réponse\u{A0}:",

    all_or_nothing: "Tout ou rien.",
    each_right: Template("+{points} par bonne réponse."),
    each_neighbour: Template("+{points} par élément placé juste après le bon."),
    each_place: Template("+{points} par élément à sa place."),
    each_wrong: Template("\u{2212}{points} par erreur."),
    never_below_zero: "Jamais moins de 0.",
};

pub(crate) const PROGRESS: ProgressWords = ProgressWords {
    lang: "fr",

    title: "Votre progression",
    nothing_yet: "Vous n’avez encore répondu à aucune question. Vos résultats apparaîtront ici.",
    not_readable: "Ce navigateur ne permet pas à la page de lire ce qui a été enregistré\u{A0}: vos résultats ne peuvent pas être affichés ici.",
    not_started: "Pas encore commencé",
    begun: "En cours",
    goes_on: |n| match n {
        0 | 1 => Template("Une tentative est en cours, avec {count} réponse pour l’instant."),
        _ => Template("Une tentative est en cours, avec {count} réponses pour l’instant."),
    },
    finished: |n, _| match n {
        0 | 1 => Template("{count} tentative terminée, le {date}"),
        _ => Template("{count} tentatives terminées, la dernière le {date}"),
    },
    start_with: Template("Commencer par «\u{A0}{module}\u{A0}»"),
    continue_with: Template("Continuer avec «\u{A0}{module}\u{A0}»"),
    all_passed: "Vous avez réussi tous les modules.",
    scores: Template("Dernier résultat\u{A0}: {last}, meilleur\u{A0}: {best} ({needed})"),
};

pub(crate) const SITE: SiteWords = SiteWords {
    lang: "fr",

    skip: "Aller au contenu",
    menu: "Site",
    purpose: Template(
        "Des leçons sur le thème «\u{A0}{title}\u{A0}», et pour chacune un bilan qui vous dit ce que vous savez et ce qu’il faut relire.",
    ),
    modules: |n| match n {
        0 | 1 => Template("{count}\u{A0}module"),
        _ => Template("{count}\u{A0}modules"),
    },
    questions: |n| match n {
        0 | 1 => Template("{count}\u{A0}question"),
        _ => Template("{count}\u{A0}questions"),
    },
    to_pass: Template("{needed} pour réussir"),
    start_with: Template("Commencer par «\u{A0}{module}\u{A0}»"),
    start_checkpoint: "Commencer le bilan",
    checkpoint_of: Template("Bilan\u{A0}: {module}"),
    about_checkpoint: "Chaque réponse est expliquée. Vous pouvez vous arrêter à tout moment et reprendre plus tard\u{A0}: vos réponses restent dans ce navigateur.",
    back_to_lesson: "Revenir à la leçon",
    contents: "Sur cette page",
    previous: "Module précédent",
    next: "Module suivant",
    progress: "Où vous en êtes",
    about_progress: "Vos résultats dans chaque module. Ils sont conservés dans ce navigateur et ne vont nulle part ailleurs.",
    embed: "Intégrer ce bilan à l’une de vos pages",
    about_embedding: "Copiez ce site chez n’importe quel hébergeur statique, puis collez ceci là où le bilan doit apparaître\u{A0}:",
    licence: Template("Licence\u{A0}: {licence}"),
    made_with: "Réalisé avec Jalon",
    needs_script: "L’exercice s’exécute dans le navigateur et nécessite JavaScript.",
    not_shown: "Cette partie de la page n’a pas pu être chargée.",
};
