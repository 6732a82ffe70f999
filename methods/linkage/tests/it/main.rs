//! Stories about records: who is who, who decided it, and where somebody should look.

mod clustered;
mod decided;
mod explained;
mod forms;
mod hostile;
mod known;
mod models;
mod people;
mod scored;
mod steady;
mod taught;
mod told;
