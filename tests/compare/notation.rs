//! A short notation for claims and readings, so that a test is a line of a table.
//!
//! - claim: its type, then options: `name exclusive`, `date zone=60`, `quantity unit=USD`, `count tolerance=0.5`
//! - answer: `[likely] VALUE [(scope)]`, or `-` for silence
//! - value: `unclear`; `yes`, `no`; figures `[hedge] FIGURE`, `FROM..TO`, `FROM..`, `..TO`, and for a quantity a unit:
//!   `5 USD`, `5 ?USD`; names and texts `key~near~near`; lists `key, 2 key~near; not key, key; all`

use variorum::dossier::*;

/// A claim without readings.
pub fn claim(notation: &str) -> Claim {
    let mut words = notation.split(' ');
    let kind = match words.next().unwrap() {
        "duration" => ClaimKind::Duration,
        "count" => ClaimKind::Count,
        "quantity" => ClaimKind::Quantity,
        "date" => ClaimKind::Date,
        "yesno" => ClaimKind::YesNo,
        "name" => ClaimKind::Name,
        "list" => ClaimKind::List,
        "text" => ClaimKind::Text,
        other => panic!("no type {other}"),
    };
    let mut claim = Claim {
        id: "claim".into(),
        question: text("What?"),
        kind,
        unit: None,
        of: None,
        zone: None,
        state: ClaimState::Open,
        anchors: vec![],
        note: None,
        exclusive: false,
        tolerance: 0.2,
        relation: None,
        resolution: None,
        readings: vec![],
    };
    for option in words {
        match option.split_once('=').unwrap_or((option, "")) {
            ("exclusive", _) => claim.exclusive = true,
            ("zone", minutes) => claim.zone = Some(minutes.parse().unwrap()),
            ("unit", unit) => claim.unit = Some(unit.into()),
            ("tolerance", part) => claim.tolerance = part.parse().unwrap(),
            other => panic!("no option {other:?}"),
        }
    }
    claim
}

/// A claim with one reading for each answer, each of another source.
pub fn claim_with(notation: &str, answers: &[&str]) -> Claim {
    let mut claim = claim(notation);
    claim.readings = answers.iter().enumerate().map(|(source, answer)| reading(&claim, source, answer)).collect();
    claim
}

/// A reading in its source's own voice.
pub fn reading(claim: &Claim, source: SourceIndex, notation: &str) -> Reading {
    if notation == "-" {
        return reading_of(source, Mode::Silent, None);
    }
    let (mode, rest) = match notation.strip_prefix("likely ") {
        Some(rest) => (Mode::Suggests, rest),
        None => (Mode::States, notation),
    };
    let (value_of, scope) = match rest.strip_suffix(')').and_then(|rest| rest.split_once(" (")) {
        Some((value, scope)) => (value, Some(scope.to_owned())),
        None => (rest, None),
    };
    reading_of(source, mode, Some(Answer { value: value(claim, value_of), words: None, scope }))
}

/// A reading that holds just this.
pub fn reading_of(source: SourceIndex, mode: Mode, answer: Option<Answer>) -> Reading {
    Reading {
        source,
        mode,
        answer,
        label: None,
        attributed_to: vec![],
        from: From::Unstated,
        quotes: vec![],
        note: None,
        was: vec![],
    }
}

/// Someone who is credited.
pub fn attribution(kind: AttributionKind) -> Attribution {
    Attribution { name: text("someone"), kind }
}

fn value(claim: &Claim, notation: &str) -> Value {
    if notation == "unclear" {
        return Value::Unclear;
    }
    let decimal = |figure: &str| Decimal::new(figure.parse().unwrap());
    match claim.kind {
        ClaimKind::YesNo => Value::YesNo(notation == "yes"),
        ClaimKind::Name => Value::Name(item(notation)),
        ClaimKind::Text => {
            let Item { is, key, near, n } = item(notation);
            Value::Text(Item { is: text(&is), key, near, n })
        }
        ClaimKind::List => {
            let mut list = (vec![], vec![], false);
            for part in notation.split("; ") {
                match part.strip_prefix("not ") {
                    Some(not) => list.1 = not.split(", ").map(item).collect(),
                    None if part == "all" => list.2 = true,
                    None => list.0 = part.split(", ").map(item).collect(),
                }
            }
            Value::List { items: list.0, not: list.1, complete: list.2 }
        }
        ClaimKind::Duration => Value::Duration(bounds(notation, |figure| Duration::parse(figure).unwrap())),
        ClaimKind::Count => Value::Count(bounds(notation, |figure| figure.parse().unwrap())),
        ClaimKind::Date => Value::Date(bounds(notation, |figure| Date::parse(figure).unwrap())),
        ClaimKind::Quantity => {
            let (figure, unit) = match notation.rsplit_once(' ') {
                Some((figure, unit)) if unit.ends_with(char::is_alphabetic) => (figure, Some(unit)),
                _ => (notation, None),
            };
            let unit = unit.map(|unit| match unit.strip_prefix('?') {
                Some(unit) => UnitOfValue::Unstated(unit.into()),
                None => UnitOfValue::Stated(unit.into()),
            });
            Value::Quantity { amount: bounds(figure, decimal), unit }
        }
    }
}

fn bounds<T>(notation: &str, figure: impl Fn(&str) -> T) -> Bounds<T> {
    match notation.split_once("..") {
        Some((from, "")) => return Bounds::Min(figure(from)),
        Some(("", to)) => return Bounds::Max(figure(to)),
        Some((from, to)) => return Bounds::Between(figure(from), figure(to)),
        None => {}
    }
    let (hedge, rest) = notation.split_once(' ').unwrap_or(("exact", notation));
    let hedge = match hedge {
        "exact" => Hedge::Exact,
        "about" => Hedge::About,
        "nearly" => Hedge::Nearly,
        "over" => Hedge::Over,
        "at-least" => Hedge::AtLeast,
        "at-most" => Hedge::AtMost,
        "plural" => Hedge::Plural,
        "under" => Hedge::Under,
        "before" => Hedge::Before,
        "after" => Hedge::After,
        other => panic!("no hedge {other}"),
    };
    Bounds::Is(figure(rest), hedge)
}

fn item(notation: &str) -> Item<String> {
    let (n, rest) = match notation.split_once(' ') {
        Some((n, rest)) => (Some(n.parse().unwrap()), rest),
        None => (None, notation),
    };
    let mut keys = rest.split('~').map(str::to_owned);
    let key = keys.next().unwrap();
    Item { is: key.clone(), key, near: keys.collect(), n }
}

/// Words in English.
pub fn text(words: &str) -> Text {
    Text(vec![("en".into(), words.into())])
}

/// A dossier of one claim; its sources are `news` that derive from nothing.
pub fn dossier(sources: usize, claim: &Claim) -> Dossier {
    Dossier {
        minor: 0,
        id: "dossier".into(),
        lang: "en".into(),
        title: text("Title"),
        status: Status::Published,
        article: Article::default(),
        publisher: Publisher { name: "Publisher".into(), url: None, corrections: None, contact: None },
        modified: "2026-01-01T00:00:00Z".into(),
        revision: 1,
        by: vec![],
        method: None,
        drafted: None,
        sources: (0..sources).map(|_| source("source")).collect(),
        claims: vec![claim.clone()],
        changes: vec![],
    }
}

/// A news report that derives from nothing.
pub fn source(id: &str) -> Source {
    Source {
        id: id.into(),
        name: id.into(),
        title: None,
        url: None,
        archived: None,
        by: vec![],
        published: None,
        published_inferred: false,
        updated: None,
        accessed: None,
        lang: "en".into(),
        kind: SourceKind::News,
        seen: true,
        derives: vec![],
        state: SourceState::Live,
        note: None,
        file: None,
    }
}
