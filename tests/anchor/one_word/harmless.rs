//! Changes of a word that leave the statement as it was: always marked.

use super::articles::*;
use super::{MARKED, MARKED_OR_REFUSED};

fn check(article: Article, cases: &[&str]) {
    super::check(article, cases, MARKED, MARKED_OR_REFUSED);
}

#[test]
fn typos() {
    check(
        ENGLISH,
        &[
            "[The (passengors→passengers) sat in the cold] until dawn.",
            "[The (passengers→pasengers) sat in the cold] until dawn.",
            "[The (passengers→passengners) sat in the cold] until dawn.",
            "[The (passengers→passegners) sat in the cold] until dawn.",
            "They [(caried→carried) the lamps] up the hill.",
            "They [carried the (lapms→lamps)] up the hill.",
            "A boy ran [for (teh→the) doctor in his socks] and fell.",
            "They said [it was (definately→definitely) the rudder] again.",
            "[The weather was (beautifull→beautiful) that day], he wrote.",
            "She [kept the keys in (her→hre) coat] all night.",
            "[Water was up to the (ceilling→ceiling) of the galley, where the cook had been asleep on a sack of onions \
             since noon, and nobody had thought of waking him] until he swam out.",
            "[We s(e→a)w no lights on that side] of the ship.",
        ],
    );
}

#[test]
fn spelling() {
    check(
        ENGLISH,
        &[
            "[The hull had the (colour→color) of old brick] and smelt of tar.",
            "Rocks guard [the mouth of the (harbor→harbour) on both sides], charts say.",
            "Volunteers [tried to (organise→organize) a line of boats] at once.",
            "A [(traveller→traveler) with a heavy case] was first to jump.",
            "[A (gray→grey) cat was asleep on the bridge] when it happened.",
            "They gathered in [the (centre→center) of the village] at noon.",
            "It was part of [a (programme→program) of repairs] for the coast.",
            "The rope is kept [(towards→toward) the stern of the boat], coiled.",
            "Every boat has [a (life-boat→lifeboat) drill once a season] by law.",
            "[The (well-known→well known) rock lies under water] most of the day.",
            "She sent [an (e-mail→email) to the owners] from the deck.",
            "[Both yards agreed to (co-operate→cooperate) from now on], a clerk said.",
        ],
    );
}

#[test]
fn small_words() {
    check(
        ENGLISH,
        &[
            "[They found (the→a) rope in the locker] under the stairs.",
            "[(The→A) rope was found in the locker] under the stairs.",
            "[They opened (the →)doors on the lower deck] to let air in.",
            "[They opened (→the )doors on the lower deck] to let air in.",
            "[She waited (at→near) the gate with a torch], shivering.",
            "[The rope was cut (by→with) a saw], the judge was told.",
            "He [put the lamp (on→onto) the table] and sat down.",
            "[He said (that →)the pumps were old] and loud.",
            "[The men, (which→who) had come from the yard, slept] on benches.",
            "[They took blankets (and→or) coats to the beach] by cart.",
            "[(When→As) the horn went, they ran] to the stairs.",
            "[(But→Yet) the pumps were old] and loud.",
        ],
    );
}

#[test]
fn other_forms_of_a_word() {
    check(
        ENGLISH,
        &[
            "[The owner (says→said) the hull was sound] in every part.",
            "[The owner (has said→said) the hull was sound] in every part.",
            "[The guards (were waiting→waited) at the gate] until dark.",
            "[Divers (will search→searched) the cabins] with lamps.",
            "[Each (passenger→passengers) had a whistle] on a string.",
            "[The pumps (is→are) in the engine room], below the stairs.",
        ],
    );
}

#[test]
fn other_words() {
    check(
        ENGLISH,
        &[
            "[They (began→started) to throw crates overboard] at once.",
            "[A (big→large) crane lifted the wreck] onto a barge.",
            "[The (ship→vessel) drifted towards the cliffs] with the tide.",
            "[Fishermen brought (help→aid) to the beach] in small boats.",
            "He [walked (slowly→calmly) home] along the dunes.",
            "[(ordinary→simple) ropes would have held] the barge, a smith said.",
            "She describes [a ship in the (cold→chill)].",
            "It was [a (quick→swift) rescue with many small boats] from the bay.",
            "[They lay on the beach and (spoke→talked) about the storm, the horn, the cook with his onions, the cat on \
             the bridge and the long way home over the dunes] until dawn.",
        ],
    );
}

#[test]
fn words_added_or_removed() {
    check(
        ENGLISH,
        &[
            "[The crew (quickly →)lowered the boats] on the far side.",
            "[The crew (→quickly )lowered the boats] on the far side.",
            "[The owner (also →)said the hull was sound] in every part.",
            "[The rope was (very →)old and had been mended] by hand.",
            "[He had (→simply )forgotten the lamp] in the boat.",
            "They say [the horn was heard (→again )in the hills].",
            "[(Then →)the doors were closed from outside] by a guard.",
        ],
    );
}

#[test]
fn punctuation() {
    check(
        ENGLISH,
        &[
            "[The hull(,→) which was old(,→) broke in half] on the rock.",
            "[They ran(;→,) then they swam to the buoy] in the dark.",
            "[“The boats are gone(.→!)”] she cried.",
            "[He called the hull (→“)rotten(→”) and walked away] from it.",
            "[The horn (—→-) an old one (—→-) was heard] in the hills.",
            "[The boats(: →, )small, slow, crowded(→,) came back] at noon.",
            "[They sat, they sang(…→, )they slept] on the benches.",
        ],
    );
}

#[test]
fn contractions() {
    check(
        ENGLISH,
        &[
            "[The captain (did not→didn’t) answer the call] from the shore.",
            "[The captain (didn't→did not) answer the call] from the shore.",
            "[The rope (is not→isn’t) part of the gear], the yard says.",
            "He [(cannot→can’t) remember the horn] at all.",
            "They [(could not→couldn't) open the doors from inside], she said.",
            "The yard [(will not→won’t) repair the hull] this season.",
            "“[(They are→They’re) asleep in the boat house],” he said.",
            "“[I think (it’s→it is) the rudder again],” he said.",
        ],
    );
}

#[test]
fn the_same_number() {
    check(
        ENGLISH,
        &[
            "[The guards held (10→ten) men in the shed] by the pier.",
            "[The guards held (ten→10) men in the shed] by the pier.",
            "[The choir of (twenty-one→21) voices sang on] until dark.",
            "[The choir of (twenty-one→twenty one) voices sang on] until dark.",
            "[The boat can take (1,000→1000) people] across the sound.",
            "[The boat can take (10 000→10,000) crates] across the sound.",
            "[Almost (40 per cent→40 percent) of the boats leak], a study found.",
            "[Almost (40 percent→40%) of the boats leak], a study found.",
            "[It was the (third→3rd) fire on that pier] since spring.",
            "[The roof lost (two-thirds→two thirds) of its slates] in the storm.",
        ],
    );
}

#[test]
fn words_that_only_look_like_numbers_and_negations() {
    check(
        ENGLISH,
        &[
            "[He (often→frequently) slept in the boat house] in winter.",
            "[There must be (someone→somebody) in the boat house], she thought.",
            "[The (weight→mass) of the crates broke the floor] of the hold.",
            "[They tied a (knot→noose) in the rope] and threw it.",
            "[They (nonetheless→nevertheless) lowered the boats] on that side.",
            "[A (note→letter) was found in the locker] under the stairs.",
            "[The delay was (due→owing) to fog at the locks], it says.",
            "[The (canteen→cafeteria) on the lower deck was full] of smoke.",
        ],
    );
}

#[test]
fn capitals() {
    check(
        ENGLISH,
        &[
            "[The (Mayor→mayor) came down to the beach] with soup.",
            "[(THE BOATS ARE→The boats are) coming back to the bay], a sign said.",
            "[The guard Marta Klein (→has )opened the doors] from outside.",
            "[Otto Brandt (rang→sounded) the bell for the boats] of Skerry Point.",
        ],
    );
}

#[test]
fn spanish() {
    check(
        SPANISH,
        &[
            "[Los (pasajreos→pasajeros) durmieron en la playa], según la radio.",
            "[Vieron (el→un) barco detrás del faro] al amanecer.",
            "[La sirena (solo→sólo) se oyó en el pueblo], según la radio.",
            "[Los vecinos (llevaron→trajeron) mantas a la playa] en carros.",
        ],
    );
}

#[test]
fn french() {
    check(
        FRENCH,
        &[
            "[La (clef→clé) de la cabine était perdue], dit le cuisinier.",
            "[Ils ont vu (le→un) bateau derrière le phare] à l’aube.",
            "[Les voisins ont (apporte→apporté) des couvertures] sur la plage.",
            "[Le bruit s’entendait (→très )loin dans les terres], dit-on.",
        ],
    );
}

#[test]
fn german() {
    check(
        GERMAN,
        &[
            "[Man sagt, (daß→dass) die Sirene bis ins Dorf zu hören war] und weiter.",
            "[Sie sahen (das→ein) Boot hinter dem Leuchtturm] am Morgen.",
            "[Die Nachbarn (brahcten→brachten) Decken an den Strand] mit Karren.",
            "[Der Rumpf (sei→war) alt und oft geflickt], sagt die Werft.",
            "[Der Rumpf war (sehr →)alt und oft geflickt], sagt die Werft.",
        ],
    );
}

#[test]
fn portuguese() {
    check(
        PORTUGUESE,
        &[
            "[Os vizinhos (levaram→trouxeram) mantas para a praia] em carroças.",
            "[O casco era (muito →)velho e remendado], diz o estaleiro.",
            "[A (acção→ação) de resgate durou até ao amanhecer], diz a rádio.",
        ],
    );
}

#[test]
fn russian() {
    check(
        RUSSIAN,
        &[
            "[Соседи (принесли→привезли) одеяла на берег] на телегах.",
            "[Корпус был (очень →)старый и латаный], говорят на верфи.",
            "[Сирену было слышно (еще→ещё) в деревне], говорят соседи.",
        ],
    );
}

#[test]
fn korean() {
    check(
        KOREAN,
        &[
            "[이웃들(은→이) 해변으로 담요를 가져왔다]고 한다.",
            "[선체는 (아주 →)낡고 여러 번 고친 것이었다]고 한다.",
            "[사이렌은 마을에서도 (들을 수→들을수) 있었다]고 한다.",
        ],
    );
}

#[test]
fn japanese() {
    check(
        JAPANESE,
        &[
            "[近所の人々(は→が)浜に毛布を運んだ]という。",
            "[船体は(とても→)古く何度も直されていた]という。",
            "[造船所は修理を春に(行なった→行った)]という。",
        ],
    );
}

#[test]
fn chinese() {
    check(
        CHINESE,
        &[
            "[村民(们→)把毛毯送到海滩上]，一直忙到天亮。",
            "造船厂说，[船体(非常→)旧，补过许多次]。",
            "电台说，[汽笛声(，→)在村里也能听到]。",
        ],
    );
}

#[test]
fn arabic() {
    check(
        ARABIC,
        &[
            "[حمل الجيران البطانيات (الى→إلى) الشاطئ] على العربات.",
            "[كان الهيكل قديما (جدا →)ومرمما مرات كثيرة]، حسب الحوض.",
            "[سمع صوت الصفارة في (القرية→القريه)] كما يقال.",
        ],
    );
}

#[test]
fn hebrew() {
    check(
        HEBREW,
        &[
            "[השכנים (הביאו→יביאו) שמיכות אל החוף] בעגלות.",
            "[הגוף היה ישן (מאוד →)ומתוקן], אומרים במספנה.",
            "[את הצופר שמעו (גם →)בכפר], אומרים השכנים.",
        ],
    );
}
