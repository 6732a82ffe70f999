//! Guessing is slowed down: after five failures in a row an account, or an address, waits, longer
//! each time and never longer than a quarter of an hour.

use kernel::{Moment, SpanOf};

use crate::{Changes, DbError, Failure, May, Permit, Reading, db::sql};

const FREE: i64 = 5;
const LONGEST: i64 = 15 * SpanOf::MINUTE;

/// How many microseconds `what` must still wait. `what` names an account or an address; only its
/// keyed hash is kept.
pub async fn wait(reading: &mut Reading, what: &str) -> Result<i64, DbError> {
    let (now, query) = (reading.now(), sql("select until_at from sign_in_try where what = $1"));
    let query = query.bind(reading.hash(what));
    let until = reading.one(query, |row| row.get::<i64>("until_at"));
    Ok(until.await?.map_or(0, |until| (until - now.micros()).max(0)))
}

/// The same within a change, one after another: of a crowd that guesses at once, each waits for the
/// one before, so that none slips in between another's guess and the noting of its failure.
pub async fn turn<A: Changes>(may: &mut impl May<A>, what: &str) -> Result<i64, DbError> {
    let query = sql("insert into sign_in_try (what, tries, until_at) values ($1, 0, 0) \
         on conflict (what) do update set tries = sign_in_try.tries");
    let query = query.bind(may.reading().hash(what));
    may.reading().tx().run(query).await?;
    wait(may.reading(), what).await
}

/// Notes a failure of each of these, and keeps that: all else of the unit of work must have left
/// everything as it was.
pub async fn failed<A: Changes>(mut permit: Permit<A>, whats: &[&str]) -> Result<(), Failure> {
    for what in whats {
        note(permit.reading(), what).await?;
    }
    permit.keep_try().await
}

async fn note(reading: &mut Reading, what: &str) -> Result<(), DbError> {
    let (now, what) = (reading.now(), reading.hash(what));
    let query = sql("insert into sign_in_try (what, tries, until_at) values ($1, 1, $2) \
         on conflict (what) do update set tries = sign_in_try.tries + 1");
    reading.tx().run(query.bind(what.as_str()).bind(now)).await?;
    let query = sql("select tries from sign_in_try where what = $1").bind(what.as_str());
    let tries = reading.one(query, |row| row.get::<i64>("tries")).await?.unwrap_or(1);
    let query = sql("update sign_in_try set until_at = $1 where what = $2");
    reading.tx().run(query.bind(until(tries, now)).bind(what)).await.map(drop)
}

/// Notes a success: nothing is held against it any more.
pub async fn passed<A: Changes>(may: &mut impl May<A>, what: &str) -> Result<(), DbError> {
    let query = sql("delete from sign_in_try where what = $1");
    let query = query.bind(may.reading().hash(what));
    may.reading().tx().run(query).await.map(drop)
}

fn until(tries: i64, now: Moment) -> Moment {
    if tries < FREE {
        return now;
    }
    let doubled = u32::try_from(tries - FREE).unwrap_or(u32::MAX).min(20);
    now.plus((15 * SpanOf::SECOND).saturating_mul(1 << doubled).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_stays_bearable() {
        let noon = Moment::from_micros(0);
        let waits: Vec<i64> =
            [1, 4, 5, 6, 7, 60].map(|it| until(it, noon).micros() / SpanOf::SECOND).to_vec();
        assert_eq!(waits, [0, 0, 15, 30, 60, 900]);
    }
}
