//! Which files are meant.

use std::fs;
use std::path::{Path, PathBuf};

/// A page to be read.
pub struct PageFile {
    pub path: PathBuf,
    /// The folder that was named; of a page that was named itself, its own.
    pub folder: PathBuf,
    /// Its path in that folder.
    pub relative: PathBuf,
    /// Named itself, not found in a folder or by a pattern: that it has no element is worth telling.
    pub is_named: bool,
    /// A link in a folder to a file elsewhere, which was not meant.
    pub is_outside: bool,
}

/// The pages that arguments stand for, each once, in their order; those of a folder or a pattern by name.
pub fn find(arguments: &[PathBuf]) -> Result<Vec<PageFile>, String> {
    let mut pages: Vec<PageFile> = Vec::new();
    for argument in arguments {
        let pattern = argument.to_str().filter(|text| text.contains(['*', '?', '[']) && !argument.exists());
        if argument.is_dir() {
            below(argument, argument, &mut pages)?;
        } else if let Some(pattern) = pattern {
            let found = glob::glob(pattern).map_err(|error| format!("{pattern}: {}", error.msg))?;
            let (before, base) = (pages.len(), fixed(pattern));
            for path in found {
                let path = path.map_err(|error| error.to_string())?;
                // As in a folder: no link to another folder is followed.
                let is_linked = path.ancestors().skip(1).take_while(|folder| *folder != base).any(Path::is_symlink);
                if path.is_file() && !is_linked {
                    pages.push(page(path, &base, false));
                }
            }
            if pages.len() == before {
                return Err(format!("{pattern}: no file has such a name"));
            }
        } else {
            let folder = argument.parent().unwrap_or(Path::new("")).to_owned();
            pages.push(page(argument.clone(), &folder, true));
        }
    }
    let mut seen = std::collections::HashSet::new();
    pages.retain(|page| seen.insert(page.path.clone()));
    Ok(pages)
}

fn page(path: PathBuf, folder: &Path, is_named: bool) -> PageFile {
    let relative = path.strip_prefix(folder).unwrap_or(&path).to_owned();
    let base = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let leads_out = || Some(!path.canonicalize().ok()?.starts_with(base.canonicalize().ok()?));
    let is_outside = !is_named && path.is_symlink() && leads_out().unwrap_or(true);
    PageFile { path, folder: folder.to_owned(), relative, is_named, is_outside }
}

/// The pages in a folder and below. Links to other folders are not followed: they may lead anywhere, or round in a circle.
fn below(top: &Path, folder: &Path, pages: &mut Vec<PageFile>) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut entries: Vec<_> = fs::read_dir(folder).and_then(Iterator::collect).map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
        let is_page = path.extension().is_some_and(|ending| ["html", "htm"].iter().any(|it| ending == *it));
        if kind.is_dir() {
            below(top, &path, pages)?;
        } else if is_page && path.is_file() {
            pages.push(page(path, top, false));
        }
    }
    Ok(())
}

/// The folders that a pattern begins with, up to its first sign that stands for others.
fn fixed(pattern: &str) -> PathBuf {
    let is_fixed = |part: &std::path::Component| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
    Path::new(pattern).components().take_while(is_fixed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_folders_patterns() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path();
        fs::create_dir_all(top.join("b/c")).unwrap();
        for name in ["a.html", "b/d.htm", "b/c/e.html", "b/c/f.txt"] {
            fs::write(top.join(name), "").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(top, top.join("b/round")).unwrap();
        let check = |argument: &str, expected: &[&str], named: bool| {
            let pages = find(&[top.join(argument)]).unwrap();
            let found: Vec<_> = pages.iter().map(|page| page.relative.to_str().unwrap().replace('\\', "/")).collect();
            assert_eq!(found, expected, "{argument}");
            assert!(pages.iter().all(|page| page.is_named == named), "{argument}");
        };
        check("", &["a.html", "b/c/e.html", "b/d.htm"], false);
        check("b/d.htm", &["d.htm"], true);
        check("b/c/f.txt", &["f.txt"], true);
        check("**/*.html", &["a.html", "b/c/e.html"], false);
        check("b/?.htm", &["d.htm"], false);
        // That it is not there is told when it is read.
        check("none.html", &["none.html"], true);
        assert!(find(&[top.join("*.xml")]).is_err());
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(top.join("a.html"), top.join("b/c/g.html")).unwrap();
            let outside = |argument: &str| find(&[top.join(argument)]).unwrap().iter().any(|page| page.is_outside);
            assert_eq!(["", "b", "b/c/*.html", "b/c/g.html"].map(outside), [false, true, true, false]);
        }
        assert_eq!(find(&[top.join("a.html"), top.join("a.html")]).unwrap().len(), 1);
    }
}
