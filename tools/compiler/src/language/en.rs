//! English.

use std::borrow::Cow;

use super::{
    Absolute, Clause, Language, Phrases, Sentence, Words, groups, has, swapped, times, words,
};
use super::{BELOW, BEYOND, FROM, TO};

/// Words by which a sentence tells a learner to pick something.
const ORDERS: &str = "choose select pick find identify name mark tick check click indicate";

pub(crate) static ENGLISH: Language = Language {
    tag: "en",
    // Words that hold English sentences together, and are no words in other languages, or hardly ever.
    holds: Words::new(|| {
        words(
            "the of and to is are was were be been being that which what who whom whose when where why how this these those with without \
         from for by at into about between through it its they their them there you your we our he she his her does do did has have had \
         can could should would will shall must may might not no if or as in than then because each every any some both only all",
        )
    }),
    small: Words::new(|| {
        words(
            "\
        a about above after again against all also although am among an and another any apply are as ask asks at be because \
        been before being below best between both but by can cannot choose come comes could did do does doing done down during \
        each either every false find first following for from get gets give gives go goes had has have having he her here hers \
        him his how i if in into is it its just kind know knows last least less let like made make makes many may me means \
        might more most much must my need needs neither never new next no none nor not now of off on once one ones only or \
        other others our out over own pick put same say says see select shall she should since so some such take takes tell \
        tells than that the their them then there these they thing things this those three through to too true two under until \
        up upon us use used uses very want wants was way we well were what when where whether which while who whom whose why \
        will with within without would yes yet you your",
        )
    }),
    articles: "the a an",
    elisions: "",
    says_much_in_two_words: false,
    // The t is what an apostrophe leaves of "isn't".
    denials: "not never except cannot t no none nobody nothing neither nowhere",
    // Words that do the work of a negation: "optional" says "not required". With a hyphen, all that begin so.
    near_denials: "no non none nobody nothing neither nor least deny out only too left leave few fewer less un- nowhere hardly seldom rarely \
        without unless beyond outside instead rather but apart other otherwise save impossib- improper- inadequ- insuffic- incorrect- \
        incomplet- invalid- inactiv- inappropriat- ineffect- ineligib- illegal- illicit- irregular- irrelevan- useless- harmless- nonconform- \
        disagree- disab- disallow- disqualif- dissimilar- disprove- mistake- misplac- mislead- misuse- wrong- false- bad worst poor lack- \
        fail- miss- omit- skip- avoid- ignor- exclu- excep- exempt- refus- forbid- prohibit- ban banned reject- declin- drop- absent- absence \
        loses losing lost free optional- deni- doubt- wast- prevent- stop- cease- end- remov- delet- empty zero contrary contradict- \
        opposit- different- differ odd against hide- hidden voluntar- waiv- refrain- abstain- break- broken breach- violat- late",
    // "Un-" is no prefix in these.
    no_denials: "under uni until unto",
    all_of_the_above: &[
        "all|both|each|any|every|everything|two|three|several one? of? the? above|previous|preceding|foregoing|listed",
        "more than one of the? above|these",
        "all|both|any|two|several of these|those|them $",
        "all|both|each|every|any one? of? the|these|those two|three|four|five? answers|options|choices|statements|alternatives",
        "all|both|any answers|options|choices",
        "all two|three|four|five of? these|those|them? are? correct|right|true|valid? $",
        "all|both of? these|those|them? are correct|right|true|valid $",
        "every one of these|those|them",
        "they are all|both",
    ],
    none_of_the_above: &[
        "none|neither of? the? above|previous|preceding|foregoing|listed",
        "none|neither of these|those|them $",
        "none|neither of the|these|those two|three|four|five? answers|options|choices|statements|alternatives",
        "none|neither of? these|those|them? is|are correct|right|true|valid $",
        "no correct|right answer",
        "no answer|option|choice|statement is",
    ],
    combining: [
        "and or",
        "answers options choices are",
        "both only correct right true",
    ],
    clause_joiners: "and but so because or",
    list_joiners: "and or plus",
    ranges: Phrases {
        between: &[
            ("between ", &[" and "]),
            ("from ", &[" to ", " through "]),
            ("", &[" to ", "–", "-"]),
        ],
        before: &[
            ("more than ", BEYOND),
            ("greater than ", BEYOND),
            ("over ", BEYOND),
            ("above ", BEYOND),
            ("after ", BEYOND),
            (">", BEYOND),
            ("at least ", FROM),
            ("no less than ", FROM),
            ("no fewer than ", FROM),
            ("a minimum of ", FROM),
            ("≥", FROM),
            ("less than ", BELOW),
            ("fewer than ", BELOW),
            ("under ", BELOW),
            ("below ", BELOW),
            ("before ", BELOW),
            ("<", BELOW),
            ("at most ", TO),
            ("up to ", TO),
            ("within ", TO),
            ("no more than ", TO),
            ("not more than ", TO),
            ("a maximum of ", TO),
            ("≤", TO),
        ],
        behind: &[
            (" or more", FROM),
            (" and more", FROM),
            (" or over", FROM),
            (" and over", FROM),
            (" or above", FROM),
            (" and above", FROM),
            (" or older", FROM),
            (" or longer", FROM),
            (" at least", FROM),
            ("+", FROM),
            (" or less", TO),
            (" or fewer", TO),
            (" or under", TO),
            (" or below", TO),
            (" or younger", TO),
            (" at most", TO),
            (" at the most", TO),
        ],
    },
    group_marks: &[' ', ','],
    decimal_marks: &['.'],
    number_words: "1 hundred thousand million millions billion and 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 12 twelve \
     15 fifteen 20 twenty 30 thirty 40 forty 50 fifty",
    round_numbers: "hundred hundreds thousand thousands million millions billion billions dozen dozens",
    clock_words: "pm am m noon h",
    ordinals: &[
        ("first once", &[1]),
        ("half", &[2, 30, 50]),
        ("second twice both", &[2]),
        ("third", &[3, 33]),
        ("quarter quarters", &[4, 15, 25, 75]),
        ("fourth", &[4]),
        ("fifth", &[5]),
        ("sixth", &[6]),
        ("seventh", &[7]),
        ("week", &[7, 8]),
        ("weeks fortnight", &[14, 15]),
        ("eighth", &[8]),
        ("ninth", &[9]),
        ("tenth", &[10]),
        ("dozen noon", &[12]),
    ],
    quotes: ['“', '”'],
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
    // The S-stemmer (Harman, How effective is suffixing?, 1991).
    if !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us") {
        return None;
    }
    let swap = |ending, instead| swapped(word, ending, instead);
    swap("'s", "")
        .or_else(|| swap("ies", "y").filter(|_| !word.ends_with("eies") && !word.ends_with("aies")))
        .or_else(|| swap("sses", "ss"))
        .or_else(|| swap("s", ""))
}

fn is_idle(before: &str, own: &str, after: &str) -> bool {
    match own {
        "not" => {
            matches!(before, "or")
                || matches!(
                    after,
                    "only" | "just" | "merely" | "until" | "least" | "for" | "more" | "less"
                )
        }
        "t" => matches!(after, "forget" | "hesitate"),
        "no" => matches!(
            after,
            "more" | "less" | "later" | "longer" | "fewer" | "sooner" | "matter" | "doubt"
        ),
        "nothing" => after == "but",
        _ => false,
    }
}

fn turns(sentence: Sentence<'_>, at: usize) -> bool {
    let [before, own, after] = sentence.around(at);
    match own {
        // "Not only" takes nothing away.
        "not" => !matches!(after, "only" | "just" | "merely" | "necessarily"),
        // "At least", "at the least".
        "least" => before != "at" && sentence.before(at, 2) != "at",
        "never" | "except" | "cannot" => true,
        "exception" => after == "of",
        own => own.ends_with("n't"),
    }
}

fn asks(sentence: Sentence<'_>, at: usize) -> bool {
    let [last, own, next] = sentence.around(at);
    let is_preposition = matches!(
        last,
        "of" | "for" | "by" | "from" | "about" | "without" | "at" | "despite" | "than" | "or"
    );
    let is_infinitive =
        next == "to" && !matches!(last, "is" | "are" | "was" | "were" | "be" | "ought");
    let is_contrast = own == "not" && sentence.is_after_mark(at);
    !is_preposition && !is_infinitive && !is_contrast
}

fn opens(sentence: Sentence<'_>, place: usize) -> Option<Clause> {
    match sentence.word(place) {
        "why" => Some(Clause::Reason),
        "if" | "unless" | "because" | "although" | "though" | "since" | "while" | "whether" => {
            Some(Clause::Other)
        }
        // "When should you not overtake?"
        "when" => (place > 0 || sentence.has_marks()).then_some(Clause::Other),
        "who" | "that" | "which" | "whose" | "how" | "what" | "where" => {
            let is_question = sentence.begins_anew(place)
                || sentence.follows_preposition(place)
                || has(ORDERS, sentence.word(0))
                || sentence.points(place, &["which", "what"], &["is", "are"]);
            (!is_question).then_some(Clause::Other)
        }
        _ => None,
    }
}

fn ease(per_sentence: f64, per_word: f64) -> f64 {
    206.835 - 1.015 * per_sentence - 84.6 * per_word
}

fn syllables(word: &str) -> usize {
    let is_vowel = |c: char| {
        matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
            || !c.is_ascii() && "àâéèêëïîôöùûü".contains(c)
    };
    let (mut count, has_neighbours) = groups(word, is_vowel);
    let before = |ending: &str| {
        let stem = word.strip_suffix(ending);
        stem.and_then(|stem| stem.chars().next_back())
    };
    let consonant_before = |ending: &str| before(ending).is_some_and(|c| !is_vowel(c));
    // A last e is silent, but not the one of "table"; so are those of "-es" and "-ed" behind most consonants.
    let hisses = ["ses", "zes", "xes", "ces", "ges", "ches", "shes"];
    let is_silent = if word.ends_with("le") {
        before("le").is_some_and(is_vowel)
    } else if word.ends_with("es") {
        consonant_before("es") && !hisses.iter().any(|ending| word.ends_with(ending))
    } else if word.ends_with("ed") {
        consonant_before("ed") && !word.ends_with("ted") && !word.ends_with("ded")
    } else {
        consonant_before("e")
    };
    // Inside, an e is silent before some endings: "management", "safely", "useful". Not behind l: "element", "implement".
    let endings = ["ement", "ements", "ely", "eful", "eless", "eness"];
    let is_mute = |ending: &&str| consonant_before(ending) && before(ending) != Some('l');
    count = count.saturating_sub(usize::from(is_silent));
    count = count.saturating_sub(usize::from(count > 2 && endings.iter().any(is_mute)));
    // What follows is about vowels side by side.
    if !has_neighbours {
        return count;
    }
    // Two vowels that are said apart: "idea", "serious", "dual", "creating".
    let apart = [
        "ia", "io", "eo", "ua", "iu", "uo", "dea", "area", "eati", "ient", "ience", "scie", "quiet",
    ];
    // But these are said together: "nation", "special", "question", "equal", "people".
    let together = [
        "tion", "sion", "cion", "gion", "xion", "cious", "tious", "gious", "cial", "tial", "cian",
        "tient", "tience", "cient", "cience", "qua", "quo", "gua", "people",
    ];
    let number = |parts: &[&str]| -> usize { parts.iter().map(|part| times(word, part)).sum() };
    (count + number(&apart)).saturating_sub(number(&together))
}

fn absolute([before, own, after]: [&str; 3]) -> Option<Absolute> {
    match own {
        "only" if matches!(before, "not" | "if") => None,
        "all" if matches!(before, "at" | "after" | "above" | "in") || after == "but" => None,
        "always" | "never" | "only" | "completely" | "entirely" | "absolutely" | "totally"
        | "exclusively" | "solely" | "invariably" => Some(Absolute::Strong),
        "all" | "every" | "everybody" | "everyone" | "everything" | "nobody" | "nothing" => {
            Some(Absolute::Weak)
        }
        _ => None,
    }
}

fn fits(before: &str, word: &str) -> Option<bool> {
    match before {
        "a" => sounds_like_a_vowel(word).map(|vowel| !vowel),
        "an" => sounds_like_a_vowel(word),
        "are" | "were" if matches!(word, "a" | "an" | "each" | "every") => Some(false),
        "is" | "was" if matches!(word, "several" | "many" | "these" | "those") => Some(false),
        _ => None,
    }
}

/// Whether an English word begins with the sound of a vowel.
fn sounds_like_a_vowel(word: &str) -> Option<bool> {
    let consonants = [
        "uni", "use", "usu", "util", "eu", "one", "once", "ubi", "ura", "ute", "ufo",
    ];
    // A negated word keeps its "un": unintended, unimportant.
    let negated = ["unin", "unim", "unid"];
    let silent = ["hour", "honest", "honour", "honor", "heir"];
    let begins = |with: &[&str]| with.iter().any(|start| word.starts_with(start));
    let first = word.chars().next()?;
    // The name of a letter.
    if word.chars().count() < 2 {
        return None;
    }
    match first {
        _ if begins(&silent) || begins(&negated) => Some(true),
        _ if begins(&consonants) => Some(false),
        'a' | 'e' | 'i' | 'o' | 'u' => Some(true),
        c if c.is_ascii_alphabetic() => Some(false),
        _ => None,
    }
}
