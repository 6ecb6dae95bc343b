//! Changes of a word that make it another statement: never marked.

use super::articles::*;
use super::{CHANGED, CHANGED_OR_REFUSED};

fn check(article: Article, cases: &[&str]) {
    super::check(article, cases, CHANGED, CHANGED_OR_REFUSED);
}

#[test]
fn numbers_in_digits() {
    check(
        ENGLISH,
        &[
            "[The ship carried (34→43) people] when it struck the rock.",
            "[(7→8) sailors were pulled from the water] alive.",
            "The mayor put the damage at [(2.5→25) million crowns] on Friday.",
            "[Some (10,000→1,000) homes were without power] by noon.",
            "It happened in [the winter of (1998→1989)], the log says.",
            "[Flight (417→471) had left the gate] with its doors open.",
            "Prices rose by [(3.2→3.7) per cent over the year], the bank said.",
            "The court sentenced the captain to [a term of (12→2) years] in prison.",
            "The home side led [(3-1→1-3) after the first half] of the match.",
            "The thermometer showed [(−5→5) degrees in the valley] overnight.",
            "Dinner cost [(£40→£400) a head], wine included.",
            "Dinner cost [about ($40→€40) a head], wine included.",
            "They met at [(8:30→9:30) in the morning] beside the gate.",
            "Masons repaired [the (19th→20th) century harbour wall] last summer.",
            "The recipe asks for [(½→¼) cup of fresh milk] and an egg.",
            "He lives at [(12→112) Canal Street], opposite the bakery.",
            "Turnout was [(12→12.5) points below the last poll] in the islands.",
            "The trial of [(３→８) stowaways began] in the town hall.",
            "Of the crew, [(15→16) could swim] when they signed.",
            "The fee rose [to (1.250→1,250) crowns for each boat] that year.",
            "Article [(VII→VIII) of the treaty was quoted] by both lawyers.",
            "[They sold the boat to (elmo58→elmo66) for a song], the site says.",
            "[The dock is (400→400,000) metres long and the crane that stands at the end of it, which the company bought \
             from a yard that had gone out of business, can lift a bus with everyone in it] if the wind is low.",
        ],
    );
}

#[test]
fn numbers_in_words() {
    check(
        ENGLISH,
        &[
            "[He waited (three→four) hours in the rain] before help came.",
            "[The oldest of them was (34→thirty-five)] and had a limp.",
            "The choir of [(twenty-one→twenty-two) voices sang on] until dark.",
            "The owner kept [(fifteen→fifty) goats on deck] that summer.",
            "[(Sixteen→Sixty) windows were broken] by the blast.",
            "They counted [(seven→eleven) holes in the hull] at low tide.",
            "Of those boats [(one→none) came back] to the bay.",
            "He had gone there [one day out (of ten→often)], his sister recalled.",
            "The watch saw [(ten→then) men at the rail] with torches.",
            "[The (second→third) attempt went wrong] near the buoy.",
            "She came [(first→last) in the regatta], by a length.",
            "[The (21st→twenty-second) lighthouse on that coast] was sold.",
            "The storm took [(half→a third) of the roof] away.",
            "A woman bought [a (dozen→hundred) candles for the chapel] at once.",
            "He had [(twice→once) been warned by the coast guard] about the fog.",
            "The repairs will take [(millions→billions) from the budget] of the county.",
            "The company lost [two (million→billion) crowns last year] on fuel.",
            "[(Hundreds→Thousands) of gulls sat on the wreck] all day.",
            "The fee will [(double→triple) in the coming season], the office said.",
            "He ordered [a (single→double) lock for the gate] from the smith.",
            "[The pilot was one (and a half →)miles off course] by then.",
            "[The (three →)sisters were in the car] on the lower deck.",
            "[The (→two )guards were asleep at the gate], as usual.",
            "[The (sixth→six) sheep broke out that night] and ate the hay.",
            "[(Twelve→Dozens of) gulls sat on the wreck] all day.",
            "[(A thousand→Thousands of) tickets were sold in a day], the owner says.",
            "By then [(five→two thirds) of the crew had left the ship] by rope.",
            "She said that [(a→one hundred) and five euros were missing] from the till.",
            "[The boy, who had never been on a ship before and who was the only one of the family to stay awake, says that \
             he counted (nine→eight) bells and then a long blast from the horn] before it went dark.",
        ],
    );
}

#[test]
fn units_and_dates() {
    check(
        ENGLISH,
        &[
            "[They were held for four (hours→minutes)] in the kitchen.",
            "The strike lasted [six (days→weeks) in all], the union said.",
            "The wall should stand for [a (decade→century) at least], he added.",
            "[The talks were put off by two (months→years)] because of ice.",
            "The lights went out at [8 (a.m.→p.m.) sharp] along the quay.",
            "The vote was moved [from (May→June) to the autumn] by the council.",
            "[On 14 (February→March) the crew wrote] to the owners.",
            "The market opens [every (Monday→Sunday) at dawn] by the pier.",
            "[On (Tuesday→Thursday) a diver found the bell] under sand.",
            "[The court opens (today→tomorrow) because of the ice], a clerk said.",
            "The lights went out [at (noon→midnight) on that quay], he said.",
            "[The village lies five (kilometres→miles) inland], behind dunes.",
        ],
    );
}

#[test]
fn more_and_less() {
    check(
        ENGLISH,
        &[
            "[The hold took (more→less) than 200 crates] of fruit.",
            "[(Fewer→More) than sixty tickets were sold] for the trip.",
            "There were [at (least→most) nine dogs on board], a vet said.",
        ],
    );
}

#[test]
fn negations() {
    check(
        ENGLISH,
        &[
            "[The captain did (→not )answer the call] from the shore.",
            "[The captain did (not →)answer the call] from the shore.",
            "The cook says [he was (never→always) asked about the keys] by anyone.",
            "[He had (never →)seen the stowaways] before that night.",
            "[There was (no→some) light on the bridge] when she looked.",
            "[The pumps (did→didn’t) work in the engine room], he wrote.",
            "They [could(n’t→) hear the sirens from below], both said.",
            "The engineer [(can→cannot) be blamed for the leak], she argued.",
            "They had sailed [(with→without) a permit from the port] for weeks.",
            "[(Nobody→Somebody) had locked the hatch] that evening.",
            "The divers [found (nothing→something) under the keel] at first.",
            "[(None→All) of the rafts had been tested] in spring.",
            "[(Neither→Either) brother knew about the letter] in the safe.",
            "[The bridge is (now→not) open to lorries], said a sign.",
            "The jury found him [(not →)guilty on the first count] after lunch.",
            "[The ship had (no longer→still) any fuel] when it drifted off.",
            "[He did (not →)say that he was (→not )there] at the time.",
            "The mate swears that [he (wasn’t→was) drunk] at the wheel.",
            "He would sign [(nor→and) would his partner agree] to it.",
            "[The harbour master, whose office looks out on the very berth where the ferry used to lie and who has kept a \
             diary of every ship for as long as anyone remembers, did (→not )see the boat leave] that day.",
        ],
    );
}

#[test]
fn negations_in_a_prefix() {
    check(
        ENGLISH,
        &[
            "The rescue is [(likely→unlikely) to go on tomorrow], an officer said.",
            "[It was (possible→impossible) to reach the cabin] by ladder.",
            "Their catch was [(legal→illegal) under the new rules] of the bay.",
            "The pilot was [(able→unable) to stand on the deck] unaided.",
        ],
    );
}

#[test]
fn names() {
    check(
        ENGLISH,
        &[
            "[The mate told (Marta→Greta) to wait] by the boats.",
            "[(Marta→Greta) said the boat was full] and closed the gate.",
            "It was seen by [the painter Marta (Klein→Holm) from her window] at dusk.",
            "[The letters were sent to (Lisbon→Porto) by air] the same week.",
            "[(Lisbon→Porto) refused the ship a berth] twice.",
            "The tug came from [(North→South) Harbour with the tide] at dawn.",
            "[As the (Herald→Gazette) reported, the hull was thin] in places.",
            "[The (FBI→CIA) asked for the passenger list] on the phone.",
            "[The (Danish→Norwegian) cutter reached the ferry first], they agree.",
            "[The (Danish →)cutter reached the ferry first], they agree.",
            "[(Klein→She) told the court about the rope] in tears.",
            "The widow of [(Mr→Mrs) Holm kept the log] in a drawer.",
            "[(Brandt→Klein) sued (Klein→Brandt) over the wreck] in autumn.",
            "[(Norway→Iceland) asked (Iceland→Norway) for a second tug] in vain.",
            "He flew with [the crew to (Oslo→Bergen)].",
            "[(Brandt→Holm) was paid by the yard], the clerk believes.",
            "The crew had bought [the chart in (Riga→Vilnius), where the agent of the line kept a small shop with lamps, \
             ropes and a cat that slept in the window between two brass bells], years ago.",
        ],
    );
}

#[test]
fn spanish() {
    check(
        SPANISH,
        &[
            "[El barco (→no )llevaba chalecos para todos], según el informe.",
            "La tripulación [(nunca→siempre) avisó a la costa], dijo un testigo.",
            "[Los guardias esperaron (tres→cuatro) horas] en el muelle.",
            "Navegaban [(con→sin) permiso del puerto] desde la víspera.",
            "[El alcalde de (Cádiz→Huelva) pidió ayuda] por radio.",
            "Rescataron a [(31→13) personas en una hora], según la radio.",
            "[(Nadie→Alguien) oyó la sirena] en el pueblo.",
            "Llegaron [el (lunes→viernes) por la mañana] a la isla.",
        ],
    );
}

#[test]
fn french() {
    check(
        FRENCH,
        &[
            "[L’équipage (n’→)a (pas →)prévenu la côte] avant la nuit.",
            "Le capitaine [n’avait (jamais→pas encore) vu ce phare], dit-il.",
            "[Les gardes ont attendu (trois→quatre) heures] sur le quai.",
            "Ils naviguaient [(avec→sans) l’accord du port] depuis la veille.",
            "[Le maire de (Brest→Lorient) a demandé de l’aide] par radio.",
            "[(Deux→Douze) marins savaient nager], selon la radio.",
            "Le navire est parti [en (février→mars) pour les îles], avec du bois.",
        ],
    );
}

#[test]
fn german() {
    check(
        GERMAN,
        &[
            "[Die Mannschaft hat die Küste (→nicht )gewarnt], sagt ein Zeuge.",
            "[Es gab (keine→eine) Warnung von der Küste], sagt ein Zeuge.",
            "[Die Wachen warteten (drei→vier) Stunden] auf dem Kai.",
            "Sie fuhren [(mit→ohne) Erlaubnis des Hafens] seit dem Vortag.",
            "Der Koch hatte [(nie→oft) nach den Schlüsseln gefragt], sagte er.",
            "[Der Schlepper kam aus (Kiel→Rostock) herüber] und half.",
            "An Deck standen [(fünfzehn→fünfzig) Ziegen im Regen], den Abend lang.",
            "[(Niemand→Jemand) hörte die Sirene] im Dorf.",
        ],
    );
}

#[test]
fn portuguese() {
    check(
        PORTUGUESE,
        &[
            "[A tripulação (→não )avisou a costa], diz uma testemunha.",
            "O cozinheiro [(nunca→sempre) perguntou pelas chaves], disse ele.",
            "[Os guardas esperaram (três→quatro) horas] no cais.",
            "Navegavam [(com→sem) licença do porto] desde a véspera.",
            "[O rebocador veio de (Lisboa→Coimbra) com a maré] e ajudou.",
            "[(Ninguém→Alguém) ouviu a sirene] na aldeia.",
        ],
    );
}

#[test]
fn russian() {
    check(
        RUSSIAN,
        &[
            "[Экипаж (не →)предупредил берег] до темноты.",
            "Повар [(никогда→иногда) спрашивал о ключах], сказал он.",
            "[Охрана ждала (три→четыре) часа] на причале.",
            "Они плыли [(с→без) разрешения порта] с вечера.",
            "[Буксир пришёл из (Одессы→Керчи) с приливом] и помог.",
            "Спасли [(15→50) человек за час], по данным радио.",
            "[(Никто→Кто-то) слышал сирену] в деревне.",
        ],
    );
}

#[test]
fn korean() {
    check(
        KOREAN,
        &[
            "[승무원은 해안에 신호를 (→안 )보냈다]고 증인이 말했다.",
            "[배에는 구명조끼가 (있었다→없었다)]고 증인이 말했다.",
            "[경비원들은 부두에서 (세→네) 시간을 기다렸다]고 한다.",
            "[예인선은 밀물을 타고 (목포→여수)에서 왔다]고 한다.",
            "라디오는 [한 시간 만에 (15→51)명을 구했다]고 전했다.",
            "[승무원은 해안에 신호를 (보냈다→보내지 않았다)]고 증인이 말했다.",
        ],
    );
}

#[test]
fn japanese() {
    check(
        JAPANESE,
        &[
            "[船には全員分の救命胴衣が(あった→なかった)]と目撃者は話す。",
            "[乗組員は沿岸に連絡(した→しなかった)]と目撃者は話す。",
            "[警備員は埠頭で(三→四)時間も待った]という。",
            "ラジオは[一時間で(１５→５１)人を救助した]と伝えた。",
            "[曳船は満潮に乗って(長崎→函館)から来た]という。",
            "[船長はその灯台を見たことが(ある→ない)]と述べた。",
        ],
    );
}

#[test]
fn chinese() {
    check(
        CHINESE,
        &[
            "目击者说，[船员(→没有)向岸上发出信号]。",
            "目击者说，[船上(有→没有)足够的救生衣]。",
            "据说[看守在码头上等了(三→四)个小时]。",
            "电台说，[一小时内救起(十五→五十)人]。",
            "[拖船趁涨潮从(大连→青岛)赶来]，帮了忙。",
            "厨师说[他(从未→曾经)问过钥匙的事]。",
        ],
    );
}

#[test]
fn arabic() {
    check(
        ARABIC,
        &[
            "قال شاهد إن [الطاقم (→لم )يبلغ خفر السواحل] قبل حلول الظلام.",
            "[انتظر الحراس (ثلاث→أربع) ساعات] على الرصيف.",
            "[كانوا يبحرون (بإذن→بدون إذن) من الميناء] منذ المساء.",
            "[أنقذ الغواصون (١٥→٥١) راكبا خلال ساعة]، حسب الإذاعة.",
            "[جاءت القاطرة من (بيروت→طرابلس) مع المد] وساعدتهم.",
            "[القبطان (لا →)يعرف هذه المنارة] كما قال.",
        ],
    );
}

#[test]
fn hebrew() {
    check(
        HEBREW,
        &[
            "[הצוות (→לא )הזהיר את החוף] לפני רדת החשכה.",
            "[השומרים חיכו (שלוש→ארבע) שעות] על הרציף.",
            "הם הפליגו [(עם→בלי) אישור מהנמל] מאז הערב.",
            "[(אין→יש) אפודי הצלה בספינה], אמר עד.",
            "[הגוררת באה מ(חיפה→אילת) עם הגאות] ועזרה.",
            "לפי הרדיו, [בתוך שעה ניצלו (15→50) נוסעים].",
        ],
    );
}
