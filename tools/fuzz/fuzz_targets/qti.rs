#![no_main]

use jalon_formats::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| jalon_fuzz::read(bytes, Some(Format::Qti)));
