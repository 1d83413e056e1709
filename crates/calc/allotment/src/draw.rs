//! A draw that everybody can verify: nothing in it is chosen after the list is closed.

use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Malformed, ensure};

const FORMAT: &str = "wiec-draw/1";

/// A draw with everything needed to verify it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Which rules of computation these are.
    pub format: String,
    /// What was announced before the list was closed: what is drawn, and which beacon counts.
    pub rule: String,
    /// The public chance, as announced, of a moment after the list was closed.
    pub beacon: String,
    /// Who takes part: ids and commitments to their entries, in order of the ids' bytes.
    pub list: Vec<(String, String)>,
    /// SHA-256 of the list, a line each.
    pub list_hash: String,
    /// SHA-256 of format, rule, hash of the list and beacon, a line each.
    pub seed: String,
    /// The ids with their numbers, HMAC-SHA-256 of the id under the seed; the lowest comes first.
    pub order: Vec<(String, String)>,
}

/// A commitment to what somebody entered: with the salt they can check their own line, and
/// without it nobody can guess it.
pub fn commitment(salt: &str, id: &str, entry: &str) -> Result<String, Malformed> {
    for text in [salt, id, entry] {
        plain(text)?;
    }
    Ok(hash(&format!("{salt}\t{id}\t{entry}\n")))
}

/// What a list of ids and commitments, in order of the ids' bytes, is published under: its SHA-256.
pub fn list_hash(list: &[(String, String)]) -> Result<String, Malformed> {
    for (id, commitment) in list {
        plain(id)?;
        plain(commitment)?;
    }
    ensure(list.windows(2).all(|pair| pair[0].0 < pair[1].0), || {
        "An id is in the list twice, or the list is not in order.".to_owned()
    })?;
    let lines: String = list
        .iter()
        .map(|(id, of)| format!("{id}\t{of}\n"))
        .collect();
    Ok(hash(&lines))
}

/// Draws.
pub fn draw(rule: &str, beacon: &str, mut list: Vec<(String, String)>) -> Result<Proof, Malformed> {
    plain(rule)?;
    plain(beacon)?;
    ensure(!beacon.is_empty(), || {
        "There is no beacon to draw by.".to_owned()
    })?;
    list.sort();
    let list_hash = list_hash(&list)?;
    let seed = Sha256::digest(format!("{FORMAT}\n{rule}\n{list_hash}\n{beacon}\n"));
    let mut order = Vec::new();
    for (id, _) in &list {
        order.push((number(&seed, id)?, id.clone()));
    }
    order.sort();
    Ok(Proof {
        format: FORMAT.to_owned(),
        rule: rule.to_owned(),
        beacon: beacon.to_owned(),
        list,
        list_hash,
        seed: hex(&seed),
        order: order.into_iter().map(|(number, id)| (id, number)).collect(),
    })
}

impl Proof {
    /// The one text of this proof: JSON without spaces, and a line's end.
    pub fn to_text(&self) -> Result<String, Malformed> {
        let json = serde_json::to_string(self).map_err(|error| Malformed(error.to_string()))?;
        Ok(json + "\n")
    }
}

/// Draws again what a proof says was drawn, and compares byte by byte.
pub fn verify(text: &str) -> Result<Proof, Malformed> {
    let told: Proof = serde_json::from_str(text)
        .map_err(|error| Malformed(format!("This is not a proof of a draw: {error}.")))?;
    let drawn = draw(&told.rule, &told.beacon, told.list)?;
    ensure(drawn.to_text()? == text, || {
        "The proof is not that of this draw.".to_owned()
    })?;
    Ok(drawn)
}

fn number(seed: &[u8], id: &str) -> Result<String, Malformed> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(seed).map_err(|error| Malformed(error.to_string()))?;
    mac.update(id.as_bytes());
    Ok(hex(&mac.finalize().into_bytes()))
}

fn plain(text: &str) -> Result<(), Malformed> {
    ensure(!text.chars().any(char::is_control), || {
        "A text of the draw holds a line's end, a tab or another control character.".to_owned()
    })
}

fn hash(text: &str) -> String {
    hex(&Sha256::digest(text))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
