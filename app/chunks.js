// Loads the chunks of a client when they are asked for. The build puts this in front of the glue that wasm-bindgen writes: the wasm imports a
// function `__wasm_split_load_CHUNK` per chunk, and the glue takes it from here.

/** The files of each chunk and their digests; what a chunk shares with others comes first. */
const CHUNKS = JALON_CHUNKS;

/** By file, while it lasts; what failed is forgotten. */
const downloads = new Map();
const instances = new Map();

function once(all, name, start) {
  if (!all.has(name)) {
    const started = start();
    all.set(name, started);
    started.catch(() => all.delete(name));
  }
  return all.get(name);
}

function download([file, integrity], cache) {
  return once(downloads, file, async () => {
    const answer = await fetch(new URL(file, import.meta.url), { integrity, cache });
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.arrayBuffer();
  });
}

function instantiate(file, cache) {
  return once(instances, file[0], async () => WebAssembly.instantiate(await download(file, cache), { __wasm_split: wasm }));
}

async function load(files, cache) {
  await Promise.all(files.map((file) => download(file, cache)));
  for (const file of files) await instantiate(file, cache);
}

/** Starts the download of a chunk that will be asked for. */
export function prefetch(chunk) {
  for (const file of CHUNKS[chunk] ?? []) download(file, "default");
}

/** What the wasm calls. What fails is tried once more past the cache. */
const loaders = {};
for (const [chunk, files] of Object.entries(CHUNKS)) {
  loaders[`__wasm_split_load_${chunk}`] = (callback, data) =>
    load(files, "default")
      .catch(() => load(files, "reload"))
      .then(() => true, (error) => console.error(error))
      .then((loaded) => wasm.__indirect_function_table.get(callback)(data, Boolean(loaded)));
}
