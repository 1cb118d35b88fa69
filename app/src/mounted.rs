//! What is mounted on this page, place by place.

use std::cell::RefCell;

use jalon_view::View;
use js_sys::{Array, Function};
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::chunk::{Chunks, NotLoaded};
use crate::options::Options;
use crate::part::Reader;
use crate::platform::fetch::{Failure, Loaded};
use crate::platform::styles;
use crate::screen::{self, Ask, Tag, progress, result};

/// The views in one place.
struct Mounted {
    place: HtmlElement,
    reader: Reader,
    #[expect(dead_code, reason = "held for its drop")]
    view: UnmountHandle<jalon_view::Mounted>,
    #[expect(dead_code, reason = "held for its drop")]
    owner: Owner,
}

thread_local! {
    /// All that is mounted. Kept here, and found by its place, since an exported class takes more glue.
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
}

/// Mounts the views of an element into `place`. `asked` are its tag, its attributes `bank` and `module`, and the languages to read in, most
/// wanted first, with commas between them; `answers` are address and answer of the bank's header and of the module: a text, the status of
/// a refusal, or nothing. `retry` has the loader ask again. Lists, since each text by itself takes more glue. Returns whether the module
/// could be read; where it could not, the views say why.
///
/// # Errors
///
/// A chunk that the module needs can't be loaded. Nothing is mounted.
pub async fn mount(
    place: HtmlElement,
    asked: &Array,
    answers: &Array,
    retry: Function,
    chunks: Chunks,
) -> Result<bool, NotLoaded> {
    let text = |at| asked.get(at).as_string().unwrap_or_default();
    let tag = Tag::named(&text(0));
    let (bank, module) = (text(1), text(2));
    let ask = Ask { bank, module };
    let wishes = text(3);
    let module = ask.module(answers, chunks.kinds).await?;
    if let Ok(Loaded {
        kinds: Some(kinds), ..
    }) = &module
    {
        (kinds.dress)(&place);
    }
    load_words(&tags(&module, &wishes), chunks).await?;
    // Leptos' own are made below this one, so that what views share lives as long as they do.
    let owner = Owner::new();
    let reader = owner.with(|| screen::first_reader(&wishes));
    let opened = owner.with(|| {
        let place = place.clone();
        let options = Options::new(asked);
        screen::open(
            module,
            &ask,
            &wishes,
            reader,
            place,
            chunks.outcomes,
            options,
        )
    });
    if let Ok(store) = &opened
        && store.has_outcomes()
    {
        store.load_outcomes().await;
    }
    let is_read = opened.is_ok();
    put(place, reader, owner, move || {
        screen::screen(tag, opened, reader, retry)
    });
    Ok(is_read)
}

/// The tags of the languages to speak: the bank's, or those that the reader wants where there is no bank.
fn tags(module: &Result<Loaded, Failure>, wishes: &str) -> Vec<String> {
    match module {
        Ok(loaded) => {
            let languages = loaded.module.languages().iter();
            languages.map(|lang| lang.primary().to_owned()).collect()
        }
        Err(_) => {
            let wishes = wishes.to_ascii_lowercase();
            if wishes.split(',').next() == Some("both") {
                return jalon_i18n::TAGS.map(str::to_owned).to_vec();
            }
            let primary = |wish: &str| wish.split('-').next().unwrap_or_default().to_owned();
            wishes.split(',').map(primary).collect()
        }
    }
}

async fn load_words(tags: &[String], chunks: Chunks) -> Result<(), NotLoaded> {
    for tag in tags {
        if !jalon_i18n::speaks(tag)
            && let Some(words) = (chunks.words)(tag)
        {
            jalon_i18n::add(words.await?);
        }
    }
    Ok(())
}

/// The same for an element that shows where the learner stands in each module of a bank. It needs no module and no chunk.
pub fn mount_progress(place: HtmlElement, asked: &Array, answers: &Array, retry: Function) -> bool {
    let text = |at| asked.get(at).as_string().unwrap_or_default();
    let (bank, wishes, options) = (text(1), text(3), Options::new(asked));
    let module = text(2);
    let owner = Owner::new();
    let reader = owner.with(|| screen::first_reader(&wishes));
    let opened =
        owner.with(|| progress::open(Ask { bank, module }, answers, &wishes, reader, options));
    let is_read = opened.is_ok();
    styles::adopt(&place, &[result::STYLES]);
    put(place, reader, owner, move || {
        progress::screen(opened, reader, retry)
    });
    is_read
}

/// Mounts a view, and keeps it.
fn put(place: HtmlElement, reader: Reader, owner: Owner, view: impl FnOnce() -> View + 'static) {
    let view = owner.with(|| mount_to_renderer(&place, view));
    let mounted = Mounted {
        place,
        reader,
        view,
        owner,
    };
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
}

/// Reads in other languages in a place from now on.
pub fn read(place: &HtmlElement, wishes: &str) {
    MOUNTED.with_borrow(|all| {
        if let Some(mounted) = all.iter().find(|mounted| mounted.place == *place) {
            screen::follow(mounted.reader, wishes);
        }
    });
}

/// Takes the views out of a place.
pub fn unmount(place: &HtmlElement) {
    let mounted = MOUNTED.with_borrow_mut(|all| {
        let at = all.iter().position(|mounted| mounted.place == *place)?;
        Some(all.swap_remove(at))
    });
    // Only now, since what goes with the views may ask for this list.
    drop(mounted);
}
