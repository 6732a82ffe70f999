use askama::{Template, filters::HtmlSafe};
use words::{Say, Text};

use crate::{Cell, Details, Part, Scale, Table, said};

mod drawing;

use drawing::Drawing;

/// Learning that joined up, drawn as streams: how wide one is says how many gave to it, and
/// nothing says how well anybody did. The same stands below it in words and as a table.
#[derive(Clone, Debug, Template)]
#[template(path = "streams.html")]
pub struct Streams {
    id: String,
    title: Text,
    about: Text,
    all: Vec<Stream>,
}

/// One of the [`Streams`].
#[derive(Clone, Debug)]
pub struct Stream {
    scale: Scale,
    word: Say,
    who: Text,
    said: Text,
    many: u16,
    into: Option<usize>,
}

impl HtmlSafe for Streams {}

impl Stream {
    /// A stream that begins with `who`; `said` says in words how many gave, or that they were few.
    pub fn new(scale: Scale, who: impl Into<Text>, said: impl Into<Text>) -> Self {
        let (who, said) = (who.into(), said.into());
        Self { scale, word: scale.word(), who, said, many: 0, into: None }
    }

    /// How many gave here themselves. Leave it out where so few gave that a count would tell who;
    /// what flowed in from other streams is added by itself.
    #[must_use]
    pub const fn many(mut self, many: u16) -> Self {
        self.many = many;
        self
    }

    /// Flows into the stream at this place, counted from nought. It has to come later, so that no
    /// stream flows back into itself.
    #[must_use]
    pub const fn flows_into(mut self, place: usize) -> Self {
        self.into = Some(place);
        self
    }
}

impl Streams {
    /// No stream yet. The id is this drawing's own on the page; `title` and `about` say what it
    /// shows to those who do not see it.
    pub fn new(id: impl Into<String>, title: impl Into<Text>, about: impl Into<Text>) -> Self {
        Self { id: id.into(), title: title.into(), about: about.into(), all: Vec::new() }
    }

    /// One more stream.
    #[must_use]
    pub fn stream(mut self, stream: Stream) -> Self {
        self.all.push(stream);
        self
    }

    fn drawing(&self) -> Drawing {
        Drawing::of(&self.all)
    }

    fn twin(&self) -> Details {
        let head = [said::streams_from(), said::streams_gave(), said::streams_into()];
        let mut table = Table::new().caption(self.title.clone()).named_rows().head(head);
        for (place, stream) in self.all.iter().enumerate() {
            let into = self
                .target(place)
                .map_or_else(|| said::streams_nowhere().into(), |target| target.who.clone());
            let row: [Text; 3] = [stream.who.clone(), stream.said.clone(), into];
            table = table.row(row.map(Cell::from));
        }
        Details::new(said::streams_table(), Part::of(table))
    }

    fn target(&self, place: usize) -> Option<&Stream> {
        let into = self.all.get(place)?.into.filter(|it| *it > place)?;
        self.all.get(into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> Streams {
        Streams::new("s", "Streams", "Six people and a team")
            .stream(Stream::new(Scale::Person, "Six people", "six").many(6).flows_into(1))
            .stream(Stream::new(Scale::Team, "A team", "six and the team").many(1).flows_into(2))
            .stream(Stream::new(Scale::Place, "A place", "all of them").flows_into(0))
    }

    #[test]
    fn each_of_a_few_people_has_a_thread() {
        let html = three().to_string();
        assert_eq!(html.matches("trib-flow trib-person").count(), 6, "{html}");
        assert_eq!(html.matches("trib-flow trib-team").count(), 1);
    }

    #[test]
    fn the_table_says_the_same_and_a_stream_that_flows_back_flows_nowhere() {
        let html = three().to_string();
        let table = html.split("<table").nth(1).unwrap();
        assert!(table.contains("Six people") && table.contains("all of them"), "{table}");
        assert!(table.contains("streams-nowhere"), "{table}");
    }

    #[test]
    fn nothing_is_drawn_from_nothing() {
        let html = Streams::new("s", "Streams", "None yet").to_string();
        assert!(html.contains("<svg") && !html.contains("trib-flow "), "{html}");
    }
}
