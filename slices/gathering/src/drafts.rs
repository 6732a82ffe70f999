//! Where something that was typed and not saved yet goes on. Pure.

use kernel::Id;
use people::Life;
use words::Say;

use crate::said;

/// How a form is reached from the path it is sent to. Most are asked at `/new`; these are not.
const ASKED_AT: [(&str, &str); 12] = [
    ("/hold-on", ""),
    ("/hold", ""),
    ("/release", ""),
    ("/second", ""),
    ("/bring", ""),
    ("/take-back", ""),
    ("/talked", ""),
    ("/agree", "/ask"),
    ("/alongside/end", "/ask"),
    ("/supporters/end", "/ask"),
    ("/prompts", "/edit"),
    ("/setup", ""),
];

/// The page on which to go on with what was kept of the form at `path`.
pub(crate) fn page(path: &str) -> String {
    let known = ASKED_AT.iter().find(|(end, _)| path.ends_with(end)).map(|(_, at)| *at);
    let at = known.unwrap_or(if path.starts_with("/around/") { "" } else { "/new" });
    format!("{path}{at}")
}

/// On whose page it goes on, where the path says so.
pub(crate) fn life(path: &str) -> Option<Id<Life>> {
    Id::parse(path.strip_prefix("/lives/")?.split('/').next()?)
}

/// What it was, as people say it. The path names nobody, and neither does this.
pub(crate) fn what(path: &str) -> Say {
    match path.rsplit('/').next().unwrap_or_default() {
        "notes" => said::draft_note(),
        "matters" => said::draft_matter(),
        "explorations" => said::draft_exploration(),
        "looks" => said::draft_look(),
        "reflections" => said::draft_reflection(),
        "patterns" | "wordings" => said::draft_pattern(),
        "responses" => said::draft_response(),
        "entries" | "purposes" | "dissents" => said::draft_entry(),
        "replies" | "corrections" => said::draft_beside(),
        _ => said::draft_other(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_leads_back_to_its_form() {
        assert_eq!(page("/lives/1/notes"), "/lives/1/notes/new");
        assert_eq!(page("/notes/1/hold-on"), "/notes/1/hold-on");
        assert_eq!(page("/prompts"), "/prompts/edit");
        assert_eq!(page("/explorations/1/end"), "/explorations/1/end/new");
        assert_eq!(page("/around/1/end"), "/around/1/end");
    }

    #[test]
    fn it_says_on_whose_page() {
        let life = Id::from_bytes([7; 16]);
        assert_eq!(super::life(&format!("/lives/{life}/notes")), Some(life));
        assert_eq!(super::life("/lives/new"), None);
        assert_eq!(super::life("/notes/1/replies"), None);
    }

    #[test]
    fn it_says_what_it_was() {
        assert_eq!(what("/lives/1/notes").key(), "draft-note");
        assert_eq!(what("/").key(), "draft-other");
    }
}
