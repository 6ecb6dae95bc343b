// What a browser bundle was made from, as one short text. Shared by `build.rs`, which embeds a bundle only if it was
// made from these very sources, and by xtask, which makes it: hence plain `std`, and no room of the library.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders below the crate's root whose files end up in the bundle.
const SOURCES: &[&str] = &["src", "pkg", "messages"];

/// Folders inside those that do not: the command line is native, and `dist` is the bundle itself.
const LEFT_OUT: &[&str] = &["src/cli", "pkg/dist"];

/// A number for the content of all sources below `root`, as 16 hexadecimal digits.
///
/// The file of this number, `pkg/dist/stamp`, starts with the line `sources=…`.
pub fn sources(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for folder in SOURCES {
        collect(root, Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut hash = Fnv::new();
    for file in files {
        hash.part(file.to_string_lossy().replace('\\', "/").as_bytes());
        hash.part(&fs::read(root.join(&file))?);
    }
    Ok(hash.hex())
}

/// Paths below `root` whose change, in themselves or below, may change what is embedded. Only what exists: Cargo takes
/// a path that does not for changed, each time.
#[allow(dead_code)] // only build.rs asks
pub fn watched(root: &Path) -> Vec<String> {
    let children = |folder: &str| {
        let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy())).collect::<Vec<_>>()
    };
    let mut paths = children("src");
    paths.retain(|path| !LEFT_OUT.contains(&path.as_str()));
    // Whole, for `pkg/dist` comes and goes.
    paths.extend(["pkg", "messages"].map(String::from).into_iter().filter(|folder| root.join(folder).exists()));
    paths
}

/// Files below `folder`, relative to `root`. A folder that is not there has none.
fn collect(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if LEFT_OUT.iter().any(|left_out| folder == Path::new(left_out)) || !root.join(folder).is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(root, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// FNV-1a, 64 bits: the same on every machine and in every release of the compiler. It tells changes, not attacks.
pub struct Fnv(u64);

impl Fnv {
    /// Of nothing yet.
    pub fn new() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    /// Adds one part; its length too, so that parts can't run into each other.
    pub fn part(&mut self, bytes: &[u8]) {
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// As 16 hexadecimal digits.
    pub fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}
