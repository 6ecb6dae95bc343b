//! `variorum new`: from saved reports to a folder with a dossier to fill in. No network.

use super::Failure;
use super::page::Source;
use super::saved::{is_text, read};
use super::write::write;
use jiff::Timestamp;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use variorum::dossier::{id_of, unused_id};
use variorum::saved::{About, Decoded, Page};

#[derive(clap::Args)]
pub struct Arguments {
    /// The folder to make; its name becomes the dossier's id
    story: PathBuf,
    /// The reports: saved pages (HTML) or texts (.txt, .md)
    #[arg(required = true, value_name = "FILE")]
    reports: Vec<PathBuf>,
}

/// A report, as it goes into the folder.
struct Report {
    id: String,
    about: About,
    text: String,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let story = &arguments.story;
    if fs::read_dir(story).is_ok_and(|mut entries| entries.next().is_some()) || story.is_file() {
        return Err(format!("{} is there already: name a new folder", story.display()).into());
    }
    let mut ids = HashSet::new();
    let mut reports = Vec::new();
    for file in &arguments.reports {
        let (about, text) = report(file).map_err(|why| format!("{}: {why}", file.display()))?;
        let name = about.outlet.as_deref().or(file.file_stem().and_then(|stem| stem.to_str())).unwrap_or_default();
        let id = unused_id(&id_of(name, "report"), &mut ids);
        reports.push(Report { id, about, text });
    }
    let name = story.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let dossier =
        dossier(&id_of(name, "story"), &reports, &Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string());

    // Half a story would be in the way of the next attempt.
    make(story, &reports, &dossier).inspect_err(|_| drop(fs::remove_dir_all(story)))?;
    anstream::eprintln!(
        "{}: fill in what is marked with …, then run `variorum check {0}`",
        story.join("dossier.toml").display()
    );
    Ok(())
}

/// Makes the folder and what is in it.
fn make(story: &Path, reports: &[Report], dossier: &str) -> Result<(), String> {
    let failed = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let texts = story.join("texts");
    fs::create_dir_all(&texts).map_err(|error| failed(&texts, error))?;
    for Report { id, text, .. } in reports {
        let path = texts.join(id).with_extension("txt");
        write(&path, text.as_bytes()).map_err(|error| failed(&path, error))?;
        anstream::eprintln!("{}: {} words", path.display(), text.split_whitespace().count());
    }
    let path = story.join("dossier.toml");
    write(&path, dossier.as_bytes()).map_err(|error| failed(&path, error))
}

/// What a file says of itself, and what it says. An error is one sentence.
fn report(file: &Path) -> Result<(About, String), String> {
    if is_text(file) {
        let (text, _) = Source::File(file.into()).read(None)?;
        let title = text.lines().map(str::trim).find(|line| !line.is_empty()).map(str::to_owned);
        return Ok((About { title, ..About::default() }, text));
    }
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file.file_name().and_then(|name| name.to_str()).ok_or("a name that is no text")?;
    let bytes = read(folder, name).map_err(|unread| unread.to_string())?;
    let html = Decoded::read(&bytes).map_err(|why| why.to_string())?.text;
    let page = Page::report(&html).map_err(|why| why.to_string())?;
    Ok((About::html(&html), page.text()))
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The dossier as an editor gets it: what is known filled in, the rest asked for.
fn dossier(id: &str, reports: &[Report], now: &str) -> String {
    let langs: Vec<_> = reports.iter().filter_map(|report| report.about.lang.as_deref()).collect();
    let lang = langs.first().copied().unwrap_or("en");
    let mut out = format!(
        "# What the reports of one story say. Fill in what is marked with …; `variorum check dossier.toml` says what is missing,\n\
         # `variorum check --fix dossier.toml` fills in what can be found out.\n\
         variorum  = \"1.0\"\n\
         id        = {}\n\
         lang      = {}            # of your own words\n\
         title     = \"…\"             # what the comparison is about\n\
         status    = \"draft\"         # \"published\" once somebody else has read it\n\
         publisher = {{ name = \"…\" }}\n\
         modified  = {now}\n\n\
         # --- What was read ---\n",
        quoted(id),
        quoted(lang),
    );
    for Report { id, about, .. } in reports {
        out += &source(id, about, lang);
    }
    out + "\n# --- What they say ---\n\
           # One of these for each point on which they can be compared, with a reading for each report.\n\
           #\n\
           # [[claims]]\n\
           # id       = \"how-long\"\n\
           # question = \"How long were passengers kept aboard?\"     # neutral, and the same for all\n\
           # type     = \"duration\"      # or count, quantity, date, yesno, name, list, text\n\
           # anchors  = [{ exact = \"kept aboard for hours\" }]        # words of your article\n\
           # readings = [\n\
           #   { source = \"…\", value = \"nearly four hours\", quotes = [{ exact = \"were kept aboard for nearly four hours\" }] },\n\
           #   { source = \"…\", mode = \"silent\" },\n\
           # ]\n"
}

fn source(id: &str, about: &About, lang: &str) -> String {
    let mut out = format!("\n[[sources]]\nid        = {}\n", quoted(id));
    let mut line = |name: &str, value: String| out += &format!("{name:<9} = {value}\n");
    line("name", quoted(about.outlet.as_deref().unwrap_or("…")));
    if let Some(title) = &about.title {
        line("title", quoted(title));
    }
    if let Some(by) = &about.by {
        line("by", format!("[{}]", quoted(by)));
    }
    line(
        "kind",
        "\"news\"           # or wire, analysis, opinion, official, court, person, broadcast, social, …".into(),
    );
    match &about.url {
        Some(url) => line("url", quoted(url)),
        None => line("note", "\"…\"             # how it was obtained, since its address is not known".into()),
    }
    if let Some(day) = &about.published {
        line("published", day.clone());
    }
    if let Some(own) = about.lang.as_deref().filter(|own| *own != lang) {
        line("lang", quoted(own));
    }
    line("file", format!("{{ path = {} }}", quoted(&format!("texts/{id}.txt"))));
    out
}
