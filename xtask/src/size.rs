//! What a learner downloads, counted as a good host sends it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::dist;

/// What a page with one checkpoint downloads, its bank aside.
const PAGE: [&str; 4] = ["jalon.js", "jalon_app.js", "jalon_app.bin", "jalon.css"];

/// What a page may weigh, in bytes of brotli, with every kind of question.
const BUDGET: usize = 95_000;

/// What we aim for: as much as the lightest peer.
const AIM: usize = 75_000;

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the page's files, and then the banks'.
pub(crate) fn report(site: &Path) -> Result<()> {
    let page = page(site)?;
    print!("{}", table("a page with one checkpoint", &page));
    println!("\n{}\n", verdict(sum(&page)));
    print!(
        "{}",
        table("banks, module by module", &banks(&site.join("banks"))?)
    );
    Ok(())
}

/// Fails when the page is too heavy.
pub(crate) fn check(site: &Path) -> Result<()> {
    let page = page(site)?;
    print!("{}", table("a page with one checkpoint", &page));
    let total = sum(&page);
    if total > BUDGET {
        bail!("{}", verdict(total));
    }
    println!("{}", verdict(total));
    Ok(())
}

fn page(site: &Path) -> Result<Vec<Row>> {
    PAGE.iter()
        .map(|name| row(site, &site.join(name)))
        .collect()
}

/// The header of each bank, followed by its modules.
fn banks(folder: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for header in dist::files(folder)? {
        rows.push(row(folder, &header)?);
        let modules = header.with_extension("");
        if modules.is_dir() {
            for module in dist::files(&modules)? {
                rows.push(row(folder, &module)?);
            }
        }
    }
    Ok(rows)
}

fn row(folder: &Path, file: &Path) -> Result<Row> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file
        .strip_prefix(folder)
        .unwrap_or(file)
        .display()
        .to_string();
    Ok(Row {
        name,
        raw: bytes.len(),
        brotli: brotli_len(&bytes)?,
    })
}

fn brotli_len(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

fn sum(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.brotli).sum()
}

fn verdict(total: usize) -> String {
    let [total, budget, aim] = [total, BUDGET, AIM].map(grouped);
    format!("{total} bytes of brotli; the budget is {budget}, the aim {aim}")
}

/// Names to the left, numbers to the right, a total where there is something to add up.
fn table(title: &str, rows: &[Row]) -> String {
    let mut lines = vec![[title.to_owned(), "raw".to_owned(), "brotli".to_owned()]];
    let cells = |name: &str, raw, brotli| [name.to_owned(), grouped(raw), grouped(brotli)];
    lines.extend(rows.iter().map(|row| cells(&row.name, row.raw, row.brotli)));
    if rows.len() > 1 {
        lines.push(cells(
            "total",
            rows.iter().map(|row| row.raw).sum(),
            sum(rows),
        ));
    }
    let width = |column: usize| {
        lines
            .iter()
            .map(|line| line[column].len())
            .max()
            .unwrap_or(0)
    };
    let (name, raw, brotli) = (width(0), width(1), width(2));
    lines.iter().fold(String::new(), |mut text, [a, b, c]| {
        let _ = writeln!(text, "{a:<name$}  {b:>raw$}  {c:>brotli$}");
        text
    })
}

/// `1234567` as `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, raw: usize, brotli: usize) -> Row {
        Row {
            name: name.to_owned(),
            raw,
            brotli,
        }
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let shown: Vec<String> = [0, 999, 1_000, 78_000, 1_234_567].map(grouped).into();
        assert_eq!(shown, ["0", "999", "1,000", "78,000", "1,234,567"]);
    }

    #[test]
    fn the_table_is_aligned_and_totalled() {
        let rows = [
            line("jalon.js", 1_204, 530),
            line("jalon_app.bin", 158_000, 56_300),
        ];
        let expected = "\
page               raw  brotli
jalon.js         1,204     530
jalon_app.bin  158,000  56,300
total          159,204  56,830
";
        assert_eq!(table("page", &rows), expected);
    }

    #[test]
    fn banks_are_listed_each_before_its_modules() {
        let folder = crate::run::Scratch::new("banks");
        fs::create_dir(folder.path().join("iso")).unwrap();
        for file in ["iso.json", "iso/two.json", "iso/one.json", "zoo.json"] {
            fs::write(folder.path().join(file), "{}").unwrap();
        }
        let names: Vec<String> = banks(folder.path())
            .unwrap()
            .into_iter()
            .map(|row| row.name)
            .collect();
        assert_eq!(
            names,
            ["iso.json", "iso/one.json", "iso/two.json", "zoo.json"]
        );
    }

    #[test]
    fn brotli_is_counted_to_its_last_byte() {
        let length = brotli_len(&b"jalon ".repeat(1_000)).unwrap();
        assert!((8..40).contains(&length), "{length}");
    }
}
