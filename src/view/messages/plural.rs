//! Plural categories, by the rules that CLDR writes for each language.

/// A number as far as plural rules look at it: its digits as printed.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    /// The whole part (CLDR's `i`).
    pub whole: u64,
    /// How many digits stand after the point (`v`).
    pub places: u8,
    /// Those digits as a number (`f`). None of them is a trailing zero.
    pub fraction: u64,
}

impl Printed {
    /// A whole number.
    pub fn whole(n: u64) -> Self {
        Self { whole: n, places: 0, fraction: 0 }
    }
}

/// Which form a number takes: the position of the first condition that holds, else one past the last.
///
/// `rules`: conditions parted by tabs. A condition is CLDR's own with the spaces left out, `and` as `&`, `or` as `|`:
/// `v=0&i%10=2..4&i%100!=12..14`.
pub(super) fn form(rules: &str, number: Printed) -> usize {
    let conditions = || rules.split('\t').filter(|condition| !condition.is_empty());
    conditions().position(|condition| holds(condition, number)).unwrap_or_else(|| conditions().count())
}

fn holds(condition: &str, number: Printed) -> bool {
    condition.split('|').any(|all| all.split('&').all(|relation| relates(relation, number)))
}

fn relates(relation: &str, number: Printed) -> bool {
    let Some((left, ranges)) = relation.split_once('=') else { return false };
    let (left, wanted) = match left.strip_suffix('!') {
        Some(left) => (left, false),
        None => (left, true),
    };
    let (operand, modulus) = left.split_once('%').unwrap_or((left, ""));
    let value = match operand {
        "i" => Some(number.whole),
        // With digits after the point, `n` is between two integers and so equal to none.
        "n" => (number.places == 0).then_some(number.whole),
        "v" | "w" => Some(u64::from(number.places)),
        "f" | "t" => Some(number.fraction),
        // `e` and `c`, the exponent of "2 million" written compactly: nothing here is.
        _ => Some(0),
    };
    let value = value.map(|value| value.checked_rem(decimal(modulus)).unwrap_or(value));
    let within = |range: &str| {
        let (low, high) = range.split_once("..").unwrap_or((range, range));
        value.is_some_and(|value| (decimal(low)..=decimal(high)).contains(&value))
    };
    ranges.split(',').any(within) == wanted
}

fn decimal(digits: &str) -> u64 {
    digits.bytes().fold(0, |n, b| n * 10 + u64::from(b & 15))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let check = |rules: &str, cases: &[(u64, usize)]| {
            for &(whole, expected) in cases {
                assert_eq!(form(rules, Printed::whole(whole)), expected, "{rules}: {whole}");
            }
        };
        check("", &[(0, 0), (1, 0), (7, 0)]); // Korean
        check("i=1&v=0", &[(0, 1), (1, 0), (2, 1), (11, 1)]); // English
        check("i=0,1\te=0&i!=0&i%1000000=0&v=0|e!=0..5", &[(0, 0), (1, 0), (2, 2), (1_000_000, 1)]); // French
        // Arabic: few, many, one, two, zero.
        let arabic = "n%100=3..10\tn%100=11..99\tn=1\tn=2\tn=0";
        check(arabic, &[(0, 4), (1, 2), (2, 3), (3, 0), (10, 0), (11, 1), (99, 1), (100, 5), (102, 5), (103, 0)]);
        // Polish: few, many, one.
        let polish = "v=0&i%10=2..4&i%100!=12..14\tv=0&i!=1&i%10=0..1|v=0&i%10=5..9|v=0&i%100=12..14\ti=1&v=0";
        check(polish, &[(1, 2), (2, 0), (4, 0), (5, 1), (12, 1), (21, 1), (22, 0), (112, 1)]);
    }

    #[test]
    fn forms_of_decimals() {
        let two_and_a_half = Printed { whole: 1, places: 1, fraction: 5 };
        assert_eq!(form("i=1&v=0", two_and_a_half), 1, "English: 1.5 hours");
        assert_eq!(form("i=0,1", two_and_a_half), 0, "French: 1,5 heure");
        assert_eq!(form("n=1", two_and_a_half), 1, "Arabic");
    }
}
