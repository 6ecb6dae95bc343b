//! Which readings are printed as one answer.

use super::notation::{claim_with, dossier};
use variorum::compare::compare;

fn check(name: &str, of: &str, answers: &[&str], expected: &[&[usize]]) {
    let claim = claim_with(of, answers);
    let comparison = compare(&dossier(answers.len(), &claim), &claim);
    let groups: Vec<&[usize]> = comparison.groups.iter().map(|group| &group.readings[..]).collect();
    assert_eq!(groups, expected, "{name}");
}

#[test]
fn equal_values() {
    check("in order of their first", "count", &["10", "-", "8", "10", "8"], &[&[0, 3], &[2, 4]]);
    check("no chains", "count", &["41", "about 40", "39", "about 40"], &[&[0], &[1, 3], &[2]]);
    check("same bounds in other units", "duration", &["PT2H", "PT120M", "PT2H"], &[&[0, 2], &[1]]);
    check("a bound alone, a hedge", "count", &["2..", "at-least 2"], &[&[0, 1]]);
    check("a guess is the same answer", "count", &["likely 10", "10"], &[&[0, 1]]);
    check("a scope is another", "yesno", &["no (officially)", "no", "no (directly)", "no"], &[&[0], &[1, 3], &[2]]);
    check("left open", "yesno", &["unclear", "no", "unclear"], &[&[0, 2], &[1]]);
    check("the key, not what is near", "name", &["leeds~york", "leeds", "york"], &[&[0, 1], &[2]]);
    check("texts by key", "text", &["declined", "denied", "declined"], &[&[0, 2], &[1]]);
    check("units", "quantity unit=EUR", &["5", "5 USD", "5 ?EUR", "5 EUR", "5 ?EUR"], &[&[0, 3], &[1], &[2, 4]]);
    check("lists in any order", "list", &["a, b", "b, a", "a"], &[&[0, 1], &[2]]);
    check("what only the first denies", "list", &["a; not b", "a", "a; not b"], &[&[0, 2], &[1]]);
    check("what a list holds back", "list", &["a", "a; all", "a; not b", "2 a", "a"], &[&[0, 4], &[1], &[2], &[3]]);
}

#[test]
fn equal_dates() {
    check("one moment", "date", &["2019-02-22T15:00+01:00", "2019-02-22T14:00Z"], &[&[0, 1]]);
    check("without a day", "date", &["T15:00", "1970-01-01T15:00", "T15:00"], &[&[0, 2], &[1]]);
    check("with the claim's zone", "date zone=60", &["2019-02-22T15:00", "2019-02-22T14:00Z"], &[&[0, 1]]);
    // Each of the others agrees with the second, yet not they with each other.
    check(
        "with an offset and without",
        "date",
        &["2019-02-22T15:00+01:00", "2019-02-22T15:00", "2019-02-22T15:00Z"],
        &[&[0], &[1], &[2]],
    );
    check("a period, however written", "date", &["2017", "2017-01..2017-12", "about 2017"], &[&[0, 1], &[2]]);
}
