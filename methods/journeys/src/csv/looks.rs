//! What the values of a column look like.

use crate::{
    names::Names,
    value::{Type, Value},
};

/// The types that no value of a column has spoken against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Looks {
    seen: bool,
    integer: bool,
    real: bool,
    boolean: bool,
    time: bool,
}

impl Default for Looks {
    fn default() -> Self {
        Self { seen: false, integer: true, real: true, boolean: true, time: true }
    }
}

impl Looks {
    /// Looks at one value more. Only what would be written as it stands here counts as more than text: `007` stays a text.
    pub(crate) fn see(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.seen = true;
        let mut none = Names::default();
        let mut is = |still: &mut bool, kind: Type| {
            *still = *still && {
                let value = kind.read(cell, &mut none);
                value.is_some_and(|value| value.written(&none).to_string() == cell)
            };
        };
        is(&mut self.integer, Type::Integer);
        is(&mut self.real, Type::Real);
        is(&mut self.boolean, Type::Boolean);
        is(&mut self.time, Type::Time);
    }

    /// The type of the column.
    pub(crate) fn kind(self) -> Type {
        match self {
            Self { seen: false, .. } => Type::Text,
            Self { integer: true, .. } => Type::Integer,
            Self { real: true, .. } => Type::Real,
            Self { boolean: true, .. } => Type::Boolean,
            Self { time: true, .. } => Type::Time,
            Self { .. } => Type::Text,
        }
    }

    /// A value of the column.
    pub(crate) fn value(self, cell: &str, texts: &mut Names) -> Value {
        self.kind()
            .read(cell, texts)
            .unwrap_or_else(|| Value::Text(texts.keep(cell)))
    }
}
