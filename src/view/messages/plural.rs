//! Plural categories, by the rules that CLDR writes for each language.

use super::cut;

/// A number as far as plural rules look at it: its digits as printed.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    /// The whole part (CLDR's `i`).
    pub whole: u64,
    /// How many digits stand after the point (`v`).
    pub places: u8,
    /// Those digits as a number (`f`). None of them is a trailing zero.
    pub fraction: u64,
    /// Whether it is the end of a range: another number stands before it.
    pub ends_range: bool,
}

impl Printed {
    /// A whole number.
    pub fn whole(n: u64) -> Self {
        Self { whole: n, places: 0, fraction: 0, ends_range: false }
    }

    /// The same as the end of a range.
    pub fn ending_range(self) -> Self {
        Self { ends_range: true, ..self }
    }
}

/// Which form a number takes: the position of the first condition that holds, else one past the last.
///
/// `rules`: conditions parted by tabs. A condition is CLDR's own with the spaces left out, `and` as `&`, `or` as `|`:
/// `v=0&i%10=2..4&i%100!=12..14`.
pub(super) fn form(rules: &str, number: Printed) -> usize {
    let (mut at, mut rest) = (0, rules);
    while !rest.is_empty() {
        let (condition, after) = cut(rest, b'\t').unwrap_or((rest, ""));
        if holds(condition, number) {
            break;
        }
        (at, rest) = (at + 1, after);
    }
    at
}

/// Whether one of the parts does, each of which holds where all relations in it do.
fn holds(condition: &str, number: Printed) -> bool {
    let mut rest = condition;
    let mut all = true;
    loop {
        let end = rest.bytes().position(|byte| byte == b'&' || byte == b'|').unwrap_or(rest.len());
        all &= relates(rest.get(..end).unwrap_or_default(), number);
        match rest.as_bytes().get(end) {
            Some(b'&') => {}
            Some(_) if !all => all = true,
            _ => return all,
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
}

fn relates(relation: &str, number: Printed) -> bool {
    let Some((left, ranges)) = cut(relation, b'=') else { return false };
    // With digits after the point, `n` is between two integers and so equal to none. `e` and `c`, the exponent of
    // "2 million" written compactly, are 0: nothing here is.
    let value = match left.as_bytes().first() {
        Some(b'n') if number.places > 0 => return left.ends_with('!'),
        Some(b'n' | b'i') => number.whole,
        Some(b'v' | b'w') => u64::from(number.places),
        Some(b'f' | b't') => number.fraction,
        _ => 0,
    };
    let modulus = cut(left, b'%').map_or(0, |(_, modulus)| decimal(modulus));
    let value = value.checked_rem(modulus).unwrap_or(value);
    let mut within = false;
    let mut rest = Some(ranges);
    while let Some(now) = rest {
        let (range, after) = cut(now, b',').map_or((now, None), |(range, after)| (range, Some(after)));
        let (low, high) = cut(range, b'.').unwrap_or((range, range));
        within |= decimal(low) <= value && value <= decimal(high);
        rest = after;
    }
    within != left.ends_with('!')
}

/// The number that stands in a text, whatever else does.
fn decimal(text: &str) -> u64 {
    text.bytes().filter(u8::is_ascii_digit).fold(0, |n, b| n * 10 + u64::from(b & 15))
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
        let two_and_a_half = Printed { places: 1, fraction: 5, ..Printed::whole(1) };
        assert_eq!(form("i=1&v=0", two_and_a_half), 1, "English: 1.5 hours");
        assert_eq!(form("i=0,1", two_and_a_half), 0, "French: 1,5 heure");
        assert_eq!(form("n=1", two_and_a_half), 1, "Arabic");
    }
}
