//! Fetches the letters of the pages for the papers: whole fonts, since a name may hold any letter.

#[path = "../kit/build_npm.rs"]
mod build_npm;

use std::env;
use std::fs;
use std::path::PathBuf;

/// The families that papers name, from the packages that `ui/` pins.
const FONTS: [&str; 3] = [
    "lato/400Regular/Lato_400Regular.ttf",
    "lato/700Bold/Lato_700Bold.ttf",
    "brygada-1918/700Bold/Brygada1918_700Bold.ttf",
];

fn main() {
    let here =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder"));
    let out =
        PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is built"));
    let ui = here
        .join("../../ui")
        .canonicalize()
        .expect("the crate stands in the workspace");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../kit/build_npm.rs");
    println!(
        "cargo::rerun-if-changed={}",
        ui.join("package-lock.json").display()
    );
    build_npm::install(&ui);
    for font in FONTS {
        let source = ui.join("node_modules/@expo-google-fonts").join(font);
        let name = source.file_name().expect("a font is a file");
        fs::copy(&source, out.join(name)).expect("the pinned packages hold the fonts");
    }
}
