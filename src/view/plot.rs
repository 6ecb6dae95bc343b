//! Values on a scale.

use super::{Context, El};
use crate::dossier::ClaimIndex;

/// The plot of a claim whose values have a scale; `None` for any other.
pub(super) fn plot(_context: &Context, _at: ClaimIndex) -> Option<El> {
    None
}
