//! The text of a file without its comments. Each byte still knows its line.

/// A text in which every line that begins with `//` is left out.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// What is left; lines end with one sign.
    pub(super) text: String,
    pub(super) comments: Vec<Comment>,
    starts: Vec<usize>,
    numbers: Vec<usize>,
}

/// A line that begins with `//`.
#[derive(Debug)]
pub(super) struct Comment {
    /// Where it stands in the file, from 1.
    pub(super) line: usize,
    /// The byte of the text before which it stood.
    pub(super) at: usize,
    /// What it says.
    pub(super) text: String,
}

impl Source {
    pub(super) fn of(file: &str) -> Self {
        let file = file.replace("\r\n", "\n").replace('\r', "\n");
        let mut source = Self::default();
        for (number, line) in file.lines().enumerate() {
            let at = source.text.len();
            if let Some(comment) = line.trim_start().strip_prefix("//") {
                source.comments.push(Comment {
                    line: number + 1,
                    at,
                    text: comment.trim().to_owned(),
                });
                continue;
            }
            source.starts.push(at);
            source.numbers.push(number + 1);
            source.text.push_str(line);
            source.text.push('\n');
        }
        source
    }

    /// The line in the file on which a byte of the text stands.
    pub(super) fn line(&self, at: usize) -> usize {
        let after = self.starts.partition_point(|start| *start <= at);
        let number = self.numbers.get(after.saturating_sub(1));
        number.copied().unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_whatever_ends_them() {
        let source = Source::of("a\r\n// one\rb\n  // two\n\nc");
        assert_eq!(source.text, "a\nb\n\nc\n");
        let lines: Vec<usize> = [0, 2, 4, 5].map(|at| source.line(at)).to_vec();
        assert_eq!(lines, [1, 3, 5, 6]);
        let comments = source.comments.iter();
        let comments: Vec<_> = comments
            .map(|one| (one.line, one.at, one.text.as_str()))
            .collect();
        assert_eq!(comments, [(2, 2, "one"), (4, 4, "two")]);
    }
}
