//! Where the client is split: what only these functions reach goes into a chunk of its own, which is fetched when the function is called
//! (`leptos::wasm_split`; xtask cuts the wasm). They stand here, and not where the views are, since each is an export of the wasm.

use jalon_app::{Chunks, Kinds, NotLoaded, Outcomes};
use jalon_i18n::Words;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// What may come later, and how it is loaded.
pub(crate) const CHUNKS: Chunks = Chunks {
    kinds: || Box::pin(async { kinds().await.map_err(not_loaded) }),
    outcomes: || Box::pin(async { outcomes().await.map_err(not_loaded) }),
    words: |tag| match tag {
        "fr" => Some(Box::pin(async { fr().await.map_err(not_loaded) })),
        "de" => Some(Box::pin(async { de().await.map_err(not_loaded) })),
        _ => None,
    },
};

#[wasm_split(kinds, fallible, wasm_split_path = ::leptos::wasm_split)]
fn kinds() -> Result<Kinds, SplitLoaderError> {
    Ok(Kinds::new())
}

#[wasm_split(outcomes, fallible, wasm_split_path = ::leptos::wasm_split)]
fn outcomes() -> Result<Outcomes, SplitLoaderError> {
    Ok(Outcomes::new())
}

/// Named after the language's tag, as the loader prefetches it.
#[wasm_split(fr, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fr() -> Result<&'static Words, SplitLoaderError> {
    Ok(jalon_i18n::french())
}

#[wasm_split(de, fallible, wasm_split_path = ::leptos::wasm_split)]
fn de() -> Result<&'static Words, SplitLoaderError> {
    Ok(jalon_i18n::german())
}

/// The console has the reason.
fn not_loaded(_: SplitLoaderError) -> NotLoaded {
    NotLoaded
}
