//! Whole claims: the worked examples of the rules, the editor's override, and what takes part in nothing.

use super::notation::{claim_with, dossier, text};
use variorum::compare::{compare, relation};
use variorum::dossier::Relation::{self, Agree, Contradict, Differ, Nuance, Single};
use variorum::dossier::{Claim, Override, SourceKind};

fn check(name: &str, claim: &Claim, expected: Relation) {
    let comparison = compare(&dossier(claim.readings.len(), claim), claim);
    assert_eq!(comparison.computed, expected, "{name}");
    assert_eq!(comparison.relation, expected, "{name}");
}

#[test]
fn the_raid() {
    for (name, of, answers, expected) in [
        ("hostage-duration", "duration", ["nearly PT4H", "-", "PT2H"], Contradict),
        ("former-ambassador-name", "name exclusive", ["soh-yun-sok", "kim-hyok-chol", "kim-hyok-chol"], Contradict),
        ("cia-response", "text", ["-", "declined", "denied"], Differ),
        ("claimed-responsibility", "yesno", ["no (officially)", "no", "no (directly)"], Nuance),
        ("attacker-count", "count", ["10", "-", "10"], Agree),
        ("cheollima-behind-raid", "yesno", ["likely yes", "yes", "likely yes"], Nuance),
        ("cia-behind-raid", "yesno", ["likely no", "no", "likely yes"], Contradict),
        ("south-korea-role", "yesno", ["no", "-", "likely yes"], Contradict),
        (
            "items-taken",
            "list",
            ["drives, phones, documents; not money", "computers, phones", "computers, phones"],
            Differ,
        ),
        ("who-called-police", "text", ["nursing-home-staff", "neighbour", "-"], Differ),
        ("group-first-appearance", "date", ["2017-03", "2017-10..2017-12", "2017"], Contradict),
    ] {
        check(name, &claim_with(of, &answers), expected);
    }
}

#[test]
fn what_speaks() {
    for (name, answers, expected) in [
        ("nobody", &["-", "-"][..], Single),
        ("one source", &["10", "-", "-"], Single),
        ("leaving it open is speaking", &["10", "unclear"], Differ),
        ("the worst pair decides", &["10", "10", "about 10", "20"], Contradict),
    ] {
        check(name, &claim_with("count", answers), expected);
    }
    check("no readings", &claim_with("count", &[]), Single);
}

#[test]
fn a_source_is_not_held_against_itself() {
    let mut claim = claim_with("count", &["10", "20"]);
    claim.readings[1].source = 0;
    check("one source, two voices", &claim, Single);
    let mut claim = claim_with("count", &["10", "20", "10"]);
    claim.readings[1].source = 0;
    let comparison = compare(&dossier(3, &claim), &claim);
    let pairs: Vec<_> = comparison.pairs.iter().map(|pair| (pair.a, pair.b, pair.relation)).collect();
    assert_eq!(pairs, [(0, 2, Agree), (1, 2, Contradict)]);
}

#[test]
fn readers_comments_speak() {
    let claim = claim_with("yesno", &["yes", "-", "-", "no"]);
    let mut dossier = dossier(4, &claim);
    dossier.sources[3].kind = SourceKind::Comments;
    let comparison = compare(&dossier, &claim);
    assert_eq!(comparison.relation, Contradict);
    assert_eq!(comparison.silent, [1, 2]);
    assert_eq!((comparison.origins.known, comparison.origins.unknown), (vec![0], 0));
}

#[test]
fn an_override_replaces_the_result_and_no_pair() {
    let mut claim = claim_with("yesno", &["yes", "no"]);
    claim.relation = Some(Override { is: Nuance, why: text("They mean two things.") });
    let comparison = compare(&dossier(2, &claim), &claim);
    assert_eq!((comparison.relation, comparison.computed), (Nuance, Contradict));
    assert_eq!(comparison.pairs[0].relation, Contradict);
}

#[test]
fn silence_relates_to_nothing() {
    let claim = claim_with("yesno", &["yes", "-"]);
    assert_eq!(relation(&claim, &claim.readings[0], &claim.readings[1]), Single);
}

#[test]
fn not_transitive() {
    let claim = claim_with("count", &["41", "about 40", "39"]);
    let relate = |a: usize, b: usize| relation(&claim, &claim.readings[a], &claim.readings[b]);
    assert_eq!((relate(0, 1), relate(1, 2), relate(0, 2)), (Nuance, Nuance, Contradict));
}
