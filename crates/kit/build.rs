//! Prepares what the pages need: the browser's files (CSS, scripts, fonts) and the messages.

mod build_assets;
mod build_messages;
mod build_npm;

use std::env;
use std::path::PathBuf;

fn main() {
    let here =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder"));
    let out =
        PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is built"));
    let root = here
        .join("../..")
        .canonicalize()
        .expect("the crate stands in the workspace");
    build_messages::build(&root.join("locales"), &out);
    build_assets::build(&root.join("ui"), &out);
}
