//! `jalon grade`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use jalon_compiler::{Assistance, Certainty, Cost, Grade, Grader, Refused};
use serde::Serialize;

use crate::arguments::Grading;
use crate::check::{end, print_problems};
use crate::run::{End, Failure, read};

/// Problems of the banks go to `err`: what is in `out` are grades.
pub(crate) fn run(
    grading: &Grading,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<End, Failure> {
    let sources = read(&grading.folders)?;
    let report = jalon_compiler::check(&sources);
    if end(&report) == End::Unsound {
        print_problems(&sources, &report, err)?;
        return Ok(End::Unsound);
    }
    let grader = Grader::new(&report.banks);
    match (&grading.responses, &grading.question, &grading.response) {
        (Some(file), ..) => every(&grader, file, out),
        (None, Some(question), Some(response)) => {
            one(&grader, question, response, grading, out)?;
            Ok(End::Sound)
        }
        // The arguments ask for one or the other.
        _ => Ok(End::Sound),
    }
}

fn one(
    grader: &Grader<'_>,
    question: &str,
    text: &str,
    grading: &Grading,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let response = grader.response(question, text).map_err(Failure::Grade)?;
    let used = Assistance {
        hints: grading.hints,
        tries: grading.tries,
        certainty: grading.certainty.and_then(Certainty::of_level),
        ..Assistance::default()
    };
    let mut grade = match grader.grade(question, &response, used) {
        Ok(grade) => grade,
        Err(refused @ Refused::NotReady(_)) if grading.json => {
            return Ok(print(out, &Line::of(question, 0, &refused))?);
        }
        Err(refused @ Refused::NotReady(_)) => return Ok(writeln!(out, "{refused}")?),
        Err(refused) => return Err(Failure::Grade(refused)),
    };
    grader.explain(&mut grade, &response);
    if grading.json {
        return Ok(print(out, &grade)?);
    }
    let told = grader.told(question, &response, used, grading.lang.as_deref());
    let told = told.map_err(Failure::Lang)?;
    write!(out, "{}", shown(&grade, &told))?;
    Ok(())
}

/// A grade for people, a fact a line.
fn shown(grade: &Grade, told: &[String]) -> String {
    let trace = &grade.trace;
    let points = match grade.possible {
        0 => grade.verdict.to_owned(),
        possible => format!("{}, {} of {possible}", grade.verdict, grade.points()),
    };
    let answer = trace.answer.as_ref().map(|answer| {
        let languages = trace.languages.join(", ");
        if languages.is_empty() {
            answer.clone()
        } else {
            format!("{answer} ({languages})")
        }
    });
    let slips = trace.distance.zip(trace.budget);
    let slips = slips.map(|(distance, budget)| format!("{distance} of {budget} forgiven"));
    let credit = trace
        .credit
        .map(|credit| match (credit.answer, credit.tier) {
            (answer, 100) => format!("{answer}%"),
            (100, tier) => format!("{tier}% in this tier"),
            (answer, tier) => format!("{answer}%, and {tier}% of it in this tier"),
        });
    let credit = credit.filter(|_| trace.scoring == "credit");
    let misconceptions = (!trace.misconceptions.is_empty()).then(|| trace.misconceptions.join(" "));
    let nearest = trace.nearest_other.as_ref();
    let nearest = nearest.map(|(term, far)| format!("{term}, {far} slips away"));
    let choices = trace.choices.as_ref().map(|[hits, wrong, missed]| {
        let list = |ids: &[String]| match ids {
            [] => "none".to_owned(),
            ids => ids.join(" "),
        };
        format!(
            "right {}, wrong {}, missed {}",
            list(hits),
            list(wrong),
            list(missed)
        )
    });
    let cost = |cost: Option<Cost>, what: &str| {
        cost.map(|cost| {
            format!(
                "{} {what}, {}% of the points off",
                cost.number, cost.percent
            )
        })
    };
    let before = trace
        .before
        .map(|_| format!("{} of {}", trace.points(), grade.possible));
    let certainty = trace.certainty.map(|level| format!("{level} of 3"));
    let facts = [
        ("verdict", Some(points)),
        ("scoring", Some(trace.scoring.to_owned())),
        ("normal form", trace.normal_form.clone()),
        ("rule", Some(trace.rule.to_owned())),
        ("choices", choices),
        ("read as", answer),
        ("credit", credit),
        ("misconception", misconceptions),
        ("slips", slips),
        ("rival", trace.rival.clone()),
        ("nearest other", nearest),
        ("by the key", before),
        ("hints", cost(trace.hints, "shown")),
        ("tries", cost(trace.tries, "wrong before")),
        ("certainty", certainty),
        ("why", grade.why.clone()),
        ("learner sees", Some(told.join(" / "))),
    ];
    let lines = facts.into_iter().filter_map(|(name, fact)| {
        let fact = fact.filter(|fact| !fact.is_empty())?;
        Some(format!("{name:<14}{fact}\n"))
    });
    lines.collect()
}

/// What stands in a line that holds no grade.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    question: &'a str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    reason: String,
}

impl<'a> Line<'a> {
    fn of(question: &'a str, line: usize, refused: &Refused) -> Self {
        let verdict = match refused {
            Refused::NotReady(_) => "not-ready",
            Refused::NoQuestion(_) | Refused::NoResponse(_) => "error",
        };
        Self {
            question,
            verdict,
            line: (line > 0).then_some(line),
            reason: refused.to_string(),
        }
    }
}

/// One object a line, in the order of the lines; an empty line has none.
fn every(grader: &Grader<'_>, file: &Path, out: &mut dyn Write) -> Result<End, Failure> {
    let failed = |error| Failure::Write(file.to_owned(), error);
    let mut lines: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(file).map_err(failed)?))
    };
    let mut out = BufWriter::new(out);
    let mut end = End::Sound;
    let (mut line, mut number) = (Vec::new(), 0);
    while lines.read_until(b'\n', &mut line).map_err(failed)? > 0 {
        number += 1;
        let text = String::from_utf8_lossy(&line);
        if !text.trim().is_empty() {
            match grader.line(&text) {
                Ok(grade) => print(&mut out, &grade)?,
                Err(refused) => {
                    if !matches!(refused, Refused::NotReady(_)) {
                        end = End::Unsound;
                    }
                    print(&mut out, &Line::of("", number, &refused))?;
                }
            }
        }
        line.clear();
    }
    out.flush()?;
    Ok(end)
}

fn print(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    out.write_all(&line)
}
