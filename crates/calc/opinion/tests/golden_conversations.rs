//! `compat` maps of real conversations are those of Polis.

mod golden;

#[test]
fn maps_of_real_conversations_are_those_of_polis() {
    let folders = golden::data::folders(&golden::data::default_root());
    if folders.is_empty() {
        println!("skipped: no golden conversations here (see WIEC_GOLDEN)");
    }
    for folder in folders {
        let found = golden::check::differences(&folder);
        assert!(found.is_empty(), "{}: {found:#?}", folder.display());
    }
}
