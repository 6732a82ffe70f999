//! What the values of a column look like.

use crate::{
    names::Names,
    value::{Type, Value},
};

/// Types that are more than text, in the order in which one is preferred.
const TYPES: [Type; 4] = [Type::Integer, Type::Real, Type::Boolean, Type::Time];

/// The types that no value of a column has spoken against, after at least one was seen.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Looks(Option<[bool; 4]>);

impl Looks {
    /// Looks at one value more. Only what would be written as it stands here counts as more than text: `007` stays a text.
    pub(crate) fn see(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        let mut none = Names::default();
        let still = self.0.get_or_insert([true; 4]);
        for (still, kind) in still.iter_mut().zip(TYPES) {
            *still = *still && {
                let value = kind.read(cell, &mut none);
                value.is_some_and(|value| value.written(&none).to_string() == cell)
            };
        }
    }

    /// The type of the column.
    pub(crate) fn kind(self) -> Type {
        let left = self.0.unwrap_or_default();
        left.into_iter().zip(TYPES).find(|(still, _)| *still).map_or(Type::Text, |(_, kind)| kind)
    }

    /// A value of the column.
    pub(crate) fn value(self, cell: &str, texts: &mut Names) -> Value {
        self.kind().read(cell, texts).unwrap_or_else(|| Value::Text(texts.keep(cell)))
    }
}
