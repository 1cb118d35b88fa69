//! Lines of a text, by byte.

/// Where each line of a text starts.
#[derive(Debug)]
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(ends.map(|(at, _)| at + 1).collect())
    }

    /// The line of a byte, from 1.
    pub(crate) fn of(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_behind_the_end_of_the_one_before() {
        let lines = Lines::new("a\nb\n\nc");
        let all: Vec<usize> = (0..6).map(|byte| lines.of(byte)).collect();
        assert_eq!(all, [1, 1, 2, 2, 3, 4]);
    }
}
