use cycles::Cycle;
use kernel::Id;
use platform::{DbError, Reading, sql};

/// Of these cycles, those to which something was passed on that nobody has said anything to.
pub(crate) async fn unanswered(
    reading: &mut Reading,
    cycles: &[Id<Cycle>],
) -> Result<Vec<Id<Cycle>>, DbError> {
    let query = sql("select distinct to_cycle from relay where to_cycle in {} \
         and not exists (select 1 from response where response.relay = relay.id)");
    reading.all(query.bind_list(cycles), |row| row.get("to_cycle")).await
}
