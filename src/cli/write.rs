//! Files, written whole or not at all.

use std::io::{self, Write};
use std::path::Path;

/// Writes beside the file, then renames: nobody ever finds half of it.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let refuse = |why| Err(io::Error::new(io::ErrorKind::InvalidInput, why));
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
    let mut builder = tempfile::Builder::new();
    builder.prefix(".variorum-");
    // A temporary file is its owner's alone; this one is to be served. The umask still applies.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
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
