//! The browser bundle that this binary carries.

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

/// Files by name.
pub type Bundle = &'static [(&'static str, &'static [u8])];

/// The bundle, for a command that can't do without.
pub fn bundle() -> Result<Bundle, String> {
    BUNDLE.ok_or_else(|| "no browser bundle in this build: run cargo xtask build".into())
}
