//! The answer for people.

use std::io;

use opinions::{Analysis, Clarity, Conversation, Group, Id, Note, Representative, Shared, Tally};

use super::{
    answer::direction,
    line::{count, many, name, percent, wrapped},
};
use crate::said::Said;

/// How many statements of a kind are said.
const MOST: usize = 5;

pub(super) fn say(
    out: &mut dyn io::Write,
    topic: &str,
    conversation: &Conversation,
    analysis: &Analysis,
) -> Said {
    let page = Page { conversation, analysis };
    if !topic.trim().is_empty() {
        wrapped(out, "", topic)?;
        writeln!(out)?;
    }
    page.who(out)?;
    page.groups(out)?;
    page.common(out)?;
    page.divisive(out)?;
    page.notes(out)
}

struct Page<'a> {
    conversation: &'a Conversation,
    analysis: &'a Analysis,
}

impl Page<'_> {
    fn who(&self, out: &mut dyn io::Write) -> Said {
        let all = self.analysis;
        let text = format!(
            "{} voted {} on {}. {} in the conversation, with {} or more.",
            many(all.participants, "person", "people"),
            many(all.votes, "time", "times"),
            many(all.statements, "statement", "statements"),
            many(all.in_conversation.len(), "is", "are"),
            many(all.least_votes, "vote", "votes"),
        );
        wrapped(out, "", &text)
    }

    fn groups(&self, out: &mut dyn io::Write) -> Said {
        let heading = match (self.analysis.clarity, self.analysis.silhouette) {
            (Clarity::NoGroups, Some(silhouette)) => {
                format!("No clear groups. The best that can be found (silhouette {silhouette:.2}):")
            }
            (Clarity::NoGroups, None) if self.analysis.notes.contains(&Note::AskedForOne) => {
                String::from("1 group, as was asked for")
            }
            (Clarity::NoGroups, None) => String::from("No clear groups"),
            (Clarity::Weak, silhouette) => self.found("weak group", "weak groups", silhouette),
            (Clarity::Clear, silhouette) => self.found("group", "groups", silhouette),
        };
        writeln!(out, "\n{heading}")?;
        if self.analysis.groups.len() > 1 {
            let legend = "How they vote, how many of those who voted on it, how many times more than all others, number and text:";
            wrapped(out, "  ", legend)?;
        }
        self.analysis.groups.iter().try_for_each(|group| self.group(out, group))
    }

    fn found(&self, one: &str, several: &str, silhouette: Option<f64>) -> String {
        let groups = many(self.analysis.groups.len(), one, several);
        format!("{groups} (silhouette {:.2})", silhouette.unwrap_or_default())
    }

    fn group(&self, out: &mut dyn io::Write, group: &Group) -> Said {
        writeln!(out, "\n  Group {}: {}", group.id, many(group.members.len(), "person", "people"))?;
        if group.representative.is_empty() {
            writeln!(out, "    Nothing sets this group apart from the others.")?;
        }
        let mut lines: Vec<(&str, String, &Id)> = (group.representative.iter())
            .map(|one| (shown(one), self.lead(one, group), &one.statement))
            .collect();
        lines.sort_by_key(|(direction, ..)| *direction);
        lines.iter().try_for_each(|(_, lead, id)| wrapped(out, lead, self.text(id)))
    }

    /// How a group votes on a statement that stands for it.
    fn lead(&self, one: &Representative, group: &Group) -> String {
        let place =
            self.conversation.statements().iter().position(|other| other.id == one.statement);
        let tally = place.and_then(|place| group.tallies.get(place)).copied().unwrap_or_default();
        let way = shown(one);
        let (part, more) = if way == direction(one.direction) {
            (one.count, format!("{:.1} x", one.repness))
        } else {
            (tally.agree, String::new())
        };
        format!(
            "    {way:<8}  {:>4}  {more:>7}  {:>4}  ",
            percent(part, one.seen),
            name(&one.statement)
        )
    }

    fn common(&self, out: &mut dyn io::Write) -> Said {
        writeln!(out, "\nCommon ground")?;
        let consensus = &self.analysis.consensus;
        let everywhere = self.everywhere();
        if consensus.agree.is_empty() && consensus.disagree.is_empty() && everywhere.is_empty() {
            return Ok(writeln!(out, "  None that is sure.")?);
        }
        self.shared(out, "Most people agree", &consensus.agree)?;
        self.shared(out, "Most people disagree", &consensus.disagree)?;
        if !everywhere.is_empty() {
            writeln!(out, "\n  More than half of each group agree")?;
        }
        for (place, id) in everywhere {
            self.by_group(out, place, id)?;
        }
        Ok(())
    }

    fn shared(&self, out: &mut dyn io::Write, heading: &str, shared: &[Shared]) -> Said {
        if shared.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n  {heading}")?;
        for one in shared {
            let part = percent(one.count, one.seen);
            let lead = format!(
                "    {part:>4} of {:<6}  {:>4}  ",
                count(to_usize(one.seen)),
                name(&one.statement)
            );
            wrapped(out, &lead, self.text(&one.statement))?;
        }
        Ok(())
    }

    /// Statements with which more than half of each group agree, that on which they do so most first.
    fn everywhere(&self) -> Vec<(usize, &Id)> {
        let groups = &self.analysis.groups;
        if groups.len() < 2 {
            return Vec::new();
        }
        let most = |place: usize| {
            let mut tallies = groups.iter().filter_map(|group| group.tallies.get(place));
            tallies.all(|tally| tally.agree.saturating_mul(2) > tally.seen())
        };
        let shown = |id: &Id| self.analysis.divisive.iter().any(|(other, _)| other == id);
        let mut found: Vec<(usize, &(Id, f64))> =
            (self.analysis.group_aware_consensus.iter().enumerate())
                .filter(|(place, (id, _))| most(*place) && shown(id))
                .collect();
        found.sort_by(|a, b| b.1.1.total_cmp(&a.1.1).then(a.0.cmp(&b.0)));
        found.into_iter().take(MOST).map(|(place, (id, _))| (place, id)).collect()
    }

    fn divisive(&self, out: &mut dyn io::Write) -> Said {
        let most: Vec<&Id> = self
            .analysis
            .divisive
            .iter()
            .filter(|(_, apart)| *apart > 0.0)
            .take(MOST)
            .map(|(id, _)| id)
            .collect();
        if most.is_empty() {
            return Ok(());
        }
        writeln!(out, "\nWhat divides: who agrees, group by group")?;
        for id in most {
            let place = self.conversation.statements().iter().position(|one| one.id == *id);
            self.by_group(out, place.unwrap_or_default(), id)?;
        }
        Ok(())
    }

    /// How much of each group agrees with a statement, and what it says.
    fn by_group(&self, out: &mut dyn io::Write, place: usize, id: &Id) -> Said {
        let part = |tally: &Tally| format!("{:>4}", percent(tally.agree, tally.seen()));
        let parts =
            self.analysis.groups.iter().filter_map(|group| group.tallies.get(place)).take(8);
        let parts: Vec<String> = parts.map(part).collect();
        wrapped(out, &format!("    {}  {:>4}  ", parts.join(" "), name(id)), self.text(id))
    }

    fn notes(&self, out: &mut dyn io::Write) -> Said {
        if self.analysis.notes.is_empty() {
            return Ok(());
        }
        writeln!(out, "\nTo know")?;
        let notes = &self.analysis.notes;
        notes.iter().try_for_each(|note| wrapped(out, "  - ", &note.to_string()))
    }

    fn text(&self, id: &Id) -> &str {
        let one = self.conversation.statements().iter().find(|one| one.id == *id);
        one.map(|one| one.text.trim())
            .filter(|text| !text.is_empty())
            .unwrap_or("(its text is not known)")
    }
}

/// Which way the group votes. What it agrees on best is agreed on, also where it leans that way less than others do.
fn shown(one: &Representative) -> &'static str {
    if one.best_agree { "agree" } else { direction(one.direction) }
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
