//! German, with the formal address. „…“ as quotation marks, U+00A0 before % (DIN 5008) and before an ellipsis that stands for words.

use jalon_engine::bank::Level;
use jalon_engine::feedback::Verdict;
use jalon_engine::grade::Certainty;
use jalon_engine::progress::{Confidence, Standing};

use crate::paper::PaperWords;
use crate::progress::ProgressWords;
use crate::site::SiteWords;
use crate::{Quote, Template, Words};

pub(crate) static WORDS: Words = Words {
    lang: "de",
    language_name: |lang| match lang.primary() {
        "en" => "Englisch",
        "fr" => "Französisch",
        "de" => "Deutsch",
        "es" => "Spanisch",
        "it" => "Italienisch",
        "pt" => "Portugiesisch",
        "nl" => "Niederländisch",
        other => other,
    },

    not_loaded: "Die Fragen konnten nicht geladen werden",
    no_connection: Template(
        "Keine Antwort vom Server für {address}. Prüfen Sie die Verbindung und versuchen Sie es dann erneut.",
    ),
    bad_status: Template("Auf die Anfrage nach {address} hat der Server mit {status} geantwortet."),
    unreadable: Template(
        "{address} ist keine lesbare Fragensammlung (Näheres auf Englisch: {reason}).",
    ),
    no_such_module: Template(
        "Die Fragensammlung hat kein Modul „{module}“. Vorhanden sind: {modules}.",
    ),
    no_attribute: Template("Dem Tag fehlt das Attribut „{attribute}“."),
    retry: "Erneut versuchen",
    loading_result: "Das Ergebnis wird geladen\u{A0}…",
    result_not_loaded: "Das Ergebnis konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es dann erneut.",

    language: "Sprache",
    both_languages: "Beide",
    all_languages: "Alle",

    checkpoint: "Lernkontrolle zum Modul",
    attempt: Template("Versuch {number}"),
    answered: |_, _| Template("Beantwortet: {count}/{total}"),
    question: Template("Frage {number}"),
    pick_several: "Kreuzen Sie alle richtigen Antworten an.",
    pick_exactly: |n| match n {
        1 => Template("Kreuzen Sie eine Antwort an."),
        _ => Template("Kreuzen Sie {count} Antworten an."),
    },
    pick_at_least: Template("Kreuzen Sie mindestens {count} Antworten an."),
    pick_at_most: Template("Kreuzen Sie höchstens {count} Antworten an."),
    pick_between: Template("Kreuzen Sie {least} bis {most} Antworten an."),
    too_many_picked: Template("Es sind zu viele Antworten angekreuzt: höchstens {most}."),
    is_true: "Wahr",
    is_false: "Falsch",
    your_answer: "Ihre Antwort",
    your_answer_wrong: "Ihre Antwort, falsch",
    any_language: "In der Sprache Ihrer Wahl.",
    too_long: "Diese Antwort ist zu lang, um ausgewertet zu werden.",
    in_unit: Template("Einheit: {unit}"),
    no_number: "Diese Antwort enthält keine Zahl.",
    several_numbers: "Diese Antwort enthält mehrere Zahlen; geben Sie nur eine ein.",
    unreadable_number: "Diese Zahl ist nicht lesbar. Beispiele: 1234,5; 3/4; 1,5e6.",
    ambiguous: Template(
        "Meinen Sie {grouped} oder {decimal}? Eindeutig ist {grouped} oder {clear}.",
    ),
    number_alone: "Geben Sie nur die Zahl ein.",
    unknown_unit: Template("Diese Einheit ist hier nicht bekannt. Bekannte Einheiten: {units}."),
    no_unit: Template("Geben Sie auch die Einheit an. Bekannte Einheiten: {units}."),
    gap: Template("Lücke {number} von {total}"),
    choose: "Bitte wählen\u{A0}…",
    counted_already: "Diese Antwort zählt nur einmal und steht bereits in einer anderen Lücke.",
    each_once: "Verwenden Sie jede Antwort höchstens einmal.",
    each_often: "Eine Antwort kann mehrfach verwendet werden.",
    put_in_order: "Bringen Sie die Elemente in die richtige Reihenfolge.",
    used_for: Template("{target} (bereits zugeordnet: {item})"),
    moved: Template("„{target}“ wurde von „{from}“ zu „{to}“ verschoben."),
    move_up: Template("Nach oben: {item}"),
    move_down: Template("Nach unten: {item}"),
    now_at: Template("{item}: Platz {place} von {total}."),
    submit: "Abgeben",
    unanswered: Template("Frage {number} ist noch nicht vollständig beantwortet."),
    several_unanswered: Template("Die Fragen {numbers} sind noch nicht vollständig beantwortet."),
    and: " und ",
    go_to_question: Template("Zu Frage {number}"),
    submit_anyway: "Trotzdem abgeben",

    verdict: |verdict| match verdict {
        Verdict::Right => "Richtig",
        Verdict::Partly => "Teilweise richtig",
        Verdict::Wrong => "Falsch",
        Verdict::Unanswered => "Nicht beantwortet",
        Verdict::NotYet => "Noch nicht richtig",
        Verdict::Compare => "Vergleichen Sie mit der Musterlösung",
    },
    right_answer: "Richtige Antwort",
    why: "Begründung",
    mind_the_accents: Quote("Achten Sie auf Akzente und Umlaute: {answer}"),
    mind_the_grammar: Quote("Genauer: {answer}"),
    also_called: Quote("Andere Bezeichnung: {answer}"),
    usual_order: Quote("In der üblichen Reihenfolge: {answer}"),
    in_short: Quote("Kurz: {answer}"),
    mind_the_spelling: Quote("Achten Sie auf die Schreibweise: {answer}"),
    taken_off: Template("Für die Form der Antwort wurden {percent}\u{A0}% der Punkte abgezogen."),
    other_language: Template("Als Antwort auf {language} erkannt."),
    too_close: Quote("Zu nah an „{answer}“, um als Tippfehler durchzugehen."),
    expected: Template("Erwartete Antwort: {answer}"),
    near_enough: Template("Richtig: {given} liegt nah genug an {key}."),
    read_as: Template("Gelesen als {number}."),
    range: Template("{from} bis {to}"),
    group_mark: "\u{202F}",
    right_place: Template("Richtiger Platz: {place}"),
    items_right: Template("Richtig: {count} von {total}."),
    neighbours_right: Template("Richtige Abfolgen: {count} von {total}."),
    places_right: Template("Am richtigen Platz: {count} von {total}."),

    result: "Ergebnis",
    passed: "Bestanden",
    not_passed: "Noch nicht bestanden",
    points: |_, possible| match possible {
        1 => Template("{earned} von {possible} Punkt"),
        _ => Template("{earned} von {possible} Punkten"),
    },
    decimal_mark: ",",
    percent: Template("{number}\u{A0}%"),
    needed: Template("{percent}\u{A0}% zum Bestehen erforderlich"),
    try_again: "Noch einmal versuchen",
    other_words: "Der nächste Versuch fragt dieselben Inhalte mit anderen Worten ab.",
    other_questions: "Der nächste Versuch stellt andere Fragen aus diesem Modul.",
    questions_missed: "Fragen zum Nachlesen",
    next_module: "Nächstes Modul",
    read_again: "Lektion noch einmal lesen",
    by_concept: "Ihr Lernstand im Einzelnen",
    standing: |standing| match standing {
        Standing::Unknown => "Noch nicht abgefragt",
        Standing::Weak => "Zu wiederholen",
        Standing::Growing => "Auf gutem Weg",
        Standing::Unconfirmed => "Noch zu wenige Antworten",
        Standing::Solid => "Gefestigt",
    },
    from_questions: |n| match n {
        1 => Template("{count} Frage"),
        _ => Template("{count} Fragen"),
    },
    earlier_attempts: |n| match n {
        1 => Template("{count} früherer Versuch"),
        _ => Template("{count} frühere Versuche"),
    },

    set_aside: "Einige gespeicherte Daten waren nicht lesbar. Sie wurden unverändert beiseitegelegt, und Sie können weiterarbeiten.",
    storage_full: "Der Speicher dieses Browsers ist voll. Sie können weiterarbeiten; Ihre Antworten bleiben erhalten, bis Sie diese Seite schließen.",
    storage_forbidden: "Dieser Browser lässt die Seite nichts speichern. Sie können weiterarbeiten; Ihre Antworten bleiben erhalten, bis Sie diese Seite schließen.",
    bank_changed: "Einige Fragen haben sich seit Ihrem letzten Besuch geändert; die Antworten darauf wurden gelöscht.",
    plan_redrawn: "Die Fragenliste eines Versuchs war beschädigt. Ihre Antworten sind erhalten geblieben, und Sie können weiterarbeiten.",
    not_stored: "Die letzten Änderungen Ihres vorigen Besuchs hat der Browser nicht gespeichert. Bitte sehen Sie Ihre Antworten noch einmal durch.",
    newer_version: "Eine neuere Version dieser Seite hat hier Ihren Fortschritt gespeichert. Laden Sie die Seite neu, um daran weiterzuarbeiten; was Sie vorher eingeben, bleibt möglicherweise nicht erhalten.",

    level: |level| match level {
        Level::Foundation => "Grundlagen",
        Level::Intermediate => "Mittleres Niveau",
        Level::Advanced => "Fortgeschritten",
    },
    minutes: |n| match n {
        1 => Template("{count} Minute"),
        _ => Template("{count} Minuten"),
    },
    overview: "Die Lektion im Überblick",
    explanation: "Fachliche Erklärung",
    example: "Praxisbeispiel",
    illustrations: "Beispiele",
    tip: "Tipp",
    warning: "Achtung",
    prompt: "Jetzt schreiben Sie",
    your_text: "Ihr Text",
    text_is_saved: "Wird beim Schreiben in diesem Browser gespeichert und von niemandem bewertet.",

    for_questions: |first, last| match last.saturating_sub(first) {
        0 => Template("Zu Frage {first}"),
        1 => Template("Zu den Fragen {first} und {last}"),
        _ => Template("Zu den Fragen {first} bis {last}"),
    },
    check: "Prüfen",
    check_empty: "Geben Sie zuerst eine Antwort, und prüfen Sie sie dann.",
    check_unready: "So lässt sich diese Antwort nicht bewerten; sie wurde deshalb nicht geprüft. Das hat Sie nichts gekostet.",
    tries_left: |n| match n {
        1 => {
            Template("Ändern Sie Ihre Antwort und prüfen Sie erneut: noch {count} Antwortversuch.")
        }
        _ => {
            Template("Ändern Sie Ihre Antwort und prüfen Sie erneut: noch {count} Antwortversuche.")
        }
    },
    first_hint: "Hinweis anzeigen",
    next_hint: "Nächsten Hinweis anzeigen",
    hint_cost: Template("{action} (kostet {percent}\u{A0}% der Punkte)"),
    hint: Template("Hinweis {number}"),
    how_sure: "Wie sicher sind Sie sich bei dieser Antwort?",
    certainty: |certainty| match certainty {
        Certainty::Low => "Nicht sehr sicher",
        Certainty::Middle => "Ziemlich sicher",
        Certainty::High => "Sehr sicher",
    },
    at_stake: |certainty| match certainty {
        Certainty::Low => "richtig bringt ein Drittel der Punkte, falsch kostet nichts",
        Certainty::Middle => "richtig bringt zwei Drittel der Punkte, falsch kostet ebenso viele",
        Certainty::High => "richtig bringt alle Punkte, falsch kostet doppelt so viele",
    },
    hints_shown: |n| match n {
        1 => Template("{count} Hinweis"),
        _ => Template("{count} Hinweise"),
    },
    wrong_tries: |n| match n {
        1 => Template("{count} Fehlversuch"),
        _ => Template("{count} Fehlversuche"),
    },
    account_line: Template("{conditions}: {points}"),
    attempts_left: |n| match n {
        1 => Template("Sie haben noch einen Versuch."),
        _ => Template("Sie haben noch {count} Versuche."),
    },
    no_attempt_left: |n| match n {
        1 => Template("Dieses Modul erlaubt nur einen Versuch, und Sie haben ihn bereits genutzt."),
        _ => Template("Sie haben alle {count} Versuche genutzt, die dieses Modul erlaubt."),
    },
    later: "Welche Antworten richtig sind, erfahren Sie nach Ihrem letzten Versuch.",
    calibration: "Wie sicher Sie sich waren",
    right_of: Template("{count} von {total} richtig"),
    confidence: |confidence| match confidence {
        Confidence::Over => {
            "Sie waren sich sicherer, als es Ihre Ergebnisse rechtfertigen: Bei einigen dieser Antworten wäre mehr Zweifel angebracht gewesen."
        }
        Confidence::Well => {
            "Sie schätzen sich gut ein: Ihre Sicherheit entspricht Ihren Ergebnissen."
        }
        Confidence::Under => {
            "Sie wissen mehr, als Sie sich zutrauen: Ihre Ergebnisse sind besser, als Ihre Angaben erwarten ließen."
        }
    },

    words_written: |n| match n {
        1 => Template("{count} Wort"),
        _ => Template("{count} Wörter"),
    },
    advised_least: Template("Empfohlene Länge: mindestens {count} Wörter."),
    advised_most: Template("Empfohlene Länge: höchstens {count} Wörter."),
    advised_between: Template("Empfohlene Länge: {least} bis {most} Wörter."),
    text_too_long: Template(
        "Dieser Text hat mehr als {limit} Zeichen. Er ist vollständig gespeichert; bitte kürzen Sie ihn.",
    ),
    model_answer: "Musterlösung",
    tick_points: "Haken Sie die Punkte ab, die Ihr Text behandelt",
    points_covered: |_, _| Template("{count} von {total} behandelt"),
    ticks_are_private: "Ihre Häkchen sind nur für Sie bestimmt und ändern kein Ergebnis.",
    ticks_count: "Ihre Häkchen zählen für Ihren Lernstand, aber nicht für das Ergebnis.",
    handed_in: "Abgegeben",
    nothing_graded: "Hier wird nichts bewertet. Vergleichen Sie Ihren Text mit der Musterlösung.",
};

pub(crate) const PAPER: PaperWords = PaperWords {
    lang: "de",

    form: Template("Variante {letter}"),
    name: "Name",
    date: "Datum",
    points_earned: "Punkte",
    questions: |n| match n {
        1 => Template("{count} Frage"),
        _ => Template("{count} Fragen"),
    },
    points: |hundredths| match hundredths {
        100 => Template("{count} Punkt"),
        _ => Template("{count} Punkte"),
    },
    points_in_short: |_| Template("{count}\u{A0}P."),
    pass_mark: Template("Bestehensgrenze: {percent} ({points})"),
    answer_on_sheet: "Antworten Sie auf dem Antwortbogen am Ende; nur was dort steht, wird gewertet.",
    long_texts: "Längere Texte schreiben Sie unter die jeweilige Frage.",

    pick_one: "Wählen Sie eine Antwort.",
    units: Template("Einheit: {units}"),
    write_letters: "Schreiben Sie vor jedes Element den richtigen Buchstaben.",
    number_items: "Nummerieren Sie die Elemente in der richtigen Reihenfolge, beginnend mit 1.",
    choose_for: Template("Zur Auswahl für ({gap}):"),
    pick_region: "Wählen Sie einen Bereich.",
    go_on: "Wenn der Platz nicht reicht, schreiben Sie auf der Rückseite weiter.",

    answer_sheet: "Antwortbogen",
    under_question: "Unter der Frage beantwortet",

    key: "Lösungen",
    for_markers: "Nur für die Korrektur",
    answer: "Antwort",
    also_right: Template("richtig: {range}"),
    pattern: "alles nach dem Muster",
    enough_words: Template("es genügt: {words}"),
    any_order: Template("vertauschbar: {gaps}"),
    not_marked: "Ohne Punkte: mit der Musterlösung vergleichen.",
    checklist: "Eine gute Antwort:",

    all_or_nothing: "Alles oder nichts.",
    each_right: Template("+{points} je richtiger Antwort."),
    each_neighbour: Template("+{points} je Element, das direkt auf das richtige folgt."),
    each_place: Template("+{points} je Element am richtigen Platz."),
    each_wrong: Template("\u{2212}{points} je falscher Antwort."),
    never_below_zero: "Nie unter 0.",
};

pub(crate) const PROGRESS: ProgressWords = ProgressWords {
    lang: "de",

    title: "Ihr Lernfortschritt",
    nothing_yet: "Sie haben noch keine Fragen beantwortet. Ihre Ergebnisse erscheinen dann hier.",
    not_readable: "Dieser Browser lässt die Seite nicht lesen, was gespeichert wurde; Ihre Ergebnisse können hier deshalb nicht angezeigt werden.",
    not_started: "Noch nicht begonnen",
    begun: "In Bearbeitung",
    goes_on: |n| match n {
        1 => Template("Ein Versuch läuft, bisher mit {count} Antwort."),
        _ => Template("Ein Versuch läuft, bisher mit {count} Antworten."),
    },
    finished: |n, _| match n {
        1 => Template("{count} Versuch abgeschlossen, am {date}"),
        _ => Template("{count} Versuche abgeschlossen, der letzte am {date}"),
    },
    start_with: Template("Mit „{module}“ beginnen"),
    continue_with: Template("Mit „{module}“ weitermachen"),
    all_passed: "Sie haben alle Module bestanden.",
    scores: Template("Letztes Ergebnis: {last}, bestes: {best} ({needed})"),
};

pub(crate) const SITE: SiteWords = SiteWords {
    lang: "de",

    skip: "Zum Inhalt springen",
    menu: "Website",
    purpose: Template(
        "Lektionen zum Thema „{title}“, jede mit einer Lernkontrolle, die Ihnen zeigt, was Sie wissen und was Sie noch einmal lesen sollten.",
    ),
    modules: |n| match n {
        1 => Template("{count} Modul"),
        _ => Template("{count} Module"),
    },
    questions: |n| match n {
        1 => Template("{count} Frage"),
        _ => Template("{count} Fragen"),
    },
    to_pass: Template("{needed} zum Bestehen"),
    start_with: Template("Mit „{module}“ beginnen"),
    start_checkpoint: "Lernkontrolle beginnen",
    checkpoint_of: Template("Lernkontrolle: {module}"),
    about_checkpoint: "Jede Antwort wird erklärt. Sie können jederzeit aufhören und später weitermachen: Ihre Antworten bleiben in diesem Browser.",
    back_to_lesson: "Zurück zur Lektion",
    contents: "Auf dieser Seite",
    previous: "Voriges Modul",
    next: "Nächstes Modul",
    progress: "Wo Sie stehen",
    about_progress: "Ihre Ergebnisse in jedem Modul. Sie bleiben in diesem Browser und werden nirgendwohin übertragen.",
    embed: "Diese Lernkontrolle in eine eigene Seite einbinden",
    about_embedding: "Kopieren Sie diese Website auf einen beliebigen statischen Host, und fügen Sie dies dort ein, wo die Lernkontrolle erscheinen soll:",
    licence: Template("Lizenz: {licence}"),
    made_with: "Erstellt mit Jalon",
    needs_script: "Die Übung läuft im Browser und benötigt JavaScript.",
    not_shown: "Dieser Teil der Seite konnte nicht geladen werden.",
};
