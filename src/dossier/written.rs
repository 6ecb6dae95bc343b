//! A tree as JSON.

use super::{Node, NodeKind};
use serde::ser::{Serialize, SerializeMap, Serializer};

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.kind {
            NodeKind::Null => serializer.serialize_unit(),
            NodeKind::Bool(yes) => serializer.serialize_bool(*yes),
            NodeKind::Number(number) => match whole(*number) {
                Some(whole) => serializer.serialize_i64(whole),
                None => serializer.serialize_f64(*number),
            },
            NodeKind::String(text) => serializer.serialize_str(text),
            NodeKind::Array(items) => serializer.collect_seq(items),
            NodeKind::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, _, node) in fields {
                    map.serialize_entry(name, node)?;
                }
                map.end()
            }
        }
    }
}

/// The number without a point, where it has no fraction and is exact.
pub(crate) fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        let check = |number: f64, expected: &str| {
            assert_eq!(serde_json::to_string(&Node::new(NodeKind::Number(number))).unwrap(), expected);
        };
        check(3.0, "3");
        check(-0.0, "0");
        check(0.2, "0.2");
        check(2_300_000.0, "2300000");
        check(9_007_199_254_740_992.0, "9007199254740992");
    }
}
