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

/// Negations. Sorted, as the next ones are.
#[rustfmt::skip]
pub(super) const NOT: &[&str] = &[
    "aucun", "aucune", "geen", "jamais", "jamas", "kein", "keine", "keinem", "keinen", "keiner", "mai", "n", "nada",
    "nadie", "nao", "ne", "neither", "nem", "nenhum", "nenhuma", "nessuno", "never", "ni", "nicht", "nichts", "nie",
    "niemals", "niemand", "niet", "ninguem", "ningun", "ninguna", "ninguno", "no", "nobody", "non", "none", "nooit",
    "nor", "not", "nothing", "nunca", "ohne", "pas", "rien", "sans", "sem", "senza", "sin", "tampoco", "weder",
    "without", "zonder", "без", "не", "нельзя", "нет", "ни", "никогда", "никто", "אין", "בלי", "לא", "ללא", "بدون",
    "دون", "غير", "لا", "لم", "لن", "ليس", "ليست",
];

/// Amounts, units of time, days and months where they are written small. A plural in "s" counts as the word without.
#[rustfmt::skip]
pub(super) const HEAVY: &[&str] = &[
    "$", "%", "abril", "agosto", "all", "alle", "ambos", "annee", "ano", "aout", "avril", "beide", "billions",
    "both", "century", "day", "decade", "dezembro", "dia", "diciembre", "dimanche", "domingo", "dozens", "enero",
    "febrero", "fevereiro", "fevrier", "few", "fewer", "half", "halfte", "heure", "hora", "hour", "hundreds",
    "jahr", "jahre", "jahren", "janeiro", "janvier", "jeudi", "jour", "jueves", "juillet", "juin", "julho", "julio",
    "junho", "junio", "least", "less", "lundi", "lunes", "maio", "marco", "mardi", "mars", "martes", "marzo", "mas",
    "mayo", "mehr", "menos", "mercredi", "mes", "meses", "metade", "miercoles", "millions", "minute", "minuten",
    "minuto", "mitad", "moins", "mois", "moitie", "monat", "monate", "month", "more", "most", "nacht", "night",
    "noche", "noite", "novembro", "noviembre", "nuit", "octobre", "octubre", "outubro", "plus", "quarter", "sabado",
    "samedi", "sekunde", "sekunden", "semaine", "semana", "septiembre", "setembro", "several", "stunde", "stunden",
    "tag", "tage", "tagen", "thirds", "thousands", "toda", "todas", "todo", "todos", "tous", "toutes", "vendredi",
    "viernes", "week", "weniger", "woche", "wochen", "year", "£", "¥", "¼", "½", "¾", "день", "дня", "час", "₩",
    "€", "₹", "₽", "⅓", "⅔", "⅛",
];

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
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "a", "aber", "about", "according", "after", "all", "also", "although", "am", "an", "and", "as", "at", "because",
    "before", "both", "but", "by", "dans", "das", "der", "despite", "die", "doch", "during", "e", "each", "earlier",
    "ein", "eine", "el", "ela", "ele", "elle", "en", "er", "es", "et", "even", "every", "for", "from", "he", "her",
    "here", "his", "how", "however", "if", "il", "ils", "im", "in", "it", "its", "just", "la", "las", "later", "le",
    "les", "let", "long", "los", "mais", "many", "mas", "more", "most", "na", "no", "not", "now", "o", "of", "on",
    "once", "only", "or", "os", "our", "over", "pero", "she", "sie", "since", "so", "some", "soon", "still", "such",
    "than", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "to", "um", "uma",
    "un", "una", "und", "under", "until", "we", "what", "when", "where", "which", "while", "who", "why", "with",
    "y", "yet", "אל", "את", "על", "עם", "של", "الى", "على", "عن", "في", "مع", "من",
];
