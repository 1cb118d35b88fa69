//! What the learner knows: each answer given, and whether a page has said that it may not last.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::kiosk::{Edition, is_order};
use super::report::{Notice, Report, Screen};
use super::sheet::{Answer, Sheet, is_other_key};

/// Everything that is known.
#[derive(Default)]
pub(crate) struct Model {
    sheets: Vec<Sheet>,
    /// Entries that are nobody's to touch, by name.
    pub(crate) untouched: BTreeMap<String, String>,
    /// Damaged texts, which must be somewhere.
    pub(crate) damaged: Vec<String>,
    time: usize,
    /// A page that has said that something may go is gone: what the next one shows says what was lost.
    pub(crate) is_in_doubt: bool,
    /// A full storage has refused something, and the next page has to say so where anything is lost.
    pub(crate) is_loss_told: bool,
}

/// The sheet that a tab shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    sheet: usize,
    pub(crate) edition: Edition,
    pub(crate) site: usize,
}

/// What the learner does.
impl Model {
    fn begin(&mut self, site: usize, edition: Edition) -> usize {
        self.time += 1;
        self.sheets.push(Sheet {
            site,
            prefix: edition.prefix(),
            answers: BTreeMap::new(),
            is_over: false,
            is_over_for_good: false,
            is_stored: false,
            worked_on: 0,
            begun: self.time,
            attempt: None,
            is_hidden: false,
            is_gone: false,
        });
        self.sheets.len() - 1
    }

    /// The sheets of a bank as pages prefer them: the one worked on last of those that go on, then the one handed in last.
    fn preferred(&self, site: usize, edition: Edition) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.sheets.len())
            .filter(|n| self.sheets[*n].is_at(site, edition))
            .collect();
        all.sort_by_key(|n| {
            let sheet = &self.sheets[*n];
            (sheet.is_over, Reverse(sheet.worked_on), sheet.begun)
        });
        all
    }

    /// A page was opened: finds out which sheet it shows, which is the preferred one unless a page has said that something may be lost.
    pub(crate) fn open(
        &mut self,
        site: usize,
        edition: Edition,
        can_look: bool,
        screen: &Screen,
    ) -> Result<View, String> {
        let all = self.preferred(site, edition);
        let wanted = all.first().copied().filter(|_| can_look);
        let view = |sheet| View {
            sheet,
            edition,
            site,
        };
        let Some(wanted) = wanted else {
            return self.open_blank(site, edition, can_look, screen);
        };
        let Err(why) = self.sheets[wanted].is_on(screen, edition, false) else {
            self.end_doubt(wanted, screen);
            return Ok(view(wanted));
        };
        if !self.is_in_doubt {
            return Err(why);
        }
        for n in all {
            if self.sheets[n].is_on(screen, edition, true).is_ok() {
                self.end_doubt(n, screen);
                return Ok(view(n));
            }
        }
        let blank = self.open_blank(site, edition, can_look, screen);
        blank.map_err(|_| format!("no attempt is as it may have become: {why}"))
    }

    fn open_blank(
        &mut self,
        site: usize,
        edition: Edition,
        can_look: bool,
        screen: &Screen,
    ) -> Result<View, String> {
        let sheet = self.begin(site, edition);
        if let Err(why) = self.sheets[sheet].is_on(screen, edition, false) {
            self.sheets.pop();
            return Err(why);
        }
        if can_look {
            self.end_doubt(sheet, screen);
        }
        Ok(View {
            sheet,
            edition,
            site,
        })
    }

    /// What a page shows is what became of it. Of other sheets, what no page has promised is given up.
    fn end_doubt(&mut self, shown: usize, screen: &Screen) {
        let is_in_doubt = std::mem::take(&mut self.is_in_doubt);
        for (n, sheet) in self.sheets.iter_mut().enumerate() {
            if n == shown {
                sheet.settle(screen, is_in_doubt);
            } else if is_in_doubt {
                sheet.answers.retain(|_, answer| answer.is_kept);
                for answer in sheet.answers.values_mut() {
                    answer.is_doubtful |= answer.may_be.len() > 1;
                }
                sheet.is_gone |= !sheet.is_stored && !sheet.has_promises();
                sheet.is_hidden |= sheet.is_over && !sheet.is_over_for_good;
            }
        }
    }

    pub(crate) fn answer(&mut self, view: View, question: &str, value: &str) {
        self.time += 1;
        let sheet = &mut self.sheets[view.sheet];
        sheet.worked_on = self.time;
        let to_other_key = is_other_key(view.edition, question);
        let blank = Answer {
            may_be: Vec::new(),
            is_kept: false,
            to_other_key,
            is_left_out: false,
            is_doubtful: false,
        };
        let answer = sheet.answers.entry(question.to_owned());
        let answer = answer.or_insert_with(|| blank.clone());
        if answer.to_other_key != to_other_key {
            // The one to the other key was cleared, and that was said.
            *answer = blank;
        }
        answer.may_be.push(value.to_owned());
        answer.is_doubtful = false;
    }

    /// Something else that counts as work on the attempt.
    pub(crate) fn work(&mut self, view: View) {
        self.time += 1;
        self.sheets[view.sheet].worked_on = self.time;
    }

    /// A page that warns of nothing has stored everything of its attempt.
    pub(crate) fn rely(&mut self, view: View) {
        let sheet = &mut self.sheets[view.sheet];
        sheet.is_stored = true;
        sheet.is_over_for_good |= sheet.is_over;
        for answer in sheet.answers.values_mut() {
            if let Some(last) = answer.may_be.pop() {
                answer.may_be = vec![last];
                answer.is_kept = true;
            }
        }
    }

    pub(crate) fn hand_in(&mut self, view: View) {
        self.work(view);
        let sheet = &mut self.sheets[view.sheet];
        sheet.is_over = true;
        for (question, answer) in &mut sheet.answers {
            answer.is_left_out |= !view.edition.has(question)
                || answer.to_other_key != is_other_key(view.edition, question);
        }
    }

    pub(crate) fn is_over(&self, view: View) -> bool {
        self.sheets[view.sheet].is_over
    }

    /// Goes on with an attempt that was begun, or begins one.
    pub(crate) fn try_again(&mut self, view: View, can_look: bool) -> View {
        let all = self.preferred(view.site, view.edition);
        let goes_on = all
            .into_iter()
            .find(|n| !self.sheets[*n].is_over && can_look);
        let sheet = goes_on.unwrap_or_else(|| self.begin(view.site, view.edition));
        View { sheet, ..view }
    }

    /// A page has gone, by itself or in a crash. What it has warned about may have gone with it.
    pub(crate) fn leave(&mut self, views: &[View]) {
        let is_loose = |answer: &Answer| !answer.is_kept || answer.may_be.len() > 1;
        for view in views {
            let sheet = &self.sheets[view.sheet];
            let is_any = sheet.answers.values().any(is_loose);
            self.is_in_doubt |=
                is_any || sheet.is_over != sheet.is_over_for_good || !sheet.is_stored;
        }
    }

    /// Whether something is lost that the page which opened has to tell of.
    pub(crate) fn misses(&self, before: &Self, view: View) -> bool {
        let Some(sheet) = before.sheets.get(view.sheet) else {
            return before
                .sheets
                .iter()
                .any(|own| own.is_at(view.site, view.edition));
        };
        let now = &self.sheets[view.sheet];
        let text = |answer: &Answer| answer.may_be.last().cloned().unwrap_or_default();
        let is_lost = |(question, answer): (&String, &Answer)| {
            let is_same =
                || now.answers.get(question).map(text).unwrap_or_default() == text(answer);
            !is_order(question) && !is_same()
        };
        sheet.is_over != now.is_over || sheet.answers.iter().any(is_lost)
    }

    /// A copy of what is known of the attempts.
    pub(crate) fn so_far(&self) -> Self {
        Self {
            sheets: self.sheets.clone(),
            ..Self::default()
        }
    }
}

/// What is injected, and what it may cost.
impl Model {
    /// The sheet that is stored as an attempt.
    fn sheet_of(&mut self, attempt: &str) -> Option<&mut Sheet> {
        let mut all = self.sheets.iter_mut();
        all.find(|sheet| sheet.attempt.as_deref() == Some(attempt))
    }

    /// At which address the bank of an attempt is, if the attempt is known.
    pub(crate) fn site_of(&mut self, attempt: &str) -> Option<usize> {
        self.sheet_of(attempt).map(|sheet| sheet.site)
    }

    /// One answer's entry was damaged or replaced: this answer may go.
    pub(crate) fn forget_answer(&mut self, attempt: &str, question: &str) {
        if let Some(sheet) = self.sheet_of(attempt) {
            sheet.answers.remove(question);
        }
    }

    /// The entry of a result was damaged or replaced: all of that attempt may go.
    pub(crate) fn forget_attempt(&mut self, attempt: &str) {
        if let Some(sheet) = self.sheet_of(attempt) {
            sheet.is_gone = true;
        }
    }

    /// A later version has taken over the plan of an attempt: no page of this version shows it, and its answers stay stored.
    pub(crate) fn hide(&mut self, attempt: &str) {
        if let Some(sheet) = self.sheet_of(attempt) {
            sheet.is_hidden = true;
        }
    }

    /// Everything was cleared, by the browser's own means: nothing that was stored may be expected.
    pub(crate) fn clear(&mut self) {
        for sheet in &mut self.sheets {
            sheet.is_gone = true;
        }
        self.untouched.clear();
        self.damaged.clear();
        self.is_loss_told = false;
    }
}

/// What must hold.
impl Model {
    /// What a tab shows: every answer that was given in it, whatever the storage does.
    pub(crate) fn check_screen(&self, view: View, screen: &Screen) -> Result<(), String> {
        self.sheets[view.sheet].is_on(screen, view.edition, false)
    }

    /// Every answer that no page has warned about is stored, those of an attempt under one name.
    pub(crate) fn check_storage(&mut self, report: &Report) -> Result<(), String> {
        self.check_entries(&report.entries)?;
        let attempts = || report.given.keys().chain(&report.done);
        for sheet in self.sheets.iter_mut().filter(|sheet| !sheet.is_gone) {
            if !sheet.has_promises() {
                continue;
            }
            let is_known = |own: &&String| sheet.attempt.as_ref().is_none_or(|known| known == *own);
            let mut found: Vec<&String> = attempts()
                .filter(is_known)
                .filter(|own| sheet.is_stored_as(own, report))
                .collect();
            found.sort();
            found.dedup();
            match found[..] {
                [] => return Err(format!("lost: {sheet:?}\nstored: {:#?}", report.given)),
                [only] => sheet.attempt = Some(only.clone()),
                _ => {}
            }
        }
        Ok(())
    }

    /// What is nobody's to touch is as it was, and damaged texts are somewhere.
    fn check_entries(&self, entries: &[(String, String)]) -> Result<(), String> {
        for (name, text) in &self.untouched {
            if !entries.iter().any(|(own, now)| own == name && now == text) {
                return Err(format!("{name} was touched"));
            }
        }
        for text in &self.damaged {
            if !entries.iter().any(|(_, now)| now == text) {
                return Err(format!("the damaged text {text} is gone"));
            }
        }
        Ok(())
    }

    /// What a page that was just opened has to say, beside what it shows.
    pub(crate) fn check_notices(&self, view: View, screen: &Screen) -> Result<(), String> {
        let sheet = &self.sheets[view.sheet];
        let is_cleared = |(question, answer): (&String, &Answer)| {
            let is_gone = !view.edition.has(question);
            let is_rekeyed = answer.to_other_key != is_other_key(view.edition, question);
            answer.is_kept && (is_gone || is_rekeyed)
        };
        let is_any = !sheet.is_over && sheet.answers.iter().any(is_cleared);
        match is_any && !screen.says(Notice::Changed) {
            true => Err("an answer was cleared, and nothing is said".to_owned()),
            false => Ok(()),
        }
    }
}
