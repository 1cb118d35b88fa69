//! What a page holds in memory.

use serde_json::{Value, json};

use super::Page;

/// Keeps the memory of each wasm that the page starts.
pub(crate) const WATCH_WASM: &str = r"
for (const name of ['instantiate', 'instantiateStreaming']) {
  const start = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const started = await start.apply(WebAssembly, given);
    // Chunks have none of their own.
    globalThis.jalonTestsMemory ??= (started.instance ?? started).exports.memory;
    return started;
  };
}
";

/// What a page holds in memory, once the browser has collected what nobody holds any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Bytes of JavaScript's heap.
    pub heap: u64,
    /// Nodes of documents, also those that are in none any more.
    pub nodes: u64,
    /// Listeners for events.
    pub listeners: u64,
    /// Bytes of the wasm's memory; 0 unless [`Visitor::weighing`](crate::Visitor::weighing).
    pub wasm: u64,
}

impl Page {
    /// What it holds in memory.
    #[track_caller]
    #[must_use]
    pub fn weigh(&self) -> Weight {
        self.tell("Performance.enable", &json!({}));
        // What is let go by the first may be what something else waits for.
        for _ in 0..3 {
            self.run("new Promise((then) => requestIdleCallback(then)).then(() => 0)");
            self.tell("HeapProfiler.collectGarbage", &json!({}));
        }
        let answer = self.tell("Performance.getMetrics", &json!({}));
        let metric = |name: &str| {
            let all = answer["metrics"].as_array().into_iter().flatten();
            let mut found = all.filter(|one| one["name"] == name);
            found.next().map_or(0, |one| whole(&one["value"]))
        };
        let wasm = self.run("globalThis.jalonTestsMemory?.buffer.byteLength ?? 0");
        Weight {
            heap: metric("JSHeapUsedSize"),
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
            wasm: whole(&wasm),
        }
    }
}

fn whole(value: &Value) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts and sizes"
    )]
    value.as_f64().map_or(0, |value| value as u64)
}
