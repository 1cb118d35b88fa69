#![no_main]

use jalon_formats::Format;
use libfuzzer_sys::fuzz_target;

// The first byte says which library it is, the rest is its content: hardly any change to a packed file leaves one that can be unpacked.
fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        jalon_fuzz::read(bytes, Some(Format::H5p));
    } else if let Some((library, content)) = bytes.split_first() {
        jalon_fuzz::read(&jalon_fuzz::h5p(*library, content), Some(Format::H5p));
    }
});
