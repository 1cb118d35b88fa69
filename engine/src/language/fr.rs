//! French.

use super::{Language, Stem, cut, place, replaced};

pub(super) struct French;

const UNITS: &str =
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize";

/// Those of Belgium and Switzerland too.
const TENS: [(&str, usize); 9] = [
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("huitante", 80),
    ("octante", 80),
    ("nonante", 90),
];

/// A number below 20, and how many words it takes.
fn unit(words: &[&str]) -> Option<(usize, usize)> {
    match words {
        ["dix", "sept", ..] => Some((17, 2)),
        ["dix", "huit", ..] => Some((18, 2)),
        ["dix", "neuf", ..] => Some((19, 2)),
        ["une", ..] => Some((1, 1)),
        [first, ..] => place(UNITS, first).map(|n| (n, 1)),
        [] => None,
    }
}

impl Language for French {
    fn tag(&self) -> &'static str {
        "fr"
    }

    fn articles(&self) -> &'static str {
        "le la les l un une des du de d"
    }

    fn fillers(&self) -> &'static str {
        "le la les un une des du de"
    }

    fn joiners(&self) -> &'static str {
        "et"
    }

    fn elisions(&self) -> &'static str {
        "d l"
    }

    fn negations(&self) -> &'static str {
        "non pas ne n sans jamais aucun aucune ni nul nulle"
    }

    fn separate(&self) -> &'static str {
        "pas sans un"
    }

    fn turning_prefixes(&self) -> &'static str {
        "mal mis"
    }

    fn roles(&self) -> [&'static str; 2] {
        // Auditeur, audité.
        ["eur er", "s e es ee ees"]
    }

    fn irregular<'a>(&self, word: &'a str) -> Option<Stem<'a>> {
        replaced(word, &[("eaux", "eau"), ("aux", "al")])
    }

    fn uninflected<'a>(&self, word: &'a str) -> Option<&'a str> {
        cut(word, "s", "")
    }

    fn agreeing<'a>(&self, word: &'a str) -> Option<Stem<'a>> {
        const GENDERS: [(&str, &str); 7] = [
            ("ive", "if"),
            ("euse", "eu"),
            ("eux", "eu"),
            ("trice", "teur"),
            ("elle", "el"),
            ("enne", "en"),
            ("onne", "on"),
        ];
        replaced(word, &GENDERS)
    }

    fn number(&self, words: &[&str]) -> Option<(usize, usize)> {
        let (tens, used, most) = match words {
            ["cent", ..] => return Some((100, 1)),
            ["quatre", "vingt" | "vingts", ..] => (80, 2, 19),
            [first, ..] => match TENS.iter().find(|(name, _)| name == first) {
                Some((_, 60)) => (60, 1, 19),
                Some((_, tens)) => (*tens, 1, 9),
                None => return unit(words),
            },
            [] => return None,
        };
        let rest = words.get(used..)?;
        let (rest, and) = match rest {
            ["et", rest @ ..] => (rest, 1),
            rest => (rest, 0),
        };
        Some(match unit(rest) {
            Some((units, more)) if (1..=most).contains(&units) && (and == 0 || units % 10 == 1) => {
                (tens + units, used + and + more)
            }
            _ => (tens, used),
        })
    }
}
