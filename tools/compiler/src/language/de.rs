//! German.

use std::borrow::Cow;

use super::{Absolute, Clause, Language, Phrases, Sentence, Words, groups, times, words};
use super::{BELOW, BEYOND, FROM, TO};

pub(crate) static GERMAN: Language = Language {
    tag: "de",
    // Words that hold German sentences together, and are no words in other languages, or hardly ever: not die, war, den, hat.
    holds: Words::new(|| {
        words(
            "der das dem ein eine einen einem einer eines und oder ist sind waren wird werden wurde wurden nicht kein keine keinen mit ohne von \
         vom zum zur bei für auf aus nach über unter zwischen durch gegen sich auch nur noch als wie wenn weil dass wer wem wen welche \
         welcher welches welchen welchem wann warum dieser diese dieses diesen diesem sie wir ihr ihre ihren ihrem seine seinen haben hatte \
         kann können muss müssen soll sollen darf dürfen jede jeder jedes alle",
        )
    }),
    small: Words::new(|| {
        words(
            "aber alle allem allen aller alles also am an andere anderen auch auf aus bei beim beide bis da dabei dafür damit dann daran darauf \
         darf das dass davon dazu dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch \
         dürfen ein eine einem einen einer eines er es etwas folgende folgenden folgender für gegen gehört genau geben gibt habe haben hat \
         hatte hier ihm ihn ihr ihre ihrem ihren ihrer im immer in ist ja jede jedem jeden jeder jedes jedoch kann kein keine keinen keiner \
         können könnte man mehr meist meisten mit muss müssen nach nein nicht nichts nie noch nur ob oder ohne richtig falsch sagt sein seine \
         seinem seinen seiner seit sich sie sind so soll sollen sollte sowie über um und uns unter vom von vor wählen wann war waren warum \
         was weil welche welchem welchen welcher welches wem wen wenn wer werden wie wird wo wozu wurde wurden zu zum zur zwei zwischen \
         antwort antworten aussage aussagen",
        )
    }),
    articles: "der die das den dem des ein eine einen einem einer eines",
    elisions: "",
    says_much_in_two_words: false,
    denials: "nicht kein keine keinen keinem keiner nie niemals niemand nichts weder außer ausser ausgenommen ohne",
    // Words that do the work of a negation. With a hyphen, all that begin so.
    near_denials: "keines un- miss- fehl- falsch- zu allzu wenig- nur mangel- mangelhaft- verbot- untersag- verweiger- vermeid- ablehn- \
        abgelehnt ausgeschloss- ausschließ- ausnahm- entfall- entfäll- frei- leer- verhinder- verlier- verlor- verlust- entfern- lösch- \
        gelöscht stopp- beend- gegen- widersp- ander- sonst statt anstatt jenseits außerhalb entbehrlich- überflüssig- optional- freiwillig- \
        selten- kaum schlecht- inkorrekt- inaktiv- illegal- irrelevant- irregulär- instabil- nonkonform- verzicht- abwesen- abbrech- verstoß- \
        verletz- zweifel- spät- obwohl trotz- nirgend- nein null ende endet wegen",
    // "Un-" is no prefix in these.
    no_denials: "und unter uns uni ungefähr freitag freund andererseits",
    all_of_the_above: &[
        "alle|alles|beide|sämtliche|jede|jeder|jedes|mehrere|zwei|drei der|die|dieser? oben? genannten|genannte|obigen|obige|aufgeführten|\
         vorstehenden|vorgenannten|obenstehenden|erwähnten",
        "alle|beide|sämtliche|mehrere|zwei|drei der|die|dieser? oben? genannten? antworten|möglichkeiten|aussagen|optionen|vorschläge",
        "alle|alles|beide|beides davon|zusammen $",
        "alle zwei|drei|vier|fünf|beiden $",
        "alle zwei|drei|vier|fünf? antworten|aussagen|optionen? sind|stimmen|treffen richtig|korrekt|wahr|zu? $",
        "alle|beide sind|stimmen|treffen richtig|korrekt|wahr|zu? $",
        "jede|jeder|jedes der|dieser genannten|antworten|möglichkeiten|aussagen|optionen",
        "mehr als eine|einer der|dieser",
    ],
    none_of_the_above: &[
        "keine|keines|keiner|keins|nichts davon|hiervon",
        "keine|keines|keiner|keins|nichts der|dieser|von? den|diesen? oben? genannten|obigen|aufgeführten|vorstehenden|vorgenannten",
        "keine|keines|keiner|keins der|dieser zwei|drei|vier|fünf|beiden|genannten? antworten|möglichkeiten|aussagen|optionen|vorschläge",
        "keine antwort|aussage|option|möglichkeit? ist|trifft|stimmt",
        "keine richtige antwort",
        "keine antwort $",
        "weder das|der|die eine noch das|der|die andere",
    ],
    combining: [
        "und oder",
        "antworten antwort aussagen optionen möglichkeiten sind",
        "sowohl nur beide richtig korrekt wahr",
    ],
    clause_joiners: "und aber deshalb daher denn weil oder sondern",
    list_joiners: "und oder plus sowie",
    ranges: Phrases {
        between: &[
            ("zwischen ", &[" und "]),
            ("von ", &[" bis "]),
            ("", &[" bis ", "–", "-"]),
        ],
        before: &[
            ("mehr als ", BEYOND),
            ("größer als ", BEYOND),
            ("über ", BEYOND),
            ("nach ", BEYOND),
            (">", BEYOND),
            ("mindestens ", FROM),
            ("wenigstens ", FROM),
            ("ab ", FROM),
            ("≥", FROM),
            ("weniger als ", BELOW),
            ("kleiner als ", BELOW),
            ("unter ", BELOW),
            ("vor ", BELOW),
            ("<", BELOW),
            ("höchstens ", TO),
            ("maximal ", TO),
            ("bis zu ", TO),
            ("bis ", TO),
            ("innerhalb von ", TO),
            ("≤", TO),
        ],
        behind: &[
            (" oder mehr", FROM),
            (" und mehr", FROM),
            (" oder länger", FROM),
            (" oder älter", FROM),
            (" und älter", FROM),
            (" mindestens", FROM),
            ("+", FROM),
            (" oder weniger", TO),
            (" und weniger", TO),
            (" oder jünger", TO),
            (" höchstens", TO),
        ],
    },
    group_marks: &[' ', '.'],
    decimal_marks: &[',', '.'],
    // Not "acht", "Acht geben", nor "sieben", which is "to sieve".
    number_words: "1 hundert tausend million millionen milliarde milliarden und 3 drei 4 vier 5 fünf 6 sechs 9 neun 10 zehn 12 zwölf 15 fünfzehn \
     20 zwanzig 30 dreißig dreissig 40 vierzig 50 fünfzig",
    round_numbers: "hundert hunderte tausend tausende million millionen milliarde milliarden dutzend",
    clock_words: "uhr h mittag",
    ordinals: &[
        ("erste ersten erster erstes einmal", &[1]),
        ("hälfte halb halbe halben", &[2, 30, 50]),
        ("zweite zweiten zweiter zweites zweimal beide beiden", &[2]),
        ("dritte dritten dritter drittes drittel", &[3, 33]),
        ("viertel", &[4, 15, 25, 75]),
        ("vierte vierten quartal", &[4]),
        ("fünfte fünften", &[5]),
        ("sechste sechsten halbjahr", &[6]),
        ("siebte siebten", &[7]),
        ("woche", &[7, 8]),
        ("wochen", &[14, 15]),
        ("achte achten", &[8]),
        ("neunte neunten", &[9]),
        ("zehnte zehnten", &[10]),
        ("dutzend mittag", &[12]),
    ],
    quotes: ['„', '“'],
    spaces_marks: false,
    singular,
    is_idle,
    turns,
    asks,
    opens,
    absolute,
    fits,
    syllables,
    ease,
};

fn singular<'a>(word: &Cow<'a, str>) -> Option<Cow<'a, str>> {
    // Endings of number and case, without umlauts: a light stemmer, as Savoy's (Light stemming approaches for the French, Portuguese,
    // German and Hungarian languages, 2006).
    let cut = ["en", "es", "er", "e", "s", "n"].iter().find_map(|ending| {
        let root = word.strip_suffix(ending)?;
        (root.chars().count() >= 4).then(|| root.to_owned())
    });
    cut.map(Cow::Owned)
}

fn is_idle(before: &str, own: &str, after: &str) -> bool {
    match own {
        "nicht" => {
            matches!(after, "nur" | "bloß" | "zuletzt" | "mehr" | "weniger") || before == "ob"
        }
        "nichts" => matches!(after, "anderes" | "als"),
        "kein" | "keinen" => after == "zweifel",
        "ohne" => after == "weiteres",
        _ => false,
    }
}

fn turns(sentence: Sentence<'_>, at: usize) -> bool {
    let [before, own, after] = sentence.around(at);
    match own {
        // "Nicht nur" takes nothing away.
        "nicht" => !matches!(after, "nur" | "bloß" | "allein" | "unbedingt" | "zuletzt"),
        "kein" | "keine" | "keinen" | "keinem" | "keiner" | "keines" => after != "zweifel",
        "nie" | "niemals" | "außer" | "ausser" | "ausgenommen" => true,
        "ausnahme" => before == "mit",
        "wenigsten" => before == "am",
        _ => false,
    }
}

fn asks(sentence: Sentence<'_>, at: usize) -> bool {
    let [last, own, next] = sentence.around(at);
    // "Um den Betrieb nicht zu stören", but not "Was trifft nicht zu?"
    let is_infinitive =
        next == "zu" && sentence.last_before(at, &["um", "ohne", "statt"]).is_some();
    let is_aside = matches!(last, "oder" | "wegen") || is_infinitive;
    let is_contrast = own == "nicht" && sentence.is_after_mark(at);
    !is_aside && !is_contrast
}

fn opens(sentence: Sentence<'_>, place: usize) -> Option<Clause> {
    match sentence.word(place) {
        "warum" | "weshalb" | "wieso" | "wozu" => Some(Clause::Reason),
        "weil" | "falls" | "sofern" | "obwohl" | "dass" | "ob" | "damit" | "indem" | "wenn" => {
            Some(Clause::Other)
        }
        // Behind a comma, these open a relative clause: "ein Betrieb, der nicht zertifiziert ist".
        "der" | "die" | "das" | "den" | "dem" | "denen" | "deren" | "dessen" => {
            (place > 0 && sentence.is_after_mark(place)).then_some(Clause::Other)
        }
        _ => None,
    }
}

fn absolute([before, own, after]: [&str; 3]) -> Option<Absolute> {
    match own {
        "nur" if before == "nicht" => None,
        "immer" if after == "noch" || before == "wie" => None,
        "immer" | "nie" | "niemals" | "stets" | "nur" | "ausschließlich" | "ausnahmslos"
        | "vollständig" | "völlig" | "gänzlich" | "absolut" | "lediglich" => {
            Some(Absolute::Strong)
        }
        "alle" | "alles" | "allen" | "aller" | "jede" | "jeder" | "jedes" | "jeden" | "jedem"
        | "sämtliche" | "niemand" | "nichts" | "einzig" | "einzige" => Some(Absolute::Weak),
        _ => None,
    }
}

fn fits(before: &str, word: &str) -> Option<bool> {
    let feminine = is_feminine(word);
    match before {
        "eine" | "einer" => feminine,
        "ein" | "einem" | "eines" | "einen" | "das" => feminine.map(|feminine| !feminine),
        "sind" if matches!(word, "ein" | "eine") => Some(false),
        _ => None,
    }
}

fn syllables(word: &str) -> usize {
    let (count, has_neighbours) = groups(word, is_vowel);
    if !has_neighbours {
        return count;
    }
    // Vowels that are said apart: "Information", "Idealismus", "Steuer", "Feier".
    let apart = [
        "io", "ia", "iu", "iö", "iä", "eo", "ea", "oa", "ua", "ue", "uo", "eie",
    ];
    // A u behind q is no vowel: "Quelle".
    let together = ["qua", "que", "quo"];
    let number = |parts: &[&str]| -> usize { parts.iter().map(|part| times(word, part)).sum() };
    (count + number(&apart)).saturating_sub(number(&together))
}

fn ease(per_sentence: f64, per_word: f64) -> f64 {
    // Amstad, Wie verständlich sind unsere Zeitungen?, 1978.
    180.0 - per_sentence - 58.5 * per_word
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü' | 'é')
}

/// The gender of a noun, from endings that hardly have exceptions: true for a feminine.
fn is_feminine(word: &str) -> Option<bool> {
    const FEMININE: [&str; 7] = ["ung", "heit", "keit", "schaft", "ion", "tät", "enz"];
    const OTHERS: [&str; 5] = ["chen", "ismus", "ment", "tum", "ling"];
    const EXCEPT: [&str; 5] = ["sprung", "schwung", "spion", "stadion", "champion"];
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word.chars().count() {
        0..5 => None,
        _ if ends(&EXCEPT) => None,
        _ if ends(&FEMININE) => Some(true),
        _ if ends(&OTHERS) => Some(false),
        _ => None,
    }
}
