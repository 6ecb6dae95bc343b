//! On what readings rest.

use super::notation::{attribution, claim, dossier, reading, source};
use variorum::compare::{Origins, Step, compare};
use variorum::dossier::{AttributionKind, Claim, Derivation, Dossier, From, How, SourceKind};

/// Sources: `NAME [HOW NAME,NAME]… [comments]`. Readings of one yes: `NAME [silent] [from NAME,NAME | from nothing |
/// from unknown] [unnamed] [named] [says no]`.
fn story(sources: &[&str], readings: &[&str]) -> (Dossier, Claim) {
    let names: Vec<&str> = sources.iter().map(|line| line.split(' ').next().unwrap()).collect();
    let find = |name: &str| names.iter().position(|other| *other == name).unwrap();
    let find_all = |list: &str| list.split(',').map(find).collect::<Vec<_>>();
    let mut claim = claim("yesno");
    for line in readings {
        let mut words = line.split(' ');
        let by = find(words.next().unwrap());
        let mut said = reading(&claim, by, "yes");
        while let Some(word) = words.next() {
            match word {
                "unnamed" => said.attributed_to.push(attribution(AttributionKind::Unnamed)),
                "named" => said.attributed_to.push(attribution(AttributionKind::Named)),
                "silent" => said = reading(&claim, by, "-"),
                "says" => said.answer = reading(&claim, by, words.next().unwrap()).answer,
                "from" => {
                    said.from = match words.next().unwrap() {
                        "nothing" => From::Sources(vec![]),
                        "unknown" => From::Unknown,
                        list => From::Sources(find_all(list)),
                    }
                }
                other => panic!("no {other}"),
            }
        }
        claim.readings.push(said);
    }
    let mut dossier = dossier(0, &claim);
    for line in sources {
        let mut words = line.split(' ');
        let mut made = source(words.next().unwrap());
        while let Some(how) = words.next() {
            let how = match how {
                "republishes" => How::Republishes,
                "translates" => How::Translates,
                "rewrites" => How::Rewrites,
                "cites" => How::Cites,
                "comments" => {
                    made.kind = SourceKind::Comments;
                    continue;
                }
                other => panic!("no {other}"),
            };
            let from = find_all(words.next().unwrap());
            made.derives.extend(from.into_iter().map(|from| Derivation { from, how, note: None }));
        }
        dossier.sources.push(made);
    }
    (dossier, claim)
}

/// `wire,police + 1`: known origins in the order of the sources, and readings that rest on unknown ones.
fn print(dossier: &Dossier, origins: &Origins) -> String {
    let known: Vec<&str> = origins.known.iter().map(|&index| &dossier.sources[index].id[..]).collect();
    format!("{} + {}", known.join(","), origins.unknown)
}

fn check(name: &str, sources: &[&str], readings: &[&str], expected: &str) {
    let (dossier, claim) = story(sources, readings);
    let origins = compare(&dossier, &claim).origins;
    assert_eq!(print(&dossier, &origins), expected, "{name}");
    // The count follows from the steps, each source of which is told of once.
    let first: Vec<_> = origins.steps.iter().filter(|step| step.is_origin).map(|step| step.source).collect();
    assert_eq!(first, origins.known, "{name}");
}

#[test]
fn who_draws_on_whom() {
    let check = |sources: &[&str], readings: &[&str], expected: &[&str]| {
        let (dossier, claim) = story(sources, readings);
        let name = |source: &usize| dossier.sources[*source].id.clone();
        let print = |step: &Step| {
            let draws_on: Vec<String> = step.draws_on.iter().map(name).collect();
            let ends = [(step.is_origin, " first"), (step.is_unstated, " unstated")];
            let ends: String = ends.iter().filter(|(holds, _)| *holds).map(|(_, word)| *word).collect();
            format!("{} > {}{ends}", name(&step.source), draws_on.join(","))
        };
        let steps = compare(&dossier, &claim).origins.steps;
        assert_eq!(steps.iter().map(print).collect::<Vec<_>>(), expected);
    };
    let chain = &["wire", "paper rewrites wire", "site republishes paper"];
    check(chain, &["site", "paper"], &["wire >  first", "paper > wire", "site > paper"]);
    check(&["a", "b", "c"], &["c from a,b", "b from unknown"], &["a >  first", "b >  unstated", "c > a,b"]);
    check(&["a", "b"], &["a from nothing", "a from b"], &["a > b first", "b >  first"]);
    check(&["a", "b comments"], &["b"], &[]);
}

#[test]
fn of_a_claim() {
    check("own reporting", &["a", "b"], &["a", "b"], "a,b + 0");
    check("silent ones rest on nothing", &["a", "b"], &["a", "b silent"], "a + 0");
    check("one source twice", &["a"], &["a", "a named"], "a + 0");

    let chain = &["wire", "paper rewrites wire", "site republishes paper"];
    check("chain", chain, &["wire", "paper", "site"], "wire + 0");
    check("chain over one without a reading", chain, &["site"], "wire + 0");
    check("chain over a silent one", chain, &["paper silent", "site"], "wire + 0");
    check("what a silent one rests on", &["a", "b"], &["a silent from b", "b from a"], "a + 0");
    check("chain broken by own reporting", chain, &["paper from nothing", "site"], "paper + 0");
    check(
        "chain turned by what a reading says",
        &["wire", "police", "paper rewrites wire", "site translates paper"],
        &["paper from police", "site"],
        "police + 0",
    );
    check("chain of readings", &["a", "b", "c"], &["a", "b from a", "c from b"], "a + 0");

    let diamond = &["wire", "east rewrites wire", "west rewrites wire", "site rewrites east,west"];
    check("diamond", diamond, &["east", "west", "site"], "wire + 0");
    check("half a diamond", diamond, &["west from nothing", "site"], "wire,west + 0");
    check("two into one", &["a", "b", "c"], &["c from a,b"], "a,b + 0");
    check("two into one, by derivation", &["a", "b", "c rewrites a,b"], &["c"], "a,b + 0");

    check("from nothing is the source itself", chain, &["site from nothing"], "site + 0");
    check("plain citing aside", &["a", "b cites a"], &["b"], "b + 0");
    check("citing beside rewriting", &["a", "b", "c cites a rewrites b"], &["c"], "b + 0");
    check("citing on the way", &["a", "b cites a", "c rewrites b"], &["c"], "b + 0");
    check("from beats derivation", &["a", "b", "c rewrites a"], &["c from b"], "b + 0");
    check("a cited source can be named by from", &["a", "b cites a"], &["b from a"], "a + 0");

    check("not stated", &["a"], &["a from unknown"], " + 1");
    check("one known, one not stated", &["a", "b"], &["a from nothing", "b from unknown"], "a + 1");
    check("not stated on the way", &["a", "b"], &["a from unknown", "b from a"], " + 2");
    check("in part not stated", &["a", "b", "c"], &["a from unknown", "c from a,b"], "b + 2");

    check("someone unnamed", &["a"], &["a unnamed"], " + 1");
    check("someone unnamed, quoted by someone named", &["a"], &["a named unnamed"], " + 1");
    check("all named", &["a"], &["a named named"], "a + 0");
    check("someone unnamed, but from own reporting", &["a"], &["a unnamed from nothing"], "a + 0");
    check("someone unnamed, but from a source", &["a", "b"], &["b unnamed from a"], "a + 0");
    check("someone unnamed in what is made from another", &["a", "b rewrites a"], &["b unnamed"], "a + 0");
    check("someone unnamed in what merely cites", &["a", "b cites a"], &["b unnamed"], " + 1");
    check("someone unnamed on the way", &["a", "b rewrites a"], &["a unnamed", "b"], " + 2");

    check(
        "all readings of a source on the way",
        &["a", "b", "c"],
        &["b from a", "b from nothing", "c from b"],
        "a,b + 0",
    );
    check(
        "on the way by readings, not by derivation too",
        &["a", "b", "c rewrites a", "d rewrites c"],
        &["c from b", "d"],
        "b + 0",
    );

    check("a circle has no first source", &["a rewrites b", "b rewrites a"], &["a"], " + 1");
    check("a circle of readings", &["a", "b", "c"], &["a from b", "b from c", "c from a"], " + 3");
    check("a circle with a way out", &["a rewrites b", "b rewrites a,c", "c"], &["a", "b"], "c + 0");
    check("from itself", &["a"], &["a from a"], " + 1");

    check("readers' comments confirm nothing", &["a", "b comments"], &["a", "b"], "a + 0");
}

#[test]
fn of_groups() {
    let sources = &["wire", "east rewrites wire", "west rewrites wire", "local"];
    let (dossier, claim) =
        story(sources, &["east", "west from unknown", "local says no", "wire silent", "west says no"]);
    let comparison = compare(&dossier, &claim);
    let groups: Vec<String> = comparison.groups.iter().map(|group| print(&dossier, &group.origins)).collect();
    assert_eq!(groups, ["wire + 1", "wire,local + 0"]);
    assert_eq!(print(&dossier, &comparison.origins), "wire,local + 1");
}
