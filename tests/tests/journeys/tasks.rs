//! Handing in does not block the page.

#![expect(clippy::print_stdout, reason = "it prints how long the tasks were")]

use jalon_tests::{Browser, Look, Page, Site};

use crate::almanac::{checkpoint, compiled, page, publish, site, ten};

const MODULE: &str = r#"<jalon-checkpoint bank="banks/iso-27000.json" module="inside-the-standards" lang="both"></jalon-checkpoint>"#;

/// Keeps how long the tasks were that took over 50 ms, from the first one of the page, and counts those that were put off.
const LISTEN: &str = r#"
globalThis.tasks = [];
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) tasks.push([Math.round(task.startTime), Math.round(task.duration)]);
}).observe({ type: "longtask", buffered: true });
globalThis.turns = 0;
const wait = globalThis.setTimeout;
globalThis.setTimeout = (run, ...more) => wait((...given) => (turns++, run(...given)), ...more);
"#;

/// Presses buttons one after the other in tasks of their own, and keeps how many verdicts there are each time some were added, and in which task,
/// until there are ten. Nothing else looks at the page meanwhile: that would take time too.
const HAND_IN: &str = r#"
globalThis.handIn = async (...buttons) => {
  const root = document.querySelector("jalon-checkpoint").shadowRoot;
  const steps = [];
  await new Promise((then) => requestIdleCallback(then));
  tasks.length = 0;
  const done = new Promise((then) => {
    const look = new MutationObserver(() => {
      const shown = [Boolean(root.querySelector(".result")), root.querySelectorAll(".verdict").length];
      if (String(shown) !== String(steps.at(-1)?.slice(0, 2))) steps.push([...shown, turns]);
      if (shown[1] === 10) look.disconnect(), then();
    });
    look.observe(root, { childList: true, subtree: true });
  });
  for (const button of buttons) await learner.press(0, button);
  await done;
  return steps;
};
0
"#;

/// The long tasks so far: their lengths in ms, at a quarter of the speed.
fn long_tasks(page: &Page) -> Vec<u64> {
    let tasks = page.run("new Promise((then) => setTimeout(then, 100)).then(() => tasks)");
    let lengths = tasks.as_array().into_iter().flatten();
    lengths.filter_map(|task| task[1].as_u64()).collect()
}

/// Hands in, and holds that the result is there first, and after it the feedback of one question at a time.
#[track_caller]
fn hands_in_step_by_step(page: &Page, buttons: &str) -> Vec<u64> {
    page.run(HAND_IN);
    let steps = page.run(&format!("handIn({buttons})"));
    let steps = steps.as_array().expect("a list");
    let of = |n: usize| {
        steps
            .iter()
            .position(|step| step[0] == true && step[1] == n)
    };
    let places: Vec<usize> = (0..=10).filter_map(of).collect();
    assert_eq!(places.len(), 11, "each number of verdicts: {steps:?}");
    assert!(places.is_sorted(), "the result comes first: {steps:?}");
    let in_one = |pair: &[usize]| steps[pair[0]][2] == steps[pair[1]][2];
    let crowded = places.windows(2).any(in_one);
    assert!(!crowded, "one verdict in each task: {steps:?}");
    long_tasks(page)
}

#[test]
fn the_result_comes_first_and_the_feedback_of_each_question_in_a_task_of_its_own() {
    let site = Site::start();
    site.put("ten.html", page("en", MODULE));
    let page = Browser::with().script_first(LISTEN).start().blank();
    page.go(site.url("ten.html"));
    page.group("Question 10").is_there();
    page.run(include_str!("random/learner.js"));
    page.slow_down(4);
    let tasks = hands_in_step_by_step(&page, "'Submit', 'Submit anyway'");
    println!("nothing answered: long tasks in ms, at a quarter of the speed: {tasks:?}");
    page.group("Question 10").see("Not answered");
    page.assert_no_errors();
}

/// A page with ten questions of nearly every kind in both languages, at a quarter of the speed.
fn with_ten() -> (Site, Browser, Page) {
    let site = site();
    publish(&site, &compiled(&ten()));
    site.put("weather.html", page("en", &checkpoint("weather", "both")));
    let browser = Browser::with().script_first(LISTEN).start();
    let page = browser.open(site.url("weather.html"));
    page.group("Question 10").is_there();
    (site, browser, page)
}

/// Every question answered, as people do: a word with a slip, a number with its unit, some of it wrong.
const ANSWER: &str = r#"
globalThis.answerAll = async () => {
  const [element] = learner.elements();
  const root = element.shadowRoot;
  for (let nth = 0; nth < 10; nth++) {
    const question = root.querySelector(`#q${nth + 1}`);
    const gaps = question.querySelectorAll(".gapped .tongue:first-child :is(input, select)").length;
    const rows = question.querySelectorAll("fieldset, .pair").length;
    for (let n = 0; n < Math.max(1, gaps, rows); n++) await learner.give(question, n);
  }
};
0
"#;

fn answer_all(page: &Page) {
    page.run(include_str!("random/learner.js"));
    page.run(ANSWER);
    page.run("answerAll()");
    page.progressbar("Answered 10/10").is_there();
}

#[test]
fn ten_answers_of_every_kind_are_graded_one_by_one() {
    let (_site, _browser, page) = with_ten();
    for run in 1..=3 {
        answer_all(&page);
        page.slow_down(4);
        let tasks = hands_in_step_by_step(&page, "'Submit'");
        println!("ten answers, run {run}: long tasks in ms, at a quarter of the speed: {tasks:?}");
        page.slow_down(1);
        page.button("Try again").click();
        page.progressbar("Answered 0/10").is_there();
    }
    page.assert_no_errors();
}

#[test]
fn a_page_with_twenty_finished_attempts_opens_with_all_of_them() {
    let (site, _browser, page) = with_ten();
    for n in 1..=20 {
        answer_all(&page);
        page.run("learner.press(0, 'Submit')");
        page.button("Try again").is_there();
        if n < 20 {
            page.run("learner.press(0, 'Try again')");
            page.progressbar("Answered 0/10").is_there();
        }
    }
    page.slow_down(4);
    for run in 1..=3 {
        page.go(site.url("weather.html"));
        page.run(include_str!("random/learner.js"));
        page.run("learner.ready()");
        let tasks = long_tasks(&page);
        println!(
            "opened with 20 attempts, run {run}: long tasks in ms, at a quarter of the speed: {tasks:?}"
        );
    }
    page.button("Try again").is_there();
    page.see("19 earlier attempts");
    page.run("tasks.length = 0; learner.press(0, 'Try again')");
    println!("and tried again: {:?}", long_tasks(&page));
    page.progressbar("Answered 0/10").is_there();
    page.assert_no_errors();
}
