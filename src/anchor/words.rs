//! Words that carry weight, in the languages of the interface and some neighbours. As folded, without accents; only
//! those that mean little else: "un" and "ein" are mostly articles and so are not here.

/// Cardinals, then ordinals, by value. A compound ("thirty-four", "vierundzwanzig") is made of them.
pub(super) const NUMBERS: &[(u32, &str, &str)] = &[
    (0, "zero cero nul null", ""),
    (
        1,
        "one once eins один 하나",
        "first erste ersten erster primer primero primera premier premiere primeiro primeira первый 첫",
    ),
    (2, "two twice zwei dos deux dois duas два две 둘 두", "second zweite zweiten segundo segunda deuxieme"),
    (3, "three thrice drei tres trois три 셋 세", "third dritte dritten tercero tercera troisieme terceiro"),
    (4, "four vier cuatro quatre quatro четыре 넷 네", "fourth vierte"),
    (5, "five funf cinco cinq пять 다섯", "fifth"),
    (6, "six sechs seis шесть 여섯", "sixth"),
    (7, "seven sieben siete sept sete семь 일곱", "seventh"),
    (8, "eight acht ocho huit oito восемь 여덟", "eighth"),
    (9, "nine neun nueve neuf nove девять 아홉", "ninth"),
    (10, "ten zehn diez dix dez десять 열", "tenth"),
    (11, "eleven elf once onze одиннадцать", "eleventh"),
    (12, "twelve dozen zwolf dutzend doce docena douze douzaine doze duzia двенадцать", "twelfth"),
    (13, "thirteen dreizehn trece treize treze", "thirteenth"),
    (14, "fourteen vierzehn catorce quatorze catorze", "fourteenth"),
    (15, "fifteen funfzehn quince quinze", "fifteenth"),
    (16, "sixteen sechzehn dieciseis seize dezesseis dezasseis", "sixteenth"),
    (17, "seventeen siebzehn diecisiete dezessete dezassete", "seventeenth"),
    (18, "eighteen achtzehn dieciocho dezoito", "eighteenth"),
    (19, "nineteen neunzehn diecinueve dezenove dezanove", "nineteenth"),
    (20, "twenty zwanzig veinte vingt vinte двадцать 스물 스무", "twentieth"),
    (30, "thirty dreissig treinta trente trinta тридцать 서른", "thirtieth"),
    (40, "forty vierzig cuarenta quarante quarenta сорок 마흔", "fortieth"),
    (50, "fifty funfzig cincuenta cinquante cinquenta пятьдесят 쉰", "fiftieth"),
    (60, "sixty sechzig sesenta soixante sessenta 예순", "sixtieth"),
    (70, "seventy siebzig setenta septante 일흔", "seventieth"),
    (80, "eighty achtzig ochenta oitenta 여든", "eightieth"),
    (90, "ninety neunzig noventa nonante 아흔", "ninetieth"),
    (100, "hundred hundert cien ciento cientos cent cents cem cento сто 백", "hundredth"),
    (1_000, "thousand tausend tausende mil miles mille milliers milhares тысяча тысячи тысяч 천", "thousandth"),
    (1_000_000, "million millionen millon millones milhao milhoes миллион миллиона миллионов", ""),
    (1_000_000_000, "billion milliarde milliarden milliard milliards bilhao bilhoes миллиард", ""),
];

/// Words that count as another.
pub(super) const SAME: &[(&str, &str)] =
    &[("t", "not"), ("cannot", "not"), ("cent", "%"), ("percent", "%"), ("prozent", "%")];

/// Words that are a numeral or heavy only without their accents: "très" is no "tres".
pub(super) const LIGHT: &[&str] = &["tre\u{300}s"];

/// Negations.
pub(super) const NOT: &str = "not no never none nobody nothing neither nor without \
    nunca jamas ni sin nadie nada ningun ninguno ninguna tampoco ne n pas jamais aucun aucune sans rien \
    nicht kein keine keiner keinen keinem nie niemals ohne weder nichts niemand \
    nao nem sem ninguem nenhum nenhuma non mai senza nessuno niet geen nooit zonder \
    не нет ни никогда без никто нельзя لا لم لن ليس ليست غير دون بدون לא אין בלי ללא";

/// Amounts, units of time, days and months where they are written small. A plural in "s" counts as the word without.
pub(super) const HEAVY: &str = "% ½ ¼ ¾ ⅓ ⅔ ⅛ dozens hundreds thousands millions billions thirds quarter $ € £ ¥ ₩ ₹ ₽ \
    all both half more less few fewer least most several alle beide halfte mehr weniger \
    todo todos toda todas ambos mitad metade mas menos moins plus tous toutes moitie \
    minute hour day night week month year decade century \
    minuto hora dia noche noite semana mes meses ano heure jour nuit semaine mois annee \
    sekunde sekunden minuten stunde stunden tag tage tagen nacht woche wochen monat monate jahr jahre jahren час дня день \
    lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre \
    octubre noviembre diciembre lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin \
    juillet aout octobre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro";

/// Words of one line can't stand for each other.
pub(super) const OPPOSITES: &[&str] = &[
    "a p",
    "before after during",
    "over under above below",
    "up down",
    "in out",
    "with without",
    "north south east west northern southern eastern western",
    "left right",
    "first last",
    "single double triple quadruple",
    "today tomorrow yesterday tonight",
    "noon midnight morning afternoon evening night",
    "more less fewer",
    "accepted rejected denied confirmed",
    "won lost",
    "alive dead",
    "legal illegal",
];

/// Negations that words run on in, in scripts without spaces or with what clings to words.
pub(super) const NOT_INSIDE: &[&str] =
    &["不", "没", "沒", "無", "无", "未", "否", "勿", "莫", "ない", "なかっ", "ませ", "않", "없", "못", "아니", "안"];

/// Numerals and units of time, likewise.
pub(super) const HEAVY_INSIDE: &[&str] = &[
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "億", "亿", "两", "半", "年", "月",
    "日", "時", "时", "分",
];

/// Words that sentences begin with and that name nobody; of scripts without case, words that may stand for each other.
pub(super) const OPENERS: &str = "the a an in on at of to by for from with as he she it we they his her its our their \
    this that these those there here but and or so yet if when while since however also then now still soon long \
    before after during under over about some many most all each every both no not only even just such although \
    because despite according though once what who how where why which let more than until later earlier \
    el la los las un una en y pero le les il elle ils dans et mais der die das ein eine er sie es und aber doch im am \
    o os as um uma ele ela e mas no na \
    في من على الى عن مع של על את עם אל";
