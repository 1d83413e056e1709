//! Builds what browsers get (`ui/`) with npm and node, compresses it, and writes the table that embeds it.
//!
//! Knows nothing of what the files hold: `ui/build.mjs` leaves a list, this follows it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use crate::build_npm::{install, run};

/// What makes another build necessary.
const SOURCES: [&str; 9] = [
    "src",
    "css",
    "icons",
    "art",
    "build",
    "build.mjs",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
];

/// Builds the assets of the folder `ui` into `out` and writes `out/assets.rs`.
pub fn build(ui: &Path, out: &Path) {
    for source in SOURCES {
        println!("cargo::rerun-if-changed={}", ui.join(source).display());
    }
    install(ui);
    run(ui, "node", &["build.mjs", &out.display().to_string()]);
    let list = fs::read_to_string(out.join("assets.tsv"))
        .expect("ui/build.mjs leaves its list in the folder it is given");
    let mut table = String::from(
        "/// Everything that browsers get, sorted by name.\npub static ASSETS: &[Asset] = &[\n",
    );
    for line in list.lines() {
        table.push_str(&entry(out, line));
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table).expect("the folder for what is built can be written");
}

/// One row of the table: a line of the list, with the file compressed beside itself.
fn entry(out: &Path, line: &str) -> String {
    let fields: Vec<_> = line.split('\t').collect();
    let [name, path, media_type] = fields[..] else {
        panic!("a line of ui's list is not name, path and type: {line:?}")
    };
    let file = out.join(path);
    let identity = fs::read(&file).expect("ui/build.mjs lists only files that it wrote");
    let text = media_type.starts_with("text/") || media_type == "image/svg+xml";
    let [brotli, gzip] = if text {
        [
            compressed(&file, "br", &brotlied(&identity)),
            compressed(&file, "gz", &gzipped(&identity)),
        ]
    } else {
        // Pictures and fonts are compressed already.
        ["None".to_owned(), "None".to_owned()]
    };
    let media_type = if media_type.starts_with("text/") {
        format!("{media_type}; charset=utf-8")
    } else {
        media_type.to_owned()
    };
    let etag = format!("\"{}\"", tag(&identity));
    let mut row = String::new();
    writeln!(
        row,
        "    Asset {{ name: {name:?}, path: \"/{path}\", media_type: {media_type:?}, etag: {etag:?}, \
         identity: include_bytes!({file:?}), brotli: {brotli}, gzip: {gzip} }},"
    )
    .expect("a string takes all");
    row
}

/// Writes compressed bytes beside their file and returns the expression that embeds them.
fn compressed(file: &Path, suffix: &str, bytes: &[u8]) -> String {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    fs::write(&name, bytes).expect("the folder for what is built can be written");
    format!("Some(include_bytes!({name:?}))")
}

fn brotlied(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)
        .expect("memory takes what is written to it");
    out
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .expect("memory takes what is written to it");
    encoder
        .finish()
        .expect("memory takes what is written to it")
}

/// Half of a SHA-256, in hexadecimal: what changes when the file does.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..16]
        .iter()
        .fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a string takes all");
            text
        })
}
