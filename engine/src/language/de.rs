//! German. Umlauts are written out here: typed answers are, too, before they are compared.

use super::{Language, Stem, cut, place, replaced};

pub(super) struct German;

const UNITS: &str = "null ein zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn \
    siebzehn achtzehn neunzehn";
const TENS: &str = "zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig";

/// The last part of nouns that take an umlaut or "-er" in the plural, of compounds too: Rathaus, Rathäuser. Where such a plural could
/// be the one who does something (Ausländer, Käufer), it is left out.
const PLURALS: [(&str, &str); 22] = [
    ("haeuser", "haus"),
    ("buecher", "buch"),
    ("woerter", "wort"),
    ("raeder", "rad"),
    ("baender", "band"),
    ("gueter", "gut"),
    ("waelder", "wald"),
    ("maenner", "mann"),
    ("voelker", "volk"),
    ("blaetter", "blatt"),
    ("faecher", "fach"),
    ("doerfer", "dorf"),
    ("glaeser", "glas"),
    ("aemter", "amt"),
    ("schloesser", "schloss"),
    ("irrtuemer", "irrtum"),
    ("kinder", "kind"),
    ("bilder", "bild"),
    ("felder", "feld"),
    ("glieder", "glied"),
    ("gelder", "geld"),
    ("schilder", "schild"),
];

/// What adjectives end with before the ending of a case. Their "-er" and "-em" can be told from those of nouns: interner,
/// schriftlichem.
const ADJECTIVES: [&str; 15] = [
    "isch", "lich", "ig", "bar", "sam", "iert", "los", "haft", "iv", "tern", "al", "iell", "uell",
    "nell", "mell",
];

/// What looks like an adjective before "-er", and is what somebody does or belongs to: Gesellschafter, Zeiger.
const NO_ADJECTIVES: [&str; 2] = ["schaft", "eig"];

/// An adjective in "-er" or "-em".
fn adjective(word: &str) -> Option<&str> {
    let root = cut(word, "er", "").or_else(|| cut(word, "em", ""))?;
    let ends = |ending: &&str| root.ends_with(ending);
    // Fischer, Tischler: too short for one.
    let is_adjective = |ending: &&str| ends(ending) && root.len() > ending.len() + 1;
    (ADJECTIVES.iter().any(is_adjective) && !NO_ADJECTIVES.iter().any(ends)).then_some(root)
}

/// A number below a hundred in one word.
fn below_hundred(word: &str) -> Option<usize> {
    let tens = |word: &str| place(TENS, word).map(|tens| 20 + 10 * tens);
    place(UNITS, word)
        .or_else(|| tens(word))
        .or_else(|| match word {
            "eins" => Some(1),
            "zwo" => Some(2),
            _ => {
                let mut units = UNITS.split(' ').enumerate().skip(1).take(9);
                units.find_map(|(units, name)| {
                    let rest = word.strip_prefix(name)?.strip_prefix("und")?;
                    tens(rest).map(|tens| tens + units)
                })
            }
        })
}

/// What stands before and behind the name of a power of ten, both of which may be left out: "zweihundertfünf".
fn around(word: &str, name: &str, worth: usize, part: fn(&str) -> Option<usize>) -> Option<usize> {
    let mut places = word.as_bytes().windows(name.len());
    let at = places.position(|part| part == name.as_bytes())?;
    let before = match word.get(..at)? {
        "" => 1,
        before => part(before).filter(|before| *before > 0)?,
    };
    let after = match word.get(at + name.len()..)? {
        "" => 0,
        after => part(after.strip_prefix("und").unwrap_or(after))?,
    };
    (after < worth).then_some(before * worth + after)
}

fn below_thousand(word: &str) -> Option<usize> {
    below_hundred(word).or_else(|| around(word, "hundert", 100, below_hundred))
}

impl Language for German {
    fn tag(&self) -> &'static str {
        "de"
    }

    fn articles(&self) -> &'static str {
        "der die das den dem des ein eine einen einem einer eines"
    }

    fn fillers(&self) -> &'static str {
        self.articles()
    }

    fn joiners(&self) -> &'static str {
        "und von"
    }

    fn negations(&self) -> &'static str {
        "nicht nie niemals ohne kein keine keinen keinem keiner keines nein nichts niemand weder noch non"
    }

    fn separate(&self) -> &'static str {
        "nicht kein keine ohne un miss"
    }

    fn turning_prefixes(&self) -> &'static str {
        "un miss"
    }

    fn roles(&self) -> [&'static str; 2] {
        // Prüfer, prüfen; Mentor, Mentee.
        ["er or", "e en et ee"]
    }

    fn spelt_out(&self) -> &'static [[&'static str; 2]] {
        &[["a\u{308}", "ae"], ["o\u{308}", "oe"], ["u\u{308}", "ue"]]
    }

    fn groups_by_dots(&self) -> bool {
        true
    }

    fn neighbours(&self) -> &'static [&'static [u8]] {
        &[b"qwertzuiop", b"yxcvbnm"]
    }

    fn irregular<'a>(&self, word: &'a str) -> Option<Stem<'a>> {
        // Of each, the dative too: Häusern.
        let word_in_er = if word.ends_with("ern") {
            word.strip_suffix('n').unwrap_or(word)
        } else {
            word
        };
        replaced(word_in_er, &PLURALS)
            .or_else(|| adjective(word).map(|root| (self.uninflected(root).unwrap_or(root), "")))
            // Zeugnis, Zeugnisse; Prüferin, Prüferinnen, which agree with whoever is meant.
            .or_else(|| {
                let endings = [
                    ("nisses", "nis"),
                    ("nissen", "nis"),
                    ("nisse", "nis"),
                    ("nis", "nis"),
                    ("erinnen", "er"),
                    ("erin", "er"),
                    ("orinnen", "or"),
                    ("orin", "or"),
                ];
                replaced(word, &endings)
            })
    }

    fn uninflected<'a>(&self, word: &'a str) -> Option<&'a str> {
        let mut left = word;
        // Several, one behind the other: des Unternehmens is ein Unternehmen.
        while !left.ends_with("ss") && !left.ends_with("us") {
            let shorter = ["en", "e", "s"]
                .iter()
                .find_map(|ending| cut(left, ending, ""))
                // Regeln, Prüfern; but nothing of "Information".
                .or_else(|| cut(left, "ern", "er").and_then(|_| left.strip_suffix('n')))
                .or_else(|| cut(left, "eln", "el").and_then(|_| left.strip_suffix('n')));
            match shorter {
                Some(shorter) => left = shorter,
                None => break,
            }
        }
        (left.len() < word.len()).then_some(left)
    }

    fn agreeing<'a>(&self, _: &'a str) -> Option<Stem<'a>> {
        None
    }

    fn number(&self, words: &[&str]) -> Option<(usize, usize)> {
        let word = words.first()?;
        let article = || place("eine einen einem einer eines", word).map(|_| 1);
        let number = below_thousand(word)
            .or_else(|| around(word, "tausend", 1000, below_thousand))
            .or_else(article);
        number.map(|number| (number, 1))
    }
}
