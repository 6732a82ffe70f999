//! An event log: what services did with people who came for help.

use std::fmt;

use jiff::{Span, Timestamp, ToSpan as _, tz::TimeZone};

use crate::{
    chance::{Chance, Of},
    process::{FIRST, Step, step},
};

/// How many minutes pass between two journeys that begin, about.
const BETWEEN: u64 = 160;
/// The longest that a journey may be.
const MOST: usize = 120;

/// A log of so many events, decided by the seed.
pub fn journeys(events: usize, seed: u64) -> Journeys {
    Journeys { events, seed }
}

/// The log. `Display` writes it as XES (IEEE 1849-2016), one case after another in the order in which they begin.
#[derive(Clone, Copy, Debug)]
pub struct Journeys {
    events: usize,
    seed: u64,
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
	<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
	<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
	<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
	<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
	<extension name="Cost" prefix="cost" uri="http://www.xes-standard.org/cost.xesext"/>
	<global scope="trace">
		<string key="concept:name" value=""/>
	</global>
	<global scope="event">
		<string key="concept:name" value=""/>
		<string key="lifecycle:transition" value="complete"/>
		<date key="time:timestamp" value="2022-01-01T00:00:00.000+00:00"/>
	</global>
	<classifier name="Activity" keys="concept:name"/>
	<string key="concept:name" value="Made journeys"/>
"#;

impl fmt::Display for Journeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        let clock = TimeZone::get("Europe/London").map_err(|_| fmt::Error)?;
        let mut begins = 9 * 60;
        let (mut left, mut case) = (self.events, 0);
        while left > 0 {
            case += 1;
            let mut chance = Chance::new(self.seed, Of::Case, case);
            begins += chance.below(2 * BETWEEN);
            left -=
                write_case(f, &mut chance, &Case { number: case, begins, left, clock: &clock })?;
        }
        f.write_str("</log>\n")
    }
}

/// One journey that is to be written.
struct Case<'log> {
    number: u64,
    /// In minutes after the log's first.
    begins: u64,
    /// How many events the log still needs.
    left: usize,
    clock: &'log TimeZone,
}

/// Writes a journey, and says how many events it has.
fn write_case(
    f: &mut fmt::Formatter<'_>,
    chance: &mut Chance,
    case: &Case<'_>,
) -> Result<usize, fmt::Error> {
    let area = chance.pick(&[
        "Byker & Walker",
        "Harbour",
        "Millfields",
        "Northgate",
        "Old Town",
        "Riverside",
    ]);
    let (household, by) =
        (chance.between(1, 6), chance.pick(&["self", "GP", "school", "police", "neighbour"]));
    f.write_str("\t<trace>\n")?;
    writeln!(f, "\t\t<string key=\"concept:name\" value=\"J{:05}\"/>", case.number)?;
    writeln!(f, "\t\t<string key=\"area\" value=\"{}\"/>", area.replace('&', "&amp;"))?;
    writeln!(f, "\t\t<int key=\"household\" value=\"{household}\"/>")?;
    writeln!(f, "\t\t<string key=\"asked_by\" value=\"{by}\"/>")?;
    let coach = chance.between(1, 60);
    let (mut at, mut written) = (case.begins, 0);
    let mut next = step(FIRST);
    while let Some(step) = next.filter(|_| written < case.left.min(MOST)) {
        at += wait(&step, chance);
        write_event(f, chance, &step, &Moment { case, at, coach })?;
        written += 1;
        next = follows(&step, chance);
    }
    f.write_str("\t</trace>\n")?;
    Ok(written)
}

/// How many minutes pass before it, so many at least that the order can be seen: most often less than the table says, sometimes several times as long.
fn wait(step: &Step, chance: &mut Chance) -> u64 {
    let (one, other) = (chance.below(100) + 1, chance.below(100) + 1);
    (u64::from(step.after) * 60 * one * other / 2_550).max(3)
}

fn follows(done: &Step, chance: &mut Chance) -> Option<Step> {
    let mut drawn = chance.below(100);
    let next = done.then.iter().find(|(_, often)| {
        let found = drawn < *often;
        drawn = drawn.saturating_sub(*often);
        found
    });
    next.and_then(|(activity, _)| step(activity))
}

/// When and with whom something happens.
struct Moment<'log> {
    case: &'log Case<'log>,
    at: u64,
    coach: u32,
}

fn write_event(
    f: &mut fmt::Formatter<'_>,
    chance: &mut Chance,
    step: &Step,
    moment: &Moment<'_>,
) -> fmt::Result {
    let Step { activity, service, role, channel, minutes: (least, most), pence, .. } = *step;
    let worker = if role == "Coach" { moment.coach } else { chance.between(61, 140) };
    let minutes = chance.between(least, most);
    // Half of a price is for being there, and half for how long.
    let pence = pence / 2 + pence * minutes / (least + most);
    let together = chance.in_thousand(820);
    let time = time(moment, chance.between(0, 59_999)).ok_or(fmt::Error)?;
    let text = |value: &str| value.replace('&', "&amp;");
    f.write_str("\t\t<event>\n")?;
    let mut put = |kind: &str, key: &str, value: &str| {
        writeln!(f, "\t\t\t<{kind} key=\"{key}\" value=\"{value}\"/>")
    };
    put("string", "concept:name", &text(activity))?;
    put("string", "lifecycle:transition", "complete")?;
    put("date", "time:timestamp", &time)?;
    put("string", "org:resource", &format!("W{worker:03}"))?;
    put("string", "org:role", role)?;
    put("string", "org:group", service)?;
    put("float", "cost:total", &format!("{}.{:02}", pence / 100, pence % 100))?;
    put("string", "cost:currency", "GBP")?;
    put("string", "channel", channel)?;
    put("int", "minutes", &minutes.to_string())?;
    put("boolean", "with_person", if together { "true" } else { "false" })?;
    f.write_str("\t\t</event>\n")
}

fn time(moment: &Moment<'_>, milliseconds: u32) -> Option<String> {
    // Days are drawn together to ten hours, from eight to six: services sleep at night.
    let (day, minute) = (moment.at / 1440, moment.at % 1440);
    let minutes = i64::try_from(day * 1440 + 480 + minute * 10 / 24).ok()?;
    let since: Span = minutes.minutes().milliseconds(milliseconds);
    let first: Timestamp = "2022-01-03T00:00:00Z".parse().ok()?;
    let then = first.checked_add(since).ok()?.to_zoned(moment.case.clock.clone());
    Some(then.strftime("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string())
}
