//! Conversations as the five tables of Polis, and back: the same votes, the same statements, the same map.

use proptest::prelude::*;
use wiec_interchange::conversation::{
    About, EXPORT_FILES, Statements, contradiction, export, read_statements, read_votes,
};
use wiec_opinion::{Conversation, Settings, VoteEvent, map};

const STATEMENTS: &str = "id,created,author,moderated,is_meta,text\n\
    0,1000000000000,1,accepted,false,\"More trees, less asphalt\"\n\
    1,1000000000001,2,rejected,false,\"=SUM(1) \"\"quoted\"\"\nand on two lines\"\n\
    2,1000000000002,2,unseen,true,I live in the centre\n";

const VOTES: &str = "participant,statement,vote,timestamp\n\
    1,0,1,1000000000010\n2,0,-1,1000000000011\n2,1,1,1000000000012\n\
    1,2,0,1000000000013\n2,0,1,1000000000014\n3,0,1,1000000000015\n";

fn read(statements: &[u8], votes: &[u8]) -> (Statements, Conversation) {
    let (statements, problems) = read_statements(statements).expect("a table of statements");
    assert_eq!(problems, []);
    let (mut conversation, problems) = read_votes(votes, None).expect("a table of votes");
    assert_eq!(problems, []);
    for described in statements.values() {
        conversation.describe(described.statement);
    }
    (statements, conversation)
}

fn written(statements: &Statements, conversation: &Conversation) -> Vec<String> {
    let about = About {
        topic: "Trees, and more".to_owned(),
        ..About::default()
    };
    let map = map(conversation, &Settings::compat());
    let files = export(&about, statements, conversation, &map);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("tables are UTF-8");
    files.into_iter().map(text).collect()
}

#[test]
fn the_five_tables_look_like_those_of_polis() {
    let (statements, conversation) = read(STATEMENTS.as_bytes(), VOTES.as_bytes());
    let files = written(&statements, &conversation);

    assert_eq!(
        files[0],
        "topic,\"Trees, and more\"\nurl,\nviews,3\nvoters,3\nvoters-in-conv,3\ncommenters,2\ncomments,3\ngroups,0\nconversation-description,\n"
    );
    assert_eq!(
        files[1],
        "n-votes,n-comments,n-visitors,n-voters,n-commenters\n0,1,1,0,1\n0,2,2,0,2\n0,3,2,0,2\n1,3,2,1,2\n2,3,2,2,2\n3,3,2,2,2\n4,3,2,2,2\n5,3,2,2,2\n6,3,3,3,2\n"
    );
    assert!(files[2].starts_with("timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body\n1000000000000,Sun Sep 09 01:46:40 UTC 2001,0,1,3,1,1,false,false,"), "{}", files[2]);
    assert!(files[3].starts_with("timestamp,datetime,comment-id,voter-id,vote\n1000000000010,Sun Sep 09 01:46:40 UTC 2001,0,1,1\n1000000000011,Sun Sep 09 01:46:40 UTC 2001,0,2,-1\n1000000000014,Sun Sep 09 01:46:40 UTC 2001,0,2,1\n"), "{}", files[3]);
    assert!(
        files[4].starts_with("participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n"),
        "{}",
        files[4]
    );
    let rest = |line: &str| line.splitn(3, ',').nth(2).map(str::to_owned);
    let rows: Vec<_> = files[4].lines().skip(1).filter_map(rest).collect();
    assert_eq!(rows, ["1,2,1,0,1,,0", "2,2,2,0,1,1,", "0,1,1,0,1,,"]);
    assert_eq!(EXPORT_FILES.len(), files.len());
}

#[test]
fn what_is_written_reads_back_as_the_same_conversation() {
    let (statements, conversation) = read(STATEMENTS.as_bytes(), VOTES.as_bytes());
    let files = written(&statements, &conversation);

    let (again, same) = read(files[2].as_bytes(), files[3].as_bytes());

    let bare = |statements: &Statements| {
        let mut statements = statements.clone();
        statements.values_mut().for_each(|it| it.counted = None);
        statements
    };
    assert_eq!(bare(&again), bare(&statements));
    assert_eq!(contradiction(&again, &same), None);
    for settings in [Settings::default(), Settings::compat()] {
        assert_eq!(map(&same, &settings), map(&conversation, &settings));
    }
    assert_eq!(written(&again, &same), files);
}

#[test]
fn the_votes_that_count_are_those_of_the_table_with_a_row_for_each_participant() {
    let (statements, conversation) = read(STATEMENTS.as_bytes(), VOTES.as_bytes());
    let files = written(&statements, &conversation);

    let (_, same) = read(STATEMENTS.as_bytes(), files[4].as_bytes());

    for settings in [Settings::default(), Settings::compat()] {
        let mut expected = map(&conversation, &settings);
        expected.counts.events = 5;
        assert_eq!(map(&same, &settings), expected);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_votes(&bytes, None);
        let _ = read_statements(&bytes);
    }

    #[test]
    fn no_cells_make_a_reader_panic(cells in prop::collection::vec("[-0-9a-z,;\"\n\r =.]{0,12}", 0..20)) {
        let rows = cells.join(",");
        let _ = read_votes(format!("participant,statement,vote,timestamp\n{rows}").as_bytes(), None);
        let _ = read_votes(format!("participant,group-id,n-votes,1\n{rows}").as_bytes(), None);
        let _ = read_statements(format!("id,text,created\n{rows}").as_bytes());
    }

    #[test]
    fn every_conversation_comes_back_from_its_tables(
        cells in prop::collection::vec((0_u64..9, 0_u64..5, -1_i8..=1, 0_i64..50), 0..80),
    ) {
        // As Polis orders them, so that of equal times the same one counts.
        let event = |(participant, statement, sign, at): (u64, u64, i8, i64)| VoteEvent {
            participant,
            statement,
            vote: wiec_opinion::Vote::from_sign(sign).expect("a sign"),
            at_ms: 1_600_000_000_000 + at,
        };
        let conversation: Conversation = cells.into_iter().map(event).collect();
        let files = written(&Statements::new(), &conversation);
        let (same, problems) = read_votes(files[3].as_bytes(), None).expect("a table of votes");
        prop_assert_eq!(problems, []);
        let settings = Settings::compat();
        prop_assert_eq!(map(&same, &settings), map(&conversation, &settings));
    }
}
