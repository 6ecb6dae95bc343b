//! From a tree that was judged to the dossier. Nothing is judged here: what is missing all the same leaves out
//! the claim it belongs to, or everything.

use super::judge::Verdict;
use super::words::{minor, slug, zone};
use super::*;

/// Builds what the verdict lets pass.
pub(super) fn build(root: &Node, verdict: &Verdict) -> Option<Dossier> {
    let builder = Builder { lang: root.str("lang")?, sources: items(root, "sources") };
    let sound = |index: &usize| !verdict.broken.get(*index).copied().unwrap_or(true);
    let claim_nodes = items(root, "claims");
    let claims: Vec<Claim> =
        (0..claim_nodes.len()).filter(sound).filter_map(|index| builder.claim(&claim_nodes[index])).collect();
    let changes = items(root, "changes").iter().filter_map(|change| builder.change(change, &claims)).collect();
    Some(Dossier {
        minor: minor(root.str("variorum")?)?,
        id: string(root, "id")?,
        lang: builder.lang.to_owned(),
        title: builder.text(root, "title")?,
        status: Status::named(root.str("status")?)?,
        article: Article {
            url: root.get("article").and_then(|article| string(article, "url")),
            headline: root.get("article").and_then(|article| builder.text(article, "headline")),
        },
        publisher: publisher(root.get("publisher")?)?,
        modified: string(root, "modified")?,
        revision: root.get("revision").and_then(Node::as_number).map_or(1, |number| number as u32),
        by: strings(root, "by"),
        method: builder.text(root, "method"),
        drafted: root.get("drafted").and_then(drafted),
        sources: all(builder.sources, |source| builder.source(source))?,
        claims,
        changes,
    })
}

struct Builder<'n> {
    lang: &'n str,
    sources: &'n [Node],
}

impl Builder<'_> {
    fn source(&self, node: &Node) -> Option<Source> {
        Some(Source {
            id: string(node, "id")?,
            name: string(node, "name")?,
            title: string(node, "title"),
            url: string(node, "url"),
            archived: string(node, "archived"),
            by: strings(node, "by"),
            published: date(node, "published"),
            published_inferred: node.str("publishedBasis") == Some("inferred"),
            updated: date(node, "updated"),
            accessed: date(node, "accessed"),
            lang: node.str("lang").unwrap_or(self.lang).to_owned(),
            kind: SourceKind::named(node.str("kind")?)?,
            seen: flag(node, "seen", true),
            derives: all(items(node, "derives"), |step| self.derivation(step))?,
            state: node.str("status").and_then(SourceState::named).unwrap_or_default(),
            note: self.text(node, "note"),
            file: node.get("file").and_then(file),
        })
    }

    fn derivation(&self, node: &Node) -> Option<Derivation> {
        Some(Derivation {
            from: self.index(node.get("from")?)?,
            how: How::named(node.str("how")?)?,
            note: self.text(node, "note"),
        })
    }

    fn claim(&self, node: &Node) -> Option<Claim> {
        let kind = ClaimKind::named(node.str("type")?)?;
        Some(Claim {
            id: string(node, "id")?,
            question: self.text(node, "question")?,
            kind,
            unit: string(node, "unit"),
            of: self.text(node, "of"),
            zone: node.str("zone").and_then(zone),
            state: node.str("status").and_then(ClaimState::named).unwrap_or_default(),
            anchors: all(items(node, "anchors"), anchor)?,
            note: self.text(node, "note"),
            exclusive: flag(node, "exclusive", false),
            tolerance: node.get("tolerance").and_then(Node::as_number).unwrap_or(0.2),
            relation: match node.get("relation") {
                Some(own) => Some(Override { is: Relation::named(own.str("is")?)?, why: self.text(own, "why")? }),
                None => None,
            },
            resolution: match node.get("resolution") {
                Some(settled) => Some(Resolution {
                    text: self.text(settled, "text")?,
                    date: date(settled, "date")?,
                    sources: self.indexes(items(settled, "sources"))?,
                }),
                None => None,
            },
            readings: all(items(node, "readings"), |reading| self.reading(reading, kind))?,
        })
    }

    fn reading(&self, node: &Node, kind: ClaimKind) -> Option<Reading> {
        Some(Reading {
            source: self.index(node.get("source")?)?,
            mode: node.str("mode").and_then(Mode::named).unwrap_or_default(),
            answer: match node.get("value") {
                Some(value) => Some(self.answer(value, kind)?),
                None => None,
            },
            label: self.text(node, "label"),
            attributed_to: match node.get("attributedTo") {
                Some(one) if one.get("name").is_some() => vec![self.attribution(one)?],
                Some(several) => all(several.items(), |one| self.attribution(one))?,
                None => Vec::new(),
            },
            from: match node.get("from") {
                Some(from) if from.as_str().is_some() => From::Unknown,
                Some(from) => From::Sources(self.indexes(from.items())?),
                None => From::Unstated,
            },
            quotes: self.quotes(node)?,
            note: self.text(node, "note"),
            was: all(items(node, "was"), |was| {
                Some(Was {
                    answer: self.answer(was.get("value")?, kind)?,
                    quotes: self.quotes(was)?,
                    until: date(was, "until")?,
                    why: self.text(was, "why")?,
                })
            })?,
        })
    }

    fn attribution(&self, node: &Node) -> Option<Attribution> {
        Some(Attribution { name: self.text(node, "name")?, kind: AttributionKind::named(node.str("kind")?)? })
    }

    fn quotes(&self, node: &Node) -> Option<Vec<Quote>> {
        all(items(node, "quotes"), |quote| {
            Some(Quote {
                selector: selector(quote)?,
                translation: match quote.get("translation") {
                    Some(other) => {
                        Some(Translation { text: self.text(other, "text")?, by: Translator::named(other.str("by")?)? })
                    }
                    None => None,
                },
                speaker: string(quote, "speaker"),
            })
        })
    }

    fn answer(&self, node: &Node, kind: ClaimKind) -> Option<Answer> {
        Some(Answer {
            value: match node.as_str() {
                Some(printed) => Value::Printed(printed.to_owned()),
                None => self.value(node, kind)?,
            },
            words: string(node, "words"),
            scope: string(node, "scope"),
        })
    }

    fn value(&self, node: &Node, kind: ClaimKind) -> Option<Value> {
        if node.get("unclear").is_some() || kind == ClaimKind::YesNo && node.str("is") == Some("unclear") {
            return Some(Value::Unclear);
        }
        Some(match kind {
            ClaimKind::Duration => Value::Duration(bounds(node, |figure| Duration::parse(figure.as_str()?))?),
            ClaimKind::Count => Value::Count(bounds(node, |figure| Some(figure.as_number()? as u64))?),
            ClaimKind::Quantity => Value::Quantity {
                amount: bounds(node, |figure| Some(Decimal::new(figure.as_number()?)))?,
                unit: node.str("unit").map(|unit| match unit.strip_prefix('?') {
                    Some(probable) => UnitOfValue::Unstated(probable.to_owned()),
                    None => UnitOfValue::Stated(unit.to_owned()),
                }),
            },
            ClaimKind::Date => Value::Date(bounds(node, |figure| Date::parse(figure.as_str()?))?),
            ClaimKind::YesNo => Value::YesNo(node.str("is")? == "yes"),
            ClaimKind::Name => Value::Name(item(node)?),
            ClaimKind::List => Value::List {
                items: all(items(node, "items"), item)?,
                not: all(items(node, "not"), item)?,
                complete: flag(node, "complete", false),
            },
            ClaimKind::Text => {
                let is = self.text(node, "is")?;
                let key = key(node, &is.0.first()?.1);
                Value::Text(Item { is, key, near: strings(node, "near"), n: None })
            }
        })
    }

    fn change(&self, node: &Node, claims: &[Claim]) -> Option<Change> {
        let named = items(node, "claims");
        let claims: Vec<ClaimIndex> =
            named.iter().filter_map(|id| claims.iter().position(|claim| Some(&*claim.id) == id.as_str())).collect();
        // A change of nothing but claims that were left out is none of the dossier's.
        if claims.is_empty() && !named.is_empty() {
            return None;
        }
        Some(Change {
            date: string(node, "date")?,
            kind: ChangeKind::named(node.str("kind")?)?,
            claims,
            text: self.text(node, "text")?,
        })
    }

    /// Words of the newsroom; those in the dossier's own language come first.
    fn text(&self, node: &Node, name: &str) -> Option<Text> {
        let text = node.get(name)?;
        if let Some(words) = text.as_str() {
            return Some(Text(vec![(self.lang.to_owned(), words.to_owned())]));
        }
        let entries = text.fields();
        let own = entries.iter().position(|(tag, ..)| tag.eq_ignore_ascii_case(self.lang))?;
        let mut words = all(entries, |(tag, _, words)| Some((tag.clone(), words.as_str()?.to_owned())))?;
        words[..=own].rotate_right(1);
        Some(Text(words))
    }

    fn index(&self, id: &Node) -> Option<SourceIndex> {
        let id = id.as_str()?;
        self.sources.iter().position(|source| source.str("id") == Some(id))
    }

    fn indexes(&self, ids: &[Node]) -> Option<Vec<SourceIndex>> {
        all(ids, |id| self.index(id))
    }
}

fn publisher(node: &Node) -> Option<Publisher> {
    Some(Publisher {
        name: string(node, "name")?,
        url: string(node, "url"),
        corrections: string(node, "corrections"),
        contact: string(node, "contact"),
    })
}

fn drafted(node: &Node) -> Option<Drafted> {
    Some(Drafted { tool: string(node, "tool")?, date: string(node, "date"), reviewed_by: string(node, "reviewedBy") })
}

fn file(node: &Node) -> Option<File> {
    Some(File {
        path: string(node, "path")?,
        sha256: string(node, "sha256"),
        from: string(node, "from"),
        to: string(node, "to"),
    })
}

fn anchor(node: &Node) -> Option<Anchor> {
    Some(match node.get("element") {
        Some(_) => Anchor::Element {
            id: string(node, "element")?,
            refined_by: match node.get("refinedBy") {
                Some(words) => Some(selector(words)?),
                None => None,
            },
        },
        None => Anchor::Words { selector: selector(node)?, all: flag(node, "all", false) },
    })
}

fn selector(node: &Node) -> Option<Selector> {
    let context = |name| node.str(name).unwrap_or_default().to_owned();
    Some(Selector { exact: string(node, "exact")?, prefix: context("prefix"), suffix: context("suffix") })
}

/// A name, or the item of a list: the name alone, or with more.
fn item(node: &Node) -> Option<Item<String>> {
    let is = node.as_str().or_else(|| node.str("is"))?;
    Some(Item {
        is: is.to_owned(),
        key: key(node, is),
        near: strings(node, "near"),
        n: node.get("n").and_then(Node::as_number).map(|number| number as u64),
    })
}

fn key(node: &Node, is: &str) -> String {
    string(node, "key").unwrap_or_else(|| slug(is))
}

fn bounds<T>(node: &Node, figure: impl Fn(&Node) -> Option<T>) -> Option<Bounds<T>> {
    let part = |name| node.get(name).and_then(&figure);
    Some(match (part("is"), part("min"), part("max")) {
        (Some(is), ..) => Bounds::Is(is, node.str("hedge").and_then(Hedge::named).unwrap_or_default()),
        (None, Some(min), Some(max)) => Bounds::Between(min, max),
        (None, Some(min), None) => Bounds::Min(min),
        (None, None, max) => Bounds::Max(max?),
    })
}

fn date(node: &Node, name: &str) -> Option<Date> {
    Date::parse(node.str(name)?)
}

fn flag(node: &Node, name: &str, default: bool) -> bool {
    match node.get(name) {
        Some(Node { kind: NodeKind::Bool(set), .. }) => *set,
        _ => default,
    }
}

fn string(node: &Node, name: &str) -> Option<String> {
    node.str(name).map(str::to_owned)
}

fn strings(node: &Node, name: &str) -> Vec<String> {
    items(node, name).iter().filter_map(Node::as_str).map(str::to_owned).collect()
}

fn items<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    node.get(name).map_or(&[], Node::items)
}

/// All of a list, or nothing.
fn all<'n, N, T>(list: &'n [N], each: impl FnMut(&'n N) -> Option<T>) -> Option<Vec<T>> {
    list.iter().map(each).collect()
}
