//! Files, written whole or not at all.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};

/// How the name of a file begins that is being written, or that a killed run has left.
const PREFIX: &str = ".variorum-";

/// How it ends.
const SUFFIX: &str = ".tmp";

/// Writes beside the file, then renames: nobody ever finds half of it. What killed runs have left there is removed.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let refuse = |why| Err(io::Error::new(ErrorKind::InvalidInput, why));
    // A link stays one: what it leads to is written.
    let target = path.canonicalize();
    let path = target.as_deref().unwrap_or(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return refuse("there is no such folder");
    }
    if path.exists() && !path.is_file() {
        return refuse("this is no file");
    }
    sweep_once(folder);
    // Another run, which sweeps just now, may have taken it for one that was left.
    replace(path, folder, bytes).or_else(|error| match error.kind() {
        ErrorKind::NotFound => replace(path, folder, bytes),
        _ => Err(error),
    })
}

fn replace(path: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    // A temporary file is its owner's alone; this one is to be served. The umask still applies.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    // As long as it is locked somebody is writing it. Where files can't be locked, what is left stays.
    let _ = file.as_file().try_lock();
    if let Ok(before) = fs::metadata(path) {
        file.as_file().set_permissions(before.permissions())?;
    }
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Refuses to write where the dossier that is read stands.
pub fn spare(output: &Path, dossier: &Path) -> Result<(), String> {
    let same = |a: &Path, b: &Path| a == b || a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
    if same(output, dossier) {
        return Err(format!("{} would replace itself: name another file with -o", output.display()));
    }
    Ok(())
}

/// Removes what killed runs have left in a folder, when it is first written to.
fn sweep_once(folder: &Path) {
    static SWEPT: LazyLock<Mutex<HashSet<PathBuf>>> = LazyLock::new(Mutex::default);
    let mut swept = SWEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if !swept.contains(folder) {
        swept.insert(folder.to_owned());
        sweep(folder);
    }
}

/// That it can't be removed hinders nobody.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if is_ours && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        for name in [".variorum-left.tmp", ".variorum-live.tmp", ".variorum-other", "page.html"] {
            fs::write(file(name), "half").unwrap();
        }
        let live = File::open(file(".variorum-live.tmp")).unwrap();
        live.try_lock().unwrap();
        write(&file("page.html"), b"whole").unwrap();
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [".variorum-live.tmp", ".variorum-other", "page.html"]);
        assert_eq!(fs::read(file("page.html")).unwrap(), b"whole");
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_stays() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page.html");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).unwrap();
        write(&file, b"new").unwrap();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
