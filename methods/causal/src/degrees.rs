//! What leads to each factor and what it leads to, in one step.

use crate::graph::{Graph, Node};

/// Where a factor stands in the map, over directed links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// It leads to others and nothing leads to it.
    Driver,
    /// Others lead to it and it leads to nothing.
    Receiver,
    /// Both.
    Ordinary,
    /// Neither. It may still have undirected links.
    Isolated,
}

impl Role {
    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Driver => "driver",
            Self::Receiver => "receiver",
            Self::Ordinary => "ordinary",
            Self::Isolated => "isolated",
        }
    }
}

/// How many lead to a factor, and to how many it leads. A factor that leads to itself counts in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Degrees {
    /// How many factors lead to it.
    pub into: u32,
    /// To how many it leads.
    pub out: u32,
}

impl Degrees {
    /// Those of a factor. Parallel links count once.
    pub fn of(graph: &Graph, node: Node) -> Self {
        let count = |neighbours: &[Node]| u32::try_from(neighbours.len()).unwrap_or(u32::MAX);
        Self { into: count(graph.into().of_node(node)), out: count(graph.out().of_node(node)) }
    }

    /// What that makes of the factor.
    pub fn role(self) -> Role {
        match (self.into > 0, self.out > 0) {
            (false, true) => Role::Driver,
            (true, false) => Role::Receiver,
            (true, true) => Role::Ordinary,
            (false, false) => Role::Isolated,
        }
    }

    /// How much a factor passes on for what it takes up: (out + 1) / (in + 1).
    ///
    /// This is how Kumu advises to reckon leverage: it has a value also for factors without incoming links.
    pub fn leverage(self) -> f64 {
        (f64::from(self.out) + 1.0) / (f64::from(self.into) + 1.0)
    }

    /// Leverage as PRSM reckons it: out / in, and 0 where nothing leads here. For comparison only: by it a driver has
    /// the least.
    pub fn leverage_as_prsm(self) -> f64 {
        if self.into == 0 { 0.0 } else { f64::from(self.out) / f64::from(self.into) }
    }
}
