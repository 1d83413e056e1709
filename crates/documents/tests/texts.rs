//! Texts as Word, LibreOffice and Google Docs write them.

use wiec_documents::testing::{docx, open_document};
use wiec_documents::{Kind, LeftOut, NameSays, Refused, read_text};

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:styleId="Tytu"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Nagwek2"><w:name w:val="heading 2"/><w:basedOn w:val="Normalny"/></w:style>
<w:style w:type="paragraph" w:styleId="Wlasny"><w:name w:val="Mój"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Spistreci1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Mocny"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"#;

fn item(list: u8, depth: u8, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

fn of_word(body: &str) -> String {
    let file = docx(body, &[("styles", STYLES), ("numbering", NUMBERING)]);
    read_text(&file, "projekt.docx")
        .expect("it is a good file")
        .markdown
}

#[test]
fn headings_of_word_are_known_by_style_and_by_outline() {
    let body = r#"<w:p><w:pPr><w:pStyle w:val="Tytu"/></w:pPr><w:r><w:t>Polityka</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Nagwek2"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Mieszkania</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Wlasny"/></w:pPr><w:r><w:t>Najem</w:t></w:r></w:p>
<w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>Słowa</w:t></w:r></w:p>"#;
    assert_eq!(
        of_word(body),
        "# Polityka\n\n## **Mieszkania**\n\n### Najem\n\nSłowa\n"
    );
}

#[test]
fn lists_of_word_nest_and_labels_that_people_refer_to_stay() {
    let body = item(1, 0, "raz")
        + &item(1, 1, "pod")
        + &item(1, 0, "dwa")
        + &item(2, 0, "kropka")
        + &item(3, 0, "Gmina");
    assert_eq!(
        of_word(&body),
        "1. raz\n   - a) pod\n2. dwa\n- kropka\n\n§ 4. Gmina\n"
    );
}

#[test]
fn looks_links_and_letters_of_word_become_marks_and_letters() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">To jest </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">ważne </w:t></w:r><w:r><w:rPr><w:i w:val="1"/><w:b w:val="0"/></w:rPr><w:t>słowo</w:t></w:r><w:r><w:t xml:space="preserve">, 2*3 &amp; &lt;b&gt; </w:t></w:r><w:hyperlink r:id="rId7"><w:r><w:t>plan</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId8"><w:r><w:t xml:space="preserve"> zły</w:t></w:r></w:hyperlink></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:biuro@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>biuro</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br/><w:t>1. nie lista</w:t></w:r></w:p>"#;
    assert_eq!(
        of_word(body),
        "To jest **ważne** *słowo*, 2\\*3 \\& \\<b\\> [plan](https://example.org/plan%281%29) zły\n\n[biuro](mailto:biuro@example.org)\\\n1\\. nie lista\n"
    );
}

#[test]
fn tracked_changes_of_word_are_read_as_accepted() {
    let body = r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Co najmniej </w:t></w:r><w:del><w:r><w:delText>15</w:delText></w:r></w:del><w:ins><w:r><w:t>20</w:t></w:r></w:ins></w:p><w:p><w:r><w:t xml:space="preserve"> proc.</w:t></w:r></w:p>"#;
    assert_eq!(of_word(body), "Co najmniej 20 proc.\n");
}

#[test]
fn what_is_left_out_of_word_is_counted() {
    let body = r#"<w:p><w:pPr><w:pStyle w:val="Spistreci1"/></w:pPr><w:r><w:t>Spis … 3</w:t></w:r></w:p>
<w:p><w:r><w:t>Widać</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>nie widać</w:t></w:r><w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>ramka</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r><w:r><w:commentReference w:id="0"/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"#;
    let file = docx(body, &[("styles", STYLES)]);
    let read = read_text(&file, "projekt.odt").unwrap();
    assert_eq!(read.markdown, "Widać\n");
    assert_eq!(
        (read.kind, read.name_says),
        (Kind::Docx, NameSays::SomethingElse)
    );
    assert_eq!(
        read.left_out,
        [
            (LeftOut::Picture, 1),
            (LeftOut::TextBox, 1),
            (LeftOut::Formula, 1),
            (LeftOut::Comment, 1),
            (LeftOut::HiddenText, 1),
            (LeftOut::Contents, 1)
        ]
    );
}

#[test]
fn notes_stand_at_the_end_and_tables_become_pipe_tables() {
    let body = r#"<w:p><w:r><w:t>Tak</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>A|B</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"#;
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="0"/><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Dz.U. 2026</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let read = read_text(&docx(body, &[("footnotes", notes)]), "a.docx").unwrap();
    assert_eq!(
        read.markdown,
        "Tak\\[1\\]\n\n| A\\|B |\n| --- |\n| 1 2 |\n\n\\[1\\]  Dz.U. 2026\n"
    );
}

#[test]
fn a_text_of_google_docs_is_read() {
    // Google writes names of styles in English, everything else at the runs, and lists without styles.
    let styles = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let body = r#"<w:p w:rsidR="0"><w:pPr><w:pStyle w:val="Heading1"/><w:rPr/></w:pPr><w:bookmarkStart w:id="0" w:name="_x"/><w:bookmarkEnd w:id="0"/><w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">Cele</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rtl w:val="0"/></w:rPr></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Miasto zwarte.</w:t></w:r></w:p>"#;
    let read = read_text(&docx(body, &[("styles", styles)]), "Cele.docx").unwrap();
    assert_eq!(read.markdown, "# Cele\n\nMiasto zwarte.\n");
}

#[test]
fn a_text_of_libreoffice_is_read() {
    let styles = r#"<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>"#;
    let body = r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>dawne</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="2">Mieszkania</text:h>
<text:p>Co<text:s text:c="2"/>najmniej
   <text:span text:style-name="T1">20 proc.</text:span><text:span text:style-name="T2">ukryte</text:span><text:change text:change-id="c"/><text:line-break/><text:a xlink:href="https://example.org/">plan</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Dz.U.</text:p></text:note-body></text:note><office:annotation><text:p>czemu?</text:p></office:annotation></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>raz</text:p><text:list><text:list-item><text:p>pod</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>dwa</text:p></text:list-item></text:list>
<table:table table:name="T"><table:table-column/><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:image/></draw:frame></text:p>"#;
    let read = read_text(&open_document("text", styles, body), "projekt.odt").unwrap();
    assert_eq!(
        read.markdown,
        "## Mieszkania\n\nCo  najmniej **20 proc**.\\\n[plan](https://example.org/)\\[1\\]\n\n1. raz\n   - pod\n2. dwa\n\n| A | B |\n| --- | --- |\n\n\\[1\\] Dz.U.\n"
    );
    assert_eq!(
        read.left_out,
        [
            (LeftOut::Picture, 1),
            (LeftOut::Comment, 1),
            (LeftOut::HiddenText, 1),
            (LeftOut::StruckText, 1)
        ]
    );
}

#[test]
fn a_plain_text_is_its_own_markdown_in_any_encoding() {
    let read = read_text(b"# \xa3\xf3d\x9f\r\n\r\nTekst", "a.md").unwrap();
    assert_eq!(read.markdown, "# Łódź\n\nTekst");
    assert_eq!(read.kind, Kind::Plain);
}

#[test]
fn a_workbook_is_no_text() {
    let file = wiec_documents::testing::xlsx(&[("A", "<sheetData/>")], "", "");
    assert_eq!(
        read_text(&file, "a.docx"),
        Err(Refused::NotAText(Kind::Xlsx))
    );
}

mod properties {
    use proptest::prelude::*;
    use wiec_text::Document;

    use super::*;

    proptest! {
        #[test]
        fn the_letters_of_a_paragraph_stay_what_they_are(text in "[a-zA-Ząż0-9 .,:;!?#*_`<>&|=+()\\[\\]~^$-]{1,40}") {
            let words: Vec<_> = text.split_whitespace().collect();
            let words = words.join(" ");
            prop_assume!(!words.is_empty());
            let xml = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let markdown = of_word(&format!("<w:p><w:r><w:t>{xml}</w:t></w:r></w:p>"));
            let document = Document::from_markdown(&markdown);
            let said: Vec<_> = document.blocks().iter().map(|block| block.content.text.letters()).collect();
            prop_assert_eq!(said, vec![words], "{}", markdown);
        }
    }
}
