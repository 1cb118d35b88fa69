//! Where entries are stored: named texts, in a browser's `localStorage` or in memory.

use std::cell::RefCell;
use std::rc::Rc;

/// Why a storage does not do what it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no room left.
    Full,
    /// The page may not use the storage.
    Forbidden,
}

/// A storage of named texts that other tabs use too. Each call can fail, whatever the calls before it did.
pub trait Storage {
    /// Every name there is, in any order.
    ///
    /// # Errors
    ///
    /// The storage may not be read.
    fn names(&self) -> Result<Vec<String>, Refused>;

    /// The text under a name.
    ///
    /// # Errors
    ///
    /// The storage may not be read.
    fn read(&self, name: &str) -> Result<Option<String>, Refused>;

    /// Puts a text under a name, in the place of the one before. A storage that refuses changes nothing.
    ///
    /// # Errors
    ///
    /// There is no room, or the storage may not be written.
    fn write(&self, name: &str, text: &str) -> Result<(), Refused>;

    /// Removes a name.
    ///
    /// # Errors
    ///
    /// The storage may not be written.
    fn remove(&self, name: &str) -> Result<(), Refused>;
}

/// A storage in memory. Clones share the entries and the limits, as the tabs of a browser do.
#[derive(Debug, Clone, Default)]
pub struct MemoryStorage(Rc<RefCell<Memory>>);

#[derive(Debug, Default)]
struct Memory {
    entries: Vec<(String, String)>,
    /// In bytes of names and texts.
    limit: Option<usize>,
    read_forbidden: bool,
    write_forbidden: bool,
}

impl MemoryStorage {
    /// Limits the names and texts to so many bytes in all. What is there stays, even if it is more.
    pub fn limit(&self, bytes: Option<usize>) {
        self.0.borrow_mut().limit = bytes;
    }

    /// Forbids to read, to write, or both.
    pub fn forbid(&self, read: bool, write: bool) {
        let mut memory = self.0.borrow_mut();
        (memory.read_forbidden, memory.write_forbidden) = (read, write);
    }

    /// The bytes of all names and texts.
    pub fn used(&self) -> usize {
        let memory = self.0.borrow();
        memory.entries.iter().map(|(n, t)| n.len() + t.len()).sum()
    }

    /// Every entry, whether reading is forbidden or not.
    pub fn entries(&self) -> Vec<(String, String)> {
        self.0.borrow().entries.clone()
    }
}

impl Storage for MemoryStorage {
    fn names(&self) -> Result<Vec<String>, Refused> {
        let memory = self.0.borrow();
        match memory.read_forbidden {
            true => Err(Refused::Forbidden),
            false => Ok(memory
                .entries
                .iter()
                .map(|(name, _)| name.clone())
                .collect()),
        }
    }

    fn read(&self, name: &str) -> Result<Option<String>, Refused> {
        let memory = self.0.borrow();
        if memory.read_forbidden {
            return Err(Refused::Forbidden);
        }
        let found = memory.entries.iter().find(|(own, _)| own == name);
        Ok(found.map(|(_, text)| text.clone()))
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Refused> {
        let used = self.used();
        let mut memory = self.0.borrow_mut();
        if memory.write_forbidden {
            return Err(Refused::Forbidden);
        }
        let place = memory.entries.iter().position(|(own, _)| own == name);
        let before = place.and_then(|place| memory.entries.get(place));
        let before = before.map_or(0, |(name, text)| name.len() + text.len());
        let after = used - before + name.len() + text.len();
        // A text that gets no longer always fits in its place.
        if memory
            .limit
            .is_some_and(|limit| after > limit && after > used)
        {
            return Err(Refused::Full);
        }
        let entry = (name.to_owned(), text.to_owned());
        match place.and_then(|place| memory.entries.get_mut(place)) {
            Some(own) => *own = entry,
            None => memory.entries.push(entry),
        }
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Refused> {
        let mut memory = self.0.borrow_mut();
        if memory.write_forbidden {
            return Err(Refused::Forbidden);
        }
        memory.entries.retain(|(own, _)| own != name);
        Ok(())
    }
}
