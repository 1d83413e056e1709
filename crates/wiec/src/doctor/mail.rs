//! Mail: whether the server takes letters from us, and whether the DNS says of them what receivers look
//! for (SPF, RFC 7208; DKIM, RFC 6376; DMARC, RFC 7489).

mod dns;

use wiec_jobs::Dkim;

use crate::config::mail::Mail;
use crate::doctor::finding::Finding;
use dns::{Dns, Records};

pub(super) async fn examine(mail: &Mail) -> Vec<Finding> {
    if !mail.is_on() {
        return vec![Finding::note(
            crate::config::mail::OFF.trim_end_matches('.'),
        )];
    }
    let mut findings = vec![server(mail).await];
    if mail.is_open_to_readers() {
        findings.push(Finding::wrong(
            "letters go to the mail server without encryption",
            "write smtps://…:465 in smtp, or add ?tls=required to the address",
        ));
    }
    let dkim = match mail.signature() {
        Ok(dkim) => dkim,
        Err(error) => {
            findings.push(Finding::wrong(
                format!("{error:#}"),
                "mend the file, or leave dkim_key out if the mail server signs by itself",
            ));
            None
        }
    };
    let domain = mail.sender.email.domain();
    let dns = Dns::of_this_machine();
    findings.push(spf(domain, &dns.texts(domain).await));
    if let Some(dkim) = dkim {
        findings.push(signed(&dns, &dkim, domain).await);
    } else {
        findings.push(Finding::note(
            "letters are not signed here (dkim_key): the mail server should do it",
        ));
    }
    let name = format!("_dmarc.{domain}");
    findings.push(dmarc(&name, &dns.texts(&name).await));
    findings
}

async fn server(mail: &Mail) -> Finding {
    let shown = mail.server_shown().unwrap_or_default();
    let tried = match mail.open() {
        Ok(Some(post)) => post.try_out().await.map_err(|error| error.to_string()),
        Ok(None) => return Finding::note("there is no mail server"),
        Err(error) => Err(format!("{error:#}")),
    };
    match tried {
        Ok(()) => Finding::good(format!("the mail server at {shown} takes letters from us")),
        Err(error) => Finding::wrong(
            format!("the mail server at {shown}: {error}"),
            "see whether the address, the user and the password in smtp are right, and whether a firewall is between",
        ),
    }
}

async fn signed(dns: &Dns, dkim: &Dkim, domain: &str) -> Finding {
    let name = dkim.name(domain);
    match dkim.record() {
        Ok(record) => key(&name, &record, &dns.texts(&name).await),
        Err(error) => Finding::wrong(
            error.to_string(),
            "write an RSA key as PKCS#1 PEM, or an Ed25519 key as base64, into the file of dkim_key",
        ),
    }
}

/// Who may send letters of the domain. Which servers those are only the operator knows.
fn spf(domain: &str, found: &Records) -> Finding {
    let right = format!(
        "`v=spf1 mx -all`, with the mail server instead of mx if it takes no mail for {domain}"
    );
    let what = "which servers send letters of the domain (SPF)";
    judged(domain, what, "v=spf1", &right, found)
}

/// What becomes of letters that fail both.
fn dmarc(name: &str, found: &Records) -> Finding {
    let what = "what receivers do with letters that only claim to be of the domain (DMARC)";
    judged(name, what, "v=DMARC1", "`v=DMARC1; p=quarantine`", found)
}

/// The public key that fits the private one.
fn key(name: &str, record: &str, found: &Records) -> Finding {
    let what = "by which key letters are signed (DKIM)";
    let right = format!("`{record}`");
    let Records::Found(texts) = found else {
        return judged(name, what, "v=DKIM1", &right, found);
    };
    let public = |record: &str| {
        let tags = record.split(';').map(str::trim);
        let mut keys = tags.filter_map(|tag| tag.strip_prefix("p="));
        keys.next()
            .map(|key| key.split_whitespace().collect::<String>())
    };
    if texts.iter().any(|text| public(text) == public(record)) {
        return Finding::good(format!("the DNS of {name} says {what}"));
    }
    Finding::wrong(
        format!("the DNS of {name} holds another key than letters are signed with"),
        format!("write a TXT record there: {right}"),
    )
}

fn judged(name: &str, what: &str, begins: &str, right: &str, found: &Records) -> Finding {
    let mend = format!("write a TXT record there: {right}");
    match found {
        Records::Failed(why) => Finding::note(format!(
            "the DNS could not be asked for {name} ({why}); it should say {what}: {right}"
        )),
        Records::Found(texts) => match texts.iter().filter(|text| text.starts_with(begins)).count()
        {
            0 => Finding::wrong(format!("the DNS of {name} does not say {what}"), mend),
            1 => Finding::good(format!("the DNS of {name} says {what}")),
            _ => Finding::wrong(
                format!("the DNS of {name} says more than once {what}, which counts as never"),
                "leave one TXT record of them",
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::finding::Verdict;

    fn found(texts: &[&str]) -> Records {
        Records::Found(texts.iter().map(|text| (*text).to_owned()).collect())
    }

    #[test]
    fn a_domain_says_once_who_sends_its_letters() {
        let verdict = |texts: &[&str]| spf("miasto.example", &found(texts)).verdict;
        assert_eq!(verdict(&["v=spf1 mx -all", "other words"]), Verdict::Good);
        assert_eq!(verdict(&["other words"]), Verdict::Wrong);
        assert_eq!(
            verdict(&["v=spf1 mx -all", "v=spf1 a -all"]),
            Verdict::Wrong
        );
    }

    #[test]
    fn the_key_in_the_dns_is_the_one_that_letters_are_signed_with() {
        let record = "v=DKIM1; k=rsa; p=AbC=";
        let verdict =
            |texts: &[&str]| key("wiec._domainkey.miasto.example", record, &found(texts)).verdict;
        assert_eq!(verdict(&["v=DKIM1; p=Ab C=; k=rsa"]), Verdict::Good);
        assert_eq!(verdict(&["v=DKIM1; p=Other="]), Verdict::Wrong);
        assert_eq!(verdict(&[]), Verdict::Wrong);
    }

    #[test]
    fn a_name_server_that_cannot_be_asked_is_no_fault_of_the_domain_and_what_is_right_is_told() {
        let failed = Records::Failed("no answer".to_owned());
        let told = dmarc("_dmarc.miasto.example", &failed);
        assert_eq!(told.verdict, Verdict::Note);
        assert!(
            told.to_string().contains("v=DMARC1; p=quarantine"),
            "{told}"
        );
    }
}
