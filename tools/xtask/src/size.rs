//! What a learner downloads, counted as an ordinary host sends it: gzip, level 6. Some hosts send brotli, which is shown beside it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::client::{ENTRIES, FOLDER};
use crate::dist;

/// What was measured last, in bytes of gzip. An entry of its own name is its first load: that of the checkpoint is a whole page with one, its bank
/// aside; further entries are what comes on top. `ENTRY-CHUNK` are the files of an entry's chunks.
const RECORDED: [(&str, usize); 8] = [
    ("checkpoint", 122_037),
    ("checkpoint-de", 4_374),
    ("checkpoint-de-fr", 336),
    ("checkpoint-fr", 4_318),
    ("checkpoint-kinds", 47_355),
    ("checkpoint-kinds-outcomes", 1_823),
    ("checkpoint-outcomes", 17_879),
    ("progress", 68_827),
];

/// How far each of them may grow beyond that, in percent.
const LEEWAY: usize = 5;

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints what each entry downloads, and fails where one grew beyond what was recorded; then prints the banks.
pub(crate) fn report(site: &Path) -> Result<()> {
    let mut grown = Vec::new();
    for (at, entry) in ENTRIES.iter().enumerate() {
        let rows = rows(site, &entry_files(site, entry.name, at == 0)?)?;
        let title = match at {
            0 => "a page with one checkpoint".to_owned(),
            _ => format!("on top: {}", entry.name),
        };
        println!("{}", table(&title, &rows));
        grown.extend(growth(entry.name, sum(&rows)));
        let chunks = rows_of_chunks(site, entry.name)?;
        if !chunks.is_empty() {
            let title = format!("chunks of {}, when they are needed", entry.name);
            println!("{}", table(&title, &chunks));
        }
        for chunk in chunks {
            grown.extend(growth(chunk.part(), chunk.gzip));
        }
    }
    let banks = rows(&site.join("banks"), &banks(&site.join("banks"))?)?;
    print!("{}", table("banks, module by module", &banks));
    let pages = rows(site, &pages(site)?)?;
    print!(
        "{}",
        table("pages of the site, and what they share", &pages)
    );
    match grown.is_empty() {
        true => Ok(()),
        false => bail!("{}", grown.join("; ")),
    }
}

impl Row {
    /// What it is recorded as: its name without folder, hash and extension.
    fn part(&self) -> &str {
        let file = self.name.rsplit('/').next().unwrap_or_default();
        file.split('.').next().unwrap_or_default()
    }
}

/// What there is to say of an entry that weighs more than it may.
fn growth(entry: &str, gzip: usize) -> Option<String> {
    let recorded = RECORDED.iter().find(|(name, _)| *name == entry);
    let Some((_, recorded)) = recorded else {
        return Some(format!(
            "tools/xtask/src/size.rs records no size for {entry}"
        ));
    };
    let most = recorded + recorded * LEEWAY / 100;
    (gzip > most).then(|| {
        let [gzip, most] = [gzip, most].map(grouped);
        format!("{entry} weighs {gzip} bytes of gzip, {most} at most")
    })
}

/// The glue and the wasm of an entry, after the loader and the styles where it is the first on a page.
fn entry_files(site: &Path, entry: &str, first: bool) -> Result<Vec<PathBuf>> {
    let hashed = dist::files(&site.join(FOLDER))?;
    let find = |name: &str, extension: &str| {
        let ours = |file: &&PathBuf| {
            let file = file.file_name().unwrap_or_default().to_string_lossy();
            file.starts_with(&format!("{name}.")) && file.ends_with(extension)
        };
        let found = hashed.iter().find(ours).cloned();
        found.with_context(|| format!("the site has no {FOLDER}/{name}.*{extension}"))
    };
    let mut files = Vec::new();
    if first {
        files.extend([site.join("jalon.js"), find("style", ".css")?]);
    }
    files.extend([find(entry, ".js")?, find(entry, ".wasm")?]);
    Ok(files)
}

/// What each page loads before any client, and one page of each sort.
fn pages(site: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = [
        "site.css",
        "theme.css",
        "site.js",
        "en/index.html",
        "en/progress.html",
    ]
    .map(|name| site.join(name))
    .into();
    for folder in ["en/modules", "en/checkpoints"] {
        files.extend(dist::files(&site.join(folder))?.into_iter().next());
    }
    Ok(files)
}

/// The files of an entry's chunks.
fn rows_of_chunks(site: &Path, entry: &str) -> Result<Vec<Row>> {
    let start = format!("{entry}-");
    let mut files = dist::files(&site.join(FOLDER))?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(&start)
    });
    rows(site, &files)
}

/// The header of each bank, followed by its modules.
fn banks(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for header in dist::files(folder)? {
        let modules = header.with_extension("");
        files.push(header);
        if modules.is_dir() {
            files.extend(dist::files(&modules)?);
        }
    }
    Ok(files)
}

fn rows(folder: &Path, files: &[PathBuf]) -> Result<Vec<Row>> {
    files.iter().map(|file| row(folder, file)).collect()
}

fn row(folder: &Path, file: &Path) -> Result<Row> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.strip_prefix(folder).unwrap_or(file);
    Ok(Row {
        name: name.display().to_string(),
        raw: bytes.len(),
        gzip: gzip_len(&bytes)?,
        brotli: brotli_len(&bytes)?,
    })
}

fn gzip_len(bytes: &[u8]) -> Result<usize> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::new(6));
    writer.write_all(bytes)?;
    Ok(writer.finish()?.len())
}

fn brotli_len(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

fn sum(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.gzip).sum()
}

/// Names to the left, numbers to the right, a total where there is something to add up.
fn table(title: &str, rows: &[Row]) -> String {
    let mut lines = vec![[title, "raw", "gzip", "brotli"].map(str::to_owned)];
    let cells = |name: &str, sizes: [usize; 3]| {
        let [raw, gzip, brotli] = sizes.map(grouped);
        [name.to_owned(), raw, gzip, brotli]
    };
    let sizes = |row: &Row| [row.raw, row.gzip, row.brotli];
    lines.extend(rows.iter().map(|row| cells(&row.name, sizes(row))));
    if rows.len() > 1 {
        let total = rows.iter().map(sizes).fold([0; 3], |total, sizes| {
            std::array::from_fn(|at| total[at] + sizes[at])
        });
        lines.push(cells("total", total));
    }
    let width = |at: usize| lines.iter().map(|line| line[at].len()).max().unwrap_or(0);
    let (name, raw, gzip, brotli) = (width(0), width(1), width(2), width(3));
    lines.iter().fold(String::new(), |mut text, [a, b, c, d]| {
        let _ = writeln!(text, "{a:<name$}  {b:>raw$}  {c:>gzip$}  {d:>brotli$}");
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
    use crate::run::Scratch;

    fn line(name: &str, raw: usize, gzip: usize, brotli: usize) -> Row {
        Row {
            name: name.to_owned(),
            raw,
            gzip,
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
            line("jalon.js", 1_204, 600, 530),
            line("jalon/a.wasm", 158_000, 66_000, 56_300),
        ];
        let expected = "\
page              raw    gzip  brotli
jalon.js        1,204     600     530
jalon/a.wasm  158,000  66,000  56,300
total         159,204  66,600  56,830
";
        assert_eq!(table("page", &rows), expected);
    }

    #[test]
    fn loader_and_styles_count_once() {
        let site = Scratch::new("entries");
        fs::create_dir(site.path().join(FOLDER)).unwrap();
        for file in ["a.1.js", "a.2.wasm", "b.3.js", "b.4.wasm", "style.5.css"] {
            fs::write(site.path().join(FOLDER).join(file), "").unwrap();
        }
        let names = |entry, first| {
            let files = entry_files(site.path(), entry, first).unwrap().into_iter();
            let names = files.map(|file| file.file_name().unwrap().to_owned());
            names.collect::<Vec<_>>()
        };
        assert_eq!(
            names("a", true),
            ["jalon.js", "style.5.css", "a.1.js", "a.2.wasm"]
        );
        assert_eq!(names("b", false), ["b.3.js", "b.4.wasm"]);
        assert!(entry_files(site.path(), "c", false).is_err());
    }

    #[test]
    fn every_entry_has_a_recorded_size_and_may_grow_a_little() {
        for entry in &ENTRIES {
            assert_eq!(growth(entry.name, 0), None, "{}", entry.name);
        }
        let chunk = line("jalon/checkpoint-kinds.0.wasm", 0, 0, 0);
        assert_eq!(growth(chunk.part(), 0), None);
        let (name, recorded) = RECORDED[0];
        assert_eq!(growth(name, recorded + recorded / 20), None);
        assert!(growth(name, recorded + recorded / 20 + 1).is_some());
        assert!(growth("unheard of", 0).is_some());
    }

    #[test]
    fn banks_are_listed_each_before_its_modules() {
        let folder = Scratch::new("banks");
        fs::create_dir(folder.path().join("iso")).unwrap();
        for file in ["iso.json", "iso/two.1.json", "iso/one.2.json", "zoo.json"] {
            fs::write(folder.path().join(file), "{}").unwrap();
        }
        let files = banks(folder.path()).unwrap().into_iter();
        let names: Vec<PathBuf> = files
            .map(|file| file.strip_prefix(folder.path()).unwrap().to_owned())
            .collect();
        let expected = ["iso.json", "iso/one.2.json", "iso/two.1.json", "zoo.json"];
        assert_eq!(names, expected.map(PathBuf::from));
    }

    #[test]
    fn what_is_sent_is_counted_to_its_last_byte() {
        let text = b"jalon ".repeat(1_000);
        for length in [brotli_len(&text).unwrap(), gzip_len(&text).unwrap()] {
            assert!((8..80).contains(&length), "{length}");
        }
    }
}
