//! A pattern on its way: what it says, what was asked, and its whole trail.

use askama::Template;
use kernel::Id;
use platform::{Ask, Failure, Reading, Seen, View};
use ui::{Stream, Streams};
use words::Text;

use crate::{
    Relay,
    model::Wording,
    policy::SeeRelay,
    rules::{self, Given},
    said,
    store::{self, asking, relay::Kept, wording},
    way::{BodyLine, Step, Ways, trail},
};

/// A pattern on its way.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "relay.html")]
pub(crate) struct RelayPage {
    /// The relay.
    #[schema(value_type = String)]
    pub(crate) relay: Id<Relay>,
    /// What is seen, in words that may leave.
    pub(crate) statement: String,
    /// Who is hit by it.
    pub(crate) hit: Option<String>,
    /// Where it was otherwise.
    pub(crate) counter: Option<String>,
    /// What was asked; nothing stands for the usual question.
    pub(crate) question: Option<String>,
    /// Who passed it on.
    pub(crate) from: BodyLine,
    /// Who was asked.
    pub(crate) to: BodyLine,
    /// The cycle that was asked.
    #[schema(value_type = String)]
    pub(crate) cycle: Id<cycles::Cycle>,
    /// How many lives gave to it; nothing where so few did that a number would tell who.
    pub(crate) gave: Option<usize>,
    /// Its way.
    pub(crate) steps: Vec<Step>,
    /// The bodies it flowed through, from where it was named.
    pub(crate) flow: Vec<BodyLine>,
    /// The reader works where it was passed to.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) answers: bool,
}

impl View for RelayPage {
    fn title(&self) -> Text {
        said::relay_title().into()
    }
}

impl RelayPage {
    fn trail(&self) -> ui::Trail {
        trail(&self.steps)
    }

    /// How it flowed. Where few gave, nothing says how many.
    fn streams(&self) -> Streams {
        let all = Streams::new("streams", said::streams_title(), said::streams_about());
        let (who, many) = (said::gave_who(), self.gave);
        let gave = many.map_or_else(said::gave_few, said::gave_many);
        let lives = Stream::new(ui::Scale::Person, who, gave).flows_into(1);
        let wide = many.and_then(|it| u16::try_from(it).ok());
        let all = all.stream(wide.into_iter().fold(lives, Stream::many));
        let last = self.flow.len();
        (1..).zip(&self.flow).fold(all, |all, (place, body)| {
            let stream = Stream::new(body.scale.into(), body.name.clone(), said::gave_joined());
            all.stream(if place < last { stream.flows_into(place + 1) } else { stream })
        })
    }
}

/// What leaves with a wording, as far as its people agreed to it.
pub(crate) async fn given(
    reading: &mut Reading,
    wording: &Id<Wording>,
) -> Result<Vec<Given>, Failure> {
    let mut given = asking::given(reading, &[*wording]).await?;
    Ok(given.remove(wording).unwrap_or_default())
}

/// The relays before this one, this one, and the first that followed each, in order.
fn chain<'a>(all: &'a [Kept], of: &'a Kept) -> Vec<&'a Kept> {
    let mut chain = vec![of];
    // Each relay is later than the one it follows, so there is no ring; the bound says so twice.
    while let Some(before) = chain.first().and_then(|it| it.after)
        && let Some(found) = all.iter().find(|it| it.relay == before)
        && chain.len() <= all.len()
    {
        chain.insert(0, found);
    }
    while let Some(last) = chain.last().map(|it| it.relay)
        && let Some(found) = all.iter().find(|it| it.after == Some(last))
        && chain.len() <= all.len()
    {
        chain.push(found);
    }
    chain
}

fn flow(ways: &Ways, of: &Kept) -> Vec<BodyLine> {
    let chain = chain(&ways.relays, of);
    let origin = chain.first().map(|it| ways.body(&it.from));
    origin.into_iter().chain(chain.iter().map(|it| ways.body(&it.to))).collect()
}

pub(crate) async fn page(ask: Ask<SeeRelay>) -> Result<Seen<RelayPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let kept = store::relay::one(&mut look, &on.relay).await?.ok_or(Failure::NotFound)?;
    let worded = wording::passed_one(&mut look, &kept.wording).await?.ok_or(Failure::NotFound)?;
    let gave = rules::gave(&given(&mut look, &kept.wording).await?);
    let ways = Ways::of(&mut look, &[on.pattern]).await?;
    let page = RelayPage {
        relay: on.relay,
        statement: worded.body,
        hit: worded.hit,
        counter: worded.counter,
        from: ways.body(&kept.from),
        to: ways.body(&kept.to),
        cycle: kept.to,
        gave,
        steps: ways.whole(&on.pattern, gave),
        flow: flow(&ways, &kept),
        answers: on.to.part.works(),
        question: kept.question,
    };
    look.show(page).await
}

#[cfg(test)]
mod tests {
    use kernel::Moment;
    use proptest::prelude::*;

    use super::*;

    fn relay(id: u8, after: Option<u8>) -> Kept {
        Kept {
            relay: Id::from_bytes([id; 16]),
            pattern: Id::from_bytes([0; 16]),
            wording: Id::from_bytes([0; 16]),
            from: Id::from_bytes([id; 16]),
            to: Id::from_bytes([id + 1; 16]),
            question: None,
            after: after.map(|it| Id::from_bytes([it; 16])),
            at: Moment::from_micros(i64::from(id)),
        }
    }

    #[test]
    fn the_way_runs_from_where_it_was_named() {
        let all = [relay(1, None), relay(2, Some(1)), relay(3, Some(2)), relay(4, None)];
        for of in &all[..3] {
            let ids: Vec<_> = chain(&all, of).iter().map(|it| it.relay).collect();
            assert_eq!(ids, [all[0].relay, all[1].relay, all[2].relay]);
        }
        assert_eq!(chain(&all, &all[3]).len(), 1);
    }

    proptest! {
        #[test]
        fn a_way_ends_whatever_follows_what(after in proptest::collection::vec(proptest::option::of(0..9u8), 1..9)) {
            let all: Vec<Kept> = (0..).zip(after).map(|(id, after)| relay(id, after)).collect();
            for of in &all {
                prop_assert!(chain(&all, of).len() <= 2 * all.len() + 2);
            }
        }
    }
}
