//! What a reader downloads, in bytes: by file, and of the wasm by room and dependency.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use rustc_demangle::demangle;
use wasmparser::{ExternalKind, KnownCustom, Name, Parser, Payload, TypeRef};

use crate::{bundle, setup, sh};

/// Bytes of a file as it is and as it travels.
#[derive(Clone, Copy)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures, prints, and fails above the budget. With `functions`, prints the largest of them too.
pub fn run(functions: usize) -> Result<()> {
    setup::for_bundle()?;
    let bundle = bundle::build()?;
    ensure!(bundle.optimised, "wasm-opt is missing: sizes are judged on the optimised bundle");

    let messages = largest_messages(&bundle.dist)?;
    let files = ["variorum.js", "variorum-page.js", "variorum.wasm", "variorum.css", &messages];
    let mut sizes = BTreeMap::new();
    println!("{:<28}{:>9}{:>9}{:>9}", "file", "raw", "gzip", "brotli");
    let told = |file: &str| -> Result<usize> {
        let size = measure(&bundle.dist.join(file))?;
        println!("{file:<28}{:>9}{:>9}{:>9}", size.raw, size.gzip, size.brotli);
        Ok(size.brotli)
    };
    for file in files {
        sizes.insert(file, told(file)?);
    }
    println!("in place of the wasm, where that is refused:");
    told(bundle::NOWASM)?;
    let anatomy = anatomy(&named_wasm()?)?;
    println!("\n{:<28}{:>9}", "in the wasm", "raw");
    for (part, bytes) in anatomy.parts() {
        println!("{part:<28}{bytes:>9}");
    }
    for (name, bytes) in anatomy.functions.iter().take(functions) {
        println!("{bytes:>9}  {name}");
    }

    let total = sizes.values().sum();
    let parts = [("shell", "variorum.js"), ("css", "variorum.css"), ("messages", &messages)];
    let parts: Vec<_> = parts.iter().map(|(part, file)| (*part, sizes[file])).chain([("total", total)]).collect();
    let over = over_budget(&parts)?;
    println!("\ntotal_brotli_bytes={total}");
    if !over.is_empty() {
        bail!("over the budget in xtask/budget.toml: {}", over.join(", "));
    }
    Ok(())
}

/// One reader downloads one language; the largest stands for it.
fn largest_messages(dist: &Path) -> Result<String> {
    let mut largest = None;
    for entry in fs::read_dir(dist.join("messages"))? {
        let entry = entry?;
        let name = format!("messages/{}", entry.file_name().to_string_lossy());
        largest = largest.max(Some((measure(&entry.path())?.brotli, name)));
    }
    largest.map(|(_, name)| name).context("no messages")
}

fn measure(file: &Path) -> Result<Size> {
    let bytes = &fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
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

/// What a module is made of, in bytes.
#[derive(Default)]
struct Anatomy {
    /// Each function's name, and its body's bytes.
    functions: Vec<(String, usize)>,
    /// Bytes of what is not code: the sections, by name.
    sections: BTreeMap<&'static str, usize>,
}

/// Takes a module apart. Inlined code counts where it has been inlined.
fn anatomy(wasm: &[u8]) -> Result<Anatomy> {
    let mut anatomy = Anatomy::default();
    let mut first = 0;
    let mut bodies = Vec::new();
    let mut exports = BTreeMap::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let bytes = payload.as_section().map_or(0, |(_, range)| range.len());
        let section = match payload {
            Payload::CodeSectionStart { .. } => continue,
            Payload::CodeSectionEntry(body) => {
                bodies.push(body.range().len());
                continue;
            }
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
                    // The bundle's module has none.
                    continue;
                }
                _ => "(other sections)",
            },
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    first += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
                "(imports)"
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        exports.insert(export.index, export.name);
                    }
                }
                "(other sections)"
            }
            Payload::DataSection(_) => "(data: texts and tables)",
            _ => "(other sections)",
        };
        *anatomy.sections.entry(section).or_default() += bytes;
    }
    for (index, bytes) in (first..).zip(bodies) {
        let name = match exports.get(&index) {
            // Ours are the page's functions; those with a name of two underscores or one are the glue's.
            Some(export) if !export.starts_with('_') => format!("variorum::page::{export}"),
            _ => format!("{:#}", demangle(names.get(&index).copied().unwrap_or_default())),
        };
        anatomy.functions.push((name, bytes));
    }
    anatomy.functions.sort_by_key(|function| std::cmp::Reverse(function.1));
    Ok(anatomy)
}

impl Anatomy {
    /// Bytes by room, dependency and section, largest first.
    fn parts(&self) -> Vec<(String, usize)> {
        let mut parts: BTreeMap<String, usize> =
            self.sections.iter().map(|(name, bytes)| (name.to_string(), *bytes)).collect();
        for (name, bytes) in &self.functions {
            *parts.entry(part(name)).or_default() += bytes;
        }
        let mut parts: Vec<_> = parts.into_iter().collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.1));
        parts
    }
}

/// Where a function belongs: a room of ours, or a dependency.
fn part(name: &str) -> String {
    // `<T as Trait>::method` belongs to where T is; `<&mut T>` too.
    let path = name.trim_start_matches(|c: char| !c.is_alphabetic() && c != '_');
    let path = ["mut ", "dyn "].iter().fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    let word = |path: &str| path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let first = word(path);
    let Some((_, rest)) = path.split_once("::") else { return "(no crate)".into() };
    match &*first {
        // Of primitive types, and of whatever type it was compiled for.
        "char" | "str" | "bool" | "u8" | "u16" | "u32" | "u64" | "usize" | "i32" | "i64" => "core".into(),
        generic if generic.starts_with(char::is_uppercase) => "core".into(),
        "variorum" => format!("variorum::{}", word(rest)),
        _ => first,
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
        check("<core[c5930c85a12de822]::fmt::Formatter>::pad", "core");
        check("<char as core::fmt::Debug>::fmt", "core");
        check("<T as core::convert::Into<U>>::into", "core");
        check("memcpy", "(no crate)");
        check("", "(no crate)");
    }
}
