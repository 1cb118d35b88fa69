//! `jalon export`.

use std::collections::BTreeSet;
use std::io::Write;

use jalon_draft as draft;
use jalon_formats::{Loss, export};
use serde::Serialize;

use crate::arguments::Exporting;
use crate::check::{end, print_problems};
use crate::losses::Report;
use crate::run::{End, Failure, read};

/// What `--json` prints.
#[derive(Serialize)]
struct Printed<'a> {
    written: &'a [String],
    #[serde(flatten)]
    report: Report<'a>,
}

/// Problems of the banks go to `err`: a bank with errors is not handed on.
pub(crate) fn run(
    asked: &Exporting,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<End, Failure> {
    let sources = read(&asked.folders)?;
    let report = jalon_compiler::check(&sources);
    if end(&report) == End::Unsound {
        print_problems(&sources, &report, err)?;
        return Ok(End::Unsound);
    }
    let drafts = draft::read(&sources).map_err(Failure::Unread)?;
    let mut written = Vec::new();
    let mut losses = jalon_formats::Losses::default();
    let mut questions = 0;
    for (_, draft) in &drafts {
        let folder = if drafts.len() == 1 {
            asked.out.clone()
        } else {
            asked.out.join(&draft.bank.id)
        };
        // The arguments take no format that is only read.
        let Some(exported) = export(draft, asked.format) else {
            continue;
        };
        let first = exported.fitted.iter().max_by_key(|part| part.modules.len());
        let modules = first.into_iter().flat_map(|part| &part.modules);
        questions += modules
            .map(|(_, module)| module.questions.len())
            .sum::<usize>();
        for (name, bytes) in &exported.files {
            let path = folder.join(name);
            crate::files::write(&path, bytes)
                .map_err(|error| Failure::Write(path.clone(), error))?;
            written.push(path.to_string_lossy().replace('\\', "/"));
        }
        losses.extend(exported.losses);
    }
    let report = Report::of(
        questions,
        questions.saturating_sub(lossy(losses.list())),
        losses.list(),
    );
    if asked.json {
        let printed = Printed {
            written: &written,
            report,
        };
        // Plain data with text keys: it always has a JSON form.
        writeln!(
            out,
            "{}",
            serde_json::to_string_pretty(&printed).unwrap_or_default()
        )?;
        return Ok(End::Sound);
    }
    report.print(out)?;
    writeln!(out)?;
    for path in &written {
        writeln!(out, "{path}")?;
    }
    Ok(End::Sound)
}

/// How many of the questions that are there have losses.
fn lossy(losses: &[Loss]) -> usize {
    let name = |loss: &'_ Loss| Some((loss.place.file.clone(), loss.question.clone()?));
    let lossy: BTreeSet<_> = losses.iter().filter_map(name).collect();
    let gone = losses.iter().filter(|loss| loss.is_of_whole_question());
    let gone: BTreeSet<_> = gone.filter_map(name).collect();
    lossy.difference(&gone).count()
}
