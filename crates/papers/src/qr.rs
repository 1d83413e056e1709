//! Codes as drawings: black on white in either theme, with the margin that readers need.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder, QRCode};

use crate::PaperError;

/// ISO/IEC 18004 asks for four modules of nothing on all sides.
const QUIET: usize = 4;

/// Draws a text as QR code in SVG, with words for those who do not see it.
///
/// One unit of the drawing is one module of the code; the page says how large it is shown. The drawing
/// carries no style, script or id, so a strict security policy lets it stand in a page, and as often as one
/// likes. It stays black on white in the dark: many readers know nothing else.
///
/// # Errors
///
/// [`PaperError::CodeTooLong`] if the text has more than 2331 bytes.
///
/// # Example
///
/// ```
/// let svg = wiec_papers::qr_svg("0417", "Code of ticket <0417>")?;
/// assert!(svg.contains("<title>Code of ticket &lt;0417&gt;</title>"));
/// assert!(wiec_papers::qr_svg(&"7".repeat(9000), "Too much").is_err());
/// # Ok::<(), wiec_papers::PaperError>(())
/// ```
pub fn qr_svg(code: &str, label: &str) -> Result<String, PaperError> {
    let drawn = drawing(code)?;
    let edge = drawn.size + 2 * QUIET;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {edge} {edge}\" role=\"img\" \
         shape-rendering=\"crispEdges\"><title>{}</title><rect width=\"{edge}\" height=\"{edge}\" \
         fill=\"#fff\"/><path d=\"{}\"/></svg>",
        escaped(label),
        path(&drawn),
    ))
}

/// Correction of level M, 15 %: a fold through the code does no harm, and the modules stay large.
fn drawing(code: &str) -> Result<QRCode, PaperError> {
    let bytes = code.len();
    QRBuilder::new(code)
        .ecl(ECL::M)
        .build()
        .map_err(|_| PaperError::CodeTooLong { bytes })
}

/// Each run of dark modules in a row is one rectangle.
fn path(drawn: &QRCode) -> String {
    let mut path = String::new();
    for row in 0..drawn.size {
        let dark: Vec<bool> = drawn[row].iter().map(|module| module.value()).collect();
        let mut column = 0;
        for run in dark.chunk_by(|one, next| one == next) {
            let (x, y, width) = (column + QUIET, row + QUIET, run.len());
            if run[0] {
                write!(path, "M{x} {y}h{width}v1h-{width}z").expect("a string takes all");
            }
            column += width;
        }
    }
    path
}

fn escaped(label: &str) -> String {
    label
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_margin_is_four_modules_on_all_sides() {
        let svg = qr_svg("KPM2019-0417-5F3K9QX2", "Kod").unwrap();
        let size = drawing("KPM2019-0417-5F3K9QX2").unwrap().size;

        assert!(svg.contains(&format!("viewBox=\"0 0 {0} {0}\"", size + 8)));
        // The finder in the upper left corner is seven modules wide.
        assert!(svg.contains("<path d=\"M4 4h7v1h-7z"));
    }

    #[test]
    fn a_drawing_needs_nothing_that_a_strict_policy_refuses() {
        let svg = qr_svg("<script>", "A \"label\" & <more>").unwrap();

        assert!(svg.contains("<title>A \"label\" &amp; &lt;more&gt;</title>"));
        for refused in ["style", "<script", " id=", "href", " on"] {
            assert!(!svg.contains(refused), "{refused} in {svg}");
        }
    }

    #[test]
    fn what_is_too_long_is_refused_with_its_length() {
        assert!(qr_svg(&"x".repeat(2331), "Kod").is_ok());
        assert_eq!(
            qr_svg(&"x".repeat(2332), "Kod"),
            Err(PaperError::CodeTooLong { bytes: 2332 })
        );
    }
}
