//! Guessing is slowed down: after five failures in a row an account, or an address, waits, longer
//! each time and never longer than a quarter of an hour.

use kernel::{Moment, SpanOf};

use crate::{Changes, DbError, May, Reading, db::sql, secret};

const FREE: i64 = 5;
const LONGEST: i64 = 15 * SpanOf::MINUTE;

/// How many microseconds `what` must still wait. `what` names an account or an address; only its
/// hash is kept.
pub async fn wait(reading: &mut Reading, what: &str) -> Result<i64, DbError> {
    let (now, query) = (reading.now(), sql("select until_at from sign_in_try where what = $1"));
    let until = reading.one(query.bind(secret::hash(what)), |row| row.get::<i64>("until_at"));
    Ok(until.await?.map_or(0, |until| (until - now.micros()).max(0)))
}

/// Notes a failure.
pub async fn failed<A: Changes>(may: &mut impl May<A>, what: &str) -> Result<(), DbError> {
    let (now, what) = (may.now(), secret::hash(what));
    let query = sql("select tries from sign_in_try where what = $1").bind(what.as_str());
    let before = may.reading().one(query, |row| row.get::<i64>("tries")).await?;
    let tries = before.unwrap_or(0).saturating_add(1);
    let query = sql("insert into sign_in_try (what, tries, until_at) values ($1, $2, $3) \
         on conflict (what) do update set tries = excluded.tries, until_at = excluded.until_at");
    may.run(query.bind(what).bind(tries).bind(until(tries, now))).await.map(drop)
}

/// Notes a success: nothing is held against it any more.
pub async fn passed<A: Changes>(may: &mut impl May<A>, what: &str) -> Result<(), DbError> {
    let query = sql("delete from sign_in_try where what = $1");
    may.run(query.bind(secret::hash(what))).await.map(drop)
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
