//! Archives, read within limits: what a header says of sizes is not believed, and no name leads out of the archive.
//!
//! Nothing is unpacked to a disk. Entries are read one by one, when they are asked for; an archive in an archive is bytes.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::input::{Input, Refusal};
use crate::loss::FilePosition;

/// How much is read.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// How many entries there may be.
    entries: usize,
    /// How large an entry may be once it is unpacked, in bytes.
    entry: u64,
    /// How much may be unpacked of one archive, in bytes.
    total: u64,
    /// How many bytes may come out of one, in entries that are `ratio_from` bytes and more.
    ratio: u64,
    /// In bytes.
    ratio_from: u64,
}

/// As many entries as the format could count at first. Questions and pictures stay under a ratio of 50, what was made to fill a memory
/// is near 1000; the most regular of small files do no harm.
const LIMITS: Limits = Limits {
    entries: 65_535,
    entry: 64 << 20,
    total: 256 << 20,
    ratio: 200,
    ratio_from: 1 << 20,
};

/// What each header of the list at the end of an archive begins with.
const LISTED: &[u8] = b"PK\x01\x02";

/// An archive whose entries can be read by name. Names have `/` between folders and begin with none.
pub(crate) struct Archive<'a> {
    input: Input<'a>,
    limits: Limits,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of the files, in the order of the archive, and where each stands in its list.
    names: Vec<(String, usize)>,
    /// The place of a name among them.
    places: HashMap<String, usize>,
    /// The same for names in lower case; the first of several counts.
    folded: HashMap<String, usize>,
    /// How many bytes have been unpacked.
    unpacked: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive and reads the list of its entries.
    ///
    /// # Errors
    ///
    /// It is no zip, has too many entries, or an entry that is a link or whose name leads out of it.
    pub(crate) fn open(input: &Input<'a>) -> Result<Self, Refusal> {
        Self::open_within(input, LIMITS)
    }

    fn open_within(input: &Input<'a>, limits: Limits) -> Result<Self, Refusal> {
        let listed = input.bytes.windows(LISTED.len());
        let listed = listed.filter(|bytes| *bytes == LISTED).count();
        if listed > limits.entries {
            let why = format!(
                "the archive has {listed} entries; at most {} are read",
                limits.entries
            );
            return Err(input.refuse(0, why, "split it"));
        }
        let mut zip = ZipArchive::new(Cursor::new(input.bytes)).map_err(|error| {
            let why = format!("this archive can't be read: {}", said(&error));
            input.refuse(0, why, "pack it again as a plain zip")
        })?;
        let names = names(&mut zip, input)?;
        let places = names.iter().enumerate();
        let places: HashMap<String, usize> =
            places.map(|(at, (name, _))| (name.clone(), at)).collect();
        let mut folded = HashMap::new();
        for (at, (name, _)) in names.iter().enumerate() {
            folded.entry(name.to_lowercase()).or_insert(at);
        }
        Ok(Self {
            input: *input,
            limits,
            zip,
            names,
            places,
            folded,
            unpacked: 0,
        })
    }

    /// The names of its files, in its order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
    }

    /// The file that an address in another file of the archive means (`from` is that file's name; empty for the top folder): as it is
    /// written, or with its `%20`s read, or in another case. `None` for what lies elsewhere, or is not there.
    pub(crate) fn find(&self, from: &str, address: &str) -> Option<&str> {
        let address = address.split(['#', '?']).next().unwrap_or_default();
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        [address.to_owned(), decoded(address)]
            .iter()
            .filter_map(|address| self.lookup(&joined(folder, address)?))
            .next()
    }

    fn lookup(&self, name: &str) -> Option<&str> {
        let exact = self.places.get(name);
        let at = exact.or_else(|| self.folded.get(&name.to_lowercase()))?;
        self.names.get(*at).map(|(name, _)| name.as_str())
    }

    /// Where the archive is, for people.
    pub(crate) fn own_path(&self) -> &str {
        self.input.path
    }

    /// Where a file of the archive is, for people.
    pub(crate) fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.input.path)
    }

    /// Unpacks a file.
    ///
    /// # Errors
    ///
    /// It is not there, is damaged or encrypted, or it is larger than what is read.
    pub(crate) fn read(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        let place = FilePosition {
            file: self.path(name),
            line: 0,
        };
        let refuse = |why: String, help: &str| Refusal {
            place: place.clone(),
            why,
            help: help.to_owned(),
        };
        let damaged = |what: &str| {
            let why = format!("the file can't be unpacked: {what}");
            refuse(why, "pack the archive again as a plain zip")
        };
        let at = self
            .places
            .get(name)
            .and_then(|at| self.names.get(*at))
            .map(|(_, at)| *at)
            .ok_or_else(|| damaged("it is not in the archive"))?;
        let entry = self.zip.by_index(at);
        let entry = entry.map_err(|error| damaged(&said(&error)))?;
        let (most, too_large) = self.limits.of_next(entry.compressed_size(), self.unpacked);
        let mut bytes = Vec::new();
        let read = entry.take(most.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| damaged(&error.to_string()))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(refuse(
                too_large,
                "check the program that packed it, or split it",
            ));
        }
        self.unpacked = self.unpacked.saturating_add(size);
        Ok(bytes)
    }
}

impl Limits {
    /// How much of the next entry is read, and what is said where there is more: packed it has so many bytes, and so many have been
    /// unpacked before.
    fn of_next(self, packed: u64, unpacked: u64) -> (u64, String) {
        let Self { ratio, .. } = self;
        let of_ratio = packed.saturating_mul(ratio).max(self.ratio_from);
        let limits = [
            (
                self.total.saturating_sub(unpacked),
                format!("the archive has more than {} bytes unpacked", self.total),
            ),
            (
                self.entry,
                format!("the file has more than {} bytes", self.entry),
            ),
            (
                of_ratio,
                format!("the file is more than {ratio} times as large unpacked as it is packed"),
            ),
        ];
        let least = limits.into_iter().min_by_key(|(most, _)| *most);
        least.unwrap_or_default()
    }
}

/// The names of the files: folders are left out, and what systems put beside them.
fn names(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    input: &Input<'_>,
) -> Result<Vec<(String, usize)>, Refusal> {
    let mut names = Vec::new();
    for at in 0..zip.len() {
        let Ok(entry) = zip.by_index_data(at) else {
            continue;
        };
        let raw = entry.name_raw();
        let name = match entry.name() {
            Ok(name) => name.replace('\\', "/"),
            Err(_) => String::from_utf8_lossy(raw).replace('\\', "/"),
        };
        if entry.is_symlink() {
            let why = format!("the entry `{name}` is a link");
            return Err(input.refuse(0, why, "pack the file itself in its place"));
        }
        if leads_out(&name) {
            let why = format!("the name `{name}` of an entry points outside the archive");
            return Err(input.refuse(0, why, "check the program that packed it"));
        }
        let name = joined("", &name).unwrap_or_default();
        let last = name.rsplit('/').next().unwrap_or_default();
        let litter = name.starts_with("__MACOSX/") || last == ".DS_Store";
        if !(entry.is_dir() || litter || name.is_empty()) {
            names.push((name, at));
        }
    }
    Ok(names)
}

/// True for names that could name something outside: with a root, a drive, or more `..` than folders.
fn leads_out(name: &str) -> bool {
    let drive = name.get(1..2) == Some(":");
    name.starts_with('/') || drive || name.contains('\0') || joined("", name).is_none()
}

/// An address in a folder, without `.` and `..`; `None` where it leads out, or is an address of its own.
fn joined(folder: &str, address: &str) -> Option<String> {
    let address = address.trim().replace('\\', "/");
    if address.contains("://") || address.starts_with("data:") {
        return None;
    }
    let (folder, address) = match address.strip_prefix('/') {
        Some(rooted) => ("", rooted),
        None => (folder, address.as_str()),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(address.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// An address with its `%20`s read; as it is where they are no text.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let pair = behind.get(..2).filter(|_| *first == b'%');
        let pair = pair.and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

/// What is wrong with an archive, in plain words where there are some.
fn said(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            "it is protected by a password".to_owned()
        }
        ZipError::CompressionMethodNotSupported(method) => {
            format!("its compression method is unknown ({method})")
        }
        error => error.to_string(),
    }
}

#[cfg(test)]
mod tests;
