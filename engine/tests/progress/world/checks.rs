//! What must hold after each step.

use jalon_engine::id::{AttemptId, QuestionId};
use jalon_engine::progress::{Health, Key, Saved};
use jalon_engine::session::{RecordedResponse, Session};

use super::{FOREIGN, Holder, Known, World};
use crate::journeys::Act;

impl World {
    /// What must hold after each step.
    pub(crate) fn check(&self) {
        let entries = self.disk.entries();
        for own in self.answers.iter().filter(|own| !own.announced) {
            assert!(
                entries.iter().any(|entry| holds(entry, own)),
                "lost: {own:?}\nstored: {entries:#?}"
            );
        }
        // What was stored before goes only for what is stored in its place.
        for own in self.answers.iter().filter(|own| own.is_kept) {
            let mut all = own.others.iter().chain([&own.response]);
            let is_any = all.any(|response| {
                let response = response.clone();
                let or = Known {
                    response,
                    ..own.clone()
                };
                entries.iter().any(|entry| holds(entry, &or))
            });
            assert!(is_any, "nothing is left of {own:?}\nstored: {entries:#?}");
        }
        for (id, ..) in self.done.iter().filter(|own| !own.2) {
            let is_there = entries.iter().any(|(name, text)| {
                name.contains(&format!(":done:{id}")) && text.starts_with("{\"jalon\":1")
            });
            assert!(is_there, "the result of {id} is lost: {entries:#?}");
        }
        if let Some((text, ..)) = self.writing.as_ref().filter(|own| !own.2) {
            let saved = Saved::Writing(text.clone()).to_text();
            let is_there =
                |(name, own): &(String, String)| name.contains(":writing:") && *own == saved;
            assert!(entries.iter().any(is_there), "{text} is lost: {entries:#?}");
        }
        for known in self.answers.iter().filter(|own| !own.gives_way) {
            let Holder::Tab(tab) = known.holder else {
                continue;
            };
            for page in self.tabs[tab]
                .iter()
                .filter(|tab| !tab.has_newer())
                .flat_map(|tab| &tab.elements)
            {
                let session = page.session();
                if session.head().id == known.attempt && session.submitted().is_none() {
                    let shown = session.response(&known.question);
                    assert_eq!(shown, Some(&known.response), "{known:?} is not on screen");
                }
            }
        }
        for newer in &self.newer {
            assert!(entries.contains(newer), "{newer:?} was touched");
        }
        // A full storage has no room for what is to be set aside.
        for text in self.damaged.iter().filter(|_| !self.was_full) {
            let is_there = entries.iter().any(|(_, own)| own == text);
            assert!(is_there, "the damaged text {text} is gone: {entries:#?}");
        }
        if self.foreign {
            assert!(entries.contains(&(FOREIGN.0.to_owned(), FOREIGN.1.to_owned())));
        }
        for (tab, queue) in self.tabs.iter().zip(&self.queues) {
            // One of the two may have looked before the browser told both; and what a later version keeps is not written over.
            let Some(tab) = tab
                .as_ref()
                .filter(|tab| queue.is_empty() && !tab.has_newer())
            else {
                continue;
            };
            let [one, two] = &tab.elements[..] else {
                panic!("two elements");
            };
            // An element that was put in anew says what of an answer is damaged; the other one has it still.
            let is_told = one.saving().1.set_aside != two.saving().1.set_aside;
            let (one, two) = (one.session(), two.session());
            if !is_told && one.head().id == two.head().id && one.submitted() == two.submitted() {
                let id = one.head().id;
                let given = |session: &Session| -> Vec<(QuestionId, RecordedResponse)> {
                    let is_there = |question: &QuestionId| !self.cleared.contains(&(id, *question));
                    let given = session.given().iter();
                    let given = given.filter(|(question, _)| is_there(question));
                    given
                        .map(|(question, given)| (*question, given.clone()))
                        .collect()
                };
                assert_eq!(given(one), given(two), "elements went apart");
            }
        }
    }

    /// What a page that was just opened must show.
    pub(super) fn is_as_left(&self, tab: usize) {
        let Some(own) = &self.tabs[tab] else { return };
        let page = &own.elements[0];
        if !own.is_healthy() || own.has_newer() {
            return;
        }
        let session = page.session();
        let id = session.head().id;
        assert!(
            !session.plan().questions.is_empty(),
            "an exercise without a question"
        );
        for known in self
            .answers
            .iter()
            .filter(|own| own.attempt == id && !own.announced)
        {
            if session.module().question(&known.question).is_none() {
                continue;
            }
            // It was given after another tab had handed in, on a page that could not see that; or it was kept in memory alone then.
            let is_late = session.submitted().is_some_and(|at| at < known.at);
            match session.given().get(&known.question) {
                Some(given) => {
                    // The result shows what was on screen where it was handed in; `check` finds the late one beside it.
                    let mut handed_in = self.handed_in.iter().filter(|own| own.0 == id);
                    let is_result = handed_in.any(|own| own.1.get(&known.question) == Some(given));
                    assert!(
                        known.may_be(&given.response) || is_late && is_result,
                        "{known:?} was altered, {:?} is shown",
                        given.response
                    );
                }
                None => {
                    let is_told = page.saving().1.bank_changed || session.submitted().is_some();
                    let is_told = is_told && self.was_edited;
                    assert!(is_late || is_told, "{known:?} is not shown");
                }
            }
        }
        if let Some((text, ..)) = self.writing.as_ref().filter(|own| !own.2 && !self.was_hurt) {
            assert_eq!(page.writing(), text);
        }
        for (id, ..) in self.done.iter().filter(|own| !own.2 && !self.was_edited) {
            let is_own = !self.others.contains(id);
            let is_there = page.history().any(|own| own.head.id == *id);
            assert!(
                is_there || !is_own,
                "the result of {id} is not in the history"
            );
        }
        let entries = self.disk.entries();
        let is_done = |id: &AttemptId| {
            entries
                .iter()
                .any(|(name, _)| name.contains(&format!(":done:{id}")))
        };
        let goes_on = |known: &Known| {
            let is_other = self.others.contains(&known.attempt);
            !known.announced && !is_other && !is_done(&known.attempt)
        };
        let goes_on = self.answers.iter().any(goes_on);
        if goes_on && !self.was_edited {
            let is_blank = session.given().is_empty();
            assert!(
                !is_blank && session.submitted().is_none(),
                "an attempt is not found again"
            );
        }
    }

    /// The end of each journey.
    pub(crate) fn heal_and_come_back(&mut self) {
        self.heal();
        for tab in 0..2 {
            self.act(&Act::Retry(tab));
            self.check();
            self.act(&Act::Hear(tab));
            self.check();
        }
        for tab in 0..2 {
            self.act(&Act::Close { tab, crash: false });
            self.check();
        }
        self.act(&Act::Open(0));
        self.check();
        let page = self.tabs[0].as_ref().unwrap();
        assert_eq!(page.storage.health(), Health::Kept);
    }
}

/// Whether an entry holds an answer.
pub(super) fn holds((name, text): &(String, String), known: &Known) -> bool {
    let Ok(key) = name.parse::<Key>() else {
        return false;
    };
    match (&key, Saved::read(&key, text)) {
        (Key::Given(_, id, question), Ok(Saved::Given(given))) => {
            *id == known.attempt && *question == known.question && known.may_be(&given.response)
        }
        (Key::Done(_, id), Ok(Saved::Done(attempt))) if *id == known.attempt => {
            let all = [&attempt.given, &attempt.left_out];
            let mut all = all.iter().filter_map(|all| all.get(&known.question));
            all.any(|given| known.may_be(&given.response))
        }
        _ => false,
    }
}
