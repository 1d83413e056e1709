//! What letters are signed with (RFC 6376), and what the DNS has to say for it.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;
use lettre::message::dkim::{DkimConfig, DkimSigningAlgorithm, DkimSigningKey};
use rsa::RsaPrivateKey;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::pkcs8::EncodePublicKey as _;

use crate::post::PostError;

/// What letters are signed with, where the mail server does not do it.
#[derive(Clone, Debug)]
pub struct Dkim {
    /// The name of the key in the domain's DNS.
    pub selector: String,
    /// The private key.
    pub key: Signature,
}

/// The private key of a domain.
#[derive(Clone)]
pub enum Signature {
    /// RSA, as PKCS#1 PEM.
    Rsa(String),
    /// Ed25519, as the 32 bytes of the key in base64.
    Ed25519(String),
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signature")
    }
}

impl Dkim {
    /// The name of the record in the DNS of `domain`: `wiec._domainkey.miasto.example`.
    #[must_use]
    pub fn name(&self, domain: &str) -> String {
        format!("{}._domainkey.{domain}", self.selector)
    }

    /// What the record has to say (RFC 6376, 3.6.1; RFC 8463 for Ed25519): the public key.
    ///
    /// # Errors
    ///
    /// [`PostError::Settings`] if the private key cannot be read.
    pub fn record(&self) -> Result<String, PostError> {
        let wrong = |what: String| PostError::Settings(format!("the DKIM key: {what}"));
        Ok(match &self.key {
            Signature::Rsa(pem) => {
                let key = RsaPrivateKey::from_pkcs1_pem(pem.trim());
                let key = key.map_err(|error| wrong(error.to_string()))?;
                let public = key.to_public_key().to_public_key_der();
                let public = public.map_err(|error| wrong(error.to_string()))?;
                format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(public.as_bytes()))
            }
            Signature::Ed25519(words) => {
                let bytes = STANDARD.decode(words.trim());
                let bytes = bytes.map_err(|error| wrong(error.to_string()))?;
                let bytes: [u8; 32] = bytes
                    .try_into()
                    .map_err(|_| wrong("it is not of 32 bytes".to_owned()))?;
                let public = SigningKey::from_bytes(&bytes).verifying_key();
                format!(
                    "v=DKIM1; k=ed25519; p={}",
                    STANDARD.encode(public.as_bytes())
                )
            }
        })
    }

    /// The same for the program that signs.
    pub(crate) fn signing(&self, domain: &str) -> Result<DkimConfig, PostError> {
        let (words, algorithm) = match &self.key {
            Signature::Rsa(words) => (words, DkimSigningAlgorithm::Rsa),
            Signature::Ed25519(words) => (words, DkimSigningAlgorithm::Ed25519),
        };
        let key = DkimSigningKey::new(words, algorithm)
            .map_err(|error| PostError::Settings(format!("the DKIM key: {error}")))?;
        let (selector, domain) = (self.selector.clone(), domain.to_owned());
        Ok(DkimConfig::default_config(selector, domain, key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(key: Signature) -> Result<String, PostError> {
        let selector = "wiec".to_owned();
        Dkim { selector, key }.record()
    }

    /// The key and its record of RFC 8463, appendix A.
    #[test]
    fn the_record_of_an_ed25519_key_is_that_of_its_standard() {
        let key = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
        assert_eq!(
            record(Signature::Ed25519(key.to_owned())).unwrap(),
            "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
        );
    }

    #[test]
    fn a_key_that_is_none_is_told_without_being_repeated() {
        for key in [
            Signature::Rsa("-----BEGIN RSA PRIVATE KEY-----\nsecret\n".to_owned()),
            Signature::Ed25519("c2VjcmV0".to_owned()),
        ] {
            let told = record(key).unwrap_err().to_string();
            assert!(
                told.contains("the DKIM key") && !told.contains("secret"),
                "{told}"
            );
        }
    }
}
