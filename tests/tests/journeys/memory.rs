//! A page that stays open for hours holds no more memory than at the start.

#![expect(clippy::print_stdout, reason = "it prints what was weighed")]

use jalon_tests::{Browser, Look, Page, Preview, Site, Weight};

use crate::almanac::{EN, checkpoint, page, reworded, site, texts};

/// How much a heap may differ: the engine keeps compiled code and counts of calls, and lets some go.
const HEAP: u64 = 100_000;

/// Puts the element in so many times and takes it out again, with answers in each third of them.
const MOUNT: &str = r#"
globalThis.mountTimes = async (times) => {
  const [element, main] = [learner.elements()[0] ?? globalThis.kept, document.querySelector("main")];
  globalThis.kept = element;
  for (let n = 0; n < times; n++) {
    element.remove();
    await learner.turn();
    main.append(element);
    await learner.ready();
    if (n % 3 === 0) for (let nth = 0; nth < 10; nth++) await learner.answer(0, nth, nth + n % 2);
  }
};
globalThis.finish = async () => {
  if (!(await learner.press(0, "Submit anyway"))) await learner.press(0, "Submit");
  await learner.press(0, "Submit anyway");
};
0
"#;

fn at_work(browser: &Browser, site: &Site, module: &str) -> Page {
    site.put("mounted.html", page("en", &checkpoint(module, "both")));
    let page = browser.open(site.url("mounted.html"));
    page.group("Question 1").is_there();
    page.run(include_str!("random/learner.js"));
    page.run(MOUNT);
    page
}

#[track_caller]
fn is_flat(what: &str, before: &Weight, after: &Weight) {
    println!("{what}: {before:?}, then {after:?}");
    assert_eq!(after.nodes, before.nodes, "{what}: nodes of the document");
    assert_eq!(after.listeners, before.listeners, "{what}: listeners");
    assert!(
        after.heap <= before.heap + HEAP,
        "{what}: the heap grew from {} to {}",
        before.heap,
        after.heap
    );
    assert_eq!(after.wasm, before.wasm, "{what}: the memory of the wasm");
}

#[test]
fn an_element_taken_out_and_put_in_a_hundred_times_leaves_nothing_behind() {
    let site = site();
    let browser = Browser::with().weighing().start();
    for module in ["weather", "pantry", "sentences", "measures", "letters"] {
        let page = at_work(&browser, &site, module);
        page.run("mountTimes(10)");
        let ten = page.weigh();
        page.run("mountTimes(10)");
        let twenty = page.weigh();
        assert!(twenty.wasm > 0, "the memory of the wasm was found");
        // Each time the last answers are of the same sort, so that the same is on screen.
        page.run("mountTimes(40)");
        page.run("mountTimes(40)");
        let hundred = page.weigh();
        let ten = Weight {
            wasm: twenty.wasm,
            ..ten
        };
        is_flat(&format!("{module}, mounts 10 and 100"), &ten, &hundred);
        page.assert_no_errors();
        page.close();
    }
}

#[test]
fn a_finished_attempt_shown_a_hundred_times_leaves_nothing_behind() {
    let site = site();
    let browser = Browser::with().weighing().start();
    for module in ["weather", "pantry", "sentences"] {
        let page = at_work(&browser, &site, module);
        page.run("mountTimes(1)");
        page.run("finish()");
        page.button("Try again").is_there();
        page.run("mountTimes(20)");
        let twenty = page.weigh();
        page.run("mountTimes(80)");
        is_flat(&format!("{module}, its result"), &twenty, &page.weigh());
        page.assert_no_errors();
    }
}

#[test]
fn a_hundred_saves_of_a_bank_leave_nothing_behind_in_page_and_server() {
    const WEATHER: &str = "almanac/weather.toml";
    let preview = Preview::of(texts(&reworded(&[])));
    let browser = Browser::with().weighing().start();
    let page = browser.open(preview.url("module/almanac/weather"));
    page.group("Question 5").is_there();
    EN.answer_right(&page);
    let version = "document.documentElement.dataset.version";
    let edited = [
        reworded(&[("It is blue", "It is rather blue")]),
        reworded(&[]),
    ];
    let save = |times: usize| {
        for n in 0..times {
            let before = page.run(version);
            preview.save(WEATHER, &edited[n % 2]);
            page.run(&format!(
                "new Promise((then) => {{
                  const news = () => {version} !== {before:?} && (look.disconnect(), then());
                  const look = new MutationObserver(news);
                  look.observe(document.documentElement, {{ attributes: true }});
                  news();
                }})",
                before = before.as_str().unwrap_or_default()
            ));
        }
    };
    save(20);
    let (twenty, server) = (page.weigh(), preview.memory());
    save(80);
    let (hundred, server_then) = (page.weigh(), preview.memory());
    is_flat("saves 20 and 100", &twenty, &hundred);
    println!("jalon serve: {server} kB, then {server_then} kB");
    // Its allocator keeps what was freed, for each of its threads.
    assert!(
        server_then <= server + server / 4,
        "jalon serve grew from {server} to {server_then} kB"
    );
    page.group(EN.sky).radio(EN.blue).is_checked();
    page.assert_no_errors();
}
