//! Poppler's programs, which read our papers as strangers; tests say so where they are absent.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The words of all pages, in reading order, with single spaces.
pub fn text(pdf: &[u8]) -> Option<String> {
    let raw = run("pdftotext", &["-raw", "-enc", "UTF-8", "-", "-"], pdf)?;
    let text = String::from_utf8(raw).expect("UTF-8 was asked for");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What the document says of itself, one line each.
pub fn looks(pdf: &[u8]) -> Option<String> {
    let lines = String::from_utf8(run("pdfinfo", &["-"], pdf)?).expect("it speaks UTF-8");
    let told = lines.lines().filter_map(|line| line.split_once(':'));
    Some(
        told.map(|(key, value)| format!("{key}: {}\n", value.trim()))
            .collect(),
    )
}

/// The QR codes on the first page, printed in so many dots per inch.
pub fn decoded(pdf: &[u8], dots_per_inch: u32) -> Option<Vec<String>> {
    let resolution = dots_per_inch.to_string();
    let arguments = ["-gray", "-r", &resolution, "-f", "1", "-l", "1", "-"];
    Some(codes(&run("pdftoppm", &arguments, pdf)?))
}

/// The QR codes of a drawing for pages: set black on white by the same rule as a browser does.
pub fn decoded_svg(svg: &str) -> Vec<String> {
    const SCALE: usize = 6;
    let edge = between(svg, "viewBox=\"0 0 ", " ");
    let edge: usize = edge.parse().expect("the drawing has a size");
    let mut dark = vec![vec![false; edge]; edge];
    for run in between(svg, " d=\"M", "z\"").split("zM") {
        let (x, rest) = run.split_once(' ').expect("a run has a place");
        let (y, rest) = rest.split_once('h').expect("a run goes right");
        let (width, _) = rest.split_once('v').expect("a run goes down");
        let [x, y, width] =
            [x, y, width].map(|number| number.parse::<usize>().expect("a place is a number"));
        dark[y][x..x + width].fill(true);
    }
    let pixel = |x: usize, y: usize| if dark[y / SCALE][x / SCALE] { 0 } else { 255 };
    read_codes(edge * SCALE, edge * SCALE, pixel)
}

/// The codes of a grey picture: `P5`, width, height, the brightest value, then a byte for each dot.
fn codes(picture: &[u8]) -> Vec<String> {
    let head: Vec<&[u8]> = picture
        .splitn(4, |byte| byte.is_ascii_whitespace())
        .collect();
    let number = |field: &[u8]| -> usize {
        let digits = std::str::from_utf8(field).expect("its head is in ASCII");
        digits.parse().expect("its head holds numbers")
    };
    let (width, height) = (number(head[1]), number(head[2]));
    let dots = &picture[picture.len() - width * height..];
    read_codes(width, height, |x, y| dots[y * width + x])
}

fn read_codes(width: usize, height: usize, dot: impl FnMut(usize, usize) -> u8) -> Vec<String> {
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, dot);
    let grids = image.detect_grids();
    grids
        .iter()
        .map(|grid| grid.decode().expect("a code that is found is whole").1)
        .collect()
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).expect("it is there");
    rest.split_once(after).expect("it ends").0
}

/// Runs a program that reads from one pipe and writes to another.
fn run(program: &str, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let spawned = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = spawned else {
        println!("skipped: {program} is not installed (Debian: poppler-utils)");
        return None;
    };
    let mut pipe = child.stdin.take().expect("a pipe was asked for");
    let output = std::thread::scope(|threads| {
        threads.spawn(move || pipe.write_all(input));
        child.wait_with_output().expect("it ends")
    });
    assert!(output.status.success(), "{program} refused the paper");
    Some(output.stdout)
}
