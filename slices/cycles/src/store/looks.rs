//! Looking back.

use std::collections::HashMap;

use kernel::Id;
use platform::{Changes, DbError, May, Place, Reading, Subject, sql};

use crate::{
    Exploration,
    model::{Home, Made},
};

/// A look back, as it is named in rows.
#[derive(Debug)]
pub(crate) enum Look {}

/// A look back, opened.
#[derive(Clone, Debug)]
pub(crate) struct Looked {
    pub(crate) exploration: Id<Exploration>,
    pub(crate) text: String,
    pub(crate) surprise: bool,
    pub(crate) made: Made,
}

/// Keeps a look back.
pub(crate) async fn add<A: Changes>(
    may: &mut impl May<A>,
    (exploration, home): (&Id<Exploration>, Home),
    own: bool,
    (text, surprise): (&str, bool),
) -> Result<Id<Look>, DbError> {
    let id = may.id::<Look>();
    let body = may.seal(home.subject(), Place::of(&id), text).await?;
    let query = sql(
        "insert into exploration_look (id, exploration, body, surprise, made_by, made_own, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    );
    let (by, now) = (may.reading().actor().account(), may.now());
    let query = query.bind(id).bind(*exploration).bind(body).bind(surprise);
    may.run(query.bind(by).bind(own).bind(now)).await?;
    Ok(id)
}

/// Every look back at these explorations, each named with whom its text is about, newest first.
pub(crate) async fn of(
    reading: &mut Reading,
    subjects: &HashMap<Id<Exploration>, Subject>,
) -> Result<Vec<Looked>, DbError> {
    let ids: Vec<Id<Exploration>> = subjects.keys().copied().collect();
    let query = sql("select id, exploration, body, surprise, made_by, made_own, made_at \
         from exploration_look where exploration in {} order by made_at desc, id desc");
    let rows = reading
        .all(query.bind_list(&ids), |row| {
            let made = Made {
                by: row.get("made_by")?,
                own: row.get("made_own")?,
                at: row.get("made_at")?,
            };
            let of = (row.get::<Id<Look>>("id")?, row.get::<Id<Exploration>>("exploration")?);
            Ok((of, row.get::<Vec<u8>>("body")?, row.get::<bool>("surprise")?, made))
        })
        .await?;
    let mut looks = Vec::with_capacity(rows.len());
    for ((id, exploration), body, surprise, made) in rows {
        let Some(subject) = subjects.get(&exploration) else { continue };
        let text = reading.open(*subject, Place::of(&id), &body).await?;
        looks.push(Looked { exploration, text, surprise, made });
    }
    Ok(looks)
}
