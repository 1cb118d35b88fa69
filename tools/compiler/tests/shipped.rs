//! Promises about the banks that are shipped.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::path::Path;

use jalon_compiler::{Options, Report, Sources, check, check_with};
use jalon_engine::bank::Bank;
use jalon_engine::grade::Context;
use jalon_engine::kind::{Body, Response};

fn questions() -> Sources {
    Sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions")).unwrap()
}

fn report() -> Report {
    check(&questions())
}

#[test]
fn there_is_no_warning_and_no_advice() {
    let report = check_with(&questions(), &Options::with_advice());
    assert_eq!(report.diagnostics, []);
    assert!(!report.banks.is_empty());
}

#[test]
fn the_key_earns_full_points_in_every_language_and_wording() {
    for compiled in report().banks {
        let terms: Vec<&str> = compiled.bank().terms().collect();
        let context = Context {
            terms: &terms,
            langs: Some(compiled.bank().languages()),
        };
        for question in compiled
            .modules()
            .iter()
            .flat_map(|module| module.questions())
        {
            let full = |response: &Response| {
                let outcome = question.body.score_in(response, question.points, context);
                assert!(
                    outcome.is_ok_and(|outcome| outcome.score.is_full()),
                    "{} {response:?}",
                    question.id
                );
            };
            full(&question.body.model_response());
            if let Body::Text(body) = &question.body {
                for (_, answer) in body.answers() {
                    full(&Response::Text(answer.to_owned()));
                    full(&Response::Text(format!("  {}.", answer.to_uppercase())));
                }
            }
            for lang in compiled.bank().languages() {
                assert!(
                    question.wordings(lang).len() >= 2,
                    "{} in {lang}",
                    question.id
                );
                for wording in question.wordings(lang) {
                    let texts = wording.choices.iter().count();
                    assert_eq!(texts, question.body.parts().len(), "{}", question.id);
                }
            }
        }
    }
}

/// Who reads both languages sees wordings of one name side by side.
#[test]
fn every_wording_has_a_partner() {
    for bank in report().banks {
        for question in bank.modules().iter().flat_map(|module| module.questions()) {
            let pairs = question.pairs();
            for (lang, wordings) in question.wordings.iter() {
                assert_eq!(wordings.len(), pairs.len(), "{} in {lang}", question.id);
            }
        }
    }
}

#[test]
fn what_is_built_reads_back_and_is_the_same_each_time() {
    let (first, second) = (report(), report());
    for (one, other) in first.banks.iter().zip(&second.banks) {
        assert_eq!(one.files(), other.files());
        let files = one.files();
        let (header, modules) = files.split_first().unwrap();
        let bank = Bank::read(&header.1).unwrap();
        // The names of the files of modules and their kinds follow from what is written in them, so the header alone has them.
        let mut read = bank.file().clone();
        let written = modules.iter().zip(one.modules());
        for (info, ((name, _), module)) in read.modules.iter_mut().zip(written) {
            let file = std::mem::take(&mut info.file);
            assert_eq!(&format!("{}/{file}", bank.id()), name);
            assert_eq!(std::mem::take(&mut info.kinds), module.kinds());
        }
        assert_eq!(&read, one.bank().file());
        for ((_, json), module) in modules.iter().zip(one.modules()) {
            let read = bank.read_module(json).unwrap();
            assert_eq!(read.file(), module.file());
            assert_eq!(read.info().id, module.info().id);
        }
    }
}

/// The files as texts, with one change.
fn changed(from: &str, to: &str) -> Report {
    let sources = questions();
    let files = sources
        .iter()
        .map(|(_, source)| (source.path().to_owned(), source.text().replace(from, to)));
    let mut changed: Sources = files.collect();
    // Its pictures as they are: a text that is there already stays.
    changed.extend(sources);
    check(&changed)
}

#[test]
fn the_version_changes_with_anything_and_fingerprints_with_grading_alone() {
    let fingerprints = |report: &Report| -> Vec<_> {
        let modules = report.banks.iter().flat_map(|bank| bank.modules());
        modules
            .flat_map(|module| module.questions())
            .map(|q| q.fingerprint.clone())
            .collect()
    };
    let version = |report: &Report| report.banks.first().unwrap().bank().version().clone();
    let before = report();
    let reworded = changed(
        "title.en = \"The ISO/IEC 27000 family\"",
        "title.en = \"The family of ISO/IEC 27000\"",
    );
    assert_ne!(version(&before), version(&reworded));
    assert_eq!(fingerprints(&before), fingerprints(&reworded));
    let id = "id = \"v-27002-purpose\"";
    let regraded = changed(id, &format!("{id}\npoints = 2"));
    let (old, new) = (fingerprints(&before), fingerprints(&regraded));
    assert_eq!(
        old.iter().zip(&new).filter(|(old, new)| old != new).count(),
        1
    );
}
