//! French.

use std::borrow::Cow;

use super::{
    Absolute, Clause, Language, Phrases, Sentence, Words, groups, has, swapped, times, words,
};
use super::{BELOW, BEYOND, FROM, TO};

/// Words by which a sentence tells a learner to pick something.
const ORDERS: &str =
    "choisissez sélectionnez trouvez cochez indiquez désignez repérez cliquez nommez";

pub(crate) static FRENCH: Language = Language {
    tag: "fr",
    // Words that hold French sentences together, and are no words in other languages, or hardly ever. What an apostrophe cuts off is a
    // word of its own, but for what English has too: d, s.
    holds: Words::new(|| {
        words(
            "le la les l un une des du de au aux et est sont était être ou où que qu qui quoi quel quelle quels quelles dont ce cet cette ces \
         c il elle ils elles nous vous votre vos notre nos leur leurs se ne n pas dans en par pour avec sans sur sous entre chez plus \
         mais donc si comme quand comment pourquoi à ont doit doivent peut peuvent faut fait même tout tous toute toutes chaque aucun \
         aucune j je sa son ses",
        )
    }),
    small: Words::new(|| {
        words(
            "\
        a afin ai ainsi alors après as au aucun aucune aussi autre autres aux avait avant avec avez avoir bien c' ce cela \
        celle celles celui ces cet cette ceux chaque chez choisissez cochez comme comment contre d' dans de depuis dernier \
        dernière des deux dire dit dites doit doivent donc donne donnez dont du elle elles en encore entre es est et eu eux \
        faire fait faites faut faux font hors ici il ils indiquez j' jamais je jusqu' l' la laquelle le lequel les lesquelles \
        lesquels leur leurs lors lorsqu' lorsque lui m' ma mais me mes mieux moins mon même mêmes n' ne ni non nos notre nous \
        on ont ou où par parce parmi pas pendant peu peut peuvent plus plusieurs plutôt possible possibles pour pourquoi \
        premier première prend près puis puisqu' puisque qu' quand que quel quelle quelles quelque quelques quels qui quoi \
        rien réponse réponses s' sa sans sauf se selon sera ses seul seule seulement si soient soit son sont sous suivant \
        suivante suivantes suivants sur t' tant te tel telle telles tels toujours tous tout toute toutes trois trouve trouver \
        très un une va vers veut voici voir vos votre vous vrai vraie y étaient était été être",
        )
    }),
    articles: "le la les l un une des",
    elisions: "l d j m n s t c qu lorsqu puisqu jusqu",
    says_much_in_two_words: true,
    denials: "pas jamais sauf excepté hormis aucun aucune rien nullement aucunement",
    // Words that do the work of a negation. With a hyphen, all that begin so.
    near_denials: "ne n non ni rien aucun aucune trop peu reste impossib- inutil- insuffi- incompl- inadapt- incapab- inappropri- ineffica- inexact- \
        inexist- introuv- inconn- indispon- incorrect- invalid- inactif inactive illég- illici- irrég- incompatib- indépend- involontair- \
        impropre- imparfait- manqu- oubli- ignor- évit- écart- exclu- exempt- except- exonér- refus- rejet- interdi- prohib- facultati- échapp- \
        échou- échec- perd- perte plutôt abs- omet- omis- dispens- tort faux fausse- erron- erreur- mal mauvais- pire sans hors personne nul- \
        guère moins lieu empêch- dout- vain- libre- gratuit- superflu- seul- jett- intrus- contrair- contredi- contest- nie nient nier oppos- \
        diffèr- différ- cess- arrêt- supprim- retir- élimin- enlev- défaut dépourv- démun- privé- prive- vide- viol- enfrein- malgré \
        loin tard abandonn- abolir aboli- renonc- sinon contre désactiv- débranch-",
    no_denials: "",
    all_of_the_above: &[
        "tout|tous|toutes|chacun|chacune les|des|de|ces|ce? qui? réponses|choix|propositions|options|éléments|mentions? est|sont? \
         ci-dessus|précède|précèdent|précédentes|précédents",
        "tous|toutes les|ces deux|trois|quatre|cinq? réponses|choix|propositions|options|affirmations",
        "tous|toutes celles-ci|ceux-ci|cela|ça",
        "tous|toutes les? deux|trois|quatre|cinq? sont|à correctes|justes|vraies|exactes|corrects|vrais|exacts|la",
        "tous|toutes les deux|trois|quatre|cinq $",
        "les deux|trois|quatre|cinq $",
        "les deux|trois|quatre|cinq à la fois",
        "les deux|trois|quatre|cinq réponses|choix|propositions|options|affirmations",
        "les deux|trois|quatre|cinq sont correctes|justes|vraies|exactes|corrects|vrais|exacts",
        "les deux|trois|quatre|cinq ci-dessus|précédentes|précédents",
        "tout cela à? la? fois? $",
        "l' ensemble de|des ces? réponses|choix|propositions|options|affirmations|éléments",
        "chacun|chacune de|des|d' ces|entre réponses|choix|propositions|options|elles|eux",
        "plusieurs|deux de|des ces? réponses|choix|propositions|options",
    ],
    none_of_the_above: &[
        "aucun|aucune des|de|d' ces|les? réponses|choix|propositions|options|affirmations|éléments",
        "aucun|aucune réponse|choix|proposition|option|élément? ci-dessus",
        "aucune réponse|proposition|option n'",
        "aucune réponse $",
        "aucune bonne réponse",
        "aucun|aucune d' entre elles|eux",
        "aucun|aucune de celles-ci|ceux-ci",
        "aucun|aucune des deux|trois|quatre|cinq $",
        "aucun|aucune n' est correcte|juste|vraie|exacte|correct|vrai|exact",
        "rien de tout? cela|ça|ceci|ce",
        "ni l' un|une ni l' autre",
    ],
    combining: [
        "et ou",
        "réponses choix propositions sont",
        "les seulement uniquement justes vraies correctes exactes",
    ],
    clause_joiners: "et mais donc car ou",
    list_joiners: "et ou plus ainsi",
    ranges: Phrases {
        between: &[
            ("entre ", &[" et "]),
            ("de ", &[" à "]),
            ("", &[" à ", "–", "-"]),
        ],
        before: &[
            ("plus de ", BEYOND),
            ("plus d'", BEYOND),
            ("supérieur à ", BEYOND),
            ("supérieure à ", BEYOND),
            ("au-delà de ", BEYOND),
            ("après ", BEYOND),
            (">", BEYOND),
            ("au moins ", FROM),
            ("à partir de ", FROM),
            ("au minimum ", FROM),
            ("≥", FROM),
            ("moins de ", BELOW),
            ("moins d'", BELOW),
            ("inférieur à ", BELOW),
            ("inférieure à ", BELOW),
            ("avant ", BELOW),
            ("<", BELOW),
            ("au plus ", TO),
            ("au maximum ", TO),
            ("jusqu'à ", TO),
            ("sous ", TO),
            ("≤", TO),
        ],
        behind: &[
            (" ou plus", FROM),
            (" et plus", FROM),
            (" au moins", FROM),
            (" au minimum", FROM),
            (" minimum", FROM),
            ("+", FROM),
            (" ou moins", TO),
            (" et moins", TO),
            (" au plus", TO),
            (" au maximum", TO),
            (" maximum", TO),
        ],
    },
    group_marks: &[' '],
    decimal_marks: &['.', ','],
    // Not "neuf", which is "new" as well.
    number_words: "1 cent cents mille million millions et vingts soixante 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 10 dix 12 douze 15 quinze \
     20 vingt 30 trente 40 quarante 50 cinquante",
    round_numbers: "cent cents mille millier milliers million millions milliard milliards centaine centaines douzaine douzaines",
    clock_words: "midi h heures",
    ordinals: &[
        ("premier première", &[1]),
        ("moitié demi demie", &[2, 30, 50]),
        ("second deuxième seconde", &[2]),
        ("troisième tiers", &[3, 33]),
        ("quart quarts", &[4, 15, 25, 75]),
        ("quatrième trimestre", &[4]),
        ("cinquième", &[5]),
        ("sixième semestre", &[6]),
        ("septième", &[7]),
        ("semaine", &[7, 8]),
        ("semaines quinzaine", &[14, 15]),
        ("huitième", &[8]),
        ("neuvième", &[9]),
        ("dixième dizaine", &[10]),
        ("douzaine midi", &[12]),
    ],
    quotes: ['“', '”'],
    spaces_marks: true,
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
    // The plural rules of the minimal stemmer (Savoy, A stemming procedure and stopword list for general French corpora, 1999).
    if word.ends_with("ss") {
        return None;
    }
    let swap = |ending, instead| swapped(word, ending, instead);
    swap("eaux", "eau")
        .or_else(|| swap("aux", "al"))
        .or_else(|| swap("s", ""))
}

fn is_idle(before: &str, own: &str, after: &str) -> bool {
    match own {
        "pas" => {
            matches!(
                before,
                "un" | "le"
                    | "ce"
                    | "premier"
                    | "faux"
                    | "grand"
                    | "les"
                    | "des"
                    | "quelques"
                    | "à"
            ) || matches!(after, "à" | "seulement" | "uniquement" | "moins" | "plus")
        }
        "jamais" => matches!(before, "à" | "si"),
        _ => false,
    }
}

fn turns(sentence: Sentence<'_>, at: usize) -> bool {
    let [before, own, after] = sentence.around(at);
    match own {
        "sauf" | "excepté" | "exceptée" | "exceptés" | "exceptées" | "hormis" | "nullement"
        | "aucunement" => true,
        "exception" => matches!(after, "de" | "d'" | "du" | "des"),
        // "Un pas" is a step.
        "pas" | "jamais" => {
            sentence.last_before(at, &["ne", "n'"]).is_some()
                && !matches!(after, "seulement" | "uniquement")
        }
        "moins" => matches!(before, "le" | "la" | "les") && sentence.before(at, 2) != "tout",
        _ => false,
    }
}

fn asks(sentence: Sentence<'_>, at: usize) -> bool {
    let ne = sentence.last_before(at, &["ne", "n'"]);
    let before_ne = |back: usize| ne.map_or("", |ne| sentence.before(ne, back));
    let is_infinitive = match before_ne(1) {
        "pour" | "de" | "d'" | "en" | "sans" => true,
        "à" => !matches!(
            before_ne(2),
            "est" | "sont" | "chose" | "choses" | "geste" | "gestes" | "erreur" | "erreurs"
        ),
        _ => false,
    };
    !is_infinitive
}

fn opens(sentence: Sentence<'_>, place: usize) -> Option<Clause> {
    let [before, own, after] = sentence.around(place);
    match own {
        "pourquoi" => Some(Clause::Reason),
        "si" | "lorsque" | "lorsqu'" | "parce" | "puisque" | "puisqu'" | "afin" => {
            Some(Clause::Other)
        }
        "s'" => matches!(after, "il" | "ils").then_some(Clause::Other),
        "quand" => (place > 0 || sentence.has_marks()).then_some(Clause::Other),
        "qui" | "que" | "qu'" | "dont" | "où" | "quel" | "quelle" | "quels" | "quelles" => {
            let asking = ["quel", "quelle", "quels", "quelles"];
            let is_question = sentence.begins_anew(place)
                || sentence.follows_preposition(place)
                || before == "est-ce"
                || has(ORDERS, sentence.word(0))
                || sentence.points(place, &asking, &["est", "sont"]);
            (!is_question).then_some(Clause::Other)
        }
        _ => None,
    }
}

fn ease(per_sentence: f64, per_word: f64) -> f64 {
    207.0 - 1.015 * per_sentence - 73.6 * per_word
}

fn syllables(word: &str) -> usize {
    let is_vowel = |c: char| {
        matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
            || !c.is_ascii() && "àâäéèêëîïôöùûüœæ".contains(c)
    };
    let (mut count, has_neighbours) = groups(word, is_vowel);
    let before = |ending: &str| {
        let stem = word.strip_suffix(ending);
        stem.and_then(|stem| stem.chars().next_back())
    };
    let consonant_before = |ending: &str| before(ending).is_some_and(|c| !is_vowel(c));
    // A last e is silent in prose, with what grammar puts behind it: "mesure", "mesures", "risque", "organisent".
    let is_silent = consonant_before("e")
        || consonant_before("es")
        || ["que", "ques", "gue", "gues"]
            .iter()
            .any(|ending| word.ends_with(ending))
        || (consonant_before("ent") && is_verb(word));
    if is_silent && count > 1 {
        count -= 1;
    }
    // What follows is about vowels side by side.
    if !has_neighbours {
        return count;
    }
    // Vowels that are said apart: "théorie", "réel", "naïf", "chaos".
    let apart = [
        "éo", "éa", "éé", "éi", "éu", "aï", "oï", "uë", "ao", "oé", "oa", "aé", "uel", "éel",
    ];
    let together = ["quel", "guel"];
    let number = |parts: &[&str]| -> usize { parts.iter().map(|part| times(word, part)).sum() };
    (count + number(&apart) + clusters(word, is_vowel)).saturating_sub(number(&together))
}

/// An i behind two consonants, of which the second is l or r, is said apart from the next vowel: "client", "oublier".
fn clusters(word: &str, is_vowel: fn(char) -> bool) -> usize {
    let letters: Vec<char> = word
        .trim_end_matches("es")
        .trim_end_matches('e')
        .chars()
        .collect();
    let is_apart = |four: &&[char]| matches!(four, [first, 'l' | 'r', 'i', last] if !is_vowel(*first) && is_vowel(*last));
    letters.windows(4).filter(is_apart).count()
}

/// The third person plural, whose ending is silent, told from nouns and adverbs in -ent as well as spelling can.
fn is_verb(word: &str) -> bool {
    let sounded = [
        "ment", "cent", "gent", "dent", "lent", "quent", "ient", "tent",
    ];
    let verbs = [
        "ssent", "ttent", "sent", "rent", "vent", "nnent", "llent", "iquent", "cident",
    ];
    verbs.iter().any(|ending| word.ends_with(ending))
        || !sounded.iter().any(|ending| word.ends_with(ending))
}

fn absolute([before, own, after]: [&str; 3]) -> Option<Absolute> {
    match own {
        "seulement" if matches!(before, "non" | "pas") => None,
        "tout" | "toute"
            if matches!(before, "du" | "en")
                || matches!(
                    after,
                    "d'" | "de" | "à" | "au" | "en" | "comme" | "cas" | "fait"
                ) =>
        {
            None
        }
        "toujours" | "jamais" | "uniquement" | "seulement" | "exclusivement" | "absolument"
        | "totalement" | "entièrement" | "systématiquement" | "invariablement" => {
            Some(Absolute::Strong)
        }
        "tout" | "toute" | "tous" | "toutes" | "aucun" | "aucune" | "seul" | "seule" | "seuls"
        | "seules" => Some(Absolute::Weak),
        _ => None,
    }
}

fn fits(before: &str, word: &str) -> Option<bool> {
    let first = word.chars().next()?;
    let is_vowel = "aeiouâàéèêëîïôöûùüœæ".contains(first);
    // Of "h" and "y", nobody can tell by the letter.
    let is_clear = !matches!(first, 'h' | 'y') && word != "onze" && word.chars().count() > 1;
    let is_plural = word.ends_with(['s', 'x', 'z']);
    match before {
        "l'" | "d'" | "qu'" | "cet" => is_clear
            .then_some(is_vowel)
            .and_then(|fits| agrees(before, word, fits)),
        "le" | "la" | "du" | "au" | "ce" => is_clear
            .then_some(!is_vowel)
            .and_then(|fits| agrees(before, word, fits)),
        "un" | "une" | "cette" => agrees(before, word, true),
        "les" | "aux" | "ces" | "plusieurs" if is_clear => Some(is_plural),
        "sont" if matches!(word, "un" | "une" | "le" | "la" | "l'") => Some(false),
        "est" if matches!(word, "des" | "les" | "plusieurs" | "deux" | "trois") => Some(false),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
}

/// Whether the gender agrees too, where it can be told from the ending; `fits` says what else was found.
fn agrees(before: &str, word: &str, fits: bool) -> Option<bool> {
    let asked = match before {
        "le" | "un" | "du" | "au" | "ce" | "cet" => Some(Gender::Masculine),
        "la" | "une" | "cette" => Some(Gender::Feminine),
        _ => None,
    };
    match (asked, gender(word)) {
        (Some(asked), Some(found)) if asked != found => Some(false),
        (Some(_), None) if matches!(before, "un" | "une" | "cette") => None,
        _ => Some(fits),
    }
}

/// The gender of a French noun, from endings that hardly have exceptions.
fn gender(word: &str) -> Option<Gender> {
    const FEMININE: &[&str] = &[
        "tion", "sion", "xion", "ence", "ance", "ité", "eté", "ette", "trice", "euse",
    ];
    const MASCULINE: &[&str] = &["ment", "isme", "teur", "eau", "ège", "oir"];
    const EXCEPT: &[&str] = &[
        "silence", "bastion", "jument", "eau", "peau", "comité", "été", "traité", "côté", "audité",
    ];
    let ends = |with: &[&str]| with.iter().any(|ending| word.ends_with(ending));
    if word.chars().count() < 5 || EXCEPT.contains(&word) {
        return None;
    }
    if ends(FEMININE) {
        Some(Gender::Feminine)
    } else if ends(MASCULINE) {
        Some(Gender::Masculine)
    } else {
        None
    }
}
