/**
 * Puts the client's wasm together from the streams that the build takes it apart into: brotli finds more to save where opcodes stand with
 * opcodes, and locals, constants and offsets each with their like. Which operands an opcode has, and in which streams, is in the file; of
 * some streams there is one for each opcode that may come next.
 */
function unpack(packed) {
  let at = 0;
  /** A number of any size, seven bits a byte, the last byte below 128: the way of wasm itself. */
  const number = () => {
    let all = 0;
    for (let byte = 128, unit = 1; byte > 127; unit *= 128) all += ((byte = packed[at++]) & 127) * unit;
    return all;
  };
  const list = () => Array.from({ length: number() }, number);
  const [size, functions] = [number(), number()];
  const operands = [];
  for (let opcodes = number(); opcodes--; ) operands[number()] = list();
  const alone = number();
  const [first, sum, more, bound] = [number(), number(), number(), number()];
  const lengths = list();
  const next = lengths.map((length) => (at += length) - length);
  // Room for the size of a function, which is known when the function is there.
  const wasm = new Uint8Array(size + 5);
  let end = 0;
  const copy = (stream, length) => {
    wasm.set(packed.subarray(next[stream], (next[stream] += length)), end);
    end += length;
  };
  /** Copies a number, and returns it. */
  const operand = (stream) => {
    let all = 0;
    for (let byte = 128, unit = 1; byte > 127; unit *= 128) {
      wasm[end++] = byte = packed[next[stream]++];
      all += (byte & 127) * unit;
    }
    return all;
  };
  copy(0, lengths[0]);
  for (let n = functions; n--; ) {
    const start = end;
    end += 5;
    for (let kinds = operand(2); kinds--; ) operand(2), copy(2, 1);
    for (let depth = 1; depth; ) {
      let opcode = (wasm[end++] = packed[next[3]++]);
      // A prefix: the opcode is what follows.
      if (opcode === 252) opcode = 256 + operand(3);
      if (opcode > 1 && opcode < 5) depth++;
      if (opcode === 11) depth--;
      if (opcode === 14) for (let targets = operand(4) + 1; targets--; ) operand(4);
      else if (opcode === 67 || opcode === 68) copy(5, opcode === 67 ? 4 : 8);
      else operands[opcode]?.forEach((stream) => operand(stream < alone ? stream : stream + packed[next[3]]));
    }
    const length = end - start - 5;
    end = start;
    for (let rest = length; ; rest >>>= 7) {
      wasm[end++] = rest > 127 ? (rest & 127) | 128 : rest;
      if (rest < 128) break;
    }
    wasm.copyWithin(end, start + 5, start + 5 + length);
    end += length;
  }
  copy(1, lengths[1]);
  // In the data stand marks for words that follow from those before them.
  const words = new DataView(wasm.buffer);
  const is = (word, mark) => word === mark * 0x1010101;
  for (let at = end - lengths[1] + first, last = [0, 0, 0, 0]; at + 4 <= end; at += 4) {
    let word = words.getUint32(at, true);
    if (is(word, sum)) word = last[0] + last[1];
    else if (is(word, more)) word = 1 + Math.max(...last.filter((own) => own < bound));
    words.setUint32(at, word, true);
    last = [words.getUint32(at, true), ...last.slice(0, 3)];
  }
  return wasm.subarray(0, size);
}

/** Starts the client. The two functions are wasm-bindgen's, whose own start asks for the plain wasm in ways that are not ours. */
export async function start(packed) {
  const { instance } = await WebAssembly.instantiate(unpack(packed), __wbg_get_imports());
  __wbg_finalize_init(instance);
}
