//! Words that carry weight, in the languages of the interface and some neighbours. As folded, without accents; only
//! those that mean little else: "un" and "ein" are mostly articles and so are not here.

/// Cardinals and ordinals, by value. A compound ("thirty-four", "vierundzwanzig") is made of them.
pub(super) const NUMBERS: &[(u32, &str)] = &[
    (0, "zero cero nul null"),
    (
        1,
        "one first once eins erste ersten erster primer primero primera premier premiere primeiro primeira один первый 하나 첫",
    ),
    (2, "two second twice zwei zweite zweiten dos segundo segunda deux deuxieme dois duas due два две 둘 두"),
    (3, "three third thrice thirds drei dritte dritten tres tercero tercera trois troisieme terceiro tre три 셋 세"),
    (4, "four fourth vier vierte cuatro quatre quatro quattro четыре 넷 네"),
    (5, "five fifth funf cinco cinq cinque пять 다섯"),
    (6, "six sixth sechs seis sei шесть 여섯"),
    (7, "seven seventh sieben siete sept sete sette семь 일곱"),
    (8, "eight eighth acht ocho huit oito otto восемь 여덟"),
    (9, "nine ninth neun nueve neuf nove девять 아홉"),
    (10, "ten tenth zehn diez dix dez dieci десять 열"),
    (11, "eleven eleventh elf once onze undici одиннадцать"),
    (12, "twelve twelfth dozen dozens zwolf dutzend doce docena douze douzaine doze duzia dodici двенадцать"),
    (13, "thirteen thirteenth dreizehn trece treize treze"),
    (14, "fourteen fourteenth vierzehn catorce quatorze catorze"),
    (15, "fifteen fifteenth funfzehn quince quinze"),
    (16, "sixteen sixteenth sechzehn dieciseis seize dezesseis dezasseis"),
    (17, "seventeen seventeenth siebzehn diecisiete dezessete dezassete"),
    (18, "eighteen eighteenth achtzehn dieciocho dezoito"),
    (19, "nineteen nineteenth neunzehn diecinueve dezenove dezanove"),
    (20, "twenty twentieth zwanzig veinte vingt vinte двадцать 스물 스무"),
    (30, "thirty thirtieth dreissig treinta trente trinta тридцать 서른"),
    (40, "forty fortieth vierzig cuarenta quarante quarenta сорок 마흔"),
    (50, "fifty fiftieth funfzig cincuenta cinquante cinquenta пятьдесят 쉰"),
    (60, "sixty sixtieth sechzig sesenta soixante sessenta 예순"),
    (70, "seventy seventieth siebzig setenta septante 일흔"),
    (80, "eighty eightieth achtzig ochenta oitenta 여든"),
    (90, "ninety ninetieth neunzig noventa nonante 아흔"),
    (100, "hundred hundreds hundredth hundert cien ciento cientos cent cents cem cento сто 백"),
    (1_000, "thousand thousands thousandth tausend tausende mil miles mille milliers milhares тысяча тысячи тысяч 천"),
    (1_000_000, "million millions millionen millon millones milhao milhoes миллион миллиона миллионов"),
    (1_000_000_000, "billion billions milliarde milliarden milliard milliards bilhao bilhoes миллиард"),
];

/// Words that count as another.
pub(super) const SAME: &[(&str, &str)] =
    &[("t", "not"), ("cannot", "not"), ("cent", "%"), ("percent", "%"), ("prozent", "%")];

/// Negations, amounts, units of time, days and months where they are written small, before and after. Plurals in "s"
/// count as the word without it.
pub(super) const HEAVY: &str = "% not no never none nobody nothing neither nor without \
    nunca jamas ni sin nadie nada ningun ninguno ninguna tampoco ne n pas jamais aucun aucune sans rien \
    nicht kein keine keiner keinen keinem nie niemals ohne weder nichts niemand \
    nao nem sem ninguem nenhum nenhuma non mai senza nessuno niet geen nooit zonder \
    не нет ни никогда без никто нельзя لا لم لن ليس ليست غير دون بدون לא אין בלי ללא \
    all both half more les few fewer least most several alle beide halfte mehr weniger \
    todo toda ambo mitad metade ma meno moin plu tou toute moitie \
    before after second minute hour day night week month year decade century \
    segundo minuto hora dia noche noite semana mese ano heure jour nuit semaine moi annee \
    sekunde sekunden minuten stunde stunden tag tage tagen nacht woche wochen monat monate jahr jahre jahren час дня день \
    lune marte miercole jueve vierne sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre \
    octubre noviembre diciembre lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mar avril juin \
    juillet aout octobre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro";

/// Signs and syllables that carry weight wherever they stand, in scripts without spaces or with what clings to words.
pub(super) const HEAVY_INSIDE: &[&str] = &[
    "不",
    "没",
    "沒",
    "無",
    "无",
    "未",
    "非",
    "否",
    "勿",
    "莫",
    "ない",
    "なかっ",
    "ませ",
    "않",
    "없",
    "못",
    "아니",
    "안",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "百",
    "千",
    "万",
    "億",
    "亿",
    "两",
    "半",
    "年",
    "月",
    "日",
    "時",
    "时",
    "分",
];

/// Words that sentences begin with and that name nobody.
pub(super) const OPENERS: &str = "the a an in on at of to by for from with as he she it we they his her its our their \
    this that these those there here but and or so yet if when while since however also then now still \
    el la los las un una en y pero le les il elle ils dans et mais der die das ein eine er sie es und aber doch im am \
    o os as um uma ele ela e mas no na";
