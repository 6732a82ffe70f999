//! The commands, as somebody at a terminal meets them: their arguments, the files, and what they say.

mod journeys;
mod link;
mod map;
mod map_convert;
mod measure;
mod opinions;
