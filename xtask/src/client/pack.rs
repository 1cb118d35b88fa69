//! Writes a wasm file anew so that it compresses better: equal functions become one, similar ones stand side by side, and the locals
//! that a function uses most have the smallest numbers. What the file does stays the same.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Operator, Parser, Payload, TypeRef,
    ValType,
};

/// How long the sequences are by which functions are compared, in bytes. Four hold an instruction or two.
const SEQUENCE: usize = 4;

/// How many bits note which sequences a function has, in words of 64.
const NOTES: usize = 128;

/// The same module, packed.
pub(super) fn pack(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut wasm = wasm.to_vec();
    loop {
        let code = Code::read(&wasm)?;
        let places = code.first_of_equals();
        if places.order.len() == code.bodies.len() {
            let places = Places::of(neighbours(&code.bodies), code.imports);
            return code.written(places, &wasm);
        }
        wasm = code.written(places, &wasm)?;
    }
}

/// The functions of a module.
struct Code {
    /// How many functions are imported; these are counted first.
    imports: usize,
    /// How many parameters each type of function has.
    parameters: Vec<usize>,
    /// The type of each function of its own.
    types: Vec<u32>,
    /// What each function does.
    bodies: Vec<Vec<u8>>,
}

/// Where functions go.
struct Places {
    /// Which of the module's own functions are written, in order.
    order: Vec<usize>,
    /// The new index of each function, imported ones included.
    new: Vec<u32>,
}

impl Places {
    fn of(order: Vec<usize>, imports: usize) -> Self {
        let mut new = vec![0; imports + order.len()];
        for (place, old) in (0..imports)
            .chain(order.iter().map(|own| own + imports))
            .enumerate()
        {
            new[old] = index(place);
        }
        Self { order, new }
    }
}

/// Indices of a wasm file have 32 bits.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

impl Code {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut code = Self {
            imports: 0,
            parameters: Vec::new(),
            types: Vec::new(),
            bodies: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(types) => {
                    for signature in types.into_iter_err_on_gc_types() {
                        code.parameters.push(signature?.params().len());
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        code.imports += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => {
                    for signature in types {
                        code.types.push(signature?);
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let body = wasm.get(body.range()).context("a function ends too late")?;
                    code.bodies.push(body.to_vec());
                }
                _ => {}
            }
        }
        Ok(code)
    }

    /// Each function once, and in place of its equals.
    fn first_of_equals(&self) -> Places {
        let (mut order, mut firsts) = (Vec::new(), HashMap::new());
        let mut new: Vec<u32> = (0..self.imports).map(index).collect();
        for (n, function) in self.types.iter().zip(&self.bodies).enumerate() {
            let place = *firsts.entry(function).or_insert_with(|| {
                order.push(n);
                index(self.imports + order.len() - 1)
            });
            new.push(place);
        }
        Places { order, new }
    }

    fn written(&self, places: Places, wasm: &[u8]) -> Result<Vec<u8>> {
        let mut module = Module::new();
        let mut writer = Writer {
            code: self,
            places,
            locals: Vec::new(),
        };
        writer
            .parse_core_module(&mut module, Parser::new(0), wasm)
            .map_err(|error| anyhow!("{error}"))?;
        Ok(module.finish())
    }
}

/// The functions in an order in which each is like the one before it: from any, the most similar one of those that are left.
fn neighbours(bodies: &[Vec<u8>]) -> Vec<usize> {
    let notes: Vec<_> = bodies.iter().map(|body| sequences(body)).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = left.iter().copied().max_by_key(|n| bodies[*n].len());
    while let Some(last) = next {
        left.retain(|n| *n != last);
        order.push(last);
        let like = |n: &usize| likeness(&notes[last], &notes[*n]);
        next = left
            .iter()
            .copied()
            .max_by(|a, b| like(a).total_cmp(&like(b)));
    }
    order
}

/// Which sequences of bytes there are, as bits at the place of their hashes (FNV-1a).
fn sequences(body: &[u8]) -> [u64; NOTES] {
    let mut notes = [0; NOTES];
    for sequence in body.windows(SEQUENCE) {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in sequence {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
        let place = (hash ^ (hash >> 29)) % (64 * NOTES as u64);
        notes[usize::try_from(place / 64).unwrap_or(0)] |= 1 << (place % 64);
    }
    notes
}

/// Which share of what either of them has is in both.
fn likeness(one: &[u64; NOTES], other: &[u64; NOTES]) -> f64 {
    let (mut both, mut all) = (0, 0);
    for (one, other) in one.iter().zip(other) {
        both += (one & other).count_ones();
        all += one.count_ones() + other.count_ones();
    }
    f64::from(both) / f64::from(all.max(1))
}

/// Writes a module with its functions in their new places.
struct Writer<'a> {
    code: &'a Code,
    places: Places,
    /// The new number of each local of the function that is being written.
    locals: Vec<u32>,
}

impl Reencode for Writer<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let new = usize::try_from(function).ok();
        let new = new.and_then(|function| self.places.new.get(function));
        Ok(*new.unwrap_or(&function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for function in &self.places.order {
            functions.function(self.code.types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        for function in self.places.order.clone() {
            let signature = self.code.types[function] as usize;
            self.write(code, &bodies[function], self.code.parameters[signature])?;
        }
        Ok(())
    }

    fn instruction<'a>(
        &mut self,
        operator: Operator<'a>,
    ) -> Result<Instruction<'a>, Error<Infallible>> {
        let new = |local: u32| self.locals[local as usize];
        Ok(match operator {
            Operator::LocalGet { local_index } => Instruction::LocalGet(new(local_index)),
            Operator::LocalSet { local_index } => Instruction::LocalSet(new(local_index)),
            Operator::LocalTee { local_index } => Instruction::LocalTee(new(local_index)),
            other => wasm_encoder::reencode::utils::instruction(self, other)?,
        })
    }
}

impl Writer<'_> {
    fn write(
        &mut self,
        code: &mut CodeSection,
        body: &FunctionBody<'_>,
        parameters: usize,
    ) -> Result<(), Error<Infallible>> {
        let mut types: Vec<ValType> = Vec::new();
        for local in body.get_locals_reader()? {
            let (count, of) = local?;
            types.extend(std::iter::repeat_n(of, count as usize));
        }
        let uses = uses(body, parameters + types.len())?;
        let mut order: Vec<usize> = (0..types.len()).collect();
        // Those of one type stand together, as they are declared together.
        order.sort_by_key(|n| (rank(types[*n]), Reverse(uses[parameters + n])));
        self.locals = (0..parameters + types.len()).map(index).collect();
        let mut declared: Vec<(u32, wasm_encoder::ValType)> = Vec::new();
        for (place, local) in order.into_iter().enumerate() {
            self.locals[parameters + local] = index(parameters + place);
            let of = self.val_type(types[local])?;
            match declared.last_mut() {
                Some((count, last)) if *last == of => *count += 1,
                _ => declared.push((1, of)),
            }
        }
        let mut function = Function::new(declared);
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let instruction = self.parse_instruction(&mut operators)?;
            function.instruction(&instruction);
        }
        code.function(&function);
        Ok(())
    }
}

/// How often a function uses each of its parameters and locals.
fn uses(body: &FunctionBody<'_>, locals: usize) -> Result<Vec<usize>, Error<Infallible>> {
    let mut uses = vec![0; locals];
    for operator in body.get_operators_reader()? {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator?
        {
            uses[local_index as usize] += 1;
        }
    }
    Ok(uses)
}

/// The place of a type among the others; any order does.
fn rank(of: ValType) -> u8 {
    match of {
        ValType::I32 => 0,
        ValType::I64 => 1,
        ValType::F32 => 2,
        ValType::F64 => 3,
        ValType::V128 => 4,
        ValType::Ref(_) => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ExportKind, ExportSection, TypeSection, ValType as Value};

    /// Three functions that add to their parameter: 1, 1 and 2. A fourth calls the second and the third, and is exported.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([Value::I64], [Value::I64]);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut add = |instructions: &[Instruction<'_>], locals: &[(u32, Value)]| {
            functions.function(0);
            let mut body = Function::new(locals.iter().copied());
            for instruction in instructions {
                body.instruction(instruction);
            }
            code.function(&body);
        };
        for more in [1, 1, 2] {
            let [get, constant] = [Instruction::LocalGet(0), Instruction::I64Const(more)];
            add(&[get, constant, Instruction::I64Add, Instruction::End], &[]);
        }
        let caller = [
            Instruction::LocalGet(0),
            Instruction::Call(1),
            Instruction::LocalTee(3),
            Instruction::LocalGet(3),
            Instruction::Call(2),
            Instruction::I64Add,
            Instruction::LocalSet(2),
            Instruction::LocalGet(3),
            Instruction::End,
        ];
        add(&caller, &[(1, Value::I32), (2, Value::I64)]);
        let mut exports = ExportSection::new();
        exports.export("caller", ExportKind::Func, 3);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports);
        module.section(&code);
        module.finish()
    }

    /// What each exported function does, with what it calls written out.
    fn exported(wasm: &[u8]) -> Vec<String> {
        let code = Code::read(wasm).expect("a module");
        let (mut bodies, mut exports) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.expect("a module") {
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::ExportSection(all) => {
                    exports.extend(all.into_iter().map(|one| one.expect("an export").index));
                }
                _ => {}
            }
        }
        let n = |export: &u32| *export as usize - code.imports;
        exports.iter().map(|one| said(&bodies, n(one))).collect()
    }

    /// What a function does, with locals named in the order in which it uses them.
    fn said(bodies: &[FunctionBody<'_>], n: usize) -> String {
        let (mut said, mut locals) = (Vec::new(), Vec::new());
        let mut name = |local: u32| match locals.iter().position(|known| *known == local) {
            Some(place) => place,
            None => {
                locals.push(local);
                locals.len() - 1
            }
        };
        for operator in bodies[n].get_operators_reader().expect("operators") {
            said.push(match operator.expect("an operator") {
                Operator::Call { function_index } => {
                    format!("({})", self::said(bodies, function_index as usize))
                }
                Operator::LocalGet { local_index } => format!("get {}", name(local_index)),
                Operator::LocalSet { local_index } => format!("set {}", name(local_index)),
                Operator::LocalTee { local_index } => format!("tee {}", name(local_index)),
                other => format!("{other:?}"),
            });
        }
        said.join(", ")
    }

    #[test]
    fn equal_functions_become_one_and_nothing_else_changes() {
        let (before, after) = (module(), pack(&module()).expect("a module"));
        let functions = |wasm| Code::read(wasm).expect("a module").bodies.len();
        assert_eq!((functions(&before), functions(&after)), (4, 3));
        assert_eq!(exported(&before), exported(&after));
    }

    #[test]
    fn the_local_used_most_has_the_smallest_number_of_its_type() {
        let after = pack(&module()).expect("a module");
        let mut wanted = None;
        for payload in Parser::new(0).parse_all(&after) {
            if let Payload::CodeSectionEntry(body) = payload.expect("a module")
                && body.get_locals_reader().expect("locals").get_count() > 0
            {
                wanted = Some(uses(&body, 4).expect("uses"));
            }
        }
        // The parameter, the one that is never used, then the two of the other type.
        assert_eq!(wanted, Some(vec![1, 0, 3, 1]));
    }
}
