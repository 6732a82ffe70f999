//! `tributary map analyse`: loops, what leads to what, which factors lie between others.

mod answer;
mod print;

use std::io::{self, IsTerminal as _, Write as _};

use causal::{Centrality, Graph, Limits, Loops, centrality::Sweep, loops};
use clap::Args;

use super::source::{Source, warn};
use crate::said::{Failure, Said, json};

/// Analyses a map.
#[derive(Debug, Args)]
pub(super) struct Analyse {
    #[command(flatten)]
    source: Source,
    /// The most links that a loop may have.
    #[arg(long, value_name = "L", default_value_t = loops::MAX_LENGTH)]
    max_loop: usize,
    /// The most loops to look at. Dense maps have more than anybody could count: then the answer says that it is not
    /// complete. Without it 1,000,000, or 100,000,000 with --no-items.
    #[arg(long, value_name = "N")]
    most_loops: Option<u64>,
    /// Count the loops, and do not list them.
    #[arg(long)]
    no_items: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Analyse {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        let read = self.source.read()?;
        warn(self.source.path(), &read);
        let map = &read.map;
        let graph = Graph::of(map).map_err(|why| Failure::of(self.source.path(), why))?;
        let most = if self.no_items { loops::MOST_COUNTED } else { loops::MOST_LISTED };
        let limits =
            Limits { max_length: self.max_loop, most_loops: self.most_loops.unwrap_or(most) };
        let loops =
            if self.no_items { Loops::count(&graph, limits) } else { Loops::list(&graph, limits) };
        let answer = answer::Answer::of(map, &graph, &loops, &central(&graph));
        if self.json { json(out, &answer) } else { print::print(out, &map.title, &answer) }
    }
}

/// From how many factors on it is worth saying how far the search has come.
const MANY: usize = 5_000;

/// Centrality, with progress on a terminal where it takes long.
fn central(graph: &Graph) -> Centrality {
    if graph.len() < MANY || !io::stderr().is_terminal() {
        return Centrality::of(graph);
    }
    let mut sweep = Sweep::over(graph);
    for (done, node) in graph.nodes().enumerate() {
        if done.is_multiple_of(graph.len() / 100) {
            progress(&format!("{done} of {} factors looked at", graph.len()));
        }
        sweep.from(node);
    }
    progress("");
    sweep.end()
}

/// What stands there meanwhile. Whether a terminal can show it changes nothing.
fn progress(line: &str) {
    let mut terminal = io::stderr().lock();
    let _shown = write!(terminal, "\r\u{1b}[K{line}").and_then(|()| terminal.flush());
}
