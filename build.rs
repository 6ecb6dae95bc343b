//! Embeds the browser bundle in the command line, if there is one made from these very sources.

#[path = "build/stamp.rs"]
mod stamp;

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build/stamp.rs");
    if env::var_os("CARGO_FEATURE_CLI").is_none() {
        return;
    }
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let root = Path::new(&root);
    for path in stamp::watched(root) {
        println!("cargo::rerun-if-changed={path}");
    }
    let table = match bundle(root) {
        Some(files) => {
            let rows = files.iter().map(|name| {
                let path = root.join("pkg/dist").join(name);
                format!("    ({name:?}, include_bytes!({:?})),\n", path.display().to_string())
            });
            format!("Some(&[\n{}])", rows.collect::<String>())
        }
        None => "None".into(),
    };
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(
        Path::new(&out).join("bundle.rs"),
        format!(
            "/// The browser bundle of this version: names below the bundle's folder, and what the files hold. `None` where\n\
             /// none was built from these sources: `cargo xtask build` makes it.\n\
             pub const BUNDLE: Option<&[(&str, &[u8])]> = {table};\n"
        ),
    )
    .expect("OUT_DIR can be written to");
}

/// Names of the bundle's files, if its stamp matches the sources.
fn bundle(root: &Path) -> Option<Vec<String>> {
    let dist = root.join("pkg/dist");
    let stamp = fs::read_to_string(dist.join("stamp")).ok()?;
    let made_from = stamp.lines().next()?.strip_prefix("sources=")?;
    if stamp::sources(root).ok()? != made_from {
        return None;
    }
    let mut names = Vec::new();
    for folder in ["", "messages/"] {
        let entries = fs::read_dir(dist.join(folder)).ok().into_iter().flatten().flatten();
        names.extend(
            entries
                .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
                .map(|entry| format!("{folder}{}", entry.file_name().to_string_lossy()))
                .filter(|name| name != "stamp"),
        );
    }
    names.sort();
    Some(names)
}
