//! What stands between the braces.

use super::escape::Piece;

/// The answers of a question, by the kind that they make.
#[derive(Debug, PartialEq)]
pub(super) enum Answers<'a> {
    /// Nothing: an essay.
    Essay,
    TrueFalse(TrueFalse<'a>),
    /// Several with a `~` among them.
    Choices(Vec<Entry<'a>>),
    /// All with `=`.
    Typed(Vec<Entry<'a>>),
    /// All with `=` and `->`.
    Pairs(Vec<Pair<'a>>),
    /// Behind a `#`.
    Numbers(Vec<Entry<'a>>),
}

/// `T` or `F`.
#[derive(Debug, PartialEq)]
pub(super) struct TrueFalse<'a> {
    pub(super) key: bool,
    /// What was written, where it is not what Moodle knows.
    pub(super) odd: Option<&'a str>,
    /// For a learner whose answer is wrong.
    pub(super) wrong: Option<Piece<'a>>,
    /// For a learner whose answer is right.
    pub(super) right: Option<Piece<'a>>,
}

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Entry<'a> {
    /// Whether it has a `=`, and no `~`.
    pub(super) is_right: bool,
    /// What it earns, in percent, where that is said.
    pub(super) weight: Option<f64>,
    /// Whether that has a decimal comma.
    pub(super) has_comma: bool,
    pub(super) text: Piece<'a>,
    pub(super) feedback: Option<Piece<'a>>,
    /// Text and feedback in one.
    whole: Piece<'a>,
}

/// Two things that belong together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair<'a> {
    pub(super) left: Piece<'a>,
    pub(super) right: Piece<'a>,
}

impl Entry<'_> {
    /// What it earns, in percent.
    pub(super) fn worth(&self) -> f64 {
        let usual = if self.is_right { 100.0 } else { 0.0 };
        self.weight.unwrap_or(usual)
    }
}

/// What stands between the braces, and behind `####`.
pub(super) fn parse(inside: Piece<'_>) -> (Answers<'_>, Option<Piece<'_>>) {
    let (inside, general) = match inside.split("####") {
        Some((inside, general)) => (inside, Some(general.trimmed())),
        None => (inside, None),
    };
    (
        answers(inside.trimmed()),
        general.filter(|text| !text.raw.is_empty()),
    )
}

fn answers(inside: Piece<'_>) -> Answers<'_> {
    if inside.raw.is_empty() {
        return Answers::Essay;
    }
    if inside.raw.starts_with('#') {
        return Answers::Numbers(entries(inside.cut(0, 1).1));
    }
    if let Some(answer) = true_false(inside) {
        return Answers::TrueFalse(answer);
    }
    let all = entries(inside);
    if all.iter().any(|entry| !entry.is_right) {
        return Answers::Choices(all);
    }
    let pairs: Option<Vec<Pair<'_>>> = all.iter().map(pair).collect();
    match pairs {
        Some(pairs) => Answers::Pairs(pairs),
        None => Answers::Typed(all),
    }
}

fn true_false(inside: Piece<'_>) -> Option<TrueFalse<'_>> {
    let (answer, rest) = match inside.split("#") {
        Some((answer, rest)) => (answer.trimmed(), Some(rest)),
        None => (inside, None),
    };
    let odd = !matches!(answer.raw, "T" | "TRUE" | "F" | "FALSE");
    let key = match answer.raw.to_ascii_lowercase().as_str() {
        "t" | "true" => true,
        "f" | "false" => false,
        _ => return None,
    };
    let (wrong, right) = match rest.map(|rest| rest.split("#").ok_or(rest)) {
        None => (None, None),
        Some(Ok((wrong, right))) => (Some(wrong), Some(right)),
        Some(Err(wrong)) => (Some(wrong), None),
    };
    let said =
        |piece: Option<Piece<'_>>| piece.is_some_and(|piece| !piece.trimmed().raw.is_empty());
    Some(TrueFalse {
        key,
        odd: odd.then_some(answer.raw),
        wrong: wrong.filter(|piece| said(Some(*piece))),
        right: right.filter(|piece| said(Some(*piece))),
    })
}

/// Cuts at each `=` and `~` that means something. What stands before the first one is an answer by itself.
fn entries(inside: Piece<'_>) -> Vec<Entry<'_>> {
    let mut all = Vec::new();
    let mut starts = starts(inside.raw).into_iter().peekable();
    let first = starts.peek().copied().unwrap_or(inside.raw.len());
    let lead = inside.cut(first, first).0.trimmed();
    if !lead.raw.is_empty() {
        all.push(entry(true, lead));
    }
    while let Some(start) = starts.next() {
        let end = starts.peek().copied().unwrap_or(inside.raw.len());
        let is_right = inside
            .raw
            .get(start..)
            .is_some_and(|rest| rest.starts_with('='));
        let piece = inside.cut(end, end).0.cut(0, start + 1).1;
        all.push(entry(is_right, piece.trimmed()));
    }
    all
}

fn starts(raw: &str) -> Vec<usize> {
    let mut all = Vec::new();
    let mut signs = raw.char_indices();
    // The tag of HTML that is open; in one, = stands between a name and its value.
    let mut tag = None;
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
            }
            '<' => tag = Some(at),
            '>' => tag = None,
            '=' if tag.is_some() && is_attribute(raw, at) => {}
            '=' | '~' => {
                tag = None;
                all.push(at);
            }
            _ => {}
        }
    }
    all
}

/// True for the sign in `<img src="a.png">`.
pub(super) fn is_attribute(raw: &str, at: usize) -> bool {
    let before = raw.get(..at).unwrap_or_default();
    let after = raw.get(at + 1..).unwrap_or_default();
    before.ends_with(|sign: char| sign.is_ascii_alphabetic()) && after.starts_with(['"', '\''])
}

fn entry(is_right: bool, piece: Piece<'_>) -> Entry<'_> {
    let (weight, piece) = weight(piece);
    let has_comma = weight.is_some_and(|(_, has_comma)| has_comma);
    let weight = weight.map(|(weight, _)| weight);
    let (text, feedback) = match piece.split("#") {
        Some((text, feedback)) => (text.trimmed(), Some(feedback.trimmed())),
        None => (piece.trimmed(), None),
    };
    Entry {
        is_right,
        weight,
        has_comma,
        text,
        feedback: feedback.filter(|feedback| !feedback.raw.is_empty()),
        whole: piece,
    }
}

/// `%50%` in front, and whether it has a comma, which is taken for a point: Moodle shows weights so in French.
fn weight(piece: Piece<'_>) -> (Option<(f64, bool)>, Piece<'_>) {
    let read = || {
        let inside = piece.raw.strip_prefix('%')?;
        let end = inside.find('%')?;
        let number = inside.get(..end)?.trim();
        let is_number = |sign: char| sign.is_ascii_digit() || "-+.,".contains(sign);
        if number.len() > 20 || !number.chars().all(is_number) {
            return None;
        }
        let weight: f64 = number.replace(',', ".").parse().ok()?;
        Some((
            (weight, number.contains(',')),
            piece.cut(0, end + 2).1.trimmed(),
        ))
    };
    match read() {
        Some((weight, rest)) => (Some(weight), rest),
        None => (None, piece),
    }
}

fn pair<'a>(entry: &Entry<'a>) -> Option<Pair<'a>> {
    if entry.weight.is_some() {
        return None;
    }
    // A # in a pair is itself.
    let (left, right) = entry.whole.split("->")?;
    Some(Pair {
        left: left.trimmed(),
        right: right.trimmed(),
    })
}
