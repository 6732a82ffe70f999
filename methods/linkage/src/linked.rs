//! From records to clusters, in one call.

use crate::{
    Fit, Model, Records, Settings, TooManyEdges, Watch,
    clusters::{Clustering, Thresholds, cluster},
    decisions::Resolved,
    predict,
};

/// What became of records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    /// Which records are together, and where somebody should look.
    pub clustering: Clustering,
    /// How many pairs were compared.
    pub compared: u64,
    /// How many of them reached the threshold for attention.
    pub alike: usize,
    /// How many of them reached the threshold for being together.
    pub together: usize,
    /// What was left out, and why.
    pub notes: Vec<String>,
}

/// Compares records, and clusters them as the weights and people's decisions say.
///
/// # Errors
/// More pairs look alike than the settings allow to be kept.
pub fn link(
    model: &Model,
    records: &Records,
    resolved: &Resolved,
    settings: &Settings,
    watch: Watch<'_>,
) -> Result<Linked, TooManyEdges> {
    let fit = Fit::of(model, records);
    let predicted = predict(model, records, &fit, settings, watch)?;
    drop(fit);
    let thresholds = Thresholds { together: model.together, attention: model.attention };
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    let clustering = cluster(count, &predicted.edges, thresholds, resolved, &predicted.twins);
    let at_least =
        |weight: f64| predicted.edges.iter().filter(|edge| edge.weight >= weight).count();
    let (alike, together) = (at_least(model.attention), at_least(model.together));
    Ok(Linked { clustering, compared: predicted.compared, alike, together, notes: predicted.notes })
}

/// The answer as CSV: `source`, `record_id`, `cluster_id`, `status`, a line for each record in the order of the sources. A
/// cluster is named `source:record_id` after that record of it which comes first by source and id.
pub fn clusters_csv(records: &Records, clustering: &Clustering) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _header = writer.write_record(["source", "record_id", "cluster_id", "status"]);
    let mut named = String::new();
    for (place, of) in (0_u32..).zip(&clustering.of) {
        let (record, first) = (records.record(place), records.record(of.cluster));
        named.clear();
        named.extend([first.source, ":", first.id]);
        let _row = writer.write_record([record.source, record.id, &named, of.status.word()]);
    }
    writer.into_inner().unwrap_or_default()
}
