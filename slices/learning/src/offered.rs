//! To whom a wording can be passed on, and who has it already: nobody is given the same twice.

use askama::{Template, filters::HtmlSafe};
use cycles::{Cycle, CycleLine};
use kernel::{Id, Moment};
use platform::{DbError, Reading};
use words::Say;

use crate::{Pattern, model::Wording, said, store};

/// To whom a wording can be passed on, and who has it.
#[derive(Debug, Default)]
pub(crate) struct Offer {
    /// Who can be asked.
    pub(crate) cycles: Vec<CycleLine>,
    /// Who has these very words, or named them.
    pub(crate) had: Vec<Has>,
}

/// Somebody who has these very words.
#[derive(Debug)]
pub(crate) struct Has {
    pub(crate) cycle: Id<Cycle>,
    pub(crate) who: String,
    /// Since when; nothing where they named it themselves.
    pub(crate) since: Option<Moment>,
}

impl Has {
    pub(crate) fn said(&self) -> Say {
        let who = self.who.as_str();
        self.since.map_or_else(|| said::pass_named(who), |at| said::pass_has(at, who))
    }
}

impl Offer {
    /// Who has it already, in sentences.
    pub(crate) fn have_it(&self) -> HaveIt {
        HaveIt { had: self.had.iter().map(Has::said).collect() }
    }
}

/// Who has it already, where they would stand to be chosen.
#[derive(Debug, Default, Template)]
#[template(
    source = "{% if !had.is_empty() %}<ul class=\"govuk-list\">{% for it in had %}<li>{{ it }}</li>{% endfor %}</ul>{% endif %}",
    ext = "html"
)]
pub(crate) struct HaveIt {
    pub(crate) had: Vec<Say>,
}

impl HtmlSafe for HaveIt {}

impl HaveIt {
    pub(crate) const fn is_empty(&self) -> bool {
        self.had.is_empty()
    }
}

/// To whom the words of a pattern can be passed on from this cycle. Other words are something else
/// to hear: whoever had earlier ones can be given them.
pub(crate) async fn offer(
    reading: &mut Reading,
    (pattern, wording): (&Id<Pattern>, Option<Id<Wording>>),
    own: Id<Cycle>,
) -> Result<Offer, DbError> {
    let named = store::pattern::cycle_of(reading.tx(), pattern).await?;
    let relays = store::relay::of_patterns(reading, &[*pattern]).await?;
    let mut offer = Offer::default();
    for line in cycles::all_cycles(reading.tx()).await? {
        let cycle = line.cycle;
        let relay = relays.iter().find(|it| it.to == cycle && Some(it.wording) == wording);
        if cycle == own {
            continue;
        }
        if relay.is_some() || named == Some(cycle) {
            let since = relay.map(|it| it.at);
            offer.had.push(Has { cycle, who: line.body.name, since });
        } else {
            offer.cycles.push(line);
        }
    }
    Ok(offer)
}
