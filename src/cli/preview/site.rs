//! What a preview is made of. Files are read anew for every request, so that an edit shows at once.

use super::outline::outline;
use super::sources::{files, name_of};
use crate::bundle::Bundle;
use crate::check::{Done, house, texts};
use crate::input::Input;
use crate::page::Source;
use crate::saved;
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use variorum::check::{House, Unread};
use variorum::dossier::{self, Dossier, Node};
use variorum::saved::Page as Saved;

/// The demo's dossier, part of the program.
const DEMO: &str = include_str!("../../../www/madrid/dossier.toml");
/// The demo's article, likewise.
const DEMO_ARTICLE: &str = include_str!("../../../www/madrid/index.html");

/// One dossier, its article and reports, and the bundle that shows them.
pub struct Site {
    /// What was named.
    pub named: Named,
    /// What is served below `/variorum/`.
    pub bundle: Bundle,
    /// On 127.0.0.1.
    pub port: u16,
    /// The dossier as it last could be read.
    last: Mutex<Option<Arc<Shown>>>,
}

/// A dossier that pages show.
pub struct Shown {
    /// What its file held.
    text: String,
    /// Its tree.
    pub node: Node,
    /// What could be read of it.
    pub dossier: Dossier,
}

/// The files that a preview was asked for.
pub struct Named {
    /// The dossier; `None`: the demo's, which is part of the program.
    pub dossier: Option<PathBuf>,
    /// The article, HTML or text; `None`: there is none, but of the demo its own.
    pub article: Option<PathBuf>,
    /// Where saved texts are, whatever folders the dossier names; `None`: where the dossier says, from its own folder.
    pub reports: Option<PathBuf>,
}

/// The article.
pub struct Article {
    /// The name of its file.
    pub name: String,
    /// What its file holds.
    pub text: String,
    /// How that is read.
    pub page: Saved,
    /// Whether it has markup.
    pub is_html: bool,
}

/// What is on disk, in two words that change when it does.
#[derive(Clone, PartialEq, Eq)]
pub struct State {
    /// All files.
    pub files: String,
    /// What pages show of them.
    pub pages: String,
}

impl Site {
    /// Nothing is read yet.
    pub fn new(named: Named, bundle: Bundle, port: u16) -> Self {
        Site { named, bundle, port, last: Mutex::default() }
    }

    /// The dossier as it is now.
    pub fn input(&self) -> Result<Input, String> {
        match &self.named.dossier {
            Some(path) => Input::open(path),
            None => Ok(Input::embedded("madrid/dossier.toml", DEMO)),
        }
    }

    /// The dossier as pages show it: as it is now, or where that can't be read, as it last could; of one that is only
    /// begun, its sources. Else what is wrong.
    pub fn shown(&self) -> Result<Arc<Shown>, String> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let input = match self.input() {
            Ok(input) => input,
            Err(why) => return last.clone().ok_or(why),
        };
        match input {
            Input { text, node: Some(node), dossier: Some(dossier), .. } => {
                let shown = Arc::new(Shown { text: text.text, node, dossier });
                *last = Some(Arc::clone(&shown));
                Ok(shown)
            }
            input => last.clone().or_else(|| begun(&input)).ok_or_else(|| input.told()),
        }
    }

    /// The dossier as it is now, with all that a check finds.
    pub fn checked(&self) -> Result<Done, String> {
        let input = self.input()?;
        let texts = input.dossier.as_ref().map(|dossier| texts::read(dossier, &|path| self.bytes(path)));
        // What is wrong with the article is told in its place.
        let article = self.article().ok().flatten().map(|article| article.page.to_check(&article.text));
        let folder = self.named.dossier.as_deref().map(|file| file.parent().unwrap_or(Path::new("")));
        let house = folder.map_or_else(|| Ok(House::default()), house::of)?;
        Ok(Done::new(input, &texts.unwrap_or_default(), article.as_ref(), &house))
    }

    /// The article, if there is one; or why it can't be had.
    pub fn article(&self) -> Result<Option<Article>, String> {
        let Named { dossier, article, .. } = &self.named;
        match article {
            Some(path) => {
                let name = path.display().to_string();
                let (text, page) = Source::File(path.clone()).read(None).map_err(|why| format!("{name}: {why}"))?;
                Ok(Some(Article { name, text, page, is_html: !saved::is_text(path) }))
            }
            None if dossier.is_none() => {
                let page = Saved::html(DEMO_ARTICLE, None).map_err(|why| why.to_string())?;
                Ok(Some(Article { name: "madrid/index.html".into(), text: DEMO_ARTICLE.into(), page, is_html: true }))
            }
            None => Ok(None),
        }
    }

    /// A file of the article's page: what it is made of, as far as that lies in the same folder.
    pub fn beside_article(&self, path: &str) -> Option<Vec<u8>> {
        let article = self.named.article.as_ref()?;
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        saved::read(article.parent().unwrap_or(Path::new("")), path).ok().filter(|_| !is_hidden)
    }

    /// The saved text of a source, or why it can't be had. Of a saved page, its article.
    pub fn saved_text(&self, file: &dossier::File) -> Result<String, String> {
        let text = self.bytes(&file.path).and_then(|bytes| {
            let is_text = saved::is_text(Path::new(&file.path));
            if is_text { saved::text(bytes) } else { Ok(saved::page(&bytes)?.1.text()) }
        });
        text.map_err(|unread| unread.to_string())
    }

    /// The bytes of a file that the dossier names.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unread> {
        let lost = || {
            Unread::Missing("the demo's reports are not part of the program: name their folder with --reports".into())
        };
        let (folder, path) = self.place(path).ok_or_else(lost)?;
        saved::read(folder, path)
    }

    /// Where a file is that the dossier names: below which folder, by which path. Of the demo, nowhere.
    fn place<'p>(&'p self, path: &'p str) -> Option<(&'p Path, &'p str)> {
        match (&self.named.reports, &self.named.dossier) {
            (Some(folder), _) => Some((folder, name_of(path))),
            (None, Some(dossier)) => Some((dossier.parent().unwrap_or(Path::new("")), path)),
            (None, None) => None,
        }
    }

    /// What is on disk now.
    pub fn state(&self) -> State {
        let mut pages = DefaultHasher::new();
        let shown = self.shown();
        shown.as_ref().map(|shown| &shown.text).hash(&mut pages);
        for file in shown.iter().flat_map(|shown| files(&shown.dossier)) {
            self.bytes(&file.path).ok().hash(&mut pages);
        }
        self.named.article.as_ref().and_then(|article| fs::read(article).ok()).hash(&mut pages);
        let mut all = pages.clone();
        self.input().map(|input| input.text.text).hash(&mut all);
        State { files: format!("{:x}", all.finish()), pages: format!("{:x}", pages.finish()) }
    }

    /// The folders in which files are that it is made of.
    pub fn folders(&self) -> BTreeSet<PathBuf> {
        let shown = self.shown();
        let texts = shown.iter().flat_map(|shown| files(&shown.dossier)).filter_map(|file| {
            let (folder, path) = self.place(&file.path)?;
            Some(folder.join(path))
        });
        let files = texts.chain(self.named.dossier.clone()).chain(self.named.article.clone());
        let folder = |file: PathBuf| match file.parent() {
            Some(folder) if folder != Path::new("") => folder.to_owned(),
            _ => ".".into(),
        };
        files.map(folder).collect()
    }

    /// Whether a request was meant for this server: a page elsewhere whose name was made to point at
    /// 127.0.0.1 says its own name here.
    pub fn is_called(&self, host: Option<&str>) -> bool {
        host.and_then(|host| host.rsplit_once(':')).is_some_and(|(name, port)| {
            (name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")) && port.parse() == Ok(self.port)
        })
    }
}

fn begun(input: &Input) -> Option<Arc<Shown>> {
    let node = input.node.clone()?;
    let dossier = outline(&node)?;
    Some(Arc::new(Shown { text: input.text.text.clone(), node, dossier }))
}
