//! Questions that people here wrote. The ones that the program brings with it are not stored.

use kernel::{Id, Moment};
use people::Scale;
use platform::{Account, Changes, DbError, May, Reading, Tx, sql};

use crate::{
    Step,
    model::{Prompt, unreadable},
};

/// A set of questions, as it is named in rows.
#[derive(Debug)]
pub(crate) enum PromptSet {}

/// A set of questions that people here wrote.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) id: Id<PromptSet>,
    pub(crate) version: i64,
    pub(crate) by: Option<Id<Account>>,
    pub(crate) at: Moment,
}

/// A question that people here wrote.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) id: Id<Prompt>,
    pub(crate) set: Id<PromptSet>,
    pub(crate) step: Step,
    pub(crate) text: String,
}

/// Every set that people here wrote for a scale, the one that counts first.
pub(crate) async fn sets(tx: &mut Tx, scale: Scale) -> Result<Vec<Set>, DbError> {
    let query = sql("select id, version, made_by, made_at from prompt_set where scale = $1 \
         order by version desc");
    tx.all(query.bind(scale.name()), |row| {
        let (id, version) = (row.get("id")?, row.get("version")?);
        Ok(Set { id, version, by: row.get("made_by")?, at: row.get("made_at")? })
    })
    .await
}

/// The questions of these sets, in their order.
pub(crate) async fn of(tx: &mut Tx, sets: &[Id<PromptSet>]) -> Result<Vec<Asked>, DbError> {
    let query = sql(
        "select id, prompt_set, step, body from prompt where prompt_set in {} order by place, id",
    );
    tx.all(query.bind_list(sets), read).await
}

/// The questions with these ids, of whichever version.
pub(crate) async fn with_ids(tx: &mut Tx, ids: &[Id<Prompt>]) -> Result<Vec<Asked>, DbError> {
    let query =
        sql("select id, prompt_set, step, body from prompt where id in {} order by place, id");
    tx.all(query.bind_list(ids), read).await
}

fn read(row: &platform::Row) -> Result<Asked, DbError> {
    let step = Step::named(&row.get::<String>("step")?).ok_or_else(|| unreadable("step"))?;
    let (id, set) = (row.get("id")?, row.get("prompt_set")?);
    Ok(Asked { id, set, step, text: row.get("body")? })
}

/// Keeps a new version of a scale's questions. Fails as taken when somebody was faster.
pub(crate) async fn add<A: Changes>(
    may: &mut impl May<A>,
    scale: Scale,
    version: i64,
    questions: &[(Step, String)],
) -> Result<Id<PromptSet>, DbError> {
    let (set, now) = (may.id::<PromptSet>(), may.now());
    let by = may.reading().actor().account();
    let query = sql("insert into prompt_set (id, scale, version, made_by, made_at) \
         values ($1, $2, $3, $4, $5)");
    may.run(query.bind(set).bind(scale.name()).bind(version).bind(by).bind(now)).await?;
    for (place, (step, text)) in (1_i64..).zip(questions) {
        let id = may.id::<Prompt>();
        let query = sql(
            "insert into prompt (id, prompt_set, step, place, body) values ($1, $2, $3, $4, $5)",
        );
        let query = query.bind(id).bind(set).bind(step.name()).bind(place);
        may.run(query.bind(text.as_str())).await?;
    }
    Ok(set)
}

/// The questions in a reading, for the pages.
pub(crate) async fn newest(reading: &mut Reading, scale: Scale) -> Result<Option<Set>, DbError> {
    Ok(sets(reading.tx(), scale).await?.into_iter().next())
}
