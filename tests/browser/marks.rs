//! The expected marks, with the right words.

use serde_json::{Value, json};

use crate::page::Page;
use crate::server;
use crate::story::{self, SHELL};
use crate::tests;

tests![
    => on_the_small_story,
    => where_nothing_is_painted,
    => before_any_evidence,
    => on_the_madrid_page,
    => on_the_gaon_page,
    => on_the_gaon_reports,
    => on_intelnews,
    => on_the_washington_post,
    => on_the_south_china_morning_post,
];

fn on_the_small_story(page: &Page) {
    story::open(page);
    assert_eq!(page.marks(), json!(story::MARKS));
    let mark = |what: &str| page.eval(&format!("{}.{what}", story::mark(story::BOTH)));
    assert_eq!(mark("getAttribute('href')"), "#variorum-house.entered");
    assert_eq!(mark("getAttribute('role')"), "button");
    assert_eq!(mark("getAttribute('aria-haspopup')"), "dialog");
    assert_eq!(mark("getAttribute('aria-expanded')"), "false");
    assert_eq!(mark("ariaLabel"), Value::Null);
    let described = "document.getElementById(document.querySelector('a.variorum-mark').getAttribute('aria-describedby')).textContent";
    assert_eq!(page.eval(described), "Reports contradict each other. Shows what each says.");
    // Without a script, too, there is something where the mark leads.
    assert_eq!(
        page.eval("document.getElementById('variorum-house.entered').closest('variorum-dossier') !== null"),
        true
    );
    assert_eq!(page.eval("harness.logs"), json!([]));
}

/// As in a tab that is not seen: its frames never come.
fn where_nothing_is_painted(page: &Page) {
    page.goto("/plain.html");
    page.eval("void (window.requestAnimationFrame = () => 0)");
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    assert_eq!(page.marks(), json!(story::MARKS));
}

/// However many elements there are: what is folded can wait.
fn before_any_evidence(page: &Page) {
    page.goto("/api.html");
    page.wait_up_to(story::PATIENCE, "window.variorum");
    page.run(
        "document.addEventListener('variorum-ready', () => {
             window.marked ??= document.querySelectorAll('a.variorum-mark').length;
         });
         const place = document.querySelector('#place'), second = document.createElement('p');
         place.after(second);
         const mount = (element, show) => variorum.mount(element, arguments[0], { show });
         return Promise.all([mount(place, 'contradict'), mount(second, 'agree')]).then(() => {});",
        &[story::dossier()],
    );
    page.wait_for("harness.events.filter(event => event.name === 'ready').length === 2");
    let marks = page.eval("document.querySelectorAll('a.variorum-mark').length");
    assert_eq!(page.eval("marked"), marks);
}

fn on_demo(page: &Page, path: &str, expected: &[[&str; 2]]) {
    page.goto(path);
    story::ready(page);
    assert_eq!(page.marks(), json!(expected));
    assert!(page.events().iter().all(|event| event["name"] == "ready"), "{:?}", page.events());
    assert_eq!(page.eval("harness.logs"), json!([]));
}

fn on_the_madrid_page(page: &Page) {
    on_demo(
        page,
        "/madrid/",
        &[
            ["ten intruders", "agree"],
            ["the police were called", "differ"],
            ["legally North Korean", "contradict"],
            ["nearly four hours", "contradict"],
            ["computers and phones", "differ"],
            ["the former ambassador", "contradict"],
            ["the work of Cheollima Civil Defense", "nuance"],
            ["came to notice in 2017", "contradict"],
            ["not said that it did it", "nuance"],
            ["American involvement, likely with South Korea", "contradict"],
            ["What the CIA |answered", "differ"],
            ["of neither government", "contradict"],
            ["all three lead back to people whom |The Post| does not name", "nuance"],
        ],
    );
}

fn on_the_gaon_page(page: &Page) {
    on_demo(
        page,
        "/gaon/",
        &[
            ["오후 네 시 무렵", "nuance"],
            ["예순 명 남짓한 승객", "nuance"],
            ["세 시간 가까이", "contradict"],
            ["소방서 구조대와 산악구조대", "agree"],
            ["멈춘| 까닭", "differ"],
            ["정기 안전검사에 합격했다", "single"],
        ],
    );
}

fn on_the_gaon_reports(page: &Page) {
    on_demo(
        page,
        "/gaon/reports/gaon-ilbo.html",
        &[
            ["17일 오후 4시 10분쯤", "nuance"],
            ["60여 명", "nuance"],
            ["세 시간 가까이", "contradict"],
            ["가온소방서 119구조대와 노을산 산악구조대", "agree"],
            ["돌풍에 안전장치가 작동한 것", "differ"],
        ],
    );
    on_demo(
        page,
        "/gaon/reports/courier.html",
        &[
            ["More than 60 people", "nuance"],
            ["about ninety minutes", "contradict"],
            ["Fire crews and the volunteers of the mountain rescue team", "agree"],
            ["a worn bearing in the drive", "differ"],
        ],
    );
    on_demo(
        page,
        "/gaon/reports/statement.html",
        &[
            ["오후 4시 8분", "nuance"],
            ["1시간 32분", "contradict"],
            ["63명", "nuance"],
            ["아직 조사하고 있습니다", "differ"],
            ["정기 안전검사에 합격했습니다", "single"],
        ],
    );
}

/// On a report itself, as `variorum preview` serves it.
fn on_report(page: &Page, name: &str, expected: &[[&str; 2]]) {
    if server::reports().is_some() {
        on_demo(page, &format!("/report/{name}"), expected);
    }
}

fn on_intelnews(page: &Page) {
    on_report(
        page,
        "intelnews.txt",
        &[
            ["most likely", "nuance"],
            ["Ten", "agree"],
            ["Nursing home staff", "differ"],
            ["technically North Korean soil", "contradict"],
            ["nearly four hours", "contradict"],
            ["computer hard drives and cell phones", "differ"],
            ["Soh Yun-sok", "contradict"],
            ["would never have authorized", "contradict"],
            ["March of 2017", "contradict"],
            ["has not officially claimed responsibility", "nuance"],
            ["unlikely", "contradict"],
        ],
    );
}

fn on_the_washington_post(page: &Page) {
    on_report(
        page,
        "wapo.txt",
        &[
            ["computers and cell phones", "differ"],
            ["The group behind the operation", "nuance"],
            ["not something the CIA would undertake", "contradict"],
            ["declined to comment", "differ"],
            ["a neighbor", "differ"],
            ["Kim Hyok Chol", "contradict"],
            ["the end of 2017", "contradict"],
            ["has not claimed responsibility", "nuance"],
        ],
    );
}

fn on_the_south_china_morning_post(page: &Page) {
    on_report(
        page,
        "scmp.txt",
        &[
            ["said to be behind", "nuance"],
            ["in 2017", "contradict"],
            ["Ten", "agree"],
            ["two hours", "contradict"],
            ["computers and mobile phones", "differ"],
            ["has not directly taken responsibility", "nuance"],
            ["US involvement", "contradict"],
            ["likely in cooperation with South Korea", "contradict"],
            ["an “unconvincing” denial", "differ"],
            ["Kim Hyok-chol", "contradict"],
        ],
    );
}
