//! Writes the report on the sample's consultation in all its formats, and the sample's proposal with its
//! amendments, into a folder, for looking at them and for the browser's journeys: `cargo run -p wiec-register-report --example consultation_report -- FOLDER`.
//!
//! A second word, a text, becomes the body of one more remark.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::path::PathBuf;
use std::{env, fs};

use sample::{legal, plain, said};
use wiec_model::Lang;
use wiec_register_report::{
    Channel, ConsultationReport, ReportError, akoma_ntoso, csv, docx, html, pdf, xlsx,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = env::args().skip(1);
    let folder = PathBuf::from(words.next().ok_or("name a folder to write into")?);
    let more = words.next();
    let text = legal::document();
    for lang in Lang::ALL {
        let mut report = sample::report(lang);
        if let Some(body) = &more {
            let mut remark = plain(4);
            remark.body.clone_from(body);
            report.remarks.push(said(99, Channel::Mail, remark));
        }
        let proposal = akoma_ntoso(&legal::amended(&text, lang));
        fs::write(
            folder.join(format!("proposal-{}.akn", lang.code())),
            proposal,
        )?;
        for (ending, bytes) in files(&report)? {
            fs::write(
                folder.join(format!("report-{}.{ending}", lang.code())),
                bytes,
            )?;
        }
    }
    Ok(())
}

fn files(report: &ConsultationReport) -> Result<[(&'static str, Vec<u8>); 5], ReportError> {
    Ok([
        ("html", html(report).into_bytes()),
        ("csv", csv(report).into_bytes()),
        ("xlsx", xlsx(report)?),
        ("docx", docx(report)?),
        ("pdf", pdf(report)?),
    ])
}
