//! What there is to say about a kind of problem beside the problem itself: why it matters, and an example. Rules of advice say it in
//! their own files.

use crate::diagnostic::Code;
use crate::lint::{Rule, Usual};

/// All there is to say about a kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// Its name: `missing-language`, `missing-wording`.
    pub name: &'static str,
    /// What it is, in one sentence.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// Where the rule comes from, where it is one of advice.
    pub source: Option<&'static str>,
    /// A piece of a bank that has it.
    pub bad: Option<&'static str>,
    /// The same piece without it.
    pub better: Option<&'static str>,
    /// Whether it is told where nobody says anything.
    pub usual: Usual,
}

impl Code {
    /// All there is to say about it.
    pub fn explanation(self) -> Explanation {
        if let Self::Advice(id) = self
            && let Some(rule) = Rule::of(id)
        {
            return Explanation {
                name: id.name(),
                summary: rule.summary,
                why: rule.why,
                source: Some(rule.source),
                bad: Some(rule.bad),
                better: Some(rule.better),
                usual: rule.usual,
            };
        }
        let (why, bad, better) = told(self);
        let some = |text: &'static str| (!text.is_empty()).then_some(text);
        Explanation {
            name: self.as_str(),
            summary: self.meaning(),
            why,
            source: None,
            bad: some(bad),
            better: some(better),
            usual: Usual::On,
        }
    }
}

/// Why it matters, what has it, and the same without it; blank where an example would show nothing.
fn told(code: Code) -> (&'static str, &'static str, &'static str) {
    match code {
        Code::NotUtf8 => (
            "A bank is text in UTF-8. In another encoding accents turn into other letters, and nobody can tell which were meant.",
            "",
            "",
        ),
        Code::TooLarge => (
            "No bank is larger than 256 MB. A file of that size is something else, or many banks in one.",
            "",
            "",
        ),
        Code::Syntax => (
            "What is not TOML can't be read any further. Quotes and brackets that are opened have to be closed, and a key has a value.",
            "minutes =",
            "minutes = 14",
        ),
        Code::MissingKey => (
            "Without it there is nothing to show, or nothing to grade by.",
            "[[question]]\nid = \"what-27002-is-for\"\nkind = \"true-false\"\nconcepts = [\"guidance\"]",
            "[[question]]\nid = \"what-27002-is-for\"\nkind = \"true-false\"\nconcepts = [\"guidance\"]\nkey = true",
        ),
        Code::UnknownKey => (
            "Nobody reads it, so what it was meant to say would be lost without a word. Most often it is misspelt, or belongs to \
             another kind of question.",
            "promt = \"What do people use ISO/IEC 27002 for?\"",
            "prompt = \"What do people use ISO/IEC 27002 for?\"",
        ),
        Code::WrongType => (
            "A text is in quotes, a number and a truth value are not, and a list is in square brackets.",
            "minutes = \"14\"",
            "minutes = 14",
        ),
        Code::UnknownValue => (
            "Some keys take one word of a few, and others the name of a rule. Any other word means nothing.",
            "level = \"intermediary\"",
            "level = \"intermediate\"",
        ),
        Code::InvalidNumber => (
            "The key of a question with a number is exact, so it has to be readable to the last digit.",
            "key = \"1,234\"",
            "key = 1234",
        ),
        Code::Contradiction => (
            "Two keys that can't both hold leave open which of them was meant.",
            "tries = 3\nfeedback = { when = \"after-submit\" }",
            "tries = 3\nfeedback = { when = \"at-once\" }",
        ),
        Code::OutOfRange => (
            "The number means nothing there: more than all points, fewer choices than none.",
            "pass = 120",
            "pass = 60",
        ),
        Code::InvalidId => (
            "Ids are used in file names, addresses and saved progress, so they have only lower-case letters, digits, hyphens and dots.",
            "id = \"What 27002 is for\"",
            "id = \"what-27002-is-for\"",
        ),
        Code::InvalidLanguage => (
            "Languages are tags that browsers and screen readers know (BCP 47), in lower case.",
            "languages = [\"english\", \"fr\"]",
            "languages = [\"en\", \"fr\"]",
        ),
        Code::Duplicate => (
            "Ids tell things apart; progress is tied to those of questions. Of two that are the same, one would hide the other.",
            "[[question.choice]]\nid = \"guide\"\n\n[[question.choice]]\nid = \"guide\"",
            "[[question.choice]]\nid = \"guide\"\n\n[[question.choice]]\nid = \"explain\"",
        ),
        Code::TooFew => (
            "A choice needs something to choose from, and a synonym a second name.",
            "[[synonym]]\nen = [\"ISMS\"]",
            "[[synonym]]\nen = [\"ISMS\", \"information security management system\"]",
        ),
        Code::EmptyText => (
            "A learner would be shown an empty line.",
            "prompt = \"\"",
            "prompt = \"What do people use ISO/IEC 27002 for?\"",
        ),
        Code::UnknownLanguage => (
            "A text in a language that the bank doesn't have is shown to nobody.",
            "languages = [\"en\", \"fr\"]\ntitle.de = \"Die Familie ISO/IEC 27000\"",
            "languages = [\"en\", \"fr\", \"de\"]\ntitle.de = \"Die Familie ISO/IEC 27000\"",
        ),
        Code::MissingLanguage => (
            "Every text exists in every language of the bank, so that learners can change language at any moment and lose nothing.",
            "title.en = \"First steps\"",
            "title.en = \"First steps\"\ntitle.fr = \"Premiers pas\"",
        ),
        Code::UnknownConcept => (
            "Progress is counted by concept. One that `bank.toml` doesn't name would be counted nowhere.",
            "concepts = [\"guidence\"]",
            "concepts = [\"guidance\"]",
        ),
        Code::PrerequisiteCycle => (
            "A concept to know first that needs this one in turn can never be reached.",
            "[[concept]]\nid = \"a\"\nprerequisites = [\"b\"]\n\n[[concept]]\nid = \"b\"\nprerequisites = [\"a\"]",
            "[[concept]]\nid = \"a\"\n\n[[concept]]\nid = \"b\"\nprerequisites = [\"a\"]",
        ),
        Code::MissingModule => (
            "Each module that `bank.toml` lists is a file of that name beside it.",
            "modules = [\"first-steps\"]   # and there is firststeps.toml",
            "modules = [\"firststeps\"]",
        ),
        Code::UnknownChoice => (
            "Keys, texts and answers name choices by their ids. One that the question doesn't have can't be picked.",
            "key = \"giude\"\n\n[[question.choice]]\nid = \"guide\"",
            "key = \"guide\"\n\n[[question.choice]]\nid = \"guide\"",
        ),
        Code::UnknownStimulus => (
            "A question about a text that the module doesn't have would be shown without it.",
            "stimulus = \"audit\"\n\n[[stimulus]]\nid = \"audit-report\"",
            "stimulus = \"audit-report\"\n\n[[stimulus]]\nid = \"audit-report\"",
        ),
        Code::MissingChoice => (
            "Every wording has a text for every choice, so that what is picked means the same in all of them.",
            "[[question.en]]\nchoices.guide = \"Putting a control in place\"",
            "[[question.en]]\nchoices.guide = \"Putting a control in place\"\nchoices.none = \"None of these\"",
        ),
        Code::UnknownPoint => (
            "A text for a point of the checklist that the essay doesn't have is shown to nobody.",
            "points.roles = \"Says who answers for the risk\"   # and the point is names-both-roles",
            "points.names-both-roles = \"Says who answers for the risk\"",
        ),
        Code::MissingPoint => (
            "Every wording says what each point of the checklist is, so that it can be ticked in every language.",
            "[[question.point]]\nid = \"names-both-roles\"",
            "points.names-both-roles = \"Says who answers for the risk, and who for the control\"",
        ),
        Code::UnreachableAnswer => (
            "An answer that no learner can give, or that a wrong one hides, does nothing.",
            "accept.any = [\"27001\"]\n\n[[question.wrong]]\nanswers = [\"27001\"]",
            "accept.any = [\"27001\"]\n\n[[question.wrong]]\nanswers = [\"27002\"]",
        ),
        Code::SampleMismatch => (
            "Samples run through the real grader. Where one is graded otherwise than it says, either it is wrong or the key is.",
            "key = \"guide\"\nsamples.reject = [\"guide\"]",
            "key = \"guide\"\nsamples.accept = [\"guide\"]",
        ),
        Code::InvalidPattern => (
            "A pattern becomes a table that learners download. One that can't be read, or would be too large, becomes none.",
            "accept.any = [{ regex = 'iso(/iec' }]",
            "accept.any = [{ regex = 'iso(/iec)? ?27001' }]",
        ),
        Code::UnknownMisconception => (
            "A wrong answer is tagged with an idea of `bank.toml`; one that is not there can't be counted.",
            "misconception = \"mixes-standards\"",
            "misconception = \"mixes-27001-and-27002\"",
        ),
        Code::BrokenMarkup => (
            "A mark that is opened and never closed would be shown as a star or a bracket.",
            "prompt = \"What is **not required?\"",
            "prompt = \"What is **not** required?\"",
        ),
        Code::UnsupportedMarkup => (
            "Texts take a little Markdown and no HTML: what a bank shows can run no code, whoever wrote it.",
            "prompt = \"What is <b>not</b> required?\"",
            "prompt = \"What is **not** required?\"",
        ),
        Code::UnevenTable => (
            "A row with more or fewer cells than there are headings would shift its neighbours.",
            "| Clause | Finding |\n|--------|---------|\n| 9.2    |",
            "| Clause | Finding |\n|--------|---------|\n| 9.2    | no audit |",
        ),
        Code::NotOneLine => (
            "Choices and feedback are shown on one line, beside a box to tick.",
            "choices.guide = \"\"\"\nPutting a control\n\nin place\"\"\"",
            "choices.guide = \"Putting a control in place\"",
        ),
        Code::InvalidAddress => (
            "A link that could run code is refused, and so is one with a space in it.",
            "[the catalogue](javascript:open)",
            "[the catalogue](https://www.iso.org/)",
        ),
        Code::MissingPicture => (
            "A picture lies beside the bank's texts, under the name that they use.",
            "image = \"pcda.svg\"   # and there is pdca.svg",
            "image = \"pdca.svg\"",
        ),
        Code::InvalidPicture => (
            "A picture has a size, so that regions can be placed on it, and is one that browsers show.",
            "image = \"pdca.tiff\"",
            "image = \"pdca.png\"",
        ),
        Code::UnknownGap => (
            "A gap in a text that the question doesn't have has no key.",
            "text = \"Annex A lists {{cuont}} controls.\"",
            "text = \"Annex A lists {{count}} controls.\"",
        ),
        Code::MissingGap => (
            "A gap that the text doesn't show can't be filled in.",
            "text = \"Annex A lists many controls.\"",
            "text = \"Annex A lists {{count}} controls.\"",
        ),
        Code::InvalidSite => (
            "In `[site]`, `accent` is a colour such as \"#1d5fa8\", `url` an address that begins with https:// or http://, and fonts are names with \
             commas between them. Anything else would be written into every page of the site, and do nothing there, or harm.",
            "accent = \"blue-ish\"",
            "accent = \"#1d5fa8\"",
        ),
        Code::InvalidBank => (
            "The engine has the last word on what can be asked and graded. It refused the bank for a reason without a place in a text.",
            "",
            "",
        ),
        Code::MissingSpace => (
            "French has a space before two-part punctuation marks and inside its quotes. Written as an ordinary one, it is made \
             into the narrow or no-break space that belongs there.",
            "prompt = \"À quoi sert l'ISO/IEC 27002?\"",
            "prompt = \"À quoi sert l'ISO/IEC 27002 ?\"",
        ),
        Code::SingleWording => (
            "A learner who tries again is asked in other words, so that what is learnt is the concept. With one wording there are \
             none.",
            "[[question.en]]\nprompt = \"What do people use ISO/IEC 27002 for?\"",
            "[[question.en]]\nprompt = \"What do people use ISO/IEC 27002 for?\"\n\n[[question.en]]\nprompt = \"When would you \
             open ISO/IEC 27002?\"",
        ),
        Code::UnusedConcept => (
            "Progress on a concept that no question tests stays at nothing.",
            "[[concept]]\nid = \"guidance\"",
            "[[concept]]\nid = \"guidance\"\n\n# in a module\n[[question]]\nconcepts = [\"guidance\"]",
        ),
        Code::UnusedStimulus => (
            "A stimulus is shown above the questions that are about it; with none, nobody sees it.",
            "[[stimulus]]\nid = \"audit-report\"",
            "[[stimulus]]\nid = \"audit-report\"\n\n[[question]]\nstimulus = \"audit-report\"",
        ),
        Code::UnlistedModule => (
            "Only what `modules` in `bank.toml` names is checked and built, in that order.",
            "modules = [\"first-steps\"]   # and there is second-steps.toml",
            "modules = [\"first-steps\", \"second-steps\"]",
        ),
        Code::OneChoiceList => (
            "A key in a list shows check boxes, which say that several may be right. With one right choice that misleads, unless it \
             is meant to.",
            "key = [\"guide\"]",
            "key = \"guide\"",
        ),
        // Rules say it themselves.
        Code::Advice(_) => ("", "", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_problem_says_why_it_matters() {
        for code in Code::ALL {
            let told = code.explanation();
            for text in [told.summary, told.why] {
                assert!(text.ends_with('.'), "{}: {text}", told.name);
            }
            assert_eq!(told.bad.is_some(), told.better.is_some(), "{}", told.name);
            assert!(
                told.bad.is_none() || told.bad != told.better,
                "{}",
                told.name
            );
        }
    }
}
