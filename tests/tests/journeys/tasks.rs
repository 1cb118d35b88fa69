//! Handing in does not block the page.

#![expect(clippy::print_stdout, reason = "it prints how long the tasks were")]

use jalon_tests::{Browser, Look, Site};

use crate::almanac::{EN, page};

const MODULE: &str = r#"<jalon-checkpoint bank="banks/iso-27000.json" module="inside-the-standards" lang="both"></jalon-checkpoint>"#;

/// How many verdicts there are each time some were added, and how long the tasks were that took over 50 ms.
const WATCH: &str = r#"
const root = document.querySelector("jalon-checkpoint").shadowRoot;
globalThis.steps = [];
globalThis.tasks = [];
const count = () => root.querySelectorAll(".verdict").length;
new MutationObserver(() => {
  const shown = [Boolean(root.querySelector(".result")), count()];
  if (String(shown) !== String(steps.at(-1))) steps.push(shown);
}).observe(root, { childList: true, subtree: true });
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) tasks.push(Math.round(task.duration));
}).observe({ type: "longtask" });
"#;

#[test]
fn the_result_comes_first_and_the_feedback_of_each_question_in_a_task_of_its_own() {
    let site = Site::start();
    site.put("ten.html", page("en", MODULE));
    let page = Browser::start().open(site.url("ten.html"));
    page.group("Question 10").is_there();
    page.slow_down(4);
    page.run(WATCH);
    page.button(EN.submit).click();
    page.button("Submit anyway").click();
    page.group("Question 10").see("Not answered");
    let steps = page.run("steps");
    let tasks = page.run("new Promise((then) => setTimeout(then, 100)).then(() => tasks)");
    println!(
        "verdicts step by step: {steps}; long tasks in ms, at a quarter of the speed: {tasks}"
    );
    let shown = |n: usize| serde_json::json!([true, n]);
    let steps = steps.as_array().expect("a list");
    for n in 0..=10 {
        assert!(
            steps.contains(&shown(n)),
            "{n} verdicts at some time: {steps:?}"
        );
    }
    page.assert_no_errors();
}
