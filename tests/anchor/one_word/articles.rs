//! What stands around a sentence.

/// The paragraphs before and after.
pub struct Article(&'static str, &'static str);

impl Article {
    /// The article with a sentence in its middle.
    pub fn around(&self, sentence: &str) -> String {
        let Article(before, after) = self;
        format!("{before}¶{sentence}¶{after}")
    }
}

pub const ENGLISH: Article = Article(
    "The ferry ran aground off the point shortly before supper, in good weather and full daylight. Passengers were \
     given blankets, soup and little else while divers looked for the leak below the car deck.",
    "An inquiry opens next spring in the old customs house. Until then the port authority prefers to keep silent, and \
     whoever wants to know more has to ask in the village.",
);
pub const SPANISH: Article = Article(
    "El transbordador encalló frente al cabo poco antes de la cena, con buen tiempo. Los pasajeros recibieron mantas y \
     una sopa mientras los buzos buscaban la grieta.",
    "La investigación empezará en primavera en la antigua aduana. Hasta entonces el puerto prefiere callar.",
);
pub const FRENCH: Article = Article(
    "Le traversier s’est échoué au large du cap peu avant le dîner, par beau temps. Les passagers ont reçu des \
     couvertures et de la soupe pendant que les plongeurs cherchaient la fuite.",
    "L’enquête commencera au printemps dans l’ancienne douane. Jusque-là, le port préfère se taire.",
);
pub const GERMAN: Article = Article(
    "Die Fähre lief kurz vor dem Abendessen vor der Landspitze auf Grund, bei gutem Wetter. Die Reisenden bekamen \
     Decken und Suppe, während Taucher nach dem Leck suchten.",
    "Die Untersuchung beginnt im Frühjahr im alten Zollhaus. Bis dahin möchte der Hafen schweigen.",
);
pub const PORTUGUESE: Article = Article(
    "O barco encalhou ao largo do cabo pouco antes do jantar, com bom tempo. Os passageiros receberam mantas e sopa \
     enquanto os mergulhadores procuravam a fenda.",
    "O inquérito começa na primavera, na antiga alfândega. Até lá o porto prefere calar.",
);
pub const RUSSIAN: Article = Article(
    "Паром сел на мель у мыса незадолго до ужина, в хорошую погоду. Пассажирам раздали одеяла и суп, пока водолазы \
     искали пробоину.",
    "Расследование начнётся весной в старой таможне. До тех пор порт предпочитает молчать.",
);
pub const KOREAN: Article = Article(
    "여객선은 저녁 식사 직전 맑은 날씨에 곶 앞바다에서 좌초했다. 잠수부들이 구멍을 찾는 동안 승객들은 담요와 국을 받았다.",
    "조사는 봄에 옛 세관에서 시작된다. 그때까지 항만 당국은 입을 다물 생각이다.",
);
pub const JAPANESE: Article = Article(
    "フェリーは夕食の直前、晴天のなか岬の沖で座礁した。潜水士が穴を探すあいだ、乗客には毛布とスープが配られた。",
    "調査は春に旧税関で始まる。それまで港の当局は口を閉ざすつもりだという。",
);
pub const CHINESE: Article = Article(
    "渡轮在晚饭前不久、天气晴好时于岬角外搁浅。潜水员寻找漏洞期间，乘客领到了毛毯和热汤。",
    "调查将于春天在旧海关大楼开始。在此之前港口方面选择沉默。",
);
pub const ARABIC: Article = Article(
    "جنحت العبارة قبالة الرأس قبيل العشاء في طقس جيد. وتسلم الركاب البطانيات والحساء بينما كان الغواصون يبحثون عن الثقب.",
    "يبدأ التحقيق في الربيع في مبنى الجمارك القديم. وحتى ذلك الحين تفضل إدارة الميناء الصمت.",
);
pub const HEBREW: Article = Article(
    "המעבורת עלתה על שרטון מול הכף זמן קצר לפני ארוחת הערב, במזג אוויר נאה. הנוסעים קיבלו שמיכות ומרק בזמן שהצוללים חיפשו את החור.",
    "החקירה תיפתח באביב בבית המכס הישן. עד אז הנמל מעדיף לשתוק.",
);
