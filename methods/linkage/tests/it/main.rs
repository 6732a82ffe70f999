//! Stories about records: who is who, who decided it, and where somebody should look.

mod clustered;
mod decided;
