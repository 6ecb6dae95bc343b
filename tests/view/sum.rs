//! The distribution of answers in one sentence.

use crate::support::{Story, text, with_class};
use variorum::view::card;

/// Readings, each `SOURCE MODE VALUE`; `?` before the mode: resting on something unknown.
fn summary(lang: &str, kind: &str, readings: &[(&str, &str, &str)]) -> String {
    let mut claims = format!("[[claims]]\nid = \"x\"\nquestion = \"How?\"\ntype = \"{kind}\"\n");
    for (source, mode, value) in readings {
        claims += &format!("[[claims.readings]]\nsource = \"{source}\"\n");
        if let Some(mode) = mode.strip_prefix('?') {
            claims += &format!("mode = \"{mode}\"\nfrom = \"unknown\"\n");
        } else {
            claims += &format!("mode = \"{mode}\"\n");
        }
        if mode.ends_with("attributes") {
            claims += "attributedTo = { name = \"someone\", kind = \"named\" }\n";
        }
        if !value.is_empty() {
            claims += &format!("value = {{ {value} }}\nquotes = [{{ exact = \"words\" }}]\n");
        }
    }
    let story = Story::of_claims(&claims, lang);
    text(with_class(&card(&story.context(), &[0], 0), "variorum-summary")[0])
}

#[test]
fn sentences() {
    let check = |kind: &str, readings: &[(&str, &str, &str)], english: &str, korean: &str| {
        assert_eq!(summary("en", kind, readings), english);
        assert_eq!(summary("ko", kind, readings), korean);
    };
    check(
        "duration",
        &[
            ("a", "attributes", "is = 'PT4H', hedge = 'nearly'"),
            ("b", "?attributes", "is = 'PT2H'"),
            ("c", "silent", ""),
        ],
        "3 reports, 1 known origin, 1 not stated: 1 says nearly 4 hours, 1 says 2 hours, 1 does not say.",
        "보도 3건, 확인된 출처 1곳, 출처를 밝히지 않은 보도 1건: 1건은 거의 4시간, 1건은 2시간, 1건은 언급 없음.",
    );
    check(
        "count",
        &[("a", "states", "is = 10"), ("b", "states", "is = 10"), ("c", "silent", ""), ("d", "silent", "")],
        "4 reports, 2 known origins: 2 say 10, 2 do not say.",
        "보도 4건, 확인된 출처 2곳: 2건은 10, 2건은 언급 없음.",
    );
    // A guess is not a statement.
    check(
        "yesno",
        &[("a", "states", "is = 'yes'"), ("b", "suggests", "is = 'yes'"), ("c", "states", "unclear = true")],
        "3 reports, 3 known origins: 1 says yes, 1 suggests yes, 1 leaves it open.",
        "보도 3건, 확인된 출처 3곳: 1건은 그렇다, 1건은 그렇다 (추정), 1건은 판단 유보.",
    );
    check(
        "name",
        &[("a", "?states", "is = 'Orrin'")],
        "1 report, no known origin, 1 not stated: 1 says Orrin.",
        "보도 1건, 확인된 출처 없음, 출처를 밝히지 않은 보도 1건: 1건은 Orrin.",
    );
    // Readers' comments are no report, yet they are not hidden.
    check(
        "yesno",
        &[("a", "states", "is = 'yes'"), ("readers", "states", "is = 'no'"), ("b", "silent", "")],
        "2 reports, 1 known origin: 1 says yes, 1 does not say. Readers’ comments, not counted: 1 says no.",
        "보도 2건, 확인된 출처 1곳: 1건은 그렇다, 1건은 언급 없음. 독자 댓글(집계 제외): 1건은 아니다.",
    );
    // Two voices in one report: the parts add up to more than the reports, so it is said.
    check(
        "count",
        &[("a", "states", "is = 10"), ("a", "attributes", "is = 12"), ("b", "states", "is = 10")],
        "2 reports, 2 known origins: 2 say 10, 1 says 12, 1 gives more than one answer.",
        "보도 2건, 확인된 출처 2곳: 2건은 10, 1건은 12, 1건은 둘 이상의 답을 제시.",
    );
    // Commas inside an answer.
    check(
        "count",
        &[("a", "states", "is = 1200"), ("b", "states", "is = 900")],
        "2 reports, 2 known origins: 1 says 1,200; 1 says 900.",
        "보도 2건, 확인된 출처 2곳: 1건은 1,200; 1건은 900.",
    );
    check("count", &[("a", "silent", "")], "1 report: 1 does not say.", "보도 1건: 1건은 언급 없음.");
}
