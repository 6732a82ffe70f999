//! Statements that stand for a group, that divide groups, and that everybody shares.
//!
//! Source: the formulas of the Polis server, held to its published answers; the tests are those for one and for two proportions with
//! one added to each count (Agresti and Coull, 1998, discuss adding).

use crate::{conversation::Tally, id::Id};

/// One-sided 90 %.
const Z90: f64 = 1.2816;
/// How many statements are named at most, for a group or each way.
const MOST: usize = 5;

/// Agree or disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// People agree.
    Agree,
    /// People disagree.
    Disagree,
}

/// How a group and everybody else voted on a statement one way.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Side {
    /// The part that voted so, with one more vote each way.
    part: f64,
    /// The test of that part against one half.
    test: f64,
    /// How much larger it is than that of the others.
    ratio: f64,
    /// The test of the two parts against each other.
    ratio_test: f64,
}

impl Side {
    fn new(mine: (u32, u32), others: (u32, u32)) -> Self {
        let part = part(mine);
        Self {
            part,
            test: test(mine),
            ratio: part / self::part(others),
            ratio_test: two(mine, others),
        }
    }

    fn score(self) -> f64 {
        self.ratio * self.ratio_test * self.part * self.test
    }

    fn certain(self) -> bool {
        self.ratio_test > Z90 && self.test > Z90
    }
}

/// (count + 1) / (seen + 2).
pub(crate) fn part((count, seen): (u32, u32)) -> f64 {
    (f64::from(count) + 1.0) / (f64::from(seen) + 2.0)
}

fn test((count, seen): (u32, u32)) -> f64 {
    let seen = f64::from(seen) + 1.0;
    2.0 * seen.sqrt() * ((f64::from(count) + 1.0) / seen - 0.5)
}

fn two((count, seen): (u32, u32), (other_count, other_seen): (u32, u32)) -> f64 {
    let (count, seen) = (f64::from(count) + 1.0, f64::from(seen) + 1.0);
    let (other_count, other_seen) = (f64::from(other_count) + 1.0, f64::from(other_seen) + 1.0);
    let pooled = (count + other_count) / (seen + other_seen);
    let spread = pooled * (1.0 - pooled) * (1.0 / seen + 1.0 / other_seen);
    if spread > 0.0 { (count / seen - other_count / other_seen) / spread.sqrt() } else { 0.0 }
}

/// A statement that tells a group from the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Representative {
    /// Which statement.
    pub statement: Id,
    /// Which way the group leans more than others do.
    pub direction: Direction,
    /// How many times larger the part of the group is that votes so than that of everybody else.
    pub repness: f64,
    /// The test of the two parts against each other, in standard deviations.
    pub repness_test: f64,
    /// The part of the group that votes so, with one more vote each way.
    pub part: f64,
    /// The test of that part against one half, in standard deviations.
    pub part_test: f64,
    /// How many of the group voted so.
    pub count: u32,
    /// How many of the group voted on it.
    pub seen: u32,
    /// Whether it is here as what the group agrees on best, and not only for telling it from others.
    pub best_agree: bool,
}

/// A statement as a group and the others voted on it.
#[derive(Clone, Copy)]
struct Told {
    place: usize,
    mine: Tally,
    agree: Side,
    disagree: Side,
}

impl Told {
    fn new(place: usize, mine: Tally, others: Tally) -> Self {
        let (seen, elsewhere) = (mine.seen(), others.seen());
        let agree = Side::new((mine.agree, seen), (others.agree, elsewhere));
        let disagree = Side::new((mine.disagree, seen), (others.disagree, elsewhere));
        Self { place, mine, agree, disagree }
    }

    fn side(&self) -> (Direction, Side) {
        if self.agree.ratio_test > self.disagree.ratio_test {
            (Direction::Agree, self.agree)
        } else {
            (Direction::Disagree, self.disagree)
        }
    }

    /// Whether the group agrees on this one better than on the best so far.
    fn beats(&self, best: Option<&Self>) -> bool {
        if self.mine.agree == 0 && self.mine.disagree == 0 {
            return false;
        }
        match best {
            Some(best) if best.agree.ratio > 1.0 => self.agree.score() > best.agree.score(),
            Some(best) => self.agree.part * self.agree.test > best.agree.part * best.agree.test,
            None => self.agree.test > Z90 || self.agree.ratio > 1.0 && self.agree.part > 0.5,
        }
    }
}

/// The statements that stand for a group: what it agrees on best, then those by which it differs most, five at most; those it agrees
/// with before those it disagrees with. `mine` and `others` are the votes of people in the conversation, in the order of the statements.
pub(crate) fn representative(
    (ids, kept_out): (&[Id], &[bool]),
    mine: &[Tally],
    others: &[Tally],
) -> Vec<Representative> {
    let told = (0..).zip(mine.iter().zip(others)).zip(kept_out).filter(|(_, out)| !**out);
    let told: Vec<Told> =
        told.map(|((place, (mine, others)), _)| Told::new(place, *mine, *others)).collect();
    let mut best: Option<&Told> = None;
    for one in &told {
        if one.beats(best) {
            best = Some(one);
        }
    }
    let best_place = best.map(|best| best.place);
    let mut found: Vec<&Told> = told
        .iter()
        .filter(|one| one.agree.certain() || one.disagree.certain())
        .filter(|one| Some(one.place) != best_place)
        .collect();
    found.sort_by(|a, b| {
        b.side().1.score().total_cmp(&a.side().1.score()).then(a.place.cmp(&b.place))
    });
    let mut found: Vec<&Told> = best.into_iter().chain(found).take(MOST).collect();
    found.sort_by_key(|one| one.side().0 == Direction::Disagree);
    found
        .into_iter()
        .filter_map(|one| Some(named(one, ids.get(one.place)?, Some(one.place) == best_place)))
        .collect()
}

fn named(one: &Told, id: &Id, best_agree: bool) -> Representative {
    let (direction, side) = one.side();
    let count = match direction {
        Direction::Agree => one.mine.agree,
        Direction::Disagree => one.mine.disagree,
    };
    Representative {
        statement: id.clone(),
        direction,
        repness: side.ratio,
        repness_test: side.ratio_test,
        part: side.part,
        part_test: side.test,
        count,
        seen: one.mine.seen(),
        best_agree,
    }
}

/// A statement on which most people think alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Which statement.
    pub statement: Id,
    /// The part of all participants who voted on it that votes so, with one more vote each way.
    pub part: f64,
    /// The test of that part against one half, in standard deviations.
    pub part_test: f64,
    /// How many voted so.
    pub count: u32,
    /// How many voted on it.
    pub seen: u32,
}

/// What most people share, whether or not they are in the conversation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consensus {
    /// What most agree with, the surest first.
    pub agree: Vec<Shared>,
    /// What most disagree with, the surest first.
    pub disagree: Vec<Shared>,
}

/// What most people share: more than half, and the test of that larger than at 90 %; five each way, by part times test.
pub(crate) fn consensus((ids, kept_out): (&[Id], &[bool]), tallies: &[Tally]) -> Consensus {
    let one_way = |count: fn(&Tally) -> u32| {
        let known = ids.iter().zip(tallies).zip(kept_out).filter(|(_, out)| !**out);
        let mut shared: Vec<Shared> = known
            .map(|((id, tally), _)| shared(id, (count(tally), tally.seen())))
            .filter(|shared| shared.part > 0.5 && shared.part_test > Z90)
            .collect();
        let sure = |shared: &Shared| shared.part * shared.part_test;
        shared.sort_by(|a, b| sure(b).total_cmp(&sure(a)).then(a.statement.cmp(&b.statement)));
        shared.truncate(MOST);
        shared
    };
    Consensus { agree: one_way(|tally| tally.agree), disagree: one_way(|tally| tally.disagree) }
}

fn shared(id: &Id, counts: (u32, u32)) -> Shared {
    let (count, seen) = counts;
    Shared { statement: id.clone(), part: part(counts), part_test: test(counts), count, seen }
}
