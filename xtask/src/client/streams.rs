//! Takes a wasm file apart into streams of like things, one after another: brotli finds more to save in them. `app/unpack.js` puts them
//! together again, to the byte.
//!
//! The file: the size of the wasm, how many functions it has, which operands each opcode has, the lengths of the streams, the streams.
//! Every number is a LEB128, as in wasm.

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{FunctionBody, Parser, Payload};

/// What stands together. The first six have places that the loader knows.
#[derive(Debug, Clone, Copy)]
enum Stream {
    /// All that comes before the functions.
    Before,
    /// All that comes after them.
    After,
    /// The types of locals.
    Declared,
    Opcode,
    /// How far out a branch goes.
    Branch,
    /// Numbers with a point, as they are in memory.
    Float,
    Local,
    Int,
    Long,
    Offset,
    Align,
    Call,
    Block,
    Other,
}

const STREAMS: usize = Stream::Other as usize + 1;

/// What opcodes from one to another have for operands, each a LEB128. Those after the prefix 252 are counted from 256. See "Binary Format"
/// in the WebAssembly specification, 2.0.
const OPERANDS: &[(u16, u16, &[Stream])] = &[
    (0x02, 0x04, &[Stream::Block]),
    (0x0c, 0x0d, &[Stream::Branch]),
    (0x10, 0x10, &[Stream::Call]),
    (0x11, 0x11, &[Stream::Other, Stream::Other]),
    (0x20, 0x22, &[Stream::Local]),
    (0x23, 0x26, &[Stream::Other]),
    (0x28, 0x3e, &[Stream::Align, Stream::Offset]),
    (0x3f, 0x40, &[Stream::Other]),
    (0x41, 0x41, &[Stream::Int]),
    (0x42, 0x42, &[Stream::Long]),
    (0xd0, 0xd0, &[Stream::Other]),
    (0xd2, 0xd2, &[Stream::Other]),
    (256 + 8, 256 + 8, &[Stream::Other, Stream::Other]),
    (256 + 9, 256 + 9, &[Stream::Other]),
    (256 + 10, 256 + 10, &[Stream::Other, Stream::Other]),
    (256 + 11, 256 + 11, &[Stream::Other]),
    (256 + 12, 256 + 12, &[Stream::Other, Stream::Other]),
    (256 + 13, 256 + 13, &[Stream::Other]),
    (256 + 14, 256 + 14, &[Stream::Other, Stream::Other]),
    (256 + 15, 256 + 17, &[Stream::Other]),
];

/// Opcodes without operands.
const BARE: &[(u16, u16)] = &[
    (0x00, 0x01),
    (0x05, 0x05),
    (0x0b, 0x0b),
    (0x0f, 0x0f),
    (0x1a, 0x1b),
    (0x45, 0xc4),
    (0xd1, 0xd1),
    (256, 256 + 7),
];

const BRANCH_TABLE: u16 = 0x0e;
const F32: u16 = 0x43;
const F64: u16 = 0x44;
const PREFIX: u8 = 0xfc;

/// The same module as streams.
pub(super) fn split(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut streams: [Vec<u8>; STREAMS] = Default::default();
    let (mut code, mut functions) = (0..0, 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { range, .. } => code = range,
            Payload::CodeSectionEntry(body) => {
                functions += 1;
                take_apart(&body, wasm, &mut streams)?;
            }
            _ => {}
        }
    }
    // The number of functions stands before the first of them.
    let mut first = Cursor {
        bytes: wasm,
        at: code.start,
    };
    first.number()?;
    streams[Stream::Before as usize] = wasm[..first.at].to_vec();
    streams[Stream::After as usize] = wasm[code.end..].to_vec();
    Ok(written(wasm.len(), functions, &streams))
}

fn written(size: usize, functions: usize, streams: &[Vec<u8>; STREAMS]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut put = |number: usize| put_number(&mut file, number);
    put(size);
    put(functions);
    put(OPERANDS
        .iter()
        .map(|(first, last, _)| usize::from(last - first) + 1)
        .sum());
    for (first, last, operands) in OPERANDS {
        for opcode in *first..=*last {
            put(opcode.into());
            put(operands.len());
            operands.iter().for_each(|stream| put(*stream as usize));
        }
    }
    put(STREAMS);
    streams.iter().for_each(|stream| put(stream.len()));
    streams.iter().for_each(|stream| file.extend(stream));
    file
}

fn put_number(file: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        file.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    file.push(number as u8);
}

/// A place in bytes.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn bytes(&mut self, count: usize) -> Result<&[u8]> {
        let bytes = self.bytes.get(self.at..self.at + count);
        self.at += count;
        bytes.context("the wasm ends too early")
    }

    /// A LEB128 number. Of signed ones, the value is of no use, and the bytes are right.
    fn number(&mut self) -> Result<(u64, &[u8])> {
        let (start, mut value) = (self.at, 0);
        for shift in (0..70).step_by(7) {
            let byte = self.bytes(1)?[0];
            value |= u64::from(byte & 127).checked_shl(shift).unwrap_or(0);
            if byte < 128 {
                return Ok((value, &self.bytes[start..self.at]));
            }
        }
        bail!("a number of more than ten bytes")
    }
}

fn take_apart(
    body: &FunctionBody<'_>,
    wasm: &[u8],
    streams: &mut [Vec<u8>; STREAMS],
) -> Result<()> {
    let (start, end) = (body.range().start, body.range().end);
    let code = body.get_operators_reader()?.original_position();
    streams[Stream::Declared as usize].extend(&wasm[start..code]);
    let mut cursor = Cursor {
        bytes: &wasm[..end],
        at: code,
    };
    while cursor.at < end {
        let opcode = opcode(&mut cursor, &mut streams[Stream::Opcode as usize])?;
        let mut take = |stream: Stream| -> Result<u64> {
            let (value, bytes) = cursor.number()?;
            streams[stream as usize].extend(bytes);
            Ok(value)
        };
        match opcode {
            BRANCH_TABLE => {
                for _ in 0..=take(Stream::Branch)? {
                    take(Stream::Branch)?;
                }
            }
            F32 => streams[Stream::Float as usize].extend(cursor.bytes(4)?),
            F64 => streams[Stream::Float as usize].extend(cursor.bytes(8)?),
            _ => {
                for stream in operands(opcode)? {
                    take(*stream)?;
                }
            }
        }
    }
    ensure!(cursor.at == end, "a function ends inside an instruction");
    Ok(())
}

fn opcode(cursor: &mut Cursor<'_>, opcodes: &mut Vec<u8>) -> Result<u16> {
    let byte = cursor.bytes(1)?[0];
    opcodes.push(byte);
    if byte != PREFIX {
        return Ok(byte.into());
    }
    let (second, bytes) = cursor.number()?;
    opcodes.extend(bytes);
    Ok(256 + u16::try_from(second)?)
}

fn operands(opcode: u16) -> Result<&'static [Stream]> {
    if BARE
        .iter()
        .any(|(first, last)| (first..=last).contains(&&opcode))
    {
        return Ok(&[]);
    }
    let known = OPERANDS
        .iter()
        .find(|(first, last, _)| (first..=last).contains(&&opcode));
    let (_, _, operands) = known.with_context(|| {
        format!("opcode {opcode} is new here: say in client/streams.rs which operands it has")
    })?;
    Ok(operands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        BlockType, CodeSection, Function, FunctionSection, Instruction, MemArg, MemorySection,
        MemoryType, Module, TypeSection, ValType,
    };

    /// What `app/unpack.js` does, in the same steps.
    fn joined(file: &[u8]) -> Vec<u8> {
        let mut header = Cursor { bytes: file, at: 0 };
        let mut number = || usize::try_from(header.number().unwrap().0).unwrap();
        let (size, functions) = (number(), number());
        let mut operands = vec![Vec::new(); 512];
        for _ in 0..number() {
            let opcode = number();
            operands[opcode] = (0..number()).map(|_| number()).collect();
        }
        let lengths: Vec<usize> = (0..number()).map(|_| number()).collect();
        let mut at = header.at;
        let mut streams = Vec::new();
        for length in lengths {
            streams.push(Cursor {
                bytes: &file[..at + length],
                at,
            });
            at += length;
        }
        let mut wasm = rest(&mut streams[0]);
        for _ in 0..functions {
            let body = function(&mut streams, &operands);
            put_number(&mut wasm, body.len());
            wasm.extend(body);
        }
        wasm.extend(rest(&mut streams[1]));
        assert_eq!(wasm.len(), size);
        wasm
    }

    fn rest(stream: &mut Cursor<'_>) -> Vec<u8> {
        stream
            .bytes(stream.bytes.len() - stream.at)
            .unwrap()
            .to_vec()
    }

    fn function(streams: &mut [Cursor<'_>], operands: &[Vec<usize>]) -> Vec<u8> {
        let mut body = Vec::new();
        for _ in 0..number(&mut streams[2], &mut body) {
            number(&mut streams[2], &mut body);
            body.extend(streams[2].bytes(1).unwrap());
        }
        let mut depth = 1;
        while depth > 0 {
            let mut opcode = u64::from(streams[3].bytes(1).unwrap()[0]);
            body.push(opcode as u8);
            if opcode == u64::from(PREFIX) {
                opcode = 256 + number(&mut streams[3], &mut body);
            }
            match opcode {
                2..=4 => depth += 1,
                11 => depth -= 1,
                _ => {}
            }
            match opcode {
                14 => {
                    for _ in 0..=number(&mut streams[4], &mut body) {
                        number(&mut streams[4], &mut body);
                    }
                }
                67 => body.extend(streams[5].bytes(4).unwrap()),
                68 => body.extend(streams[5].bytes(8).unwrap()),
                _ => {
                    for stream in &operands[opcode as usize] {
                        number(&mut streams[*stream], &mut body);
                    }
                }
            }
        }
        body
    }

    /// Moves a number on, and returns it.
    fn number(stream: &mut Cursor<'_>, to: &mut Vec<u8>) -> u64 {
        let (value, bytes) = stream.number().unwrap();
        to.extend(bytes);
        value
    }

    /// A function with an instruction of every sort.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let place = MemArg {
            offset: 1_048_576,
            align: 2,
            memory_index: 0,
        };
        let mut code = CodeSection::new();
        for constant in [-1, 70_000] {
            let mut body = Function::new([(3, ValType::I32), (1, ValType::F64)]);
            for instruction in [
                Instruction::Block(BlockType::Empty),
                Instruction::Block(BlockType::Empty),
                Instruction::LocalGet(0),
                Instruction::BrTable([0, 1, 0].as_slice().into(), 1),
                Instruction::End,
                Instruction::End,
                Instruction::F64Const(0.5.into()),
                Instruction::LocalSet(4),
                Instruction::F32Const(1.5.into()),
                Instruction::Drop,
                Instruction::I32Const(constant),
                Instruction::I64Const(-(1 << 40)),
                Instruction::I64Store(place),
                Instruction::I32Const(1),
                Instruction::I32Const(2),
                Instruction::I32Const(3),
                Instruction::MemoryCopy {
                    src_mem: 0,
                    dst_mem: 0,
                },
                Instruction::F64Const(2.0.into()),
                Instruction::I32TruncSatF64S,
                Instruction::Call(1),
                Instruction::End,
            ] {
                body.instruction(&instruction);
            }
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions);
        module.section(&memories).section(&code);
        module.finish()
    }

    #[test]
    fn streams_are_put_together_again_to_the_byte() {
        let wasm = module();
        assert_eq!(joined(&split(&wasm).unwrap()), wasm);
    }

    #[test]
    fn an_opcode_that_is_not_known_is_said_and_not_guessed() {
        let problem = operands(0xfd).unwrap_err().to_string();
        assert!(problem.contains("opcode 253"), "{problem}");
    }
}
