//! Words of a text, and what kind of words they are in the languages we know something of.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use jalon_engine::lang::Lang;

/// A language of which we know the little words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    French,
}

/// Words, looked up by hash: every word of a bank is.
type Words = LazyLock<HashSet<&'static str>>;

/// Words that hold English sentences together, and are no words in French, or hardly ever.
static HOLDS_ENGLISH: Words = LazyLock::new(|| {
    "the of and to is are was were be been being that which what who whom whose when where why how this these those with without \
     from for by at into about between through it its they their them there you your we our he she his her does do did has have had \
     can could should would will shall must may might not no if or as in than then because each every any some both only all"
        .split_whitespace()
        .collect()
});

/// The same for French. What an apostrophe cuts off is a word of its own, but for what English has too: d, s.
static HOLDS_FRENCH: Words = LazyLock::new(|| {
    "le la les l un une des du de au aux et est sont était être ou où que qu qui quoi quel quelle quels quelles dont ce cet cette ces \
     c il elle ils elles nous vous votre vos notre nos leur leurs se ne n pas dans en par pour avec sans sur sous entre chez plus \
     mais donc si comme quand comment pourquoi à ont doit doivent peut peuvent faut fait même tout tous toute toutes chaque aucun \
     aucune j je sa son ses"
        .split_whitespace()
        .collect()
});

/// English words that do the work of a negation: "optional" says "not required". With a hyphen, all that begin so.
const NEARLY_ENGLISH: &str = "no non none nobody nothing neither nor least deny out only too left leave few fewer less un- nowhere hardly seldom rarely \
    without unless beyond outside instead rather but apart other otherwise save impossib- improper- inadequ- insuffic- incorrect- \
    incomplet- invalid- inactiv- inappropriat- ineffect- ineligib- illegal- illicit- irregular- irrelevan- useless- harmless- nonconform- \
    disagree- disab- disallow- disqualif- dissimilar- disprove- mistake- misplac- mislead- misuse- wrong- false- bad worst poor lack- \
    fail- miss- omit- skip- avoid- ignor- exclu- excep- exempt- refus- forbid- prohibit- ban banned reject- declin- drop- absent- absence \
    loses losing lost free optional- deni- doubt- wast- prevent- stop- cease- end- remov- delet- empty zero contrary contradict- \
    opposit- different- differ odd against hide- hidden voluntar- waiv- refrain- abstain- break- broken breach- violat- late";

/// The same for French.
const NEARLY_FRENCH: &str = "ne n non ni rien aucun aucune trop peu reste impossib- inutil- insuffi- incompl- inadapt- incapab- inappropri- ineffica- inexact- \
    inexist- introuv- inconn- indispon- incorrect- invalid- inactif inactive illég- illici- irrég- incompatib- indépend- involontair- \
    impropre- imparfait- manqu- oubli- ignor- évit- écart- exclu- exempt- except- exonér- refus- rejet- interdi- prohib- facultati- échapp- \
    échou- échec- perd- perte plutôt abs- omet- omis- dispens- tort faux fausse- erron- erreur- mal mauvais- pire sans hors personne nul- \
    guère moins lieu empêch- dout- vain- libre- gratuit- superflu- seul- jett- intrus- contrair- contredi- contest- nie nient nier oppos- \
    diffèr- différ- cess- arrêt- supprim- retir- élimin- enlev- défaut dépourv- démun- privé- prive- vide- viol- enfrein- malgré \
    loin tard abandonn- abolir aboli- renonc- sinon contre désactiv- débranch-";

impl Tongue {
    /// The one of a tag, whatever its region.
    pub(crate) fn of(lang: &Lang) -> Option<Self> {
        match lang.primary() {
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            _ => None,
        }
    }

    /// True for a word, in lower case, that holds sentences together in this language and is no word in the other one.
    pub(crate) fn holds(self, word: &str) -> bool {
        match self {
            Self::English => HOLDS_ENGLISH.contains(word),
            Self::French => HOLDS_FRENCH.contains(word),
        }
    }

    /// True for a word that turns a question into its opposite.
    pub(crate) fn denies(self, word: &str) -> bool {
        match self {
            // The t is what an apostrophe leaves of "isn't".
            Self::English => matches!(
                word,
                "not"
                    | "never"
                    | "except"
                    | "cannot"
                    | "t"
                    | "no"
                    | "none"
                    | "nobody"
                    | "nothing"
                    | "neither"
                    | "nowhere"
            ),
            Self::French => matches!(
                word,
                "pas"
                    | "jamais"
                    | "sauf"
                    | "excepté"
                    | "hormis"
                    | "aucun"
                    | "aucune"
                    | "rien"
                    | "nullement"
                    | "aucunement"
            ),
        }
    }

    /// True for a word that can do the work of a negation, beside those that are one.
    pub(crate) fn nearly_denies(self, word: &str) -> bool {
        // "Un-" is no prefix in these.
        let is_whole = ["under", "uni", "until", "unto"]
            .iter()
            .any(|start| word.starts_with(start));
        if self == Self::English && is_whole {
            return false;
        }
        let all = match self {
            Self::English => NEARLY_ENGLISH,
            Self::French => NEARLY_FRENCH,
        };
        let is = |own: &str| match own.strip_suffix('-') {
            Some(stem) => word.starts_with(stem),
            None => word == own,
        };
        self.denies(word) || all.split_whitespace().any(is)
    }
}

/// The words of a text in lower case: runs of letters and digits. An apostrophe ends a word: "l'audit" is two, and so is "isn't".
pub(crate) fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    pieces(text).map(|piece| {
        if piece.contains(char::is_uppercase) {
            Cow::Owned(piece.to_lowercase())
        } else {
            Cow::Borrowed(piece)
        }
    })
}

/// The words of a text as they are written.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    pieces.filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_ends_a_word() {
        let words: Vec<Cow<'_, str>> = words("L'audit n'est-il pas « Interne » ?").collect();
        assert_eq!(words, ["l", "audit", "n", "est", "il", "pas", "interne"]);
    }

    #[test]
    fn no_word_holds_sentences_together_in_both_languages() {
        for word in ["the", "of", "le", "de", "on", "a", "or", "in", "est", "as"] {
            let both = [Tongue::English, Tongue::French].map(|tongue| tongue.holds(word));
            assert_ne!(both, [true, true], "{word}");
        }
    }

    #[test]
    fn what_is_nearly_a_negation_is_no_word_that_looks_like_one() {
        for (tongue, word, expected) in [
            (Tongue::English, "unable", true),
            (Tongue::English, "information", false),
            (Tongue::English, "unauthorised", true),
            (Tongue::English, "understood", false),
            (Tongue::English, "exception", true),
            (Tongue::French, "exception", true),
            (Tongue::French, "échoue", true),
            (Tongue::French, "intrus", true),
            (Tongue::English, "optional", true),
            (Tongue::French, "facultatif", true),
            (Tongue::French, "n", true),
            (Tongue::French, "norme", false),
            (Tongue::French, "inutile", true),
        ] {
            assert_eq!(tongue.nearly_denies(word), expected, "{word}");
        }
    }
}
