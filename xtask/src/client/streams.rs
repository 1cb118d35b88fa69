//! Takes a wasm file apart into streams of like things, one after another: brotli finds more to save in them. `app/unpack.js` puts them
//! together again, to the byte.
//!
//! The file: the size of the wasm, how many functions it has, which operands each opcode has, how many streams stand alone, where the
//! words of the data begin and what their marks are, the lengths of the streams, the streams. Every number is a LEB128, as in wasm.

use std::ops::RangeInclusive;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{FunctionBody, Parser, Payload};

use super::data::{self, FUNCTIONS, Marked};

/// What stands together. The first six have places that `app/unpack.js` knows.
#[derive(Debug, Clone, Copy)]
enum Stream {
    /// All that comes before the functions.
    Before,
    /// All that comes after them, which is data, with marks.
    After,
    /// The types of locals.
    Declared,
    Opcode,
    /// How far out a branch goes.
    Branch,
    /// Numbers with a point, as they are in memory.
    Float,
    Local,
    Offset,
    Call,
    Block,
    Other,
    /// How memory is aligned, apart for each opcode, which all but says it.
    Align,
}

/// The opcodes that have an alignment.
const ALIGNED: RangeInclusive<u16> = 0x28..=0x3e;

/// How many streams stand alone. Behind them stand constants, apart by the byte of the opcode that comes next: what adds it, compares it
/// or takes it as an argument says what it is like.
const ALONE: usize = Stream::Align as usize + 0x3e - 0x28 + 1;

/// Constants are in this many families of 256 streams: 32 bits and 64.
const FAMILIES: usize = 2;

/// What an operand is.
#[derive(Debug, Clone, Copy)]
enum Operand {
    In(Stream),
    Int,
    Long,
}

use Operand::{In, Int, Long};

impl Operand {
    /// The number of its stream; of a constant, that of the first in its family.
    fn place(self, opcode: u16) -> usize {
        match self {
            In(Stream::Align) => Stream::Align as usize + usize::from(opcode - ALIGNED.start()),
            In(stream) => stream as usize,
            Int => ALONE,
            Long => ALONE + 256,
        }
    }
}

/// What opcodes from one to another have for operands, each a LEB128. Those after the prefix 252 are counted from 256. See "Binary Format"
/// in the WebAssembly specification, 2.0.
const OPERANDS: &[(u16, u16, &[Operand])] = &[
    (0x02, 0x04, &[In(Stream::Block)]),
    (0x0c, 0x0d, &[In(Stream::Branch)]),
    (0x10, 0x10, &[In(Stream::Call)]),
    (0x11, 0x11, &[In(Stream::Other), In(Stream::Other)]),
    (0x20, 0x22, &[In(Stream::Local)]),
    (0x23, 0x26, &[In(Stream::Other)]),
    (0x28, 0x3e, &[In(Stream::Align), In(Stream::Offset)]),
    (0x3f, 0x40, &[In(Stream::Other)]),
    (0x41, 0x41, &[Int]),
    (0x42, 0x42, &[Long]),
    (0xd0, 0xd0, &[In(Stream::Other)]),
    (0xd2, 0xd2, &[In(Stream::Other)]),
    (256 + 8, 256 + 8, &[In(Stream::Other), In(Stream::Other)]),
    (256 + 9, 256 + 9, &[In(Stream::Other)]),
    (256 + 10, 256 + 10, &[In(Stream::Other), In(Stream::Other)]),
    (256 + 11, 256 + 11, &[In(Stream::Other)]),
    (256 + 12, 256 + 12, &[In(Stream::Other), In(Stream::Other)]),
    (256 + 13, 256 + 13, &[In(Stream::Other)]),
    (256 + 14, 256 + 14, &[In(Stream::Other), In(Stream::Other)]),
    (256 + 15, 256 + 17, &[In(Stream::Other)]),
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
    let mut streams = vec![Vec::new(); ALONE + FAMILIES * 256];
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
    let data = data::mark(&wasm[code.end..]).context("no byte of the data is free for a mark")?;
    streams[Stream::After as usize].clone_from(&data.bytes);
    Ok(written(wasm.len(), functions, &data, &streams))
}

fn written(size: usize, functions: usize, data: &Marked, streams: &[Vec<u8>]) -> Vec<u8> {
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
            operands
                .iter()
                .for_each(|operand| put(operand.place(opcode)));
        }
    }
    put(ALONE);
    put(data.start);
    data.marks.iter().for_each(|mark| put((*mark).into()));
    put(FUNCTIONS as usize);
    put(streams.len());
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

    /// The byte that comes next, left where it is.
    fn next(&self) -> Result<u8> {
        let byte = self.bytes.get(self.at).copied();
        byte.context("a constant that nothing takes")
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

fn take_apart(body: &FunctionBody<'_>, wasm: &[u8], streams: &mut [Vec<u8>]) -> Result<()> {
    let (start, end) = (body.range().start, body.range().end);
    let code = body.get_operators_reader()?.original_position();
    streams[Stream::Declared as usize].extend(&wasm[start..code]);
    let mut cursor = Cursor {
        bytes: &wasm[..end],
        at: code,
    };
    while cursor.at < end {
        let opcode = opcode(&mut cursor, &mut streams[Stream::Opcode as usize])?;
        let mut take = |operand: Operand| -> Result<u64> {
            let place = operand.place(opcode);
            let (value, bytes) = cursor.number()?;
            let bytes = bytes.to_vec();
            let next = if place < ALONE { 0 } else { cursor.next()? };
            streams[place + usize::from(next)].extend(bytes);
            Ok(value)
        };
        match opcode {
            BRANCH_TABLE => {
                for _ in 0..=take(In(Stream::Branch))? {
                    take(In(Stream::Branch))?;
                }
            }
            F32 => streams[Stream::Float as usize].extend(cursor.bytes(4)?),
            F64 => streams[Stream::Float as usize].extend(cursor.bytes(8)?),
            _ => {
                for operand in operands(opcode)? {
                    take(*operand)?;
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

fn operands(opcode: u16) -> Result<&'static [Operand]> {
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
        let alone = number();
        let mut data = Marked {
            start: number(),
            marks: [number() as u8, number() as u8],
            bytes: Vec::new(),
        };
        assert_eq!(number(), FUNCTIONS as usize);
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
            let body = function(&mut streams, &operands, alone);
            put_number(&mut wasm, body.len());
            wasm.extend(body);
        }
        data.bytes = rest(&mut streams[1]);
        wasm.extend(data::unmarked(&data));
        assert_eq!(wasm.len(), size);
        wasm
    }

    fn rest(stream: &mut Cursor<'_>) -> Vec<u8> {
        stream
            .bytes(stream.bytes.len() - stream.at)
            .unwrap()
            .to_vec()
    }

    fn function(streams: &mut [Cursor<'_>], operands: &[Vec<usize>], alone: usize) -> Vec<u8> {
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
                        let next = streams[3].next().unwrap_or(0);
                        let apart = if *stream < alone { 0 } else { next.into() };
                        number(&mut streams[stream + apart], &mut body);
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
