use std::collections::{HashMap, HashSet};

use kernel::{Id, Moment};

use super::Line;
use crate::{
    Account, DbError, Reading,
    db::sql,
    vault::{AnySubject, Subject, VaultError},
};

/// Of these records, those in which the account that stands beside them changed something since the actor
/// last looked at them by `action`. Nothing from before `from` counts. The look must name the records.
pub async fn changed_since_looked(
    reading: &mut Reading,
    whose: &[(Id<AnySubject>, Id<Account>)],
    action: &str,
    from: Moment,
) -> Result<HashSet<Id<AnySubject>>, DbError> {
    let Some(me) = reading.actor().account() else { return Ok(HashSet::new()) };
    let records: Vec<_> = whose.iter().map(|(record, _)| *record).collect();
    if records.is_empty() {
        return Ok(HashSet::new());
    }
    if !records.iter().all(|it| reading.names(Subject::Record(*it))) {
        return Err(VaultError::NotNamed.into());
    }
    let query = sql("select record, account, did, max(id) as newest from journal where id > $1 \
         and (did = 'changed' or (account = $2 and action = $3)) and record in {} \
         group by record, account, did");
    let query = query.bind(Id::<Line>::earliest_of(from)).bind(me).bind(action);
    let rows: Vec<Row> = reading.all(query.bind_list(&records), row).await?;
    let mut newest = HashMap::new();
    for (record, account, did, line) in rows {
        let looked = did == "looked" && account == Some(me);
        let theirs = did == "changed" && account.is_some_and(|it| whose.contains(&(record, it)));
        if looked || theirs {
            newest.insert((record, looked), line);
        }
    }
    let news = |it: &Id<AnySubject>| newest.get(&(*it, false)) > newest.get(&(*it, true));
    Ok(records.into_iter().filter(news).collect())
}

type Row = (Id<AnySubject>, Option<Id<Account>>, String, Id<Line>);

fn row(row: &crate::Row) -> Result<Row, DbError> {
    Ok((row.get("record")?, row.get("account")?, row.get("did")?, row.get("newest")?))
}
