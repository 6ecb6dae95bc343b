//! What a reader downloads, in bytes: by file, and of the wasm by room and dependency.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::{bundle, setup, sh};

/// Bytes of a file as it is and as it travels.
#[derive(Clone, Copy)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures, prints, and fails above the budget.
pub fn run() -> Result<()> {
    setup::for_bundle()?;
    let bundle = bundle::build()?;
    ensure!(bundle.optimised, "wasm-opt is missing: sizes are judged on the optimised bundle");

    let mut files =
        vec!["variorum.js".to_owned(), "variorum-page.js".into(), "variorum.wasm".into(), "variorum.css".into()];
    files.extend(largest_messages(&bundle.dist)?);
    let mut sizes = BTreeMap::new();
    println!("{:<28}{:>9}{:>9}{:>9}", "file", "raw", "gzip", "brotli");
    for file in files {
        let size = measure(&fs::read(bundle.dist.join(&file)).with_context(|| format!("can't read {file}"))?)?;
        println!("{file:<28}{:>9}{:>9}{:>9}", size.raw, size.gzip, size.brotli);
        sizes.insert(file, size.brotli);
    }
    println!("\n{:<28}{:>9}", "in the wasm", "raw");
    for (part, bytes) in parts(&named_wasm()?)? {
        println!("{part:<28}{bytes:>9}");
    }

    let total = sizes.values().sum();
    let over = over_budget(&[("shell", sizes["variorum.js"]), ("css", sizes["variorum.css"]), ("total", total)])?;
    println!("\ntotal_brotli_bytes={total}");
    if !over.is_empty() {
        bail!("over the budget in xtask/budget.toml: {}", over.join(", "));
    }
    Ok(())
}

/// One reader downloads one language; the largest stands for it.
fn largest_messages(dist: &Path) -> Result<Option<String>> {
    let mut largest = None;
    for entry in fs::read_dir(dist.join("messages"))? {
        let entry = entry?;
        largest =
            largest.max(Some((entry.metadata()?.len(), format!("messages/{}", entry.file_name().to_string_lossy()))));
    }
    Ok(largest.map(|(_, name)| name))
}

fn measure(bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
    Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

/// The optimised module once more, with the names of its functions kept.
fn named_wasm() -> Result<Vec<u8>> {
    let named = sh::target().join("bundle/named.wasm");
    bundle::optimise(&bundle::unoptimised_wasm(), &named, true).context("wasm-opt is missing")??;
    Ok(fs::read(named)?)
}

/// Bytes by room, dependency and section, largest first.
fn parts(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
    let mut parts = BTreeMap::<String, usize>::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                *parts.entry("(imports)".into()).or_default() += section.range().len();
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(section) => *parts.entry("(data)".into()).or_default() += section.range().len(),
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Name(reader) => {
                    for subsection in reader {
                        if let Name::Function(map) = subsection? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
                _ => *parts.entry("(other sections)".into()).or_default() += section.range().len(),
            },
            payload => {
                if let Some((_, range)) =
                    payload.as_section().filter(|_| !matches!(payload, Payload::CodeSectionStart { .. }))
                {
                    *parts.entry("(other sections)".into()).or_default() += range.len();
                }
            }
        }
    }
    for (index, bytes) in (imported..).zip(bodies) {
        *parts.entry(part(names.get(&index).copied().unwrap_or_default())).or_default() += bytes;
    }
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by(|a, b| b.1.cmp(&a.1));
    Ok(parts)
}

/// Where a function belongs: a room of ours, or a dependency.
fn part(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    // `<T as Trait>::method` belongs to where T is; `<&mut T>` too.
    let path = name.trim_start_matches(|c: char| !c.is_alphabetic() && c != '_');
    let path = ["mut ", "dyn "].iter().fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    let mut steps = path.split("::");
    let first = steps.next().unwrap_or_default();
    match (first, steps.next()) {
        ("variorum", Some(room)) => format!("variorum::{}", room.split(['<', ' ']).next().unwrap_or_default()),
        (krate, Some(_)) if krate.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => krate.to_owned(),
        _ => "(no crate)".to_owned(),
    }
}

/// Those of `sizes` that are larger than the budget allows.
fn over_budget(sizes: &[(&str, usize)]) -> Result<Vec<String>> {
    let budget = fs::read_to_string(sh::root().join("xtask/budget.toml"))?;
    let allowed = |name: &str| {
        let line = budget.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_prefix('='));
        let bytes = line.and_then(|bytes| bytes.trim().parse::<usize>().ok());
        bytes.with_context(|| format!("xtask/budget.toml does not say what {name} may be"))
    };
    let mut over = Vec::new();
    for (name, bytes) in sizes {
        let allowed = allowed(name)?;
        if *bytes > allowed {
            over.push(format!("{name} is {bytes} bytes, {allowed} allowed"));
        }
    }
    Ok(over)
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn parts() {
        let check = |name: &str, expected: &str| assert_eq!(part(name), expected, "{name}");
        check("variorum::view::card::build", "variorum::view");
        check("<variorum::dossier::model::Dossier as core::clone::Clone>::clone", "variorum::dossier");
        check("<&mut variorum::text::Index>::fold", "variorum::text");
        check("core::ptr::drop_in_place<variorum::dossier::model::Dossier>", "core");
        check("_ZN5alloc3vec12Vec$LT$T$GT$4push17h0123456789abcdefE", "alloc");
        check("memcpy", "(no crate)");
        check("", "(no crate)");
    }
}
