//! What holds of any claim, of every type.

use super::notation::{attribution, claim, dossier, reading_of, text};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use variorum::compare::{Comparison, Interval, compare, extent, relation};
use variorum::dossier::Relation::{Agree, Contradict, Nuance};
use variorum::dossier::{Answer, Relation};
use variorum::dossier::{
    AttributionKind, Bounds, Claim, ClaimKind, Date, Decimal, Derivation, Dossier, Duration, From, Hedge, How, Item,
    Mode, Reading, SourceKind, UnitOfValue, Value,
};

const SOURCES: usize = 6;

/// Few keys, so that equal and near ones are common.
fn key() -> impl Strategy<Value = String> {
    select(&["a", "b", "c", "d"]).prop_map(str::to_owned)
}

fn item() -> impl Strategy<Value = Item<String>> {
    (
        key(),
        subsequence(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()], 0..2),
        prop::option::weighted(0.2, 1..3u64),
    )
        .prop_map(|(key, near, n)| Item { is: key.clone(), key, near, n })
}

/// Bounds of figures that can be compared by `rank`, with the hedges that their type allows.
fn bounds<T: Copy + std::fmt::Debug + 'static>(
    figure: impl Strategy<Value = T> + Clone,
    hedges: &'static [Hedge],
    rank: fn(T) -> f64,
) -> impl Strategy<Value = Bounds<T>> {
    prop_oneof![
        6 => (figure.clone(), select(hedges)).prop_map(|(figure, hedge)| Bounds::Is(figure, hedge)),
        1 => (figure.clone(), figure.clone()).prop_map(move |(a, b)| {
            if rank(a) <= rank(b) { Bounds::Between(a, b) } else { Bounds::Between(b, a) }
        }),
        1 => figure.clone().prop_map(Bounds::Min),
        1 => figure.prop_map(Bounds::Max),
    ]
}

const OF_NUMBERS: &[Hedge] = &[
    Hedge::Exact,
    Hedge::About,
    Hedge::Nearly,
    Hedge::Over,
    Hedge::AtLeast,
    Hedge::AtMost,
    Hedge::Plural,
    Hedge::Under,
];
const OF_DATES: &[Hedge] = &[Hedge::Exact, Hedge::Exact, Hedge::About, Hedge::Before, Hedge::After];

fn date() -> impl Strategy<Value = Date> + Clone {
    select(&[
        "2017",
        "2018",
        "2019",
        "2019-01",
        "2019-02",
        "2019-03",
        "2019-02-20",
        "2019-02-22",
        "2019-02-23",
        "2019-02-22T15:00",
        "2019-02-22T15:00+01:00",
        "2019-02-22T14:00Z",
        "2019-02-22T16:30:20",
        "2019-02-22T23:50",
        "2019-02-23T00:10+01:00",
        "T00:05",
        "T15:00",
        "T15:00Z",
        "T16:00+01:00",
        "T23:55",
    ])
    .prop_map(|text| Date::parse(text).unwrap())
}

/// Only for the order of a range: the notation sorts as the calendar does.
fn rank(date: Date) -> f64 {
    let part = |part: Option<u8>| f64::from(part.unwrap_or(0));
    let time = date.time.map_or(0.0, |time| f64::from(time.hour) / 24.0 + f64::from(time.minute) / 1440.0);
    f64::from(date.year.unwrap_or(0)) * 400.0 + part(date.month) * 32.0 + part(date.day) + time
}

fn value(kind: ClaimKind) -> BoxedStrategy<Value> {
    let known = match kind {
        ClaimKind::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
        ClaimKind::Name => item().prop_map(Value::Name).boxed(),
        ClaimKind::Text => item()
            .prop_map(|item| Value::Text(Item { is: text(&item.is), key: item.key, near: item.near, n: None }))
            .boxed(),
        ClaimKind::List => (prop::collection::vec(item(), 1..4), prop::collection::vec(item(), 0..2), any::<bool>())
            .prop_map(|(items, not, complete)| Value::List { items, not, complete })
            .boxed(),
        ClaimKind::Count => {
            let figure = prop_oneof![0..6u64, 0..50u64, Just(9_007_199_254_740_991)];
            bounds(figure, OF_NUMBERS, |n| n as f64).prop_map(Value::Count).boxed()
        }
        ClaimKind::Duration => {
            let figure =
                select(&["PT0S", "PT2H", "PT120M", "PT1H57M", "PT3H", "PT4H", "PT4H30M", "P1D", "PT26H", "P1M"])
                    .prop_map(|text| Duration::parse(text).unwrap());
            bounds(figure, OF_NUMBERS, Duration::seconds).prop_map(Value::Duration).boxed()
        }
        ClaimKind::Quantity => {
            let digits = prop_oneof![Just(0), -5..8i32, -50..80i32];
            let figure = (digits, select(&[1.0, 10.0, 0.001])).prop_map(|(x, part)| Decimal::new(f64::from(x) / part));
            let unit = prop_oneof![
                6 => Just(None),
                1 => Just(Some(UnitOfValue::Stated("EUR".into()))),
                1 => Just(Some(UnitOfValue::Stated("USD".into()))),
                1 => Just(Some(UnitOfValue::Unstated("EUR".into()))),
            ];
            (bounds(figure, OF_NUMBERS, Decimal::value), unit)
                .prop_map(|(amount, unit)| Value::Quantity { amount, unit })
                .boxed()
        }
        ClaimKind::Date => bounds(date(), OF_DATES, rank).prop_map(Value::Date).boxed(),
    };
    prop_oneof![12 => known, 1 => Just(Value::Unclear)].boxed()
}

fn answer(kind: ClaimKind) -> impl Strategy<Value = Answer> {
    let scope = prop_oneof![4 => Just(None), 1 => select(&["officially", "directly"]).prop_map(Some)];
    (value(kind), scope).prop_map(|(value, scope)| Answer { value, words: None, scope: scope.map(str::to_owned) })
}

fn from() -> impl Strategy<Value = From> {
    prop_oneof![
        3 => Just(From::Unstated),
        2 => subsequence((0..SOURCES).collect::<Vec<_>>(), 0..3).prop_map(From::Sources),
        1 => Just(From::Unknown),
    ]
}

fn reading(kind: ClaimKind) -> impl Strategy<Value = Reading> {
    let mode = prop_oneof![3 => Just(Mode::States), 2 => Just(Mode::Attributes), 2 => Just(Mode::Suggests)];
    let by = prop::collection::vec(select(&[AttributionKind::Named, AttributionKind::Unnamed]), 0..3);
    (0..SOURCES, mode, answer(kind), from(), by).prop_map(|(source, mode, answer, from, by)| Reading {
        from,
        attributed_to: by.into_iter().map(attribution).collect(),
        ..reading_of(source, mode, Some(answer))
    })
}

fn any_claim(readings: std::ops::Range<usize>) -> impl Strategy<Value = Claim> {
    let head = (
        select(&["duration", "count", "quantity unit=EUR", "date", "yesno", "name", "list", "text"]),
        any::<bool>(),
        select(&[0.0, 0.05, 0.2, 0.5, 1.0]),
        prop::option::of(select(&[0, 60, -330])),
    );
    head.prop_flat_map(move |(notation, exclusive, tolerance, zone)| {
        let claim = Claim { exclusive, tolerance, zone, ..claim(notation) };
        prop::collection::vec(reading(claim.kind), readings.clone())
            .prop_map(move |readings| Claim { readings, ..claim.clone() })
    })
}

fn any_dossier(claim: &Claim) -> impl Strategy<Value = Dossier> + use<> {
    let claim = claim.clone();
    let kind = prop_oneof![5 => Just(SourceKind::News), 1 => Just(SourceKind::Comments)];
    let how = select(&[How::Republishes, How::Cites]);
    let derives = prop::collection::vec((0..SOURCES, how), 0..3);
    prop::collection::vec((kind, derives), SOURCES).prop_map(move |sources| {
        let mut dossier = dossier(SOURCES, &claim);
        for (source, (kind, derives)) in dossier.sources.iter_mut().zip(sources) {
            source.kind = kind;
            source.derives = derives.into_iter().map(|(from, how)| Derivation { from, how, note: None }).collect();
        }
        dossier
    })
}

fn claim_in_dossier() -> impl Strategy<Value = (Dossier, Claim)> {
    any_claim(0..7).prop_flat_map(|claim| (any_dossier(&claim), Just(claim)))
}

fn of_pair(claim: &Claim) -> Relation {
    relation(claim, &claim.readings[0], &claim.readings[1])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn reflexive(claim in any_claim(1..2)) {
        prop_assert_eq!(relation(&claim, &claim.readings[0], &claim.readings[0]), Agree);
    }

    #[test]
    fn symmetric(claim in any_claim(2..3)) {
        prop_assert_eq!(of_pair(&claim), relation(&claim, &claim.readings[1], &claim.readings[0]));
    }

    #[test]
    fn the_order_of_readings_does_not_matter((dossier, claim) in claim_in_dossier(), by in 0..7usize, back in any::<bool>()) {
        let mut order: Vec<usize> = (0..claim.readings.len()).collect();
        if !order.is_empty() {
            order.rotate_left(by % claim.readings.len());
        }
        if back {
            order.reverse();
        }
        let moved = Claim { readings: order.iter().map(|&at| claim.readings[at].clone()).collect(), ..claim.clone() };
        let (before, after) = (compare(&dossier, &claim), compare(&dossier, &moved));
        prop_assert_eq!(before.computed, after.computed);
        prop_assert_eq!(&before.origins, &after.origins);
        let groups = |comparison: &Comparison, name: &dyn Fn(usize) -> usize| {
            let mut groups: Vec<Vec<usize>> = comparison.groups.iter().map(|group| {
                let mut group: Vec<usize> = group.readings.iter().map(|&at| name(at)).collect();
                group.sort();
                group
            }).collect();
            groups.sort();
            groups
        };
        prop_assert_eq!(groups(&before, &|at| at), groups(&after, &|at| order[at]));
    }

    #[test]
    fn silence_does_not_matter((dossier, claim) in claim_in_dossier(), silent in prop::collection::vec(0..SOURCES, 0..4)) {
        let mut fuller = claim.clone();
        fuller.readings.extend(silent.into_iter().map(|source| reading_of(source, Mode::Silent, None)));
        let (before, after) = (compare(&dossier, &claim), compare(&dossier, &fuller));
        prop_assert_eq!(after.silent, (claim.readings.len()..fuller.readings.len()).collect::<Vec<_>>());
        prop_assert_eq!((before.computed, before.pairs, before.groups, before.origins),
            (after.computed, after.pairs, after.groups, after.origins));
    }

    #[test]
    fn voice_does_not_matter((dossier, claim) in claim_in_dossier(), voices in prop::collection::vec(any::<bool>(), 7)) {
        let mut other = claim.clone();
        for (reading, attributes) in other.readings.iter_mut().zip(voices) {
            if reading.mode != Mode::Suggests {
                reading.mode = if attributes { Mode::Attributes } else { Mode::States };
            }
            reading.attributed_to = if attributes { vec![attribution(AttributionKind::Document)] } else { vec![] };
        }
        let (before, after) = (compare(&dossier, &claim), compare(&dossier, &other));
        prop_assert_eq!((before.computed, &before.pairs), (after.computed, &after.pairs));
        let readings = |comparison: Comparison| comparison.groups.into_iter().map(|group| group.readings).collect::<Vec<_>>();
        prop_assert_eq!(readings(before), readings(after));
    }

    #[test]
    fn monotone((dossier, claim) in claim_in_dossier()) {
        for length in 1..=claim.readings.len() {
            let of_first = |length: usize| {
                let first = Claim { readings: claim.readings[..length].to_vec(), ..claim.clone() };
                compare(&dossier, &first).computed
            };
            prop_assert!(of_first(length - 1) <= of_first(length));
        }
    }

    #[test]
    fn sound(claim in any_claim(2..3)) {
        let outer = |at: usize| Some(extent(&claim, claim.readings[at].answer.as_ref()?)?.outer);
        if let (Some(a), Some(b)) = (outer(0), outer(1)) && of_pair(&claim) == Contradict && is_on_one_clock(&claim) {
            let shared = samples(&a, &b).into_iter().find(|&x| holds(&a, x) && holds(&b, x));
            prop_assert_eq!(shared, None, "{:?} {:?}", a, b);
        }
    }

    #[test]
    fn figures_apart_contradict(claim in any_claim(2..3)) {
        // The other way round: what is said firmly of one scale, and cannot both be, is never let pass.
        let [a, b] = &claim.readings[..] else { unreachable!() };
        let is_exact = |reading: &Reading| matches!(reading.answer.as_ref().unwrap().value,
            Value::Duration(Bounds::Is(_, Hedge::Exact)) | Value::Count(Bounds::Is(_, Hedge::Exact)));
        let extents = (extent(&claim, a.answer.as_ref().unwrap()), extent(&claim, b.answer.as_ref().unwrap()));
        if let (Some(first), Some(second)) = extents
            && is_exact(a) && is_exact(b)
            && a.answer.as_ref().unwrap().scope == b.answer.as_ref().unwrap().scope
            && (a.mode != Mode::Suggests || b.mode != Mode::Suggests)
            && (first.outer.to < second.outer.from || second.outer.to < first.outer.from)
        {
            prop_assert_eq!(of_pair(&claim), Contradict);
        }
    }

    #[test]
    fn softening_never_creates_a_contradiction(claim in any_claim(2..3)) {
        let mut softer = claim.clone();
        let soften = |hedge: &mut Hedge| if *hedge == Hedge::Exact { *hedge = Hedge::About };
        match &mut softer.readings[0].answer.as_mut().unwrap().value {
            Value::Duration(Bounds::Is(_, hedge)) => soften(hedge),
            Value::Count(Bounds::Is(_, hedge)) => soften(hedge),
            Value::Date(Bounds::Is(_, hedge)) => soften(hedge),
            Value::Quantity { amount: Bounds::Is(_, hedge), .. } => soften(hedge),
            _ => {}
        }
        prop_assert!(of_pair(&softer) < Contradict || of_pair(&claim) == Contradict);
    }

    #[test]
    fn two_guesses_or_two_scopes_never_contradict(claim in any_claim(2..3), guess in any::<bool>()) {
        let mut milder = claim.clone();
        if guess {
            milder.readings.iter_mut().for_each(|reading| reading.mode = Mode::Suggests);
        } else {
            milder.readings[0].answer.as_mut().unwrap().scope = Some("otherwise".into());
        }
        prop_assert!(of_pair(&milder) < Contradict);
    }

    #[test]
    fn the_core_lies_in_the_outer(claim in any_claim(1..2)) {
        if let Some(extent) = extent(&claim, claim.readings[0].answer.as_ref().unwrap()) {
            prop_assert!(extent.core.is_inside(&extent.outer));
            for interval in [extent.figure, extent.core, extent.outer] {
                prop_assert!(interval.from < interval.to || holds(&interval, interval.from), "{:?} is empty", interval);
            }
        }
    }

    #[test]
    fn groups_part_the_readings((dossier, claim) in claim_in_dossier()) {
        let comparison = compare(&dossier, &claim);
        let mut all: Vec<usize> = comparison.groups.iter().flat_map(|group| group.readings.clone()).collect();
        prop_assert!(comparison.groups.is_sorted_by_key(|group| group.readings[0]));
        all.sort();
        prop_assert_eq!(all, (0..claim.readings.len()).collect::<Vec<_>>());
        for group in &comparison.groups {
            for (&a, &b) in group.readings.iter().zip(&group.readings[1..]) {
                let (a, b) = (&claim.readings[a], &claim.readings[b]);
                let expected = if (a.mode == Mode::Suggests) == (b.mode == Mode::Suggests) { Agree } else { Nuance };
                prop_assert_eq!(relation(&claim, a, b), expected);
            }
        }
    }

    #[test]
    fn a_claim_rests_on_what_its_groups_rest_on((dossier, claim) in claim_in_dossier()) {
        let comparison = compare(&dossier, &claim);
        let mut known: Vec<usize> = comparison.groups.iter().flat_map(|group| group.origins.known.clone()).collect();
        known.sort();
        known.dedup();
        prop_assert_eq!(known, comparison.origins.known);
        let unknown: usize = comparison.groups.iter().map(|group| group.origins.unknown).sum();
        prop_assert_eq!(unknown, comparison.origins.unknown);
    }
}

/// Whether an extent shows dates as they were compared: a claim without a zone is drawn as the clocks show it, while
/// two readings that both have offsets are compared as moments.
fn is_on_one_clock(claim: &Claim) -> bool {
    claim.kind != ClaimKind::Date || claim.zone.is_some()
}

fn holds(interval: &Interval, x: f64) -> bool {
    let after = if interval.from_open { x > interval.from } else { x >= interval.from };
    let before = if interval.to_open { x < interval.to } else { x <= interval.to };
    after && before
}

/// Numbers at the ends of two intervals, between them and outside.
fn samples(a: &Interval, b: &Interval) -> Vec<f64> {
    let mut ends: Vec<f64> = [a.from, a.to, b.from, b.to].into_iter().filter(|end| end.is_finite()).collect();
    ends.push(0.0);
    ends.sort_by(f64::total_cmp);
    let between: Vec<f64> = ends.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0).collect();
    let outside = [ends[0] - 1.0, ends[ends.len() - 1] + 1.0];
    ends.into_iter().chain(between).chain(outside).collect()
}
