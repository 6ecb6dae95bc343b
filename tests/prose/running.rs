//! Figures found in running text.

use super::notation;
use variorum::prose::quantities;

/// Expects each figure as `words = meaning`, of a count with a noun `words = meaning of NOUN`, parted by semicolons.
fn check(text: &str, expected: &str) {
    check_in("en", text, expected);
}

fn check_in(lang: &str, text: &str, expected: &str) {
    let found = quantities(text, lang).into_iter().map(|quantity| {
        let noun = quantity.noun.map_or(String::new(), |noun| format!(" of {}", &text[noun]));
        format!("{} = {}{noun}", &text[quantity.span], notation::meaning(&quantity.meaning))
    });
    assert_eq!(found.collect::<Vec<_>>().join("; "), expected, "{text}");
}

#[test]
fn found() {
    check(
        "The ferry lay on the bank for nearly four hours with 41 passengers and two dogs aboard.",
        "nearly four hours = duration nearly PT4H; 41 = count 41 of passengers; two = count 2 of dogs",
    );
    check("Ten masked riders fled in two “luxury cars”.", "Ten = count 10 of riders; two = count 2 of cars");
    check("At least two of the masked riders were hurt.", "At least two = count at-least 2 of riders");
    check(
        "Three Northern engineers and one crew member stayed.",
        "Three = count 3 of engineers; one = count 1 of member",
    );
    check(
        "As many as ten were hurt, and at most three badly.",
        "As many as ten = count at-most 10; at most three = count at-most 3",
    );
    check(
        "It cost about $2.3 million, up 12 percent, and was 40 metres long.",
        "about $2.3 million = quantity about 2300000 USD; 12 percent = quantity 12 %; 40 metres = quantity 40 m",
    );
    check(
        "A few minutes later and a day after that, it sank.",
        "A few minutes = duration plural PT1M; a day = duration P1D",
    );
    check("More than an hour in the tunnel, a woman left.", "More than an hour = duration over PT1H");
    check(
        "On February 22 at about 3 p.m. it left; by the end of 2017 it was sold.",
        "February 22 at about 3 p.m. = date --02-22T15:00; the end of 2017 = date 2017-10..2017-12",
    );
    check("From 2014 to 2017 he sailed. In 2018 he did not.", "From 2014 to 2017 = date 2014..2017; 2018 = date 2018");
    check("At $5 a pound, two hours a day.", "$5 = quantity 5 USD; two hours = duration PT2H");
    check("In 2019 2000 people came.", "2019 = date 2019; 2000 = count 2000 of people");
}

#[test]
fn left_alone() {
    let check = |text: &str| check(text, "");
    check("The second of them lived in a second-floor flat of a three-story house.");
    check("It was an a-ha moment.");
    check("A leafy street, his half-brother and a half brother of hers.");
    check("One of the riders was a 23-year-old, one of them was 40 years old.");
    check("It is more than one story, and there is no one left. The one who knew has gone.");
    check("Twice a day, once a week and every hour a boat leaves.");
    check("It cost HK$5 million at No10 of room B12.");
    check("A second suspect and an hour glass.");
    check("On his blog One Free Harbour he wrote of March and may yet write again.");
    check("  1. For the record, several papers said so; a few did not.");
    check("Within a few hours they left.");
    check("Nothing was taken. Few had seen them. Most had not.");
}

#[test]
fn blocks_are_apart() {
    check("There were three\n\npeople in the room", "");
    check("There were three\npeople in the room", "three = count 3 of people");
    check("It closed in 2017\n\n22 people left", "2017 = date 2017; 22 = count 22 of people");
}

#[test]
fn german() {
    let check = |text: &str, expected: &str| check_in("de", text, expected);
    check(
        "Die Fähre lag fast vier Stunden mit 41 Fahrgästen und zwei kleinen Hunden auf der Sandbank.",
        "fast vier Stunden = duration nearly PT4H; 41 = count 41 of Fahrgästen; zwei = count 2 of Hunden",
    );
    check(
        "Mindestens zehn maskierte Reiter kamen am 22. Februar.",
        "Mindestens zehn = count at-least 10 of Reiter; 22. Februar = date --02-22",
    );
    check("Ein Mann und eine Frau gingen in den zweiten Stock.", "");
}

#[test]
fn french() {
    let check = |text: &str, expected: &str| check_in("fr", text, expected);
    check(
        "Le bac est resté près de quatre heures sur le banc, avec 41 passagers et une dizaine de chiens.",
        "près de quatre heures = duration nearly PT4H; 41 = count 41 of passagers; une dizaine de = count about 10 of chiens",
    );
    check("Deux des cavaliers sont partis fin 2017.", "Deux = count 2 of cavaliers; fin 2017 = date 2017-10..2017-12");
    check("Un homme et une femme ont pris le second bateau, l’un après l’autre.", "");
}

#[test]
fn spanish() {
    let check = |text: &str, expected: &str| check_in("es", text, expected);
    check(
        "El barco estuvo casi cuatro horas en el banco, con 41 pasajeros y un par de perros.",
        "casi cuatro horas = duration nearly PT4H; 41 = count 41 of pasajeros; un par de = count about 2 of perros",
    );
    check(
        "Dos de los jinetes se fueron a finales de 2017.",
        "Dos = count 2 of jinetes; a finales de 2017 = date 2017-10..2017-12",
    );
    check("Un hombre y una mujer tomaron el segundo barco, uno tras otro.", "");
}

#[test]
fn of_other_languages_nothing() {
    assert_eq!(quantities("Four hours.", "ja"), []);
}
