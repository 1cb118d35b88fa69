//! Writes shorter what the words of the data section say of one another: brotli compares bytes, and doesn't add.
//!
//! A word that those before it foretell becomes a mark, which is always the same:
//! - the sum of the last two: texts lie one after another, so that each begins where the one before it, known by address and length, ends;
//! - one more than the greatest of the last four that can be the number of a function: tables of methods name functions in their order.

/// Functions have smaller numbers than this.
pub(super) const FUNCTIONS: u32 = 4096;

/// Data with marks. `app/unpack.js` puts the words back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// Where the first word begins.
    pub(super) start: usize,
    /// The bytes of which the marks are made, four times each.
    pub(super) marks: [u8; 2],
    pub(super) bytes: Vec<u8>,
}

/// The words before one, the last first.
type Last = [u32; 4];

/// What a word may be after those.
fn foretold(last: Last) -> [u32; 2] {
    let function = last.into_iter().filter(|word| *word < FUNCTIONS).max();
    let next = function.map_or(0, |function| function + 1);
    [last[0].wrapping_add(last[1]), next]
}

/// Data with marks, its words begun where that makes the most of them; `None` where no byte is free to make a mark of.
pub(super) fn mark(data: &[u8]) -> Option<Marked> {
    let is_free = |byte: &u8| !data.windows(4).any(|bytes| bytes == [*byte; 4]);
    let mut free = (0..=u8::MAX).rev().filter(is_free);
    let marks = [free.next()?, free.next()?];
    let all = (0..4).map(|start| marked(data, start, marks));
    let (_, best) = all.max_by_key(|(count, _)| *count)?;
    Some(best)
}

/// How many marks there are, and the data with them.
fn marked(data: &[u8], start: usize, marks: [u8; 2]) -> (usize, Marked) {
    let mut bytes = data.to_vec();
    let (mut count, mut last) = (0, Last::default());
    let (words, _) = bytes.get_mut(start..).unwrap_or_default().as_chunks_mut();
    for bytes in words {
        let word = u32::from_le_bytes(*bytes);
        let is_foretold = foretold(last).map(|own| own == word);
        // Small words are many, and short as they are.
        if word > 64
            && let Some((_, mark)) = is_foretold.into_iter().zip(marks).find(|(is, _)| *is)
        {
            *bytes = [mark; 4];
            count += 1;
        }
        last = [word, last[0], last[1], last[2]];
    }
    let marked = Marked {
        start,
        marks,
        bytes,
    };
    (count, marked)
}

/// What `app/unpack.js` does, in the same steps.
#[cfg(test)]
pub(super) fn unmarked(marked: &Marked) -> Vec<u8> {
    let mut data = marked.bytes.clone();
    let mut last = Last::default();
    let words = data.get_mut(marked.start..).unwrap_or_default();
    let (words, _) = words.as_chunks_mut();
    for bytes in words {
        let which = marked.marks.iter().position(|mark| *bytes == [*mark; 4]);
        if let Some(which) = which {
            *bytes = foretold(last)[which].to_le_bytes();
        }
        last = [u32::from_le_bytes(*bytes), last[0], last[1], last[2]];
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(words: &[u32]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn words_that_follow_from_others_become_marks_and_words_again() {
        let texts = [1_048_576, 5, 1_048_581, 12, 1_048_593, 3, u32::MAX];
        let methods = [301, 8, 4, 302, 303, 16, 4, 304];
        let mut data = vec![7, 7, 7];
        data.extend(bytes(&texts));
        data.extend(bytes(&methods));
        data.push(9);
        let marked = mark(&data).unwrap();
        assert_eq!(marked.start, 3);
        let is_mark = |word: &&[u8; 4]| marked.marks.iter().any(|mark| **word == [*mark; 4]);
        let (words, _) = marked.bytes[3..].as_chunks();
        assert_eq!(words.iter().filter(is_mark).count(), 2 + 3);
        assert_eq!(unmarked(&marked), data);
    }

    #[test]
    fn what_looks_like_a_mark_is_none() {
        let all: Vec<u8> = (0..=u8::MAX).flat_map(|byte| [byte; 4]).collect();
        assert_eq!(mark(&all), None);
        let some = bytes(&[u32::MAX, 0xfefe_fefe, 100, 200, 300]);
        assert_eq!(unmarked(&mark(&some).unwrap()), some);
    }

    #[test]
    fn data_of_any_length_comes_back() {
        for length in 0..9 {
            let data = vec![1; length];
            if let Some(marked) = mark(&data) {
                assert_eq!(unmarked(&marked), data);
            }
        }
    }
}
